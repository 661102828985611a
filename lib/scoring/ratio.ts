/** An exact figure: whole numbers, the denominator above 0, in lowest terms. What it counts is said where it stands. */
export type Fraction = { readonly numerator: number; readonly denominator: number };

export const ZERO: Fraction = { numerator: 0, denominator: 1 };

const MINUS = "\u2212";

/** The greatest whole number that divides both; `b` for `a` = 0 and the other way round. For numbers of 0 or more. */
export function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/**
 * `numerator / denominator` in lowest terms. Throws RangeError for anything but whole numbers that are held exactly,
 * and for a denominator that is not above 0: a wrong figure must never pass as an exact one.
 */
export function fraction(numerator: number, denominator = 1): Fraction {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0)
    throw new RangeError(`no exact fraction: ${numerator} / ${denominator}`);
  const divisor = commonDivisor(denominator, Math.abs(numerator));
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The sum; 0 for an empty list. Throws RangeError when it cannot be held exactly. */
export function addFractions(figures: readonly Fraction[]): Fraction {
  return figures.reduce((sum, next) => {
    const shared = commonDivisor(sum.denominator, next.denominator);
    const [left, right] = [sum.denominator / shared, next.denominator / shared];
    return fraction(sum.numerator * right + next.numerator * left, sum.denominator * right);
  }, ZERO);
}

/** `figure × times ÷ by`, for whole numbers. Throws RangeError like `fraction`. */
export function scaleFraction(figure: Fraction, times: number, by = 1): Fraction {
  return fraction(figure.numerator * times, figure.denominator * by);
}

/** Below 0, 0 or above 0 as `a` is less than, equal to or more than `b`. Exact. */
export function compareFractions(a: Fraction, b: Fraction): number {
  return addFractions([a, scaleFraction(b, -1)]).numerator;
}

/**
 * The nearest whole number, halves away from 0 (for a figure of 0 or more: halves up). The one place of this library
 * where a figure is rounded.
 */
export function nearestWhole({ numerator, denominator }: Fraction): number {
  const doubled = 2 * Math.abs(numerator) + denominator;
  const size = (doubled - (doubled % (2 * denominator))) / (2 * denominator);
  // + 0: of −0, which would print as itself, it makes 0
  return Math.sign(numerator) * size + 0;
}

/** The nearest hundredth as a whole number of hundredths: 21⅙ → 2117. Halves as in `nearestWhole`. */
export function hundredthsOf(figure: Fraction): number {
  return nearestWhole(scaleFraction(figure, 100));
}

/** Whether two decimals say the figure in full. */
export function isWholeHundredths({ denominator }: Fraction): boolean {
  return 100 % denominator === 0;
}

/** Whole hundredths as a decimal without needless zeros: 2117 → '21.17', 2150 → '21.5', −5 → '−0.05'. */
export function formatHundredths(hundredths: number): string {
  if (!Number.isSafeInteger(hundredths)) throw new RangeError(`not hundredths: ${hundredths}`);
  const size = Math.abs(hundredths);
  const part = size % 100;
  const whole = String((size - part) / 100);
  const decimals = String(part).padStart(2, "0").replace(/0+$/, "");
  const text = decimals === "" ? whole : `${whole}.${decimals}`;
  return hundredths < 0 ? `${MINUS}${text}` : text;
}

/** A figure to the nearest hundredth: 127/6 → '21.17'. */
export function formatFraction(figure: Fraction): string {
  return formatHundredths(hundredthsOf(figure));
}

/** The languages figures explain themselves in. */
export type FigureLocale = "zh" | "en";

const roundings = {
  zh: (text: string) => `${text}（四舍五入到百分位）`,
  en: (text: string) => `${text} (rounded half up to hundredths)`,
} as const;

/** As `formatFraction`, and when decimals were lost it says by which rule. */
export function renderFraction(figure: Fraction, locale: FigureLocale): string {
  const text = formatFraction(figure);
  return isWholeHundredths(figure) ? text : roundings[locale](text);
}
