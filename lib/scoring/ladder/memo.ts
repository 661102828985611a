import { SIGNALS } from "./signals";

/** More distinct ways to judge one value than this are not met in practice; beyond it everything is forgotten. */
const LIMIT = 32_768;

/**
 * A ladder is a finite function of its signals, so each way to judge it is worked out once and then looked up: a
 * tree of `depth` steps, one a rung, kept flat. A result must be the same for everybody and never be changed.
 */
export function remember<T>(depth: number, work: (signals: readonly number[]) => T, limit = LIMIT) {
  let next = new Int32Array(SIGNALS * 64);
  let nodes = 1;
  let results: T[] = [];

  function grow() {
    const wider = new Int32Array(next.length * 2);
    wider.set(next);
    next = wider;
  }

  function learn(signals: Uint8Array, at: number): T {
    if (results.length >= limit) {
      next = new Int32Array(SIGNALS * 64);
      nodes = 1;
      results = [];
    }
    let node = 0;
    for (let step = 0; step < depth - 1; step += 1) {
      const slot = node * SIGNALS + (signals[at + step] ?? 0);
      if (next[slot] === 0) {
        if ((nodes + 1) * SIGNALS > next.length) grow();
        next[slot] = nodes;
        nodes += 1;
      }
      node = next[slot] ?? 0;
    }
    const result = work(Array.from(signals.subarray(at, at + depth)));
    results.push(result);
    next[node * SIGNALS + (signals[at + depth - 1] ?? 0)] = results.length;
    return result;
  }

  return (signals: Uint8Array, at: number): T => {
    let node = 0;
    for (let step = 0; step < depth - 1; step += 1) {
      node = next[node * SIGNALS + (signals[at + step] ?? 0)] ?? 0;
      if (node === 0) return learn(signals, at);
    }
    const leaf = next[node * SIGNALS + (signals[at + depth - 1] ?? 0)] ?? 0;
    return results[leaf - 1] ?? learn(signals, at);
  };
}
