import type { HalfPoints } from "./figures";

const MINUS = "\u2212";

/** Half-points as points: 7 → '3.5', 8 → '4'. Throws RangeError for anything but whole half-points. */
export function formatScore(score: HalfPoints): string {
  if (!Number.isInteger(score)) throw new RangeError(`not whole half-points: ${score}`);
  // A half is held exactly, so it is written exactly.
  const text = String(Math.abs(score) / 2);
  return score < 0 ? `${MINUS}${text}` : text;
}

/** A difference in half-points: 3 → '+1.5', 0 → '=', −1 → '−0.5' with a true minus sign. */
export function formatDelta(delta: HalfPoints): string {
  const text = formatScore(delta);
  if (delta > 0) return `+${text}`;
  return delta < 0 ? text : "=";
}

/** Reads points as a person or a spreadsheet writes them ('3.5', '４', '3.50') into half-points; null when no half. */
export function parsePoints(text: string): HalfPoints | null {
  const match = /^(\d{1,3})(?:\.([05])0*)?$/.exec(text.normalize("NFKC").trim());
  if (!match) return null;
  return Number(match[1]) * 2 + (match[2] === "5" ? 1 : 0);
}
