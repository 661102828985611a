import { calendarDaysBetween } from "@/lib/i18n/dates";

export type DeadlineTone = "calm" | "soon" | "near" | "over";

export type DeadlineState =
  | { kind: "left"; days: number; tone: DeadlineTone }
  | { kind: "tomorrow" | "today" | "over"; tone: DeadlineTone }
  | { kind: "late"; days: number; tone: DeadlineTone };

/** The tone turns at 3, 1 and 0 days, counted by the calendar of the zone as people do. */
export function deadlineState(due: Date, now: Date, timeZone: string): DeadlineState {
  const days = calendarDaysBetween(now, due, timeZone);
  if (due <= now)
    return days < 0 ? { kind: "late", days: -days, tone: "over" } : { kind: "over", tone: "over" };
  if (days === 0) return { kind: "today", tone: "near" };
  if (days === 1) return { kind: "tomorrow", tone: "near" };
  return { kind: "left", days, tone: days <= 3 ? "soon" : "calm" };
}
