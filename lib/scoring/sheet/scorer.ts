import type { FrameworkDocument, ValueDefinition } from "../documents/framework";
import { maxOfFramework, maxOfValue, type HalfPoints } from "../figures";
import type { PolicyDocument } from "../documents/policy";
import { judgeLadder } from "../ladder/judge";
import { Memo } from "../ladder/memo";
import type { Signal } from "../ladder/signals";
import type { LadderOutcome } from "../ladder/types";
import { bandOf } from "./bands";
import { consequencesOfBand, consequencesOfValue } from "./consequences";
import { justificationOf, routeScore, type JustificationRule, type Routing } from "./routing";
import type { ProposedConsequence, RuledOutcome, SheetOutcome } from "./types";

const none: readonly ProposedConsequence[] = [];
const notAsked: JustificationRule = { required: false, reason: null, threshold: null };
const notRouted: Routing = {
  verify: false,
  sample: false,
  beneficiaryView: false,
  approve: false,
  refer: false,
};

type Consequences = readonly ProposedConsequence[];

/** Most sheets bring about nothing: no list is made, or even looked into, for them. */
function both(first: Consequences, second: Consequences): Consequences {
  if (second === none) return first;
  return first === none ? second : [...first, ...second];
}

function orNone(found: Consequences): Consequences {
  return found.length === 0 ? none : found;
}

/** Lets the policy speak about a value's score. */
function ruleOutcome(
  policy: PolicyDocument,
  value: ValueDefinition,
  { score, soFar, ...ladder }: LadderOutcome,
): RuledOutcome {
  const found = score === null ? none : orNone(consequencesOfValue(policy, value.key, score));
  // What a sheet adds up stands first, so that it lies together in memory.
  return {
    score,
    soFar,
    consequences: found,
    complete: ladder.complete,
    gate: ladder.gate,
    rungs: ladder.rungs,
    problems: ladder.problems,
    parts: ladder.parts,
    justification: score === null ? notAsked : justificationOf(policy, score, ladder.rungs),
    routing: score === null ? notRouted : routeScore(policy, value, score),
    passed: score === null || policy.passLine === undefined ? null : score >= policy.passLine,
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
    return this.#sum(this.values.map((value) => value.outcomes.get(signals, at + value.offset)));
  }

  /** The same for a sheet of which some values are judged another way, by their place in the framework; null as ever. */
  written(signals: Uint8Array, judged: readonly (LadderOutcome | null)[]): SheetOutcome {
    const outcomes = this.values.map((value, index) => {
      const own = judged[index] ?? null;
      if (own === null) return value.outcomes.get(signals, value.offset);
      return ruleOutcome(this.policy, value.definition, own);
    });
    return this.#sum(outcomes);
  }

  #sum(outcomes: readonly RuledOutcome[]): SheetOutcome {
    const { maxTotal } = this;
    let totalSoFar = 0;
    let complete = true;
    let ofValues: Consequences = none;
    for (const { soFar, score, consequences } of outcomes) {
      totalSoFar += soFar;
      if (score === null) complete = false;
      ofValues = both(ofValues, consequences);
    }
    const row = complete ? this.#bands[totalSoFar] : undefined;
    const total = complete ? totalSoFar : null;
    const consequences = both(row?.consequences ?? none, ofValues);
    const band = row?.band ?? null;
    return { complete, total, totalSoFar, maxTotal, band, consequences, outcomes };
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
