import { windowOfStep } from "@/lib/appraisal/rules";
import type { OwnStep } from "@/lib/appraisal/stages";
import type { StageWindow } from "@/lib/appraisal/types";
import { reachedFrom, type Bilingual, type HalfPoints, type PolicyDocument } from "@/lib/scoring";
import type { Answer, OwnAppraisal, Result } from "./types";

type Order<To extends string> = { readonly at: To } | { readonly kind: To };

/** Of the answers of one appraisal; what is recorded at one instant follows the order of the words. */
export const inOrder: Order<"asc">[] = [{ at: "asc" }, { kind: "asc" }];
const latestFirst: Order<"desc">[] = [{ at: "desc" }, { kind: "desc" }];
export const lastWord = { orderBy: latestFirst, take: 1 };

interface Answered {
  readonly edition: number;
  /** The last first. */
  readonly acknowledgements: readonly { readonly edition: number; readonly kind: Answer["kind"] }[];
}

/** The last word on the edition there is; what was answered to a former one is no answer to it. */
export function answerTo({ edition, acknowledgements: [last] }: Answered): Answer["kind"] | null {
  return last?.edition === edition ? last.kind : null;
}

/** Lower bounds as whole half-points of this framework: the least total that reaches the band. */
export function scaledBands(policy: PolicyDocument, maxTotal: number): Result["bands"] {
  return policy.bands.map(({ key, name, from }) => ({
    key,
    name,
    from: reachedFrom(policy, from, maxTotal),
  }));
}

export interface BandSpan {
  readonly key: string;
  readonly name: Result["bands"][number]["name"];
  readonly from: HalfPoints;
  readonly to: HalfPoints;
  readonly reached: boolean;
}

/** The bands as stretches of the scale, lowest first, with the one the rules say is reached. */
export function bandSpans(
  bands: Result["bands"],
  reached: string | null,
  maxTotal: HalfPoints,
): readonly BandSpan[] {
  return bands
    .map(({ key, name, from }, index): BandSpan => {
      const above = bands[index - 1];
      const to = above === undefined ? maxTotal : above.from - 1;
      return { key, name, from, to, reached: key === reached };
    })
    .toReversed();
}

/** A step that stands for several stages ends with the last of them. */
export function ownDeadlines(windows: readonly StageWindow[]): OwnAppraisal["deadlines"] {
  const of = (step: OwnStep) => windowOfStep(windows, step).closesAt;
  return {
    self_review: of("self_review"),
    manager_scoring: of("manager_scoring"),
    review: of("review"),
    interview: of("interview"),
    result: of("result"),
  };
}

interface OwnTurn {
  readonly step: OwnStep;
  readonly returned: boolean;
  readonly opensAt: Date | null;
  readonly answer: Answer["kind"] | null;
  readonly appointment: OwnAppraisal["appointment"];
}

/** Whose turn it is in the words of the employee: the step, or what makes it another. */
export function ownTurn({ step, returned, opensAt, answer, appointment }: OwnTurn, now: Date) {
  if (step === "interview" && appointment !== null) return "interview_arranged";
  if (step !== "self_review") return answer ?? step;
  if (opensAt !== null && now < opensAt) return "self_review_later";
  return returned ? "self_review_returned" : step;
}

/** Quarters that have begun before those opened ahead of time. */
export function begunFirst<Of extends Pick<OwnTurn, "step" | "opensAt">>(
  quarters: readonly Of[],
  now: Date,
): Of[] {
  const later = ({ step, opensAt }: Of) =>
    step === "self_review" && opensAt !== null && now < opensAt;
  return quarters.toSorted((a, b) => Number(later(a)) - Number(later(b)));
}

export interface TrendPoint {
  readonly year: number;
  readonly quarter: number;
  readonly total: HalfPoints;
  readonly maxTotal: HalfPoints;
  readonly band: Bilingual | null;
  /** Height in the plot, 0 to 1; quarters under different frameworks compare by their share of the maximum. */
  readonly share: number;
}

const TREND_QUARTERS = 8;
/** Room above the highest and below the lowest point, so that a small move is not drawn as a leap. */
const TREND_ROOM = 0.15;

/** The last published totals, oldest first. */
export function trendOf(newestFirst: readonly OwnAppraisal[]): readonly TrendPoint[] {
  const known = newestFirst.flatMap(({ year, quarter, result }) =>
    result === null || result.total === null
      ? []
      : [{ year, quarter, total: result.total, maxTotal: result.maxTotal, band: result.band }],
  );
  const recent = known.slice(0, TREND_QUARTERS).toReversed();
  const shares = recent.map(({ total, maxTotal }) => total / maxTotal);
  const low = Math.max(Math.min(...shares) - TREND_ROOM, 0);
  const high = Math.min(Math.max(...shares) + TREND_ROOM, 1);
  return recent.map((point) => ({
    ...point,
    share: (point.total / point.maxTotal - low) / (high - low),
  }));
}
