import type { DossierValue } from "@/lib/dossier/types";
import type { FieldFault } from "@/lib/errors/outcome";
import type { BandResult, Bilingual, HalfPoints, PolicyDocument } from "@/lib/scoring";
import { interviewLimits, type InterviewForm, type TalkingPoint } from "./types";

/** Where a policy draws no pass line, 3 of 5 is the usual standard: 4 and above are worth holding up. */
const USUAL = { halfPoints: 6, of: 10 } as const;

/** A score against the usual standard, below 0 where it falls short: whole numbers, so nothing is lost to rounding. */
function overUsual({ manager, maxHalfPoints }: TalkingPoint, passLine?: HalfPoints): number {
  return passLine === undefined
    ? manager * USUAL.of - USUAL.halfPoints * maxHalfPoints
    : manager - passLine;
}

/** What follows from sheets and rules alone; nothing of HR's or the approver's. */
export type ScoredValue = Pick<
  DossierValue,
  "key" | "name" | "gated" | "maxHalfPoints" | "scores" | "explanations" | "justification" | "rungs"
>;

export interface TalkingPoints {
  readonly good: readonly TalkingPoint[];
  readonly short: readonly TalkingPoint[];
  readonly deducted: readonly TalkingPoint[];
}

/** Sorts the values into what was good, where it fell short, and what was taken off and must be told with its facts. */
export function talkingPoints(
  values: readonly ScoredValue[],
  passLine?: HalfPoints,
): TalkingPoints {
  const points = values.flatMap(pointOf);
  const highestFirst = points.toSorted((a, b) => b.manager - a.manager);
  const best = highestFirst.filter((point) => overUsual(point, passLine) > 0);
  return {
    good: best.length > 0 ? best : highestFirst.slice(0, 1),
    short: points
      .filter((point) => overUsual(point, passLine) < 0)
      .toSorted((a, b) => a.manager - b.manager),
    deducted: points.filter(isDeducted),
  };
}

function isDeducted(point: TalkingPoint): boolean {
  return point.against.length > 0 || (point.self !== null && point.manager < point.self);
}

function pointOf(value: ScoredValue): TalkingPoint[] {
  const { manager, self } = value.scores;
  if (manager === null) return [];
  const gate = value.gated ? value.rungs.find((rung) => rung.reach === "gate") : undefined;
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
      gate: gate === undefined ? null : { point: gate.point, statement: gate.statement },
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
  if (!/^\d{4}-\d{2}-\d{2}$/.test(heldOn)) return { code: "invalid_date" };
  if (heldOn > to) return { code: "future_date" };
  return from !== null && heldOn < from ? { code: "before_final" } : null;
}

const textParts = ["good", "short", "direction", "deductions", "minutes"] as const;

/** What one interview must hold. */
export interface InterviewAsks {
  readonly heldBetween: HeldBetween;
  readonly deductionsRequired: boolean;
  /** The policy's bands ask for directions here; they belong to every interview, the refusal only says so. */
  readonly directionsRequired: boolean;
}

function textFault(text: string, max: number, missing: string | null): FieldFault | null {
  const length = text.trim().length;
  if (length === 0) return missing === null ? null : { code: missing };
  return length > max ? { code: "too_long", data: { max } } : null;
}

export type InterviewFaults = Partial<Record<keyof InterviewForm, FieldFault>>;

/** The same on the page, before anything is sent, and in the command. */
export function interviewFaults(form: InterviewForm, asks: InterviewAsks): InterviewFaults {
  const missing = {
    good: "required",
    short: "required",
    direction: asks.directionsRequired ? "directions_required" : "required",
    // The 2006 manual: what was deducted is told to the employee in person, with its facts.
    deductions: asks.deductionsRequired ? "deductions_required" : null,
    minutes: "required",
  };
  const faults: InterviewFaults = {};
  const heldOn = heldOnFault(form.heldOn, asks.heldBetween);
  if (heldOn !== null) faults.heldOn = heldOn;
  for (const part of textParts) {
    const fault = textFault(form[part], interviewLimits[part], missing[part]);
    if (fault !== null) faults[part] = fault;
  }
  return faults;
}
