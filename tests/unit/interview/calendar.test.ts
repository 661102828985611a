import { describe, expect, it } from "vitest";
import { calendarFile, type CalendarEntry } from "@/lib/interview/format";

const entry: CalendarEntry = {
  uid: "interview-1@tongguan.example",
  sequence: 2,
  stamp: new Date("2026-11-21T02:00:00.123Z"),
  startsAt: new Date("2026-11-25T06:30:00Z"),
  minutes: 45,
  summary: "绩效面谈：陶然",
  place: "三号会议室",
  description: "请登录查看：https://tongguan.example/interview/1",
  url: "https://tongguan.example/interview/1",
};

const linesOf = (over: Partial<CalendarEntry> = {}) =>
  calendarFile({ ...entry, ...over }).split("\r\n");
/** As a calendar reads it: a line that begins with a blank goes on with the one before. */
const unfolded = (over: Partial<CalendarEntry>) =>
  calendarFile({ ...entry, ...over })
    .replaceAll("\r\n ", "")
    .split("\r\n");

describe("the calendar file", () => {
  it("holds instants in UTC, the number of the proposal and an end", () => {
    expect(linesOf()).toEqual([
      ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tongguan//Interview//EN"],
      ...["CALSCALE:GREGORIAN", "METHOD:PUBLISH", "BEGIN:VEVENT"],
      ...["UID:interview-1@tongguan.example", "SEQUENCE:2", "DTSTAMP:20261121T020000Z"],
      ...["DTSTART:20261125T063000Z", "DTEND:20261125T071500Z", "SUMMARY:绩效面谈：陶然"],
      "LOCATION:三号会议室",
      "DESCRIPTION:请登录查看：https://tongguan.example/interview/1",
      "URL:https://tongguan.example/interview/1",
      ...["STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR", ""],
    ]);
  });

  it("escapes what has a meaning of its own, so that no text opens a line", () => {
    const place = "A; B, C\\D\r\nBEGIN:VALARM\nE";
    const found = unfolded({ place }).find((line) => line.startsWith("LOCATION"));
    expect(found).toBe(String.raw`LOCATION:A\; B\, C\\D\nBEGIN:VALARM\nE`);
    expect(linesOf({ place })).not.toContain("BEGIN:VALARM");
  });

  it("has blanks for breaks that only some calendars know", () => {
    const place = "A\u2028B\u2029C\u0085D\u000bE\u000cF";
    expect(linesOf({ place })).toContain("LOCATION:A B C D E F");
  });

  it.each([["会议".repeat(90)], ["x".repeat(200)], ["👩‍💻".repeat(40)], [`${"a".repeat(65)}会议`]])(
    "folds %s at 75 octets without cutting a character",
    (place) => {
      const octets = linesOf({ place }).map((line) => new TextEncoder().encode(line).length);
      expect(Math.max(...octets)).toBeLessThanOrEqual(75);
      expect(calendarFile({ ...entry, place })).not.toContain("\uFFFD");
      expect(unfolded({ place })).toContain(`LOCATION:${place}`);
    },
  );
});
