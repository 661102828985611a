import type { HalfPoints } from "../figures";
import type { PolicyDocument } from "../documents/policy";
import type { BandLimit, BandResult } from "../sheet/bands";
import type { SanctionCause } from "../sheet/sanctions";
import type { ProposedConsequence, SheetResult } from "../sheet/types";

/** A bound of a band, in half-points: as the policy writes it, and the lowest total of this sheet that reaches it. */
export type BandBound = {
  readonly key: string;
  readonly written: HalfPoints;
  readonly reachedFrom: HalfPoints;
};

/** Why a sheet comes to its total, band and consequences; the summands add up to `soFar`. All in half-points. */
export type SheetExplanation = {
  readonly total: {
    readonly summands: readonly { readonly key: string; readonly score: HalfPoints }[];
    /** Values without a score; while there is one there is no total. */
    readonly open: readonly string[];
    readonly soFar: HalfPoints;
    readonly maxTotal: HalfPoints;
  };
  readonly band: {
    readonly total: HalfPoints;
    readonly maxTotal: HalfPoints;
    /** The total the policy wrote its bounds for; they scale when it differs from `maxTotal`. */
    readonly writtenFor: HalfPoints;
    readonly reached: BandBound;
    /** The next better band, not reached; null at the best. */
    readonly next: BandBound | null;
    /** The worse band that rules on single values lead to; null where the one reached stands. */
    readonly lowered: { readonly to: string; readonly by: readonly BandLimit[] } | null;
  } | null;
  readonly consequences: readonly ProposedConsequence[];
  /** The values a consequence rests on, with what each of them causes. */
  readonly sanctions: readonly ValueSanction[];
};

/** One value and one reason why a consequence rests on it; `score` in half-points. */
export type ValueSanction = {
  readonly value: string;
  readonly score: HalfPoints;
  readonly because: SanctionCause;
};

/** The lowest whole half-point total out of `maxTotal` that reaches a bound written for `bandsMaxTotal`. */
export function reachedFrom(policy: PolicyDocument, from: HalfPoints, maxTotal: HalfPoints) {
  return Math.ceil((from * maxTotal) / policy.bandsMaxTotal);
}

function explainBand(policy: PolicyDocument, band: BandResult, total: HalfPoints, max: HalfPoints) {
  const bound = ({ key, from }: { key: string; from: HalfPoints }): BandBound => ({
    key,
    written: from,
    reachedFrom: reachedFrom(policy, from, max),
  });
  const { lowered } = band;
  const place = policy.bands.findIndex(({ key }) => key === (lowered?.from ?? band.key));
  const better = policy.bands[place - 1];
  return {
    total,
    maxTotal: max,
    writtenFor: policy.bandsMaxTotal,
    reached: bound(policy.bands[place] ?? band),
    next: better === undefined ? null : bound(better),
    lowered: lowered === undefined ? null : { to: band.key, by: lowered.by },
  };
}

/** The arithmetic from the values' scores to the band and the consequences, so that a reader can redo it. */
export function explainSheet(policy: PolicyDocument, result: SheetResult): SheetExplanation {
  const { values, total, maxTotal, band, consequences } = result;
  return {
    total: {
      summands: values.flatMap(({ key, soFar, complete }) =>
        complete ? [{ key, score: soFar }] : [],
      ),
      open: values.flatMap(({ key, complete }) => (complete ? [] : [key])),
      soFar: values.reduce((sum, value) => sum + (value.complete ? value.soFar : 0), 0),
      maxTotal,
    },
    band: band === null || total === null ? null : explainBand(policy, band, total, maxTotal),
    consequences,
    sanctions: values.flatMap(({ key, score, sanction }) =>
      score === null ? [] : sanction.map((because) => ({ value: key, score, because })),
    ),
  };
}
