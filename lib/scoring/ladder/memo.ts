import { SIGNALS } from "./signals";

/** More distinct ways to judge one value than this are not met in practice; beyond it everything is forgotten. */
const LIMIT = 32_768;

/**
 * A ladder is a finite function of its signals, so each way to judge it is worked out once and then looked up: a
 * tree of `depth` steps, one a rung, kept flat. A result must be the same for everybody and never be changed.
 */
export class Memo<T> {
  #next = new Int32Array(SIGNALS * 64);
  #nodes = 1;
  #results: T[] = [];

  constructor(
    readonly depth: number,
    readonly work: (signals: readonly number[]) => T,
    readonly limit = LIMIT,
  ) {}

  /** The result for the signals from `at` on. */
  get(signals: Uint8Array, at: number): T {
    const next = this.#next;
    const last = at + this.depth - 1;
    let node = 0;
    for (let index = at; index < last; index += 1) {
      node = next[node * SIGNALS + (signals[index] ?? 0)] ?? 0;
      if (node === 0) return this.#learn(signals, at);
    }
    const leaf = next[node * SIGNALS + (signals[last] ?? 0)] ?? 0;
    return this.#results[leaf - 1] ?? this.#learn(signals, at);
  }

  #learn(signals: Uint8Array, at: number): T {
    if (this.#results.length >= this.limit) this.#forget();
    const result = this.work(Array.from(signals.subarray(at, at + this.depth)));
    this.#results.push(result);
    const leaf = this.#path(signals, at) * SIGNALS + (signals[at + this.depth - 1] ?? 0);
    this.#next[leaf] = this.#results.length;
    return result;
  }

  /** The node before the last rung, made where it is missing. */
  #path(signals: Uint8Array, at: number): number {
    let node = 0;
    for (let index = at; index < at + this.depth - 1; index += 1) {
      const slot = node * SIGNALS + (signals[index] ?? 0);
      if (this.#next[slot] === 0) {
        // Growing replaces the table, so the node is made before the slot is written.
        const made = this.#grow();
        this.#next[slot] = made;
      }
      node = this.#next[slot] ?? 0;
    }
    return node;
  }

  #grow(): number {
    const node = this.#nodes;
    this.#nodes += 1;
    if (this.#nodes * SIGNALS > this.#next.length) {
      const wider = new Int32Array(this.#next.length * 2);
      wider.set(this.#next);
      this.#next = wider;
    }
    return node;
  }

  #forget() {
    this.#next = new Int32Array(SIGNALS * 64);
    this.#nodes = 1;
    this.#results = [];
  }
}
