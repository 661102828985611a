import type { FieldFault } from "@/lib/errors/outcome";
import { addDays, dayIn, instantAt, timeIn } from "@/lib/i18n/zone";
import type { Appointment } from "../types";

/** An appointment as a form holds it, by wall clocks in the company's zone. */
export interface Placed {
  /** ISO date. */
  readonly day: string;
  /** "14:30" */
  readonly time: string;
  readonly minutes: string;
  readonly place: string;
  readonly note: string;
}

/** Of days: an interview is not arranged further ahead, a year mistyped is. */
const FURTHEST = 92;

export const lengths = [15, 30, 45, 60, 90, 120] as const;

export function placedIn(appointment: Appointment | undefined, timeZone: string): Placed {
  if (appointment === undefined)
    return { day: "", time: "10:00", minutes: "45", place: "", note: "" };
  const { startsAt, minutes, place, note } = appointment;
  return {
    day: dayIn(startsAt, timeZone),
    time: timeIn(startsAt, timeZone),
    minutes: String(minutes),
    place,
    note,
  };
}

/** The instant, and what is wrong with it: behind us, or too far ahead. */
export function appointmentFault(
  { day, time }: Pick<Placed, "day" | "time">,
  now: Date,
  timeZone: string,
): { readonly startsAt: Date; readonly fault: Readonly<Record<string, FieldFault>> | null } {
  const startsAt = instantAt(day, time, timeZone);
  if (day > addDays(dayIn(now, timeZone), FURTHEST))
    return { startsAt, fault: { day: { code: "appointment_far", data: { days: FURTHEST } } } };
  if (startsAt > now) return { startsAt, fault: null };
  const at = day < dayIn(now, timeZone) ? "day" : "time";
  return { startsAt, fault: { [at]: { code: "appointment_past" } } };
}
