import type { FrameworkDocument, ValueDefinition } from "../documents/framework";
import { maxOfFramework, maxOfValue, type HalfPoints } from "../figures";
import type { PolicyDocument } from "../documents/policy";
import { judgeLadder } from "../ladder/judge";
import { Memo } from "../ladder/memo";
import type { Signal } from "../ladder/signals";
import type { LadderOutcome } from "../ladder/types";
import { bandLimits, bandOf, loweredBand, type BandLimit } from "./bands";
import { consequencesOfBand, consequencesOfValue } from "./consequences";
import { justificationOf, routeScore, type JustificationRule, type Routing } from "./routing";
import { withSanctions } from "./sanctions";
import type { ProposedConsequence, RuledOutcome, SheetOutcome } from "./types";

const none: readonly ProposedConsequence[] = [];
const unlimited: readonly BandLimit[] = [];
const uncaused: RuledOutcome["sanction"] = [];
const notAsked: JustificationRule = { required: false, reason: null, threshold: null };
const notRouted: Routing = {
  verify: false,
  sample: false,
  beneficiaryView: false,
  approve: false,
  refer: false,
  sanction: false,
};

type Consequences = readonly ProposedConsequence[];

/** Most sheets bring about nothing: no list is made, or even looked into, for them. `empty` is the one empty list. */
function both<T>(empty: readonly T[], first: readonly T[], second: readonly T[]): readonly T[] {
  if (second === empty) return first;
  return first === empty ? second : [...first, ...second];
}

function orNone(found: Consequences): Consequences {
  return found.length === 0 ? none : found;
}

/** One code asked for by one rule of one value is one proposal, though the band asks for it as well. */
function distinct(found: Consequences): Consequences {
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** Lets the policy speak about a value's score. */
function ruleOutcome(
  policy: PolicyDocument,
  value: ValueDefinition,
  { score, soFar, ...ladder }: LadderOutcome,
): RuledOutcome {
  const found = score === null ? none : orNone(consequencesOfValue(policy, value.key, score));
  const limits = score === null ? unlimited : bandLimits(policy, value.key, score);
  // What a sheet adds up stands first, so that it lies together in memory.
  return {
    score,
    soFar,
    consequences: found,
    limits: limits.length === 0 ? unlimited : limits,
    complete: ladder.complete,
    gate: ladder.gate,
    rungs: ladder.rungs,
    problems: ladder.problems,
    parts: ladder.parts,
    justification: score === null ? notAsked : justificationOf(policy, score, ladder.rungs),
    routing: score === null ? notRouted : routeScore(policy, value, score),
    passed: score === null || policy.passLine === undefined ? null : score >= policy.passLine,
    sanction: uncaused,
  };
}

/** Band and its consequences of every total there can be, so that a sheet only looks them up. */
function bandTable(policy: PolicyDocument, maxTotal: number) {
  return Array.from({ length: maxTotal + 1 }, (_, total) => {
    const band = bandOf(policy, total, maxTotal);
    return { band, consequences: orNone(consequencesOfBand(policy, band, total)) };
  });
}

export type CompiledValue = {
  readonly definition: ValueDefinition;
  readonly max: number;
  /** Where this value's signals begin in a packed sheet. */
  readonly offset: number;
  readonly outcomes: Memo<RuledOutcome>;
};

function compileValues(framework: FrameworkDocument, policy: PolicyDocument): CompiledValue[] {
  let offset = 0;
  return framework.values.map((definition) => {
    const start = offset;
    offset += definition.rungs.length;
    const work = (signals: readonly Signal[]) =>
      ruleOutcome(policy, definition, judgeLadder(definition, policy.stepHalfPoints, signals));
    const outcomes = new Memo(definition.rungs.length, work);
    return { definition, max: maxOfValue(definition), offset: start, outcomes };
  });
}

/** The rules of one framework under one policy, ready for many sheets. */
export class Scorer {
  readonly values: readonly CompiledValue[];
  /** Signals of one packed sheet: one byte a rung, values and rungs in the framework's order; see `Signal`. */
  readonly width: number;
  readonly maxTotal: HalfPoints;
  readonly keys: ReadonlySet<string>;
  readonly #bands: ReturnType<typeof bandTable>;

  constructor(
    readonly framework: FrameworkDocument,
    readonly policy: PolicyDocument,
  ) {
    this.values = compileValues(framework, policy);
    this.width = this.values.reduce((sum, { definition }) => sum + definition.rungs.length, 0);
    this.maxTotal = maxOfFramework(framework);
    this.keys = new Set(framework.values.map(({ key }) => key));
    this.#bands = bandTable(policy, this.maxTotal);
  }

  /** The full result of the packed sheet that begins at `at`. Everything in it is shared: never change it. */
  packed(signals: Uint8Array, at: number): SheetOutcome {
    const outcomes = this.values.map((value) => value.outcomes.get(signals, at + value.offset));
    return this.#sum(outcomes, signals, at);
  }

  /** The same for a sheet of which some values are judged another way, by their place in the framework; null as ever. */
  written(signals: Uint8Array, judged: readonly (LadderOutcome | null)[]): SheetOutcome {
    const outcomes = this.values.map((value, index) => {
      const own = judged[index] ?? null;
      if (own === null) return value.outcomes.get(signals, value.offset);
      return ruleOutcome(this.policy, value.definition, own);
    });
    return this.#sum(outcomes, signals, 0);
  }

  #sum(outcomes: readonly RuledOutcome[], signals: Uint8Array, at: number): SheetOutcome {
    const { maxTotal, policy, values } = this;
    let totalSoFar = 0;
    let complete = true;
    let ofValues: Consequences = none;
    let limits = unlimited;
    for (const outcome of outcomes) {
      totalSoFar += outcome.soFar;
      if (outcome.score === null) complete = false;
      ofValues = both(none, ofValues, outcome.consequences);
      limits = both(unlimited, limits, outcome.limits);
    }
    const total = complete ? totalSoFar : null;
    const row = complete ? this.#bands[totalSoFar] : undefined;
    const { band, ofBand } = this.#placed(row, limits, totalSoFar);
    const found = both(none, ofBand, ofValues);
    const consequences = band?.lowered === undefined ? found : distinct(found);
    const figures = { complete, total, totalSoFar, maxTotal, band, consequences };
    if (policy.sanctionNeedsFacts !== true) return { ...figures, outcomes };
    const startOf = (index: number) => at + (values[index]?.offset ?? 0);
    const standing = { band, outcomes, signals, startOf };
    return { ...figures, outcomes: withSanctions(policy, values, standing) };
  }

  #placed(
    row: ReturnType<typeof bandTable>[number] | undefined,
    limits: readonly BandLimit[],
    total: number,
  ) {
    if (row === undefined) return { band: null, ofBand: none };
    if (limits === unlimited) return { band: row.band, ofBand: row.consequences };
    const band = loweredBand(this.policy, row.band, limits);
    return { band, ofBand: consequencesOfBand(this.policy, band, total) };
  }
}

const compiled = new WeakMap<FrameworkDocument, WeakMap<PolicyDocument, Scorer>>();

/** The rules of one framework under one policy, ready for many sheets. Kept as long as both documents are. */
export function scorerOf(framework: FrameworkDocument, policy: PolicyDocument): Scorer {
  const known = compiled.get(framework) ?? new WeakMap<PolicyDocument, Scorer>();
  compiled.set(framework, known);
  const scorer = known.get(policy) ?? new Scorer(framework, policy);
  known.set(policy, scorer);
  return scorer;
}
