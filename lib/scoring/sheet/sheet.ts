import type { FrameworkDocument } from "../documents/framework";
import type { PolicyDocument } from "../documents/policy";
import { encode } from "../ladder/signals";
import { judgeLadder } from "../ladder/judge";
import { judgeUnseen, takeAsStated } from "../ladder/stated";
import { explanationOf, isJudged, strayProblems } from "../ladder/value";
import type { LadderOutcome, Problem } from "../ladder/types";
import type { Routing } from "./routing";
import { scorerOf, type CompiledValue, type Scorer } from "./scorer";
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
    const code =
      justification.reason === "sanction" ? "sanction-facts-required" : "justification-required";
    problems = [...problems, { code, severity: "error", value: key, data: { score } }];
  }
  const refer = input.inDoubt === true && policy.referWhenInDoubt === true;
  return {
    key,
    score,
    soFar: outcome.soFar,
    maxHalfPoints: max,
    complete: outcome.complete,
    judged: isJudged(input),
    gate: outcome.gate,
    rungs: outcome.rungs,
    problems,
    explanation: explanationOf(definition, outcome, input),
    justification: { ...justification, missing },
    routing: refer ? { ...routing, refer } : routing,
    passed: outcome.passed,
    sanction: outcome.sanction,
  };
}

const routes = ["verify", "sample", "beneficiaryView", "approve", "refer", "sanction"] as const;

function auditLists(values: readonly SheetValueResult[]): AuditLists {
  const lists: Record<keyof Routing, string[]> = {
    verify: [],
    sample: [],
    beneficiaryView: [],
    approve: [],
    refer: [],
    sanction: [],
  };
  for (const { key, routing } of values)
    for (const route of routes) if (routing[route]) lists[route].push(key);
  return lists;
}

function strangers(scorer: Scorer, values: SheetInput): Problem[] {
  return Object.keys(values)
    .filter((key) => !scorer.keys.has(key))
    .sort()
    .map((value) => ({ code: "unknown-value", severity: "error", value }));
}

/** A value that is being written, whether or not others' cases are seen, or whose cases were never asked for; null where the signals say all. */
function judgedOtherwise(
  { definition, offset }: CompiledValue,
  { stepHalfPoints }: PolicyDocument,
  { stated, underWay, unseen, judgements }: SheetValueInput,
  signals: Uint8Array,
): LadderOutcome | null {
  if (stated !== undefined)
    return takeAsStated(definition, stepHalfPoints, { judgements, score: stated.score });
  if (underWay !== true) return null;
  const own = Array.from(signals.subarray(offset, offset + definition.rungs.length));
  if (unseen === true) return judgeUnseen(definition, stepHalfPoints, own);
  return judgeLadder(definition, stepHalfPoints, own, true);
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
  const signals = new Uint8Array(scorer.width);
  const inputs = scorer.values.map(({ definition, offset }) => {
    const said = Object.hasOwn(values, definition.key) ? values[definition.key] : undefined;
    const input = said ?? nothingSaid;
    return { input, clean: encode(definition, input, signals, offset) };
  });
  const judged = inputs.map(({ input }, index) => {
    const value = scorer.values[index];
    return value === undefined ? null : judgedOtherwise(value, policy, input, signals);
  });
  const { outcomes, ...figures } = scorer.written(signals, judged);
  const results: SheetValueResult[] = [];
  let problems: readonly Problem[] = [];
  scorer.values.forEach((value, index) => {
    const outcome = outcomes[index];
    const given = inputs[index];
    if (!outcome || !given) return;
    const result = valueResult(value, policy, outcome, given.input, given.clean);
    results.push(result);
    if (result.problems.length > 0) problems = problems.concat(result.problems);
  });
  return {
    ...figures,
    values: results,
    problems: problems.concat(strangers(scorer, values)),
    audit: auditLists(results),
  };
}
