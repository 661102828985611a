import { describe, expect, it } from "vitest";
import { quarterOfRow, quartersOfYear, withoutCutYear } from "@/lib/year/rules";
import type { YearRow } from "@/lib/year/types";

const result = { total: 40, maxTotal: 60, values: [] };

function row(year: number, quarter: number, over: Partial<YearRow> = {}): YearRow {
  return { year, quarter, closed: true, exemptReason: null, result, ...over };
}

describe("a quarter as the year sees it", () => {
  it("counts when it is closed with a result", () => {
    expect(quarterOfRow(row(2026, 2))).toEqual({
      year: 2026,
      quarter: 2,
      state: "closed",
      ...result,
    });
  });

  it("tells nothing of an open one", () => {
    expect(quarterOfRow(row(2026, 2, { closed: false }))).toEqual({
      year: 2026,
      quarter: 2,
      state: "open",
    });
  });

  it("is missing when it was closed without a result", () => {
    expect(quarterOfRow(row(2026, 2, { result: null }))).toEqual({
      year: 2026,
      quarter: 2,
      state: "missing",
    });
  });

  it.each([true, false])("is exempt with its reason, closed: %s", (closed) => {
    const exempt = row(2026, 2, { closed, exemptReason: "on_leave", result: null });
    expect(quarterOfRow(exempt)).toEqual({
      year: 2026,
      quarter: 2,
      state: "exempt",
      reason: "on_leave",
    });
  });
});

describe("the quarters of a year", () => {
  const shown = (year: number, rows: readonly YearRow[], latest = { year: 2026, quarter: 3 }) =>
    quartersOfYear(year, rows, latest).map(({ quarter, state }) => `${quarter} ${state}`);

  it("are the person's own, and those after the company's latest are still to come", () => {
    const rows = [row(2026, 3), row(2026, 1), row(2025, 4)];
    expect(shown(2026, rows)).toEqual(["3 closed", "1 closed", "4 open"]);
    expect(shown(2025, rows)).toEqual(["4 closed"]);
    expect(shown(2027, [])).toEqual(["1 open", "2 open", "3 open", "4 open"]);
    expect(shown(2026, rows, { year: 2026, quarter: 4 })).toEqual(["3 closed", "1 closed"]);
  });
});

describe("a list cut at its end", () => {
  const rows = [row(2026, 2), row(2026, 1), row(2025, 4), row(2025, 3)];

  it("loses its oldest year, which may lack quarters", () => {
    expect(withoutCutYear(rows, 4)).toEqual(rows.slice(0, 2));
  });

  it("is whole when there was room for more", () => {
    expect(withoutCutYear(rows, 5)).toEqual(rows);
    expect(withoutCutYear([], 4)).toEqual([]);
  });
});
