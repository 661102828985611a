import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** One way to do the work on units `from` up to `to`; answers a figure that depends on all of them. */
export interface Contestant {
  readonly name: string;
  readonly run: (from: number, to: number) => number;
}

export interface Measured {
  readonly name: string;
  /** Nanoseconds a unit: the median of the turns, and the bounds of the middle half of them. */
  readonly median: number;
  readonly quarter: number;
  readonly threeQuarters: number;
}

export interface Plan {
  readonly units: number;
  /** Units of one turn: about a millisecond's work, so that most turns are not interrupted. */
  readonly turn: number;
  readonly rounds: number;
  readonly warmUps: number;
}

// What nobody reads the compiler may leave out; this keeps the figures alive.
let kept = 0;

function once({ run }: Contestant, from: number, to: number): number {
  const began = process.hrtime.bigint();
  kept = (kept + run(from, to)) % 1_000_003;
  return Number(process.hrtime.bigint() - began) / (to - from);
}

/** Measures all contestants turn by turn, so that a busy minute of the machine falls on every one of them. */
export function measure(contestants: readonly Contestant[], plan: Plan): Measured[] {
  const times = contestants.map((): number[] => []);
  for (let round = 0; round < plan.warmUps + plan.rounds; round += 1)
    for (let from = 0; from < plan.units; from += plan.turn)
      contestants.forEach((contestant, index) => {
        const time = once(contestant, from, Math.min(plan.units, from + plan.turn));
        if (round >= plan.warmUps) times[index]?.push(time);
      });
  return contestants.map(({ name }, index) => {
    const sorted = (times[index] ?? []).sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
    return { name, median: at(0.5), quarter: at(0.25), threeQuarters: at(0.75) };
  });
}

export interface Memory {
  readonly heapMb: number;
  readonly rssMb: number;
}

function isCollector(candidate: unknown): candidate is () => void {
  return typeof candidate === "function";
}

/** What the process holds once everything that is not needed is given back. */
export function memory(): Memory {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (isCollector(collect)) for (let turn = 0; turn < 3; turn += 1) collect();
  const { heapUsed, rss } = process.memoryUsage();
  const mb = (bytes: number) => Math.round(bytes / 104_857.6) / 10;
  return { heapMb: mb(heapUsed), rssMb: mb(rss) };
}
