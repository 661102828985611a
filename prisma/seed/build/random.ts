import { createHash } from "node:crypto";

/** Numbers that look random and are the same for the same name, whatever was drawn before elsewhere. */
export interface Dice {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number, both bounds included. */
  between(from: number, to: number): number;
  pick<T>(items: readonly T[]): T;
}

export function diceFor(...name: readonly (string | number)[]): Dice {
  let state = createHash("sha256").update(name.join(" ")).digest().readUInt32LE(0);
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[between(0, items.length - 1)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  return { next, between, pick };
}
