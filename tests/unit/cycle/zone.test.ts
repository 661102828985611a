import { describe, expect, it } from "vitest";
import {
  addDays,
  dayIn,
  firstDayOf,
  instantAt,
  lastDayOf,
  quarterAfter,
  quarterOf,
  timeIn,
} from "@/lib/i18n/zone";

describe("days and times in a zone", () => {
  it.each([
    ["2026-11-24", "18:00", "Asia/Shanghai", "2026-11-24T10:00:00.000Z"],
    ["2026-11-24", "18:00", "America/New_York", "2026-11-24T23:00:00.000Z"],
    ["2026-07-01", "18:00", "America/New_York", "2026-07-01T22:00:00.000Z"],
    ["2026-01-01", "00:00", "Pacific/Kiritimati", "2025-12-31T10:00:00.000Z"],
    ["2026-03-08", "02:30", "America/New_York", "2026-03-08T07:30:00.000Z"],
    ["2026-11-01", "00:30", "America/New_York", "2026-11-01T04:30:00.000Z"],
  ])("%s %s in %s is %s", (day, time, zone, instant) => {
    expect(instantAt(day, time, zone).toISOString()).toBe(instant);
  });

  it("reads back what it wrote, in summer and in winter, in zones with odd offsets", () => {
    for (const zone of ["Asia/Shanghai", "Pacific/Chatham", "Europe/Berlin", "Asia/Kathmandu"])
      for (let day = "2026-01-01"; day < "2027-01-01"; day = addDays(day, 5)) {
        const at = instantAt(day, "18:00", zone);
        expect([dayIn(at, zone), timeIn(at, zone)]).toEqual([day, "18:00"]);
      }
  });

  it("belongs to the day of the zone, not of the machine", () => {
    const at = new Date("2026-12-31T16:30:00Z");
    expect(dayIn(at, "Asia/Shanghai")).toBe("2027-01-01");
    expect(quarterOf(dayIn(at, "Asia/Shanghai"))).toEqual({ year: 2027, quarter: 1 });
    expect(quarterOf(dayIn(at, "UTC"))).toEqual({ year: 2026, quarter: 4 });
  });

  it("counts quarters over the turn of the year", () => {
    expect(quarterAfter({ year: 2026, quarter: 4 })).toEqual({ year: 2027, quarter: 1 });
    expect(quarterAfter({ year: 2026, quarter: 1 }, -1)).toEqual({ year: 2025, quarter: 4 });
    expect(firstDayOf({ year: 2026, quarter: 3 })).toBe("2026-07-01");
    expect(lastDayOf({ year: 2028, quarter: 1 })).toBe("2028-03-31");
    expect(lastDayOf({ year: 2026, quarter: 4 })).toBe("2026-12-31");
  });
});
