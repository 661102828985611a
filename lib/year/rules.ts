import type { YearQuarter } from "@/lib/scoring";
import type { YearRow } from "./types";

interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

/** Only what is published in a closed quarter counts; an open quarter tells nothing, whatever is in it. */
export function quarterOfRow({
  year,
  quarter,
  closed,
  exemptReason,
  result,
}: YearRow): YearQuarter {
  const at = { year, quarter };
  if (exemptReason !== null) return { ...at, state: "exempt", reason: exemptReason };
  if (!closed) return { ...at, state: "open" };
  return result === null ? { ...at, state: "missing" } : { ...at, state: "closed", ...result };
}

/** Rows newest first, cut at `limit`: the oldest year may then lack quarters, and would call them missing. */
export function withoutCutYear<T extends Quarter>(rows: readonly T[], limit: number): readonly T[] {
  const oldest = rows.at(-1);
  if (oldest === undefined || rows.length < limit) return rows;
  return rows.filter(({ year }) => year !== oldest.year);
}

/** Quarters of the year that nobody has opened yet: not missing, still to come. */
function stillToCome(year: number, latest: Quarter): YearQuarter[] {
  return [1, 2, 3, 4]
    .filter((quarter) => year > latest.year || (year === latest.year && quarter > latest.quarter))
    .map((quarter) => ({ year, quarter, state: "open" }));
}

/** The quarters of one year, as `yearOf` takes them. `latest` is the company's latest quarter. */
export function quartersOfYear(
  year: number,
  rows: readonly YearRow[],
  latest: Quarter,
): readonly YearQuarter[] {
  return [
    ...rows.filter((row) => row.year === year).map(quarterOfRow),
    ...stillToCome(year, latest),
  ];
}
