import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  encode,
  scoreSheet,
  scorerOf,
  scoreValue,
  Scorer,
  type FrameworkDocument,
  type SheetInput,
} from "@/lib/scoring";
import { anyFramework, anyPolicy, anySheet } from "./any";

const nothing = { judgements: {}, cases: [] };

function pack({ values }: FrameworkDocument, sheet: SheetInput, before: number): Uint8Array {
  const width = values.reduce((sum, { rungs }) => sum + rungs.length, 0);
  const signals = new Uint8Array(before + width).fill(255, 0, before);
  let at = before;
  for (const value of values) {
    encode(value, sheet[value.key] ?? nothing, signals, at);
    at += value.rungs.length;
  }
  return signals;
}

describe("a sheet", () => {
  test("adds up, whatever the order of the values in the input", () => {
    fc.assert(
      fc.property(anyFramework, anyPolicy, anySheet, (framework, policy, sheet) => {
        const result = scoreSheet(framework, policy, sheet);
        const reversed = Object.fromEntries(Object.entries(sheet).reverse());
        expect(scoreSheet(framework, policy, reversed)).toEqual(result);
        expect(result.totalSoFar).toBe(result.values.reduce((sum, { soFar }) => sum + soFar, 0));
        expect(result.maxTotal).toBe(result.values.reduce((sum, v) => sum + v.maxHalfPoints, 0));
        expect(result.total).toBe(result.complete ? result.totalSoFar : null);
        expect(result.band === null).toBe(result.total === null);
      }),
    );
  });

  test("says of every value what the value alone would say", () => {
    fc.assert(
      fc.property(anyFramework, anyPolicy, anySheet, (framework, policy, sheet) => {
        const { values } = scoreSheet(framework, policy, sheet);
        framework.values.forEach((definition, index) => {
          const alone = scoreValue(
            definition,
            sheet[definition.key] ?? nothing,
            policy.stepHalfPoints,
          );
          const { problems, ...figures } = alone;
          expect(values[index]).toMatchObject(figures);
          expect(values[index]?.problems.slice(0, problems.length)).toEqual(problems);
        });
      }),
    );
  });

  test("lists for the audit are the routes of its values, and nothing else", () => {
    fc.assert(
      fc.property(anyFramework, anyPolicy, anySheet, (framework, policy, sheet) => {
        const { values, audit } = scoreSheet(framework, policy, sheet);
        for (const route of ["verify", "sample", "beneficiaryView", "approve", "refer"] as const)
          expect(audit[route]).toEqual(
            values.filter(({ routing }) => routing[route]).map(({ key }) => key),
          );
        expect(audit.verify.filter((key) => audit.sample.includes(key))).toEqual([]);
      }),
    );
  });

  test("is passed value by value exactly where the score reaches the line", () => {
    fc.assert(
      fc.property(anyFramework, anyPolicy, anySheet, (framework, policy, sheet) => {
        for (const { score, passed } of scoreSheet(framework, policy, sheet).values) {
          const known = score !== null && policy.passLine !== undefined;
          expect(passed).toBe(known ? score >= (policy.passLine ?? Number.NaN) : null);
        }
      }),
    );
  });
});

describe("the compiled scorer", () => {
  test("says of packed signals what is said of the named sheet", () => {
    const anyStart = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(anyFramework, anyPolicy, anySheet, anyStart, (framework, policy, sheet, at) => {
        const known = Object.fromEntries(
          Object.entries(sheet).map(([key, input]) => [key, { ...input, justification: "facts" }]),
        );
        const named = scoreSheet(framework, policy, known);
        const { outcomes, ...figures } = scorerOf(framework, policy).packed(
          pack(framework, sheet, at),
          at,
        );
        const { complete, total, totalSoFar, maxTotal, band, consequences } = named;
        expect(figures).toEqual({ complete, total, totalSoFar, maxTotal, band, consequences });
        outcomes.forEach((outcome, index) => {
          const { score, soFar, gate, rungs, passed } = outcome;
          expect(named.values[index]).toMatchObject({ score, soFar, gate, rungs, passed });
          expect(named.values[index]?.explanation.parts).toEqual(outcome.parts);
        });
      }),
    );
  });

  test("remembers nothing wrongly: whatever it saw before, it says what a new one says", () => {
    const anyDay = fc.array(anySheet, { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(anyFramework, anyPolicy, anyDay, (framework, policy, sheets) => {
        const old = new Scorer(framework, policy);
        for (const sheet of [...sheets, ...sheets]) {
          const signals = pack(framework, sheet, 0);
          expect(old.packed(signals, 0)).toEqual(new Scorer(framework, policy).packed(signals, 0));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("is kept for as long as its two documents are, and for no other pair", () => {
    fc.assert(
      fc.property(anyFramework, anyPolicy, anyPolicy, (framework, policy, other) => {
        expect(scorerOf(framework, policy)).toBe(scorerOf(framework, policy));
        expect(scorerOf(framework, other)).not.toBe(scorerOf(framework, policy));
        expect(scorerOf({ ...framework }, policy)).not.toBe(scorerOf(framework, policy));
      }),
      { numRuns: 10 },
    );
  });
});
