import type { DossierValue } from "@/lib/dossier/types";
import type { FieldCode, FieldFault } from "@/lib/errors/outcome";
import { bandOf, type BandResult, type Bilingual, type PolicyDocument } from "@/lib/scoring";
import { interviewLimits, type InterviewForm, type TalkingPoint } from "../types";

/** On a ladder without a pass line, 3 of 5 is the usual standard: 4 and above are worth holding up. */
const USUAL = { halfPoints: 6, of: 10 } as const;

/**
 * A score against the usual standard: above 0 where it is worth holding up, below 0 where it falls short. The policy's
 * pass line comes first. A checklist has no usual rung to stand on: a broken rule falls short, and what has none is held
 * up where it alone would earn the policy's best band. Whole numbers, so nothing is lost to rounding.
 */
function overUsual(value: ScoredValue, manager: number, policy: PolicyDocument): number {
  const { gated, maxHalfPoints, rungs } = value;
  if (policy.passLine !== undefined) return manager - policy.passLine;
  if (gated) return manager * USUAL.of - USUAL.halfPoints * maxHalfPoints;
  const band = bandOf(policy, manager, maxHalfPoints);
  const broken = rungs.some(
    ({ grant, verdicts }) => grant === "presumed" && verdicts.manager !== "met",
  );
  if (broken || band.lowest) return -1;
  return band.key === policy.bands[0]?.key ? 1 : 0;
}

/** What follows from sheets and rules alone; nothing of HR's or the approver's. */
export type ScoredValue = Pick<
  DossierValue,
  | "key"
  | "name"
  | "gated"
  | "maxHalfPoints"
  | "scores"
  | "explanations"
  | "waysUp"
  | "justification"
  | "grounds"
  | "rungs"
>;

export interface TalkingPoints {
  readonly good: readonly TalkingPoint[];
  readonly short: readonly TalkingPoint[];
  readonly deducted: readonly TalkingPoint[];
}

/** Sorts the values into what was good, where it fell short, and what was taken off and must be explained with its facts. */
export function talkingPoints(
  values: readonly ScoredValue[],
  policy: PolicyDocument,
): TalkingPoints {
  const placed = values.flatMap((value) =>
    pointOf(value).map((point) => ({ point, over: overUsual(value, point.manager, policy) })),
  );
  const byScore = placed.toSorted((a, b) => b.point.manager - a.point.manager);
  const best = byScore.filter(({ over }) => over > 0);
  const usual = byScore.filter(({ over }) => over === 0);
  const points = (of: typeof placed) => of.map(({ point }) => point);
  return {
    // Where nothing stands out the talk begins with the best of what is usual, never with a shortfall.
    good: points(best.length > 0 ? best : usual.slice(0, 1)),
    short: points(byScore.filter(({ over }) => over < 0).toReversed()),
    deducted: points(placed).filter((point) => isDeducted(point) || rests(values, point)),
  };
}

const MOST_DIFFERENCES = 3;

/** Where the two sides see it most differently, the largest first; what both scored alike is none. */
export function largestDifferences(values: readonly ScoredValue[]): readonly TalkingPoint[] {
  const apart = ({ self, manager }: TalkingPoint) => (self === null ? 0 : Math.abs(manager - self));
  return values
    .flatMap(pointOf)
    .filter((point) => apart(point) > 0)
    .toSorted((a, b) => apart(b) - apart(a))
    .slice(0, MOST_DIFFERENCES);
}

/** The facts of a consequence are told face to face, whatever the employee gave. */
function rests(values: readonly ScoredValue[], { key }: TalkingPoint): boolean {
  return values.some((value) => value.key === key && value.grounds.length > 0);
}

function isDeducted(point: TalkingPoint): boolean {
  return point.against.length > 0 || (point.self !== null && point.manager < point.self);
}

function pointOf(value: ScoredValue): TalkingPoint[] {
  const { manager, self } = value.scores;
  if (manager === null) return [];
  const cases = value.rungs.flatMap((rung) => rung.cases);
  return [
    {
      key: value.key,
      name: value.name,
      self,
      manager,
      maxHalfPoints: value.maxHalfPoints,
      explanation: value.explanations.manager,
      justification: value.justification,
      support: cases.filter((item) => item.kind === "supports"),
      against: cases.filter((item) => item.kind === "contradicts"),
      gated: value.gated,
      waysUp: value.waysUp,
    },
  ];
}

/**
 * The band from which the policy asks for directions for improvement, where this total's band is that or a better one
 * (`classic`: pass or better has no effect on the composite, but directions are named). Bands run from best to lowest.
 */
export function directionsFrom(policy: PolicyDocument, band: BandResult | null): Bilingual | null {
  const from = policy.bands.findIndex(({ key }) => key === policy.directionsFromBand);
  const reached = policy.bands.findIndex(({ key }) => key === band?.key);
  return reached === -1 || reached > from ? null : (policy.bands[from]?.name ?? null);
}

/** ISO days between which the interview can have been held: once the scores were final, and not in the future. */
export interface HeldBetween {
  readonly from: string | null;
  readonly to: string;
}

function heldOnFault(heldOn: string, { from, to }: HeldBetween): FieldFault | null {
  if (heldOn === "") return { code: "required" };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(heldOn)) return { code: "invalid_date" };
  if (heldOn > to) return { code: "future_date" };
  return from !== null && heldOn < from ? { code: "before_final" } : null;
}

const textParts = ["good", "short", "direction", "deductions", "minutes"] as const;

/** What one interview must hold. */
export interface InterviewAsks {
  readonly heldBetween: HeldBetween;
  /** Keys of the values whose deductions the policy wants written down and told face to face. */
  readonly mustTell: readonly string[];
  /** The policy's bands ask for directions here; they belong to every interview, the refusal only says so. */
  readonly directionsRequired: boolean;
}

function textFault(text: string, max: number, missing: FieldCode | null): FieldFault | null {
  const length = text.trim().length;
  if (length === 0) return missing === null ? null : { code: missing };
  return length > max ? { code: "too_long", data: { max } } : null;
}

export type InterviewFaults = Partial<Record<keyof InterviewForm, FieldFault>>;

/** The same on the page, before anything is sent, and in the command. */
export function interviewFaults(form: InterviewForm, asks: InterviewAsks): InterviewFaults {
  const missing: Readonly<Record<(typeof textParts)[number], FieldCode | null>> = {
    good: "required",
    short: "required",
    direction: asks.directionsRequired ? "directions_required" : "required",
    // The 2006 manual: what was deducted is explained to the employee in person, with its facts.
    deductions: asks.mustTell.length > 0 ? "deductions_required" : null,
    minutes: "required",
  };
  const faults: InterviewFaults = {};
  const heldOn = heldOnFault(form.heldOn, asks.heldBetween);
  if (heldOn !== null) faults.heldOn = heldOn;
  for (const part of textParts) {
    const fault = textFault(form[part], interviewLimits[part], missing[part]);
    if (fault !== null) faults[part] = fault;
  }
  if (asks.mustTell.some((key) => !form.told.includes(key)))
    faults.told = { code: "told_required" };
  return faults;
}
