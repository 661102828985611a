import { readSync } from "node:fs";
import { sampleRank, sampleSize } from "@/lib/scoring";
import { TemporaryFile } from "../read/source";
import type { Checked } from "../check";
import type { Spooled } from "./spool";
import type { Draw } from "./summary";

const RECORD = 12;
const BATCH = 20_000;

const itemOf = (employee: string, value: string) => `${employee}/${value}`;

/** The k smallest ranks seen, largest on top, in a fixed piece of memory. */
class Smallest {
  private readonly heap: Float64Array;
  private size = 0;

  constructor(readonly most: number) {
    this.heap = new Float64Array(most);
  }

  offer(rank: number) {
    if (this.most === 0) return;
    if (this.size < this.most) {
      this.heap[this.size] = rank;
      this.up(this.size);
      this.size += 1;
    } else if (rank < this.largest()) {
      this.heap[0] = rank;
      this.down();
    }
  }

  largest(): number {
    return this.size === 0 ? -1 : (this.heap[0] ?? -1);
  }

  private at(index: number): number {
    return this.heap[index] ?? -1;
  }

  private swap(a: number, b: number) {
    const kept = this.at(a);
    this.heap[a] = this.at(b);
    this.heap[b] = kept;
  }

  private up(from: number) {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (this.at(parent) >= this.at(at)) return;
      this.swap(parent, at);
      at = parent;
    }
  }

  private down() {
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      if (left >= this.size) return;
      const larger = left + 1 < this.size && this.at(left + 1) > this.at(left) ? left + 1 : left;
      if (this.at(at) >= this.at(larger)) return;
      this.swap(at, larger);
      at = larger;
    }
  }
}

/**
 * Draws for every manager ⌈n · percent / 100⌉ of the scores that may be drawn, in memory for the managers and the
 * drawn only: ranks go to a temporary file and are read again once n is known. The same draw as `drawSample` of the
 * scoring rules, in whatever order people come.
 */
export class Sampling {
  private readonly file = new TemporaryFile();
  private readonly managers = new Map<string | null, number>();
  private readonly counts: number[] = [];
  private batch = Buffer.allocUnsafe(RECORD * BATCH);
  private filled = 0;
  private bounds: number[] | null = null;
  private drawn = 0;

  constructor(
    readonly percent: number,
    readonly seed: string,
  ) {}

  add({ person, manager }: Checked) {
    for (const value of person.audit.sample) {
      const group = this.managers.get(manager) ?? this.managers.size;
      this.managers.set(manager, group);
      this.counts[group] = (this.counts[group] ?? 0) + 1;
      this.batch.writeUInt32LE(group, this.filled);
      this.batch.writeDoubleLE(
        sampleRank(this.seed, itemOf(person.employee, value)),
        this.filled + 4,
      );
      this.filled += RECORD;
      if (this.filled === this.batch.length) this.flush();
    }
  }

  /** Which of the person's values are drawn. Call once everybody has been added. */
  drawnOf({ employee, manager, candidates }: Spooled): string[] {
    if (candidates.length === 0) return [];
    this.bounds ??= this.draw();
    const bound = this.bounds[this.managers.get(manager) ?? -1] ?? -1;
    const drawn = candidates.filter(
      (value) => sampleRank(this.seed, itemOf(employee, value)) <= bound,
    );
    this.drawn += drawn.length;
    return drawn;
  }

  /** Before another pass over the same people. */
  startAgain() {
    this.drawn = 0;
  }

  report(): Draw {
    return { seed: this.seed, percent: this.percent, drawn: this.drawn };
  }

  close() {
    this.file.close();
  }

  private flush() {
    this.file.write(this.batch.subarray(0, this.filled));
    this.filled = 0;
  }

  private draw(): number[] {
    this.flush();
    const groups = this.counts.map((count) => new Smallest(sampleSize(count, this.percent)));
    for (let at = 0; ;) {
      const read = readSync(this.file.descriptor, this.batch, 0, this.batch.length, at);
      if (read === 0) break;
      at += read;
      for (let record = 0; record < read; record += RECORD)
        groups[this.batch.readUInt32LE(record)]?.offer(this.batch.readDoubleLE(record + 4));
    }
    return groups.map((group) => group.largest());
  }
}
