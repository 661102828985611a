import { z } from "zod";
import { bandOf, explainSheet, formatScore, justificationRule, maxOfFramework, maxOfValue, renderBand, renderConsequence, renderExplanation, renderTotal, routeScore, scoreSheet, type AuditLists, type FrameworkDocument, type PolicyDocument, type RungDefinition, type SheetInput } from "@/lib/scoring";
import { frameworkSchema } from "@/lib/scoring/documents/framework";
import { policySchema } from "@/lib/scoring/documents/policy";
import { framework, said } from "../support";

const saidSchema = z.strictObject({
  rungs: z.string(),
  justification: z.string().optional(),
  inDoubt: z.boolean().optional(),
});

/** A file of this kind holds its own documents and sheets, so nothing that ships later can change what it asks. */
export const recordSchema = z.strictObject({
  framework: frameworkSchema,
  policy: policySchema,
  sheets: z.record(z.string(), z.record(z.string(), saidSchema)),
  decided: z.unknown(),
});

type Sheets = z.infer<typeof recordSchema>["sheets"];

/** What is scored, without the long texts: a golden file freezes decisions, not wording. */
function bare({ key, name, values }: FrameworkDocument): FrameworkDocument {
  const short = ({ point, grant, statement, halfPoint, assumed }: RungDefinition) => ({
    ...{ point, grant, statement, meaning: statement, supports: [], breaks: [], halfPoint, assumed },
  });
  return {
    ...{ key, name, description: name },
    values: values.map((value) => ({ ...value, rungs: value.rungs.map(short) })),
  };
}

function inputOf(sheet: Sheets[string]): SheetInput {
  return Object.fromEntries(
    Object.entries(sheet).map(([key, { rungs, ...rest }]) => [key, { ...said(rungs), ...rest }]),
  );
}

/** What the older files froze of the lists, before facts were asked for a sanction. */
function lists(policy: PolicyDocument, { sanction, ...audit }: AuditLists) {
  return policy.sanctionNeedsFacts === true ? { ...audit, sanction } : audit;
}

const points = (score: number | null) => (score === null ? null : formatScore(score));

function decide(rules: { framework: FrameworkDocument; policy: PolicyDocument }, input: SheetInput) {
  const result = scoreSheet(rules.framework, rules.policy, input);
  const told = explainSheet(rules.policy, result);
  return {
    scores: Object.fromEntries(result.values.map(({ key, score }) => [key, points(score)])),
    total: points(result.total),
    sum: renderTotal(told, rules, "zh"),
    band: result.band?.key ?? null,
    because: renderBand(told, rules, "zh"),
    consequences: result.consequences.map((consequence) =>
      [consequence.code, renderConsequence(consequence, rules, "zh")].join(": "),
    ),
    passed: result.values.filter(({ passed }) => passed).map(({ key }) => key),
    audit: lists(rules.policy, result.audit),
    problems: result.problems.map(({ code, value, rung }) =>
      [code, value, ...(rung === undefined ? [] : [rung])].join(" "),
    ),
    told: result.values.slice(0, 1).flatMap(({ explanation }) => renderExplanation(explanation, "zh")),
  };
}

const upTo = (max: number, step = 1) =>
  Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step);

function asked(policy: PolicyDocument, score: number) {
  const { reason, threshold } = justificationRule(policy, score);
  return reason === null ? "no" : `${reason} ${points(threshold) ?? ""}`;
}

function perScore({ framework: { values }, policy }: { framework: FrameworkDocument; policy: PolicyDocument }) {
  const [value] = values;
  if (value === undefined) return {};
  return Object.fromEntries(
    upTo(maxOfValue(value), policy.stepHalfPoints).map((score) => {
      const routing = Object.entries(routeScore(policy, value, score));
      const routes = routing.filter(([, goes]) => goes).map(([route]) => route);
      return [formatScore(score), `justification: ${asked(policy, score)}; ${routes.join(", ")}`];
    }),
  );
}

function perTotal(policy: PolicyDocument, max: number) {
  return Object.fromEntries(
    upTo(max).map((total) => [formatScore(total), bandOf(policy, total, max).key]),
  );
}

/** Everything a version of a policy decides: what a closed cycle must still say years later. Figures are points. */
export function goldenRecord(
  given: { framework: FrameworkDocument; policy: PolicyDocument; sheets: Sheets },
) {
  const { sheets } = given;
  const rules = { framework: given.framework, policy: given.policy };
  const max = maxOfFramework(rules.framework);
  return {
    ...rules,
    sheets,
    decided: {
      scores: perScore(rules),
      totals: perTotal(rules.policy, max),
      totalsOf45: perTotal(rules.policy, 90),
      sheets: Object.fromEntries(
        Object.entries(sheets).map(([name, sheet]) => [name, decide(rules, inputOf(sheet))]),
      ),
    },
  };
}

/** The record a new version of a policy begins with. */
export function newRecord(policy: PolicyDocument, frameworkKey: string, sheets: Sheets) {
  return goldenRecord({ framework: bare(framework(frameworkKey)), policy, sheets });
}
