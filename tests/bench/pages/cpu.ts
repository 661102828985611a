import { readdirSync, readFileSync } from "node:fs";
import { Refusal } from "../../../scripts/terminal";

/** Figures of /proc/<pid>/stat after the name, which may hold spaces itself; proc(5) counts from 1. */
function statOf(pid: number): readonly string[] {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}

const field = (stat: readonly string[], number: number) => Number(stat[number - 3]);

export function parentOf(pid: number): number {
  return field(statOf(pid), 4);
}

function everyStat(): (readonly string[])[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      return [statOf(Number(pid))];
    } catch {
      // It ended between the list and the look.
      return [];
    }
  });
}

/** Linux counts a hundred ticks a second for every program, whatever its own clock. */
const TICK_MILLISECONDS = 10;

/** Milliseconds of CPU a process and its children have used, those that have ended included. */
export function cpuOf(pid: number): number {
  const own = statOf(pid);
  const living = everyStat().filter((stat) => field(stat, 4) === pid);
  const ticks = [14, 15, 16, 17].reduce((sum, number) => sum + field(own, number), 0);
  const theirs = living.reduce((sum, stat) => sum + field(stat, 14) + field(stat, 15), 0);
  return (ticks + theirs) * TICK_MILLISECONDS;
}

export function refuseWithoutProc(): void {
  if (process.platform === "linux") return;
  throw new Refusal(
    "页面测量要读取 /proc，只能在 Linux 上进行。",
    "Measuring pages reads /proc and works on Linux only.",
  );
}
