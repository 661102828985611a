import type { ValueDefinition } from "../documents/framework";
import type { ValueInput, Verdict } from "./types";

/**
 * What one rung was given, in five bits: the verdict in the lower two, then whether a supporting and whether a
 * contradicting case is filed for it. Nothing else about a rung can move a score. The fifth says that a supporting case
 * is the employee's own, which decides who must look, never the score.
 */
export type Signal = number;

export const SUPPORT = 4;
export const CONTRADICTION = 8;
/** Stands beside SUPPORT, never alone. */
export const CLAIM = 16;

const verdictOfBits: readonly (Verdict | undefined)[] = [undefined, "met", "partly", "unmet"];

/** Comparisons, because looking a word up in a table takes longer than everything else here. */
function bitsOf(verdict: Verdict): Signal {
  if (verdict === "met") return 1;
  return verdict === "partly" ? 2 : 3;
}

export function verdictOf(signal: Signal): Verdict | undefined {
  return verdictOfBits[signal & 3];
}

/**
 * Writes one signal a rung into `signals` from `at`. Answers whether all judgements and cases surely speak of rungs
 * the value has; those that do not are left out, and `strayRungs` names them.
 */
export function encode(
  value: ValueDefinition,
  { judgements, cases }: ValueInput,
  signals: Uint8Array,
  at: number,
): boolean {
  const { length } = value.rungs;
  let judged = 0;
  for (let index = 0; index < length; index += 1) {
    const verdict = judgements[index + 1];
    signals[at + index] = verdict === undefined ? 0 : bitsOf(verdict);
    if (verdict !== undefined) judged += 1;
  }
  let inside = true;
  for (const { rung, kind, byEmployee } of cases) {
    const support = byEmployee === true ? SUPPORT | CLAIM : SUPPORT;
    const bit = kind === "supports" ? support : CONTRADICTION;
    if (rung >= 1 && rung <= length && Number.isInteger(rung))
      signals[at + rung - 1] = (signals[at + rung - 1] ?? 0) | bit;
    else inside = false;
  }
  // More keys than judgements read: one of them stands for a rung the value does not have, or is undefined.
  return inside && Object.keys(judgements).length === judged;
}

/** Rung points that are judged or have a case though the value has no such rung. */
export function strayRungs(value: ValueDefinition, { judgements, cases }: ValueInput): number[] {
  const known = new Set(value.rungs.map((rung) => rung.point));
  const judged = Object.keys(judgements)
    .map(Number)
    .filter((point) => judgements[point] !== undefined);
  const strays = [...judged, ...cases.map((entry) => entry.rung)];
  return [...new Set(strays.filter((point) => !known.has(point)))].sort((a, b) => a - b);
}
