import type { DossierValue } from "@/lib/dossier/types";
import type { FieldFault } from "@/lib/errors/outcome";
import type { TalkingPoint } from "./types";

/** 6 half-points: 3 is the usual standard, 4 and above are worth holding up. */
const USUAL = 6;

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
export function talkingPoints(values: readonly ScoredValue[]): TalkingPoints {
  const points = values.flatMap(pointOf);
  const highestFirst = points.toSorted((a, b) => b.manager - a.manager);
  const best = highestFirst.filter((p) => p.manager > USUAL);
  return {
    good: best.length > 0 ? best : highestFirst.slice(0, 1),
    short: points.filter((p) => p.manager < USUAL).toSorted((a, b) => a.manager - b.manager),
    deducted: points.filter(isDeducted),
  };
}

function isDeducted(point: TalkingPoint): boolean {
  return point.against.length > 0 || (point.self !== null && point.manager < point.self);
}

function pointOf(value: ScoredValue): TalkingPoint[] {
  const { manager, self } = value.scores;
  if (manager === null) return [];
  const gate = value.gated ? value.rungs.find((rung) => rung.standing === "gate") : undefined;
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

/** ISO days between which the interview can have been held: once the scores were final, and not in the future. */
export interface HeldBetween {
  readonly from: string | null;
  readonly to: string;
}

export function heldOnFault(heldOn: string, { from, to }: HeldBetween): FieldFault | null {
  if (heldOn > to) return { code: "future_date" };
  return from !== null && heldOn < from ? { code: "before_final" } : null;
}
