import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  explainSheet,
  parsePoints,
  renderBand,
  renderExplanation,
  renderTotal,
  scoreSheet,
  scoreValue,
  type ExplanationLocale,
} from "@/lib/scoring";
import { anyFramework, anyInput, anyLadder, anyPolicy, anySheet, anyStep, anyValue } from "./any";

const locales: readonly ExplanationLocale[] = ["zh", "en"];

/** Rung numbers as the sentences write them: `1、2`, `1, 2 and 3`. */
const countOf = (list: string) => list.split(/、|, | and /).length;

type Reading = readonly [RegExp, (found: RegExpExecArray) => number];

/** What one clause of the first sentence is worth in half-points, as somebody with a pencil reads it. */
const readings: Readonly<Record<ExplanationLocale, readonly Reading[]>> = {
  zh: [
    [
      /^第 ([\d、]+) [级条](?:没有相反的案例|各?有案例支持(?:，另有相反的案例)?)$/,
      ([, list = ""]) => countOf(list) * 2,
    ],
    [/，得 0\.5/, () => 1],
    [/^超出上限的 ([\d.]+) 不计/, ([, cut = ""]) => -(parsePoints(cut) ?? Number.NaN)],
  ],
  en: [
    [
      /^(?:level|rule)s? (.+) (?:(?:has|have) no contradicting|(?:has|each have) a supporting) case(?:, and also a contradicting one)?$/,
      ([, list = ""]) => countOf(list) * 2,
    ],
    [/earns 0\.5/, () => 1],
    [
      /^([\d.]+) beyond the cap does not count/,
      ([, cut = ""]) => -(parsePoints(cut) ?? Number.NaN),
    ],
  ],
};

function redo(sentence: string, locale: ExplanationLocale) {
  // Titles are foreign text and stand in brackets.
  const plain = sentence.replaceAll(/（“[^）]*）| \(“[^)]*\)/g, "");
  const [head = "", clauses = ""] = plain.split(/：|: /);
  const claimed = parsePoints(/[\d.]+$/.exec(head)?.[0] ?? "");
  const worth = clauses
    .replace(/[。.]$/, "")
    .split(/；|; /)
    .map((clause) => {
      for (const [pattern, points] of readings[locale]) {
        const found = pattern.exec(clause);
        if (found) return points(found);
      }
      return 0;
    });
  return { claimed, sum: worth.reduce((total, points) => total + points, 0) };
}

describe("the reader with the pencil", () => {
  test.each([
    [
      "zh",
      "为什么是 3.5：第 1、2 级没有相反的案例；第 3 级有案例支持（“a：b”）；第 4 级部分达到，得 0.5。",
    ],
    [
      "en",
      "Why 3.5: levels 1 and 2 have no contradicting case; level 3 has a supporting case (“a; b”); level 4 is partly reached and earns 0.5.",
    ],
  ] as const)("reads %s", (locale, sentence) => {
    expect(redo(sentence, locale)).toEqual({ claimed: 7, sum: 7 });
  });
});

describe("the explanation of a value", () => {
  test("has parts that add up to what is earned", () => {
    fc.assert(
      fc.property(anyValue, anyInput, anyStep, (value, input, step) => {
        const { soFar, score, explanation } = scoreValue(value, input, step);
        const sum = explanation.parts.reduce((total, part) => total + part.points, 0);
        expect(sum).toBe(soFar);
        expect(explanation).toMatchObject({ score, soFar, gated: value.gated });
      }),
    );
  });

  test("has a first sentence whose figures add up to the score it names", () => {
    fc.assert(
      fc.property(anyValue, anyInput, anyStep, (value, input, step) => {
        const { soFar, explanation } = scoreValue(value, input, step);
        for (const locale of locales) {
          const [first = ""] = renderExplanation(explanation, locale);
          expect(redo(first, locale), first).toEqual({ claimed: soFar, sum: soFar });
        }
      }),
    );
  });

  test("speaks of every rung up to the gate exactly once", () => {
    fc.assert(
      fc.property(anyValue, anyInput, anyStep, (value, input, step) => {
        const { gate, explanation } = scoreValue(value, input, step);
        const named = explanation.parts.flatMap((part) => {
          if (part.kind === "granted" || part.kind === "supported") return part.rungs;
          return part.kind === "half" || part.kind === "missed" ? [part.rung] : [];
        });
        const reached = value.rungs.map(({ point }) => point).filter((p) => p <= (gate ?? p));
        expect([...named].sort((a, b) => a - b)).toEqual(reached);
      }),
    );
  });

  test("always says why, and always says what opens a gate", () => {
    fc.assert(
      fc.property(anyLadder, anyInput, anyStep, (value, input, step) => {
        const { gate, explanation } = scoreValue(value, input, step);
        for (const locale of locales) {
          const lines = renderExplanation(explanation, locale);
          expect(lines.every((line) => line.trim().length > 8)).toBe(true);
          expect(lines.length >= (gate === null ? 1 : 2)).toBe(true);
        }
      }),
    );
  });
});

describe("the explanation of a sheet", () => {
  test("prints a sum that can be added again, and the bound that is reached", () => {
    fc.assert(
      fc.property(anyFramework, anyPolicy, anySheet, (framework, policy, sheet) => {
        const result = scoreSheet(framework, policy, sheet);
        const explanation = explainSheet(policy, result);
        const names = { framework, policy };
        for (const locale of locales) {
          const written = renderTotal(explanation, names, locale);
          const [summands = "", claimed = ""] = written.split(/[（(]/)[0]?.split(" = ") ?? [];
          const sum = summands
            .split(" + ")
            .reduce(
              (total, part) => total + (parsePoints(/[\d.]+$/.exec(part)?.[0] ?? "") ?? NaN),
              0,
            );
          expect(parsePoints(claimed), written).toBe(sum);
          if (result.total !== null) expect(sum).toBe(result.total);
          const band = renderBand(explanation, names, locale);
          expect(band === null).toBe(result.total === null);
        }
        const { band } = explanation;
        if (band === null) return;
        expect(band.total).toBeGreaterThanOrEqual(band.reached.reachedFrom);
        expect(band.total).toBeLessThan(band.next?.reachedFrom ?? Infinity);
      }),
    );
  });
});
