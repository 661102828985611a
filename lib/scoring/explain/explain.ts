import type { HalfPoints } from "../documents/framework";
import type { CaseMention, RungOutcome, RungReason } from "../ladder/types";

type Rung = { readonly rung: number };
type Cases = { readonly cases: readonly CaseMention[] };

/**
 * One step of the reasoning, data only. `points` are half-points; over all parts they add up to `soFar`,
 * so an explanation can never tell another story than the score.
 */
export type ExplanationPart =
  | { readonly kind: "granted"; readonly rungs: readonly number[]; readonly points: HalfPoints }
  | {
      readonly kind: "supported";
      readonly rungs: readonly (Rung & Cases)[];
      readonly points: HalfPoints;
    }
  | (Rung & { readonly kind: "half"; readonly because: RungReason; readonly points: HalfPoints })
  | (Rung & { readonly kind: "missed"; readonly because: RungReason; readonly points: HalfPoints })
  | { readonly kind: "all-met"; readonly points: HalfPoints }
  | (Cases & {
      readonly kind: "not-counted";
      readonly rungs: readonly number[];
      readonly gate: number;
      readonly points: HalfPoints;
    })
  | (Rung & { readonly kind: "opens"; readonly by: Opening; readonly points: HalfPoints });

/**
 * What would pass a rung that is not met: being judged at all; a supporting case for a claim; a supporting case and
 * the verdict; the rest of a half reached rung; no more contradicting case next time; a case for a lowered verdict.
 */
export type Opening =
  | "judgement"
  | "case"
  | "case-and-verdict"
  | "rest-of-half"
  | "no-contradiction"
  | "case-or-restore";

export type Explanation = {
  readonly score: HalfPoints | null;
  readonly soFar: HalfPoints;
  readonly gated: boolean;
  readonly parts: readonly ExplanationPart[];
};

export type ExplainInput = {
  readonly score: HalfPoints | null;
  readonly soFar: HalfPoints;
  readonly gated: boolean;
  readonly gate: number | null;
  readonly rungs: readonly RungOutcome[];
  /** Cases filed for rungs behind the gate. */
  readonly waiting: readonly (CaseMention & Rung)[];
};

const openings: Readonly<Record<RungReason["kind"], Opening>> = {
  "not-judged": "judgement",
  unproven: "case",
  "not-reached": "case-and-verdict",
  supported: "rest-of-half",
  contradicted: "no-contradiction",
  excused: "no-contradiction",
  "lowered-without-case": "case-or-restore",
  "no-contradiction": "judgement",
};

function passedParts(rungs: readonly RungOutcome[]): ExplanationPart[] {
  const granted: number[] = [];
  const supported: (Rung & Cases)[] = [];
  for (const rung of rungs) {
    if (rung.standing !== "passed") continue;
    if (rung.because.kind === "supported")
      supported.push({ rung: rung.point, cases: rung.because.cases });
    else granted.push(rung.point);
  }
  return [
    ...(granted.length
      ? [{ kind: "granted", rungs: granted, points: granted.length * 2 } as const]
      : []),
    ...(supported.length
      ? [{ kind: "supported", rungs: supported, points: supported.length * 2 } as const]
      : []),
  ];
}

function missedPart({ point, verdict, because }: RungOutcome): ExplanationPart {
  return verdict === "partly"
    ? { kind: "half", rung: point, because, points: 1 }
    : { kind: "missed", rung: point, because, points: 0 };
}

/** Builds the reasoning behind one value's score from its judged rungs. */
export function explainValue(input: ExplainInput): Explanation {
  const { score, soFar, gated, gate, rungs, waiting } = input;
  const barred = rungs.filter((rung) => rung.standing === "gate");
  const parts = [...passedParts(rungs), ...barred.map(missedPart)];
  if (barred.length === 0) parts.push({ kind: "all-met", points: 0 });
  if (gate !== null && waiting.length > 0) {
    const points = [...new Set(waiting.map((entry) => entry.rung))].sort((a, b) => a - b);
    const cases = waiting.map(({ id, title }) => ({ id, title }));
    parts.push({ kind: "not-counted", rungs: points, gate, cases, points: 0 });
  }
  for (const rung of barred)
    parts.push({ kind: "opens", rung: rung.point, by: openings[rung.because.kind], points: 0 });
  return { score, soFar, gated, parts };
}
