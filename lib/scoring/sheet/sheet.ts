import { bandOf, type BandResult } from "./bands";
import {
  maxOfFramework,
  type FrameworkDocument,
  type HalfPoints,
  type ValueDefinition,
} from "../documents/framework";
import { scoreValue } from "../ladder/ladder";
import type { PolicyDocument, SingleValueRule } from "../documents/policy";
import { justificationRule, routeScore, type JustificationRule, type Routing } from "./routing";
import type { Problem, ValueInput, ValueResult } from "../ladder/types";

export type SheetValueInput = ValueInput & { readonly justification?: string | undefined };
export type SheetInput = Readonly<Record<string, SheetValueInput>>;

export type SheetValueResult = ValueResult & {
  /** `missing`: the rule asks and nothing but white space is written. Not required while the score is open. */
  readonly justification: JustificationRule & { readonly missing: boolean };
  readonly routing: Routing;
};

/** A consequence the rules propose and what asks for it; one code may be asked for more than once. */
export type ProposedConsequence = {
  readonly code: string;
  readonly because:
    | { readonly kind: "band"; readonly band: string; readonly total: HalfPoints }
    | { readonly kind: "value"; readonly value: string; readonly score: HalfPoints };
};

export type SheetResult = {
  /** In the framework's order. */
  readonly values: readonly SheetValueResult[];
  readonly complete: boolean;
  readonly total: HalfPoints | null;
  readonly totalSoFar: HalfPoints;
  readonly maxTotal: HalfPoints;
  readonly band: BandResult | null;
  readonly consequences: readonly ProposedConsequence[];
  readonly problems: readonly Problem[];
};

const nothingSaid: SheetValueInput = { judgements: {}, cases: [] };
const notAsked: JustificationRule = { required: false, reason: null, threshold: null };
const notRouted: Routing = { verify: false, beneficiaryView: false, approve: false };

function scoreSheetValue(
  policy: PolicyDocument,
  value: ValueDefinition,
  input: SheetValueInput,
): SheetValueResult {
  const result = scoreValue(value, input);
  const { score } = result;
  if (score === null)
    return { ...result, justification: { ...notAsked, missing: false }, routing: notRouted };
  const rule = justificationRule(policy, score);
  const missing = rule.required && (input.justification ?? "").trim() === "";
  const problem: Problem = {
    code: "justification-required",
    severity: "error",
    value: value.key,
    data: { score },
  };
  return {
    ...result,
    problems: missing ? [...result.problems, problem] : result.problems,
    justification: { ...rule, missing },
    routing: routeScore(policy, value, score),
  };
}

function applies(rule: SingleValueRule, score: HalfPoints): boolean {
  return (
    (rule.below !== undefined && score < rule.below) ||
    (rule.equals !== undefined && score === rule.equals)
  );
}

function valueConsequences(
  policy: PolicyDocument,
  { key, score }: SheetValueResult,
): ProposedConsequence[] {
  if (score === null) return [];
  const codes = policy.singleValueRules
    .filter((rule) => applies(rule, score))
    .flatMap((rule) => rule.consequences);
  return [...new Set(codes)].map((code) => ({
    code,
    because: { kind: "value", value: key, score },
  }));
}

function bandConsequences(
  policy: PolicyDocument,
  band: BandResult | null,
  total: HalfPoints | null,
): ProposedConsequence[] {
  if (!band?.lowest || total === null || policy.bands.length === 1) return [];
  return policy.lowestBandConsequences.map((code) => ({
    code,
    because: { kind: "band", band: band.key, total },
  }));
}

/**
 * Scores a whole sheet under a policy. `values` is keyed by value key; a value that is absent counts as not judged
 * and a key the framework does not know is the problem `unknown-value`. Total and band stay null until every value
 * is decided. All numbers are half-points. Never throws on a sheet, whatever was judged.
 */
export function scoreSheet(
  framework: FrameworkDocument,
  policy: PolicyDocument,
  values: SheetInput,
): SheetResult {
  const inputs = new Map(Object.entries(values));
  const results = framework.values.map((value) =>
    scoreSheetValue(policy, value, inputs.get(value.key) ?? nothingSaid),
  );
  const known = new Set(framework.values.map((value) => value.key));
  const strangers = [...inputs.keys()]
    .filter((key) => !known.has(key))
    .sort()
    .map((value): Problem => ({ code: "unknown-value", severity: "error", value }));
  const totalSoFar = results.reduce((sum, result) => sum + result.soFar, 0);
  const complete = results.every((result) => result.complete);
  const total = complete ? totalSoFar : null;
  const maxTotal = maxOfFramework(framework);
  const band = total === null ? null : bandOf(policy, total, maxTotal);
  const ofValues = results.flatMap((result) => valueConsequences(policy, result));
  return {
    values: results,
    complete,
    total,
    totalSoFar,
    maxTotal,
    band,
    consequences: [...bandConsequences(policy, band, total), ...ofValues],
    problems: [...results.flatMap((result) => result.problems), ...strangers],
  };
}
