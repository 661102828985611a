import { describe, expect, it } from "vitest";
import { formatDay, formatDeadline, formatMoment } from "@/lib/i18n/dates";
import { chooseLocale } from "@/lib/i18n/locales";

describe("chooseLocale", () => {
  it.each([
    ["en", "zh-CN", "en"],
    ["fr", "en-GB,en;q=0.9,zh;q=0.8", "en"],
    [undefined, "fr;q=0.9,zh-TW;q=0.5,en;q=0.4", "zh"],
    [undefined, "de, en;q=0", "zh"],
    [undefined, null, "zh"],
  ])("cookie %s, header %s", (cookie, header, locale) => {
    expect(chooseLocale(cookie, header)).toBe(locale);
  });
});

describe("dates", () => {
  const due = new Date("2026-11-24T10:00:00Z");

  it("puts spaces between figures and Chinese", () => {
    expect(formatDay(due, "zh", "Asia/Shanghai")).toBe("2026 年 11 月 24 日");
    expect(formatMoment(due, "en", "Asia/Shanghai")).toBe("24 Nov 2026 18:00");
  });

  it("names the zone of a deadline", () => {
    expect(formatDeadline(due, "zh", "Asia/Shanghai")).toBe("11 月 24 日 18:00（GMT+8）");
    expect(formatDeadline(due, "en", "America/New_York")).toBe("24 Nov 05:00 (GMT-5)");
  });
});
