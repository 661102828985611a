import { hash } from "node:crypto";
import { identityKey } from "@/lib/text/identity";

const FIRST_SLOTS = 1 << 12;
const MOST_SPELLINGS = 100_000;

/**
 * Whom a file has named already: eight bytes of a digest for each, in a table that doubles. A million people take
 * 16 MB; two of ten million take each other's place with a probability of about three in a million.
 */
export class Employees {
  private slots = new BigUint64Array(FIRST_SLOTS);
  /** How those are written who are not written in the form they are compared in; not of more than a few. */
  private readonly spellings = new Map<string, string>();
  count = 0;

  /** Null for somebody new, who is remembered; otherwise how they were written before, as far as that is known. */
  add(written: string): string | null {
    if (this.count * 2 >= this.slots.length) this.grow();
    const key = identityKey(written);
    const digest = hash("sha1", key, "buffer").readBigUInt64LE(0) || 1n;
    const at = this.slotOf(this.slots, digest);
    if (this.slots[at] === digest) return this.spelling(key, written);
    this.slots[at] = digest;
    this.count += 1;
    if (key !== written && this.spellings.size < MOST_SPELLINGS) this.spellings.set(key, written);
    return null;
  }

  private spelling(key: string, written: string): string {
    const known = this.spellings.get(key);
    return known ?? (this.spellings.size < MOST_SPELLINGS ? key : written);
  }

  private slotOf(slots: BigUint64Array, digest: bigint): number {
    const mask = slots.length - 1;
    let at = Number(digest & BigInt(mask));
    while (slots[at] !== 0n && slots[at] !== digest) at = (at + 1) & mask;
    return at;
  }

  private grow() {
    const larger = new BigUint64Array(this.slots.length * 2);
    for (const digest of this.slots)
      if (digest !== 0n) larger[this.slotOf(larger, digest)] = digest;
    this.slots = larger;
  }
}
