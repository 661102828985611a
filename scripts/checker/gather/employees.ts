import { hash } from "node:crypto";

const FIRST_SLOTS = 1 << 12;

/**
 * Whom a file has named already: eight bytes of a digest for each, in a table that doubles. A million people take
 * 16 MB; two of ten million take each other's place with a probability of about three in a million.
 */
export class Employees {
  private slots = new BigUint64Array(FIRST_SLOTS);
  count = 0;

  /** Whether the employee is new; remembers them. */
  add(employee: string): boolean {
    if (this.count * 2 >= this.slots.length) this.grow();
    const digest = hash("sha1", employee, "buffer").readBigUInt64LE(0) || 1n;
    const at = this.slotOf(this.slots, digest);
    if (this.slots[at] === digest) return false;
    this.slots[at] = digest;
    this.count += 1;
    return true;
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
