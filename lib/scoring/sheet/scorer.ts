import {
  maxOfFramework,
  maxOfValue,
  type FrameworkDocument,
  type ValueDefinition,
} from "../documents/framework";
import type { PolicyDocument } from "../documents/policy";
import { judgeLadder } from "../ladder/judge";
import { remember } from "../ladder/memo";
import type { Signal } from "../ladder/signals";
import { bandOf } from "./bands";
import { consequencesOfBand, consequencesOfValue } from "./consequences";
import { justificationRule, routeScore, type JustificationRule, type Routing } from "./routing";
import type { ProposedConsequence, RuledOutcome, SheetFigures, SheetOutcome } from "./types";

const none: readonly never[] = [];
const notAsked: JustificationRule = { required: false, reason: null, threshold: null };
const notRouted: Routing = {
  verify: false,
  sample: false,
  beneficiaryView: false,
  approve: false,
  refer: false,
};

/** Judges one value and lets the policy speak about its score. */
export function ruleValue(
  policy: PolicyDocument,
  value: ValueDefinition,
  signals: readonly Signal[],
): RuledOutcome {
  const outcome = judgeLadder(value, policy.stepHalfPoints, signals);
  const { score } = outcome;
  if (score === null)
    return {
      ...outcome,
      justification: notAsked,
      routing: notRouted,
      passed: null,
      consequences: none,
    };
  return {
    ...outcome,
    justification: justificationRule(policy, score),
    routing: routeScore(policy, value, score),
    passed: policy.passLine === undefined ? null : score >= policy.passLine,
    consequences: consequencesOfValue(policy, value.key, score),
  };
}

/** Band and its consequences of every total there can be, so that a sheet only looks them up. */
function bandTable(policy: PolicyDocument, maxTotal: number) {
  return Array.from({ length: maxTotal + 1 }, (_, total) => {
    const band = bandOf(policy, total, maxTotal);
    return { band, consequences: consequencesOfBand(policy, band, total) };
  });
}

export type CompiledValue = {
  readonly definition: ValueDefinition;
  readonly max: number;
  /** Where this value's signals begin in a packed sheet. */
  readonly offset: number;
  readonly outcome: (signals: Uint8Array, at: number) => RuledOutcome;
};

export type Scorer = {
  readonly framework: FrameworkDocument;
  readonly policy: PolicyDocument;
  readonly values: readonly CompiledValue[];
  /** Signals of one packed sheet: one byte a rung, values and rungs in the framework's order; see `Signal`. */
  readonly width: number;
  readonly figures: (outcomes: readonly RuledOutcome[]) => SheetFigures;
  /** The full result of the packed sheet that begins at `at`. Outcomes are shared: never change them. */
  readonly packed: (signals: Uint8Array, at: number) => SheetOutcome;
};

function compileValues(framework: FrameworkDocument, policy: PolicyDocument): CompiledValue[] {
  let offset = 0;
  return framework.values.map((definition) => {
    const start = offset;
    offset += definition.rungs.length;
    const work = (signals: readonly Signal[]) => ruleValue(policy, definition, signals);
    const outcome = remember(definition.rungs.length, work);
    return { definition, max: maxOfValue(definition), offset: start, outcome };
  });
}

function compile(framework: FrameworkDocument, policy: PolicyDocument): Scorer {
  const values = compileValues(framework, policy);
  const maxTotal = maxOfFramework(framework);
  const bands = bandTable(policy, maxTotal);

  function figures(outcomes: readonly RuledOutcome[]): SheetFigures {
    let totalSoFar = 0;
    let complete = true;
    let ofValues: readonly ProposedConsequence[] = none;
    for (const { soFar, complete: decided, consequences } of outcomes) {
      totalSoFar += soFar;
      complete &&= decided;
      if (consequences.length > 0) ofValues = [...ofValues, ...consequences];
    }
    if (!complete)
      return { complete, total: null, totalSoFar, maxTotal, band: null, consequences: ofValues };
    const row = bands[totalSoFar];
    const ofBand = row?.consequences ?? none;
    const consequences = ofBand.length > 0 ? [...ofBand, ...ofValues] : ofValues;
    return {
      complete,
      total: totalSoFar,
      totalSoFar,
      maxTotal,
      band: row?.band ?? null,
      consequences,
    };
  }

  function packed(signals: Uint8Array, at: number): SheetOutcome {
    const outcomes = values.map(({ outcome, offset }) => outcome(signals, at + offset));
    const { complete, total, totalSoFar, band, consequences } = figures(outcomes);
    return { complete, total, totalSoFar, maxTotal, band, consequences, outcomes };
  }

  const width = values.reduce((sum, { definition }) => sum + definition.rungs.length, 0);
  return { framework, policy, values, width, figures, packed };
}

const compiled = new WeakMap<FrameworkDocument, WeakMap<PolicyDocument, Scorer>>();

/** The rules of one framework under one policy, ready for many sheets. Kept as long as both documents are. */
export function scorerOf(framework: FrameworkDocument, policy: PolicyDocument): Scorer {
  const known = compiled.get(framework) ?? new WeakMap<PolicyDocument, Scorer>();
  compiled.set(framework, known);
  const scorer = known.get(policy) ?? compile(framework, policy);
  known.set(policy, scorer);
  return scorer;
}
