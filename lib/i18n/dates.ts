import type { Locale } from "./locales";

interface DateParts {
  year: number;
  month: number;
  day: number;
  time: string;
  offset: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs more than a hundred uses of it, and a table asks once a row. */
function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "shortOffset",
  });
  formatters.set(timeZone, made);
  return made;
}

const minutes = new Map<string, DateParts>();
/** More than the deadlines and moments of a page. */
const MOST = 500;

/** Taking a moment apart costs as much as a short table, and every page shows the same deadlines. */
function partsOf(date: Date, timeZone: string): DateParts {
  const minute = `${timeZone} ${Math.floor(date.getTime() / 60_000)}`;
  const parts = minutes.get(minute) ?? takenApart(date, timeZone);
  if (minutes.size >= MOST) minutes.clear();
  minutes.set(minute, parts);
  return parts;
}

/** Written out by hand because Intl leaves out the spaces Chinese typography wants at figures. */
function takenApart(date: Date, timeZone: string): DateParts {
  const parts = formatterFor(timeZone).formatToParts(date);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value ?? "";
  return {
    year: Number(read("year")),
    month: Number(read("month")),
    day: Number(read("day")),
    time: `${read("hour")}:${read("minute")}`,
    offset: read("timeZoneName"),
  };
}

const englishMonths = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function dayText({ year, month, day }: DateParts, locale: Locale, withYear: boolean): string {
  if (locale === "zh") return `${withYear ? `${year} 年 ` : ""}${month} 月 ${day} 日`;
  return `${day} ${englishMonths[month - 1] ?? ""}${withYear ? ` ${year}` : ""}`;
}

/** “2026 年 11 月 24 日” or “24 Nov 2026”. */
export function formatDay(date: Date, locale: Locale, timeZone: string): string {
  return dayText(partsOf(date, timeZone), locale, true);
}

/** “2026 年 11 月 24 日 18:00” or “24 Nov 2026 18:00”. */
export function formatMoment(date: Date, locale: Locale, timeZone: string): string {
  const parts = partsOf(date, timeZone);
  return `${dayText(parts, locale, true)} ${parts.time}`;
}

/** “11 月 24 日 18:00 (GMT+8)”: a deadline always names its zone. */
export function formatDeadline(date: Date, locale: Locale, timeZone: string): string {
  const parts = partsOf(date, timeZone);
  const zone = locale === "zh" ? `（${parts.offset}）` : ` (${parts.offset})`;
  return `${dayText(parts, locale, false)} ${parts.time}${zone}`;
}

export function formatTime(date: Date, timeZone: string): string {
  return partsOf(date, timeZone).time;
}

/** Whole calendar days from one instant to another, as people in the zone count them. */
export function calendarDaysBetween(from: Date, to: Date, timeZone: string): number {
  const dayNumber = (date: Date) => {
    const { year, month, day } = partsOf(date, timeZone);
    return Date.UTC(year, month - 1, day) / 86_400_000;
  };
  return dayNumber(to) - dayNumber(from);
}
