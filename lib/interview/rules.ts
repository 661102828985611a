import type { DossierValue } from "@/lib/dossier/types";
import type { TalkingPoint } from "./types";

/** 6 half-points: 3 is the usual standard, 4 and above are worth holding up. */
const USUAL = 6;

export interface TalkingPoints {
  readonly good: readonly TalkingPoint[];
  readonly short: readonly TalkingPoint[];
  readonly deducted: readonly TalkingPoint[];
}

/** Sorts the values into what was good, where it fell short, and what was taken off and must be told with its facts. */
export function talkingPoints(values: readonly DossierValue[]): TalkingPoints {
  const points = values.flatMap(pointOf);
  const best = points.filter((p) => p.manager > USUAL).toSorted((a, b) => b.manager - a.manager);
  const highest = points.toSorted((a, b) => b.manager - a.manager).slice(0, 1);
  return {
    good: best.length > 0 ? best : highest,
    short: points.filter((p) => p.manager < USUAL).toSorted((a, b) => a.manager - b.manager),
    deducted: points.filter(isDeducted),
  };
}

export function isDeducted(point: TalkingPoint): boolean {
  return point.against.length > 0 || (point.self !== null && point.manager < point.self);
}

function pointOf(value: DossierValue): TalkingPoint[] {
  const { manager, self } = value.scores;
  if (manager === null) return [];
  const gate = value.gated ? value.rungs.find((rung) => rung.standing === "gate") : undefined;
  return [
    {
      key: value.key,
      name: value.name,
      self,
      manager,
      maxHalfPoints: value.maxHalfPoints,
      explanation: value.explanations.manager,
      justification: value.justification,
      against: value.rungs.flatMap((rung) =>
        rung.cases.filter((item) => item.kind === "contradicts"),
      ),
      gate: gate === undefined ? null : { point: gate.point, statement: gate.statement },
    },
  ];
}
