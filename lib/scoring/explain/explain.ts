import { RUNG_HALF_POINTS, type HalfPoints } from "../figures";
import type { RungOutcome, RungReason } from "../ladder/types";
import type { ExplanationPart, Opening } from "./types";

type ExplainInput = {
  /** What the rungs add up to before the value's cap. */
  readonly earned: HalfPoints;
  readonly soFar: HalfPoints;
  readonly gate: number | null;
  readonly rungs: readonly RungOutcome[];
  /** Rungs behind the gate that have a case. */
  readonly waiting: readonly number[];
};

const openings: Readonly<Record<RungReason, Opening>> = {
  "not-judged": "judgement",
  unproven: "case",
  "not-reached": "case-and-verdict",
  supported: "rest-of-half",
  "half-not-allowed": "rest-of-half",
  contradicted: "no-contradiction",
  excused: "no-contradiction",
  "lowered-without-case": "case-or-restore",
  "no-contradiction": "judgement",
  stated: "judgement",
};

/** A presumed rung needs no case of its own, whatever half was tried on it. */
function openingOf({ because, grant }: RungOutcome): Opening {
  const presumedHalf = because === "half-not-allowed" && grant === "presumed";
  return presumedHalf ? "case-or-restore" : openings[because];
}

function passedParts(rungs: readonly RungOutcome[]): ExplanationPart[] {
  const passed = rungs.filter((rung) => rung.reach === "passed");
  return (["granted", "supported"] as const).flatMap((kind) => {
    const ofKind = passed.filter(
      ({ because }) => (because === "supported") === (kind === "supported"),
    );
    const points = ofKind.map(({ point }) => point);
    return points.length === 0
      ? []
      : [{ kind, rungs: points, points: points.length * RUNG_HALF_POINTS }];
  });
}

function missedPart({ point, verdict, because }: RungOutcome): ExplanationPart {
  return verdict === "partly"
    ? { kind: "half", rung: point, because, points: 1 }
    : { kind: "missed", rung: point, because, points: 0 };
}

/** The reasoning behind one value's score from its judged rungs. */
export function explainLadder(input: ExplainInput): readonly ExplanationPart[] {
  const { earned, soFar, gate, rungs, waiting } = input;
  const barred = rungs.filter((rung) => rung.reach === "gate");
  const parts = [...passedParts(rungs), ...barred.map(missedPart)];
  if (barred.length === 0) parts.push({ kind: "all-met", points: 0 });
  if (earned > soFar) parts.push({ kind: "capped", cap: soFar, points: soFar - earned });
  if (gate !== null && waiting.length > 0)
    parts.push({ kind: "not-counted", rungs: waiting, gate, points: 0 });
  for (const rung of barred)
    parts.push({ kind: "opens", rung: rung.point, by: openingOf(rung), points: 0 });
  return parts;
}
