import { stages } from "@/lib/appraisal/stages";
import type { Stage } from "@/lib/appraisal/types";
import { stableId } from "@/lib/db/ids";
import {
  addDays,
  dayIn,
  firstDayOf,
  instantAt,
  lastDayOf,
  quarterAfter,
  quarterOf,
  type IsoDay,
  type Quarter,
} from "@/lib/i18n/zone";

export const timeZone = "Asia/Shanghai";

/** One quarter of the demo: when it ran, and the days its cases may have happened on. */
export interface SeedCycle extends Quarter {
  readonly id: string;
  readonly open: boolean;
  /** Quarters before the open one, which is 0. */
  readonly ago: number;
  readonly openedAt: Date;
  /** When a closed quarter was closed; for the open one the instant of the seed. */
  readonly until: Date;
  readonly casesFrom: IsoDay;
  readonly casesTo: IsoDay;
  readonly windows: readonly { stage: Stage; opensAt: Date; closesAt: Date }[];
}

/** Days from the seed to each deadline of the open quarter. */
const openDeadlines = [3, 7, 10, 13, 15, 20, 27];
/** Days from the opening to each deadline of a closed quarter. */
const closedDeadlines = [8, 14, 17, 20, 22, 26, 30];

export function cyclesAt(now: Date): readonly SeedCycle[] {
  const current = quarterOf(dayIn(now, timeZone));
  const past = [4, 3, 2, 1].map((ago) => closedCycle(quarterAfter(current, -ago), ago));
  return [...past, openCycle(current, now)];
}

function closedCycle(quarter: Quarter, ago: number): SeedCycle {
  const last = lastDayOf(quarter);
  const opening = addDays(last, -31);
  const openedAt = instantAt(opening, "09:00", timeZone);
  return {
    ...quarter,
    id: cycleId(ago),
    open: false,
    ago,
    openedAt,
    until: instantAt(last, "18:00", timeZone),
    casesFrom: addDays(firstDayOf(quarter), 5),
    casesTo: addDays(opening, -1),
    windows: windowsFrom(opening, closedDeadlines, openedAt),
  };
}

function openCycle(quarter: Quarter, now: Date): SeedCycle {
  const today = dayIn(now, timeZone);
  const opening = addDays(today, -12);
  const openedAt = instantAt(opening, "09:00", timeZone);
  // Early in a quarter nothing has happened in it yet; the cases then reach back a month.
  const month = addDays(opening, -31);
  const start = firstDayOf(quarter);
  return {
    ...quarter,
    id: cycleId(0),
    open: true,
    ago: 0,
    openedAt,
    until: now,
    casesFrom: start < month ? start : month,
    casesTo: addDays(opening, -1),
    windows: windowsFrom(today, openDeadlines, openedAt),
  };
}

/** Named as if the open quarter were always this one: what people did and what was drawn follow from the id, so that they are the same on every date. */
const named: Quarter = { year: 2026, quarter: 4 };

function cycleId(ago: number): string {
  const { year, quarter } = quarterAfter(named, -ago);
  return stableId("demo cycle", year, quarter);
}

function windowsFrom(day: IsoDay, deadlines: readonly number[], opensAt: Date) {
  return stages.map((stage, index) => ({
    stage,
    opensAt,
    closesAt: instantAt(addDays(day, deadlines[index] ?? 30), "18:00", timeZone),
  }));
}

/**
 * The moment a fraction of the way through the quarter's work, moved into office hours. The hours are squeezed evenly,
 * so what came first still comes first.
 */
export function momentOf({ openedAt, until }: SeedCycle, fraction: number): Date {
  const at = new Date(openedAt.getTime() + (until.getTime() - openedAt.getTime()) * fraction);
  const day = dayIn(at, timeZone);
  const midnight = instantAt(day, "00:00", timeZone).getTime();
  const nine = instantAt(day, "09:00", timeZone).getTime();
  return new Date(Math.round(nine + ((at.getTime() - midnight) * 9) / 24));
}
