export type StepFill = "full" | "half" | "empty";

/** How each bar of the mark stands; no score at all (null) is an empty mark, which is not a 0. */
export function stepFills(halfPoints: number | null, max: number): StepFill[] {
  return Array.from({ length: max }, (_, index) => {
    const inBar = (halfPoints ?? 0) - index * 2;
    if (inBar >= 2) return "full";
    return inBar === 1 ? "half" : "empty";
  });
}

export interface StepBar {
  x: number;
  y: number;
  width: number;
  height: number;
  /** How much of the height is filled, from the foot of the bar. */
  filled: number;
}

export interface StepGeometry {
  bar: number;
  gap: number;
  low: number;
  high: number;
}

/** Whole pixels throughout, or the small marks blur. */
export function stepBars(
  fills: readonly StepFill[],
  { bar, gap, low, high }: StepGeometry,
): StepBar[] {
  const last = Math.max(fills.length - 1, 1);
  return fills.map((fill, index) => {
    const height = fills.length === 1 ? high : Math.round(low + ((high - low) * index) / last);
    const filled = { full: height, half: Math.round(height / 2), empty: 0 }[fill];
    return { x: index * (bar + gap), y: high - height, width: bar, height, filled };
  });
}

/**
 * A bar up to a height above its foot; nothing for no height. The stroke around it, twice the radius wide and joined
 * round, makes its corners.
 */
export function barPath({ x, y, width, height }: StepBar, upTo: number, radius: number): string {
  if (upTo === 0) return "";
  const [wide, tall] = [width - 2 * radius, upTo - 2 * radius];
  return `M${x + radius} ${y + height - upTo + radius}h${wide}v${tall}h${-wide}z`;
}
