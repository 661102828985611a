/** A performance result as it is imported: whole hundredths of a point, out of `max` hundredths (8750 of 10000). */
export type PerformanceResult = { readonly points: number; readonly max: number };

export type PerformanceFault =
  "empty" | "not-a-number" | "negative" | "too-precise" | "out-of-range";

/** A thousand points: more is a typing error, and below it every product stays exact. */
export const PERFORMANCE_LIMIT = 100_000;

export type ParsedPerformance =
  | { readonly ok: true; readonly performance: PerformanceResult }
  | { readonly ok: false; readonly fault: PerformanceFault };

/** Throws RangeError for a maximum that is not whole hundredths from 1 to PERFORMANCE_LIMIT. */
export function checkPerformanceMax(max: number): void {
  if (!Number.isInteger(max) || max < 1 || max > PERFORMANCE_LIMIT)
    throw new RangeError(`a performance maximum of ${max}`);
}

/**
 * Reads a performance result as a person or a spreadsheet writes it ('87.5', '３.75', '90.00') out of `max` whole
 * hundredths. An empty cell is the fault `empty`, never 0; a percent sign, a thousands separator, an exponent and a
 * formula are `not-a-number`; a third decimal that says something is `too-precise`. Throws RangeError for a bad `max`.
 */
export function parsePerformance(text: string, max: number): ParsedPerformance {
  checkPerformanceMax(max);
  const refuse = (fault: PerformanceFault): ParsedPerformance => ({ ok: false, fault });
  const plain = text.normalize("NFKC").trim();
  if (plain === "") return refuse("empty");
  const match = /^([-\u2212]?)(\d{1,40})(?:\.(\d{1,40}))?$/.exec(plain);
  if (match === null) return refuse("not-a-number");
  const [, sign, whole, decimals = ""] = match;
  const kept = decimals.replace(/0+$/, "");
  if (sign !== "" && (Number(whole) > 0 || kept !== "")) return refuse("negative");
  if (kept.length > 2) return refuse("too-precise");
  const points = Number(`${whole}${kept.padEnd(2, "0")}`);
  return points > max ? refuse("out-of-range") : { ok: true, performance: { points, max } };
}
