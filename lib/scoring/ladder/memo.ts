import type { Signal } from "./signals";

const LOWER = 0b1111;
/** So many signals of four bits make one whole number that stays small for the machine. */
const KEY_RUNGS = 7;
/** More distinct ways to judge one value than this are not met in practice; beyond it everything is forgotten. */
const LIMIT = 4096;
/** At most half full, so that a search ends after a step or two. A power of two, with its number of bits. */
const SLOT_BITS = 13;
const SLOTS = 1 << SLOT_BITS;
/** Spreads neighbouring keys over the table: 2³² divided by the golden ratio. */
const GOLDEN = 0x9e3779b1;

/**
 * A ladder is a finite function of its signals, so each way to judge it is worked out once and then looked up, in a
 * table with open addressing. A result is the same for everybody and must never be changed. Values of more than
 * seven rungs are worked out every time. Only the lower four bits of a signal are read.
 */
export class Memo<T> {
  #keys = new Int32Array(SLOTS).fill(-1);
  #results: (T | undefined)[] = new Array<undefined>(SLOTS).fill(undefined);
  #known = 0;

  constructor(
    readonly depth: number,
    readonly work: (signals: readonly Signal[]) => T,
  ) {}

  /** The result for the `depth` signals from `at` on. */
  get(signals: Uint8Array, at: number): T {
    if (this.depth > KEY_RUNGS) return this.#fresh(signals, at);
    const end = at + this.depth;
    let key = 0;
    for (let index = at; index < end; index += 1)
      key = (key << 4) | ((signals[index] ?? 0) & LOWER);
    const keys = this.#keys;
    let slot = Math.imul(key, GOLDEN) >>> (32 - SLOT_BITS);
    while (keys[slot] !== key) {
      if (keys[slot] === -1) return this.#learn(key, this.#fresh(signals, at));
      slot = (slot + 1) % SLOTS;
    }
    return this.#results[slot] ?? this.#fresh(signals, at);
  }

  #fresh(signals: Uint8Array, at: number): T {
    const own = signals.subarray(at, at + this.depth);
    return this.work(Array.from(own, (signal) => signal & LOWER));
  }

  #learn(key: number, result: T): T {
    if (this.#known >= LIMIT) this.#forget();
    let slot = Math.imul(key, GOLDEN) >>> (32 - SLOT_BITS);
    while (this.#keys[slot] !== -1) slot = (slot + 1) % SLOTS;
    this.#keys[slot] = key;
    this.#results[slot] = result;
    this.#known += 1;
    return result;
  }

  #forget() {
    this.#keys.fill(-1);
    this.#results.fill(undefined);
    this.#known = 0;
  }
}
