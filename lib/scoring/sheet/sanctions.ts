import type { ValueDefinition } from "../documents/framework";
import type { PolicyDocument } from "../documents/policy";
import { maxOfValue, type HalfPoints } from "../figures";
import { CLAIM } from "../ladder/signals";
import type { RungOutcome } from "../ladder/types";
import type { BandResult } from "./bands";
import { conditionMet, type Condition } from "./conditions";
import { isLowest } from "./consequences";
import type { RuledOutcome } from "./types";

/**
 * Why a consequence rests on a value (policy field `sanctionNeedsFacts`, ours). In half-points.
 * `band`: the total is in the lowest band and the value falls short of its own share of the next better band's lower bound,
 * `bound` of `of`. `value`: a rule on this value alone. `claim`: a rung that decides the score is judged not met against
 * the employee's own supporting case.
 */
export type SanctionCause =
  | {
      readonly kind: "band";
      readonly band: string;
      readonly next: string;
      readonly bound: HalfPoints;
      readonly of: HalfPoints;
      readonly max: HalfPoints;
    }
  | { readonly kind: "value"; readonly rule: Condition }
  | { readonly kind: "claim"; readonly rung: number };

const none: readonly SanctionCause[] = [];

type Standing = {
  readonly band: BandResult | null;
  readonly outcomes: readonly RuledOutcome[];
  /** The signals of the sheet, and where those of each value begin. */
  readonly signals: Uint8Array;
  readonly startOf: (index: number) => number;
};

/**
 * Lets every value that causes a consequence ask for facts and for HR's look. A total in the lowest band is caused by every
 * value whose share of its maximum lies below the share at which the next better band begins: had all reached theirs, the
 * total would have, too, so there is always at least one, and a value that reached its own is never blamed.
 */
export function withSanctions(
  policy: PolicyDocument,
  values: readonly { readonly definition: ValueDefinition }[],
  standing: Standing,
): readonly RuledOutcome[] {
  const { band, outcomes, signals, startOf } = standing;
  return outcomes.map((outcome, index) => {
    const definition = values[index]?.definition;
    if (definition === undefined || outcome.score === null) return outcome;
    const at = startOf(index);
    const causes = [
      ...ofRules(policy, outcome, outcome.score),
      ...ofTotal(policy, definition, band, outcome.score),
      ...claims(outcome.rungs, (point) => ((signals[at + point - 1] ?? 0) & CLAIM) !== 0),
    ];
    return causes.length === 0 ? outcome : sanctioned(outcome, causes);
  });
}

function sanctioned(outcome: RuledOutcome, sanction: readonly SanctionCause[]): RuledOutcome {
  const { justification, routing } = outcome;
  return {
    ...outcome,
    justification: justification.required
      ? justification
      : { required: true, reason: "sanction", threshold: null },
    routing: { ...routing, sample: false, sanction: true },
    sanction,
  };
}

/** Rules on this value alone: those with consequences, and those by which it leads to the lowest band. */
function ofRules(
  policy: PolicyDocument,
  { limits }: RuledOutcome,
  score: HalfPoints,
): SanctionCause[] {
  const lowest = policy.bands.at(-1)?.key;
  const asked = policy.singleValueRules.flatMap((single) => {
    const rule = single.consequences.length === 0 ? null : conditionMet(single, score);
    return rule === null ? [] : [rule];
  });
  const led = limits.filter(({ band }) => band === lowest).map(({ rule }) => rule);
  const rules = new Map([...asked, ...led].map((rule) => [JSON.stringify(rule), rule]));
  return [...rules.values()].map((rule) => ({ kind: "value", rule }));
}

function ofTotal(
  policy: PolicyDocument,
  definition: ValueDefinition,
  band: BandResult | null,
  score: HalfPoints,
): readonly SanctionCause[] {
  if (band === null || band.lowered !== undefined || !isLowest(policy, band)) return none;
  const next = policy.bands.at(-2);
  const max = maxOfValue(definition);
  if (next === undefined || score * policy.bandsMaxTotal >= next.from * max) return none;
  const { key, from: bound } = next;
  return [{ kind: "band", band: band.key, next: key, bound, of: policy.bandsMaxTotal, max }];
}

function claims(
  rungs: readonly RungOutcome[],
  claimed: (point: number) => boolean,
): SanctionCause[] {
  return rungs.flatMap(({ point, verdict, reach }): SanctionCause[] =>
    verdict === "unmet" && reach === "gate" && claimed(point)
      ? [{ kind: "claim", rung: point }]
      : [],
  );
}
