/** One meeting of two people, for a calendar. Nothing in it may tell a score or a value. */
export interface CalendarEntry {
  /** Stays the same through every move. */
  readonly uid: string;
  /** Grows with every move, so that a calendar takes the later one over. */
  readonly sequence: number;
  readonly stamp: Date;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly summary: string;
  readonly place: string;
  readonly description: string;
  readonly url: string;
}

/** "20261130T060000Z": an instant, which every calendar shows in its owner's zone. */
const instant = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, "");

/** Marks that keep a name's direction inside a sentence; a calendar may draw them as boxes. */
const isolates = /[\u2066-\u2069]/g;

/** Breaks that RFC 5545 does not know; some calendars end a line there. */
const otherBreaks = /[\v\f\u0085\u2028\u2029]/g;

/** Of a text: backslash, semicolon, comma and line break have a meaning of their own in RFC 5545, 3.3.11. */
function escaped(text: string): string {
  const plain = text.replaceAll(isolates, "").replaceAll(otherBreaks, " ");
  return plain.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`);
}

const MOST_OCTETS = 75;

/** RFC 5545, 3.1: no line is longer than 75 octets; what follows begins with a blank. No character is cut in two. */
function folded(line: string): string {
  let text = "";
  let used = 0;
  for (const character of line) {
    const octets = new TextEncoder().encode(character).length;
    const over = used + octets > MOST_OCTETS;
    text += over ? `\r\n ${character}` : character;
    used = over ? 1 + octets : used + octets;
  }
  return text;
}

/** A calendar file of one meeting. Why it is written here: docs/decisions/2026-11-30-calendar-files.md. */
export function calendarFile(entry: CalendarEntry): string {
  const { uid, sequence, stamp, startsAt, minutes, summary, place, description, url } = entry;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tongguan//Interview//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `SEQUENCE:${String(sequence)}`,
    `DTSTAMP:${instant(stamp)}`,
    `DTSTART:${instant(startsAt)}`,
    `DTEND:${instant(new Date(startsAt.getTime() + minutes * 60_000))}`,
    `SUMMARY:${escaped(summary)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    "STATUS:CONFIRMED",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}
