/** A calendar day as people write it in a zone: "2026-11-21". */
export type IsoDay = string;

const fields = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
} as const;

/** Making one costs a hundred times what asking it does. */
const formats = new Map<string, Intl.DateTimeFormat>();

function wallClock(at: Date, timeZone: string): Record<string, string> {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { ...fields, timeZone });
  formats.set(timeZone, format);
  const parts = format.formatToParts(at);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

export function dayIn(at: Date, timeZone: string): IsoDay {
  const { year, month, day } = wallClock(at, timeZone);
  return `${year?.padStart(4, "0")}-${month}-${day}`;
}

/** "18:00" */
export function timeIn(at: Date, timeZone: string): string {
  const { hour, minute } = wallClock(at, timeZone);
  return `${hour}:${minute}`;
}

function offsetAt(at: Date, timeZone: string): number {
  const { hour, minute, second } = wallClock(at, timeZone);
  const wall = Date.parse(`${dayIn(at, timeZone)}T${hour}:${minute}:${second}Z`);
  return wall - Math.floor(at.getTime() / 1000) * 1000;
}

/**
 * The instant when clocks in the zone show this day and time. Asked twice because the offset that counts is the one at
 * the answer, not at the guess; a time that summer time skips becomes the one an hour later.
 */
export function instantAt(day: IsoDay, time: string, timeZone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const guess = wall - offsetAt(new Date(wall), timeZone);
  const better = wall - offsetAt(new Date(guess), timeZone);
  return new Date(Math.max(better, wall - offsetAt(new Date(better), timeZone)));
}

export function addDays(day: IsoDay, count: number): IsoDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

export interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

export function quarterOf(day: IsoDay): Quarter {
  return {
    year: Number(day.slice(0, 4)),
    quarter: Math.ceil(Number(day.slice(5, 7)) / 3),
  };
}

export function quarterAfter({ year, quarter }: Quarter, count = 1): Quarter {
  const index = year * 4 + quarter - 1 + count;
  return { year: Math.floor(index / 4), quarter: (index % 4) + 1 };
}

export function firstDayOf({ year, quarter }: Quarter): IsoDay {
  return `${year}-${String(quarter * 3 - 2).padStart(2, "0")}-01`;
}

export function lastDayOf(quarter: Quarter): IsoDay {
  return addDays(firstDayOf(quarterAfter(quarter)), -1);
}
