import { describe, expect, test } from "vitest";
import { clockReads } from "./law/clock";
import { impurities } from "./law/globals";
import { roomOf } from "./law/rooms";
import { served } from "./law/source";

const at = (text: string, path = "lib/people/queries.ts") => [{ path, text }];

describe("time", () => {
  test("only lib/clock.ts reads the wall clock", () => {
    expect(clockReads(served)).toEqual([]);
  });

  test.each([
    "new Date()",
    "new Date",
    "Date.now()",
    "Date()",
    "new Date(undefined)",
    "new Date(void 0)",
    "new Date(...given)",
    "new globalThis.Date()",
    "globalThis.Date.now()",
    `new globalThis["Date"]()`,
    `globalThis["Date"].now()`,
    "const D = Date; new D()",
    "const { now } = Date;",
    "const { Date: Clock } = globalThis;",
    "const { Date } = globalThis;",
    "const all = globalThis;",
    "make(Date)",
    "type Clock = typeof Date;",
    "class Clock extends Date {}",
    "Temporal.Now.instant()",
    "globalThis.Temporal.Now.instant()",
    "const { Now } = Temporal;",
    "performance.now()",
    "globalThis.performance.timeOrigin",
    "const { now } = performance;",
    "new Intl.DateTimeFormat('zh').format()",
    `import { useNow } from "next-intl";`,
    "database().$queryRaw`SELECT now()`",
    "database().$queryRaw`SELECT ${id}, CURRENT_TIMESTAMP`",
    `const sql = "closes_at < clock_timestamp()";`,
  ])("clock: %s", (text) => {
    expect(clockReads(at(text)).length).toBeGreaterThan(0);
    expect(clockReads(at(text, "lib/clock.ts"))).toEqual([]);
  });

  test.each([
    "new Date(given)",
    "new Date(year, 0, 1)",
    "Date.UTC(2026, 0, 1)",
    "Date.parse(given)",
    "given instanceof Date",
    "function f(date: Date, dates: Record<string, Date>): Promise<Date> { return ask(date); }",
    "clock.now()",
    "format(given)",
    "dates.format(given)",
    `const performance = read(); performance.points;`,
    `typeof window === "undefined"`,
    "window.localStorage.getItem(name)",
    `const words = "known now and then";`,
  ])("no look at the clock: %s", (text) => {
    expect(clockReads(at(text))).toEqual([]);
  });
});

describe("pure rooms", () => {
  test("the same arguments give the same answer", () => {
    expect(impurities(served, roomOf)).toEqual([]);
  });

  test.each([
    "Math.random()",
    `Math["random"]()`,
    "const { random } = Math;",
    "const dice = Math;",
    "performance.now()",
    "fetch(url)",
    "globalThis.fetch(url)",
    "const get = fetch;",
    "setTimeout(run, 1)",
    "setInterval(run, 1)",
    "queueMicrotask(run)",
    "new Date(given)",
    "crypto.randomUUID()",
    "console.log(score)",
    "new Intl.NumberFormat()",
    "navigator.language",
    "const shared = { fetch };",
  ])("scoring: %s", (text) => {
    expect(impurities(at(text, "lib/scoring/ladder.ts"), roomOf).length).toBeGreaterThan(0);
  });

  test.each(["rules.ts", "rules/leaving.ts", "permissions.ts", "types.ts", "schema.ts"])(
    "%s of a domain asks neither chance nor network, and may calculate with dates",
    (file) => {
      const path = `lib/people/${file}`;
      expect(impurities(at("Math.random(); fetch(1);", path), roomOf)).toHaveLength(2);
      expect(impurities(at("new Date(2026, 0); Math.max(1, 2);", path), roomOf)).toEqual([]);
    },
  );

  test.each([
    "Math.max(1, 2); Number(`1`); new Map();",
    "function rate(performance: number, fetch = 1) { return performance + fetch; }",
    "const parts = { performance: 1, fetch: 2 }; parts.fetch;",
    "type Fetch = typeof import('zod'); interface Timer { setTimeout: Performance }",
    "import { fetch } from './cases'; fetch();",
  ])("no complaint: %s", (text) => {
    expect(impurities(at(text, "lib/scoring/ladder.ts"), roomOf)).toEqual([]);
  });

  test("other rooms may", () => {
    expect(impurities(at("fetch(url)", "lib/commands/client.ts"), roomOf)).toEqual([]);
  });
});
