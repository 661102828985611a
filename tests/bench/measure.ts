import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** One way to do the work. `run` does `count` units and answers a figure that depends on all of them. */
export interface Contestant {
  readonly name: string;
  readonly count: number;
  readonly run: () => number;
}

export interface Measured {
  readonly name: string;
  /** Nanoseconds a unit: the median of the rounds, the best and the worst of them. */
  readonly median: number;
  readonly best: number;
  readonly worst: number;
}

// What nobody reads the compiler may leave out; this keeps the figures alive.
let kept = 0;

function once({ count, run }: Contestant): number {
  const began = process.hrtime.bigint();
  kept = (kept + run()) % 1_000_003;
  return Number(process.hrtime.bigint() - began) / count;
}

/** Measures all contestants turn by turn, so that a busy minute of the machine falls on every one of them. */
export function measure(
  contestants: readonly Contestant[],
  rounds: number,
  warmUps = 3,
): Measured[] {
  const times = contestants.map((): number[] => []);
  for (let round = 0; round < warmUps + rounds; round += 1)
    contestants.forEach((contestant, index) => {
      const time = once(contestant);
      if (round >= warmUps) times[index]?.push(time);
    });
  return contestants.map(({ name }, index) => {
    const sorted = (times[index] ?? []).sort((a, b) => a - b);
    const at = (place: number) => sorted[place] ?? Number.NaN;
    return { name, median: at(sorted.length >> 1), best: at(0), worst: at(sorted.length - 1) };
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
