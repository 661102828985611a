import * as fc from "fast-check";
import type { PolicyDocument, Rules, SheetInput, ValueDefinition } from "@/lib/scoring";
import { policySchema } from "@/lib/scoring/documents/policy";
import { framework, notationFor, policy, said, scoresOnly } from "../support";

export const sixVeins = framework("six-veins");
export const classic: Rules = { framework: sixVeins, policy: scoresOnly };
export const manual: Rules = { framework: sixVeins, policy: policy("manual-2006") };

/** The rules of classic with parts put otherwise. */
export function classicWith(parts: Partial<PolicyDocument>): Rules {
  return {
    framework: sixVeins,
    policy: policySchema.parse({ ...classic.policy, assumed: [], ...parts }),
  };
}

/** The policy of classic over a framework made by hand. */
export function rulesOver(values: readonly ValueDefinition[]): Rules {
  return {
    framework: { ...sixVeins, key: "made-up", values: [...values] },
    policy: classic.policy,
  };
}

/** Half-points of the six values in order; `written` keys have facts beside them. */
export function sheetScoring(
  scores: readonly number[],
  written: readonly string[] = [],
): SheetInput {
  return Object.fromEntries(
    sixVeins.values.map(({ key }, index) => [
      key,
      {
        ...said(notationFor(scores[index] ?? 6)),
        justification: written.includes(key) ? "2026-07-03" : "",
      },
    ]),
  );
}

const token = fc.constantFrom("met", "partly", "unmet", "-", "E", "e", "P", "p", "met!", "partly!");

/** Any sheet at all, half-judged and without cases as well. */
export const anySheet: fc.Arbitrary<SheetInput> = fc
  .array(
    fc.record({
      notation: fc.array(token, { minLength: 5, maxLength: 5 }),
      written: fc.boolean(),
      inDoubt: fc.boolean(),
    }),
    { minLength: 6, maxLength: 6 },
  )
  .map((values) =>
    Object.fromEntries(
      sixVeins.values.map(({ key }, index) => {
        const value = values[index];
        const notation = value?.notation.join(",") ?? "-";
        const justification = value?.written === true ? "写明" : " ";
        return [key, { ...said(notation), justification, inDoubt: value?.inDoubt ?? false }];
      }),
    ),
  );

export const anySheets = fc
  .array(anySheet, { maxLength: 12 })
  .map((sheets) => sheets.map((values, index) => ({ id: `E${index}`, values })));

/** Policies that differ in every rule a replay looks at. */
export const anyRules: fc.Arbitrary<Rules> = fc.constantFrom(
  classic,
  manual,
  classicWith({ stepHalfPoints: 2 }),
  classicWith({ referWhenInDoubt: true }),
  classicWith({ audit: { ...classic.policy.audit, verifyAtLeast: null, sample: { percent: 20 } } }),
  classicWith({ singleValueRules: [], lowestBandConsequences: [] }),
);
