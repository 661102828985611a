import type { FrameworkDocument } from "../documents/framework";
import type { PolicyDocument } from "../documents/policy";
import { encode } from "../ladder/signals";
import { explanationOf, saidAnything, strayProblems } from "../ladder/value";
import type { Problem } from "../ladder/types";
import type { Routing } from "./routing";
import { scorerOf, type CompiledValue } from "./scorer";
import type {
  AuditLists,
  RuledOutcome,
  SheetInput,
  SheetResult,
  SheetValueInput,
  SheetValueResult,
} from "./types";

const nothingSaid: SheetValueInput = { judgements: {}, cases: [] };

function valueResult(
  { definition, max }: CompiledValue,
  policy: PolicyDocument,
  outcome: RuledOutcome,
  input: SheetValueInput,
  clean: boolean,
): SheetValueResult {
  const { key } = definition;
  const { score, justification, routing } = outcome;
  const missing = justification.required && (input.justification ?? "").trim() === "";
  let problems = outcome.problems;
  if (!clean) problems = [...problems, ...strayProblems(definition, input)];
  if (missing && score !== null) {
    const problem = { code: "justification-required", severity: "error", value: key } as const;
    problems = [...problems, { ...problem, data: { score } }];
  }
  const refer = input.inDoubt === true && policy.referWhenInDoubt === true;
  return {
    key,
    score,
    soFar: outcome.soFar,
    maxHalfPoints: max,
    complete: outcome.complete,
    touched: saidAnything(input),
    gate: outcome.gate,
    rungs: outcome.rungs,
    problems,
    explanation: explanationOf(definition, outcome, input),
    justification: { ...justification, missing },
    routing: refer ? { ...routing, refer } : routing,
    passed: outcome.passed,
  };
}

function auditLists(values: readonly SheetValueResult[]): AuditLists {
  const keysOf = (route: keyof Routing) =>
    values.flatMap(({ key, routing }) => (routing[route] ? [key] : []));
  return {
    verify: keysOf("verify"),
    sample: keysOf("sample"),
    beneficiaryView: keysOf("beneficiaryView"),
    approve: keysOf("approve"),
    refer: keysOf("refer"),
  };
}

function strangers(framework: FrameworkDocument, values: SheetInput): Problem[] {
  const known = new Set(framework.values.map(({ key }) => key));
  return Object.keys(values)
    .filter((key) => !known.has(key))
    .sort()
    .map((value) => ({ code: "unknown-value", severity: "error", value }));
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
  const scorer = scorerOf(framework, policy);
  const inputs = new Map(Object.entries(values));
  const signals = new Uint8Array(scorer.width);
  const outcomes: RuledOutcome[] = [];
  const results = scorer.values.map((compiled) => {
    const { definition, offset, outcome } = compiled;
    const input = inputs.get(definition.key) ?? nothingSaid;
    const clean = encode(definition, input, signals, offset);
    const ruled = outcome(signals, offset);
    outcomes.push(ruled);
    return valueResult(compiled, policy, ruled, input, clean);
  });
  return {
    ...scorer.figures(outcomes),
    values: results,
    problems: [...results.flatMap((result) => result.problems), ...strangers(framework, values)],
    audit: auditLists(results),
  };
}
