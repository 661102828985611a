import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxOfValue, renderExplanation, scoreSheet, type SheetInput } from "@/lib/scoring";
import { framework, policy } from "../support";

// domain.md §4: unknown is not absent. Where cases were never asked for, the stated score stands.

const six = framework("six-veins");
const stated = (score: number | null, judgements = {}) => ({
  judgements,
  cases: [],
  stated: { score },
});
const all = (score: number): SheetInput =>
  Object.fromEntries(six.values.map(({ key }) => [key, stated(score)]));

describe("a score of which nobody knows whether it has cases", () => {
  test("stands on every ladder and checklist under every policy, and its explanation adds up", () => {
    const rules = fc.record({
      one: fc.constantFrom(...["six-veins", "customer-checklist", "lenovo-2001"].map(framework)),
      by: fc.constantFrom(...["classic", "manual-2006", "checklist"].map(policy)),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(rules, ({ one, by, share }) => {
        const scores = one.values.map((value) => Math.round(share * maxOfValue(value)));
        const input = one.values.map(
          ({ key }, index) => [key, stated(scores[index] ?? 0)] as const,
        );
        const sheet: SheetInput = Object.fromEntries(input);
        const { values, total } = scoreSheet(one, by, sheet);
        expect(values.map(({ score }) => score)).toEqual(scores);
        expect(total).toBe(scores.reduce((sum, score) => sum + score, 0));
        for (const { explanation, score } of values)
          expect(explanation.parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      }),
    );
  });

  test("six 4s are 24 of 30 and good, not six 2s and the lowest band", () => {
    const { total, band, problems } = scoreSheet(six, policy("classic"), all(8));
    expect([total, band?.key]).toEqual([48, "good"]);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(["justification-required"]));
  });

  test("says where the gate is and that nothing was verified", () => {
    const [first] = scoreSheet(six, policy("classic"), all(7)).values;
    expect(first?.gate).toBe(4);
    expect(first?.rungs.map(({ verdict }) => verdict)).toEqual([
      ...["met", "met", "met", "partly", "open"],
    ]);
    expect(first?.rungs.map(({ because }) => because)).not.toContain("supported");
    const sentences = (locale: "zh" | "en") =>
      first === undefined ? [] : renderExplanation(first.explanation, locale);
    expect(sentences("zh")).toEqual(["为什么是 3.5：照填写的算，没有给出案例，无从核对。"]);
    expect(sentences("en")).toEqual([
      "Why 3.5: taken as stated; no cases given, so nothing could be verified.",
    ]);
  });

  test("a half under a policy of whole points stands and is a problem", () => {
    const one = framework("customer-checklist");
    const key = one.values[0]?.key ?? "";
    const { values } = scoreSheet(one, policy("checklist"), { [key]: stated(9) });
    expect(values[0]?.score).toBe(9);
    expect(values[0]?.problems.map(({ code }) => code)).toContain("half-not-allowed");
    const ladder = scoreSheet(six, policy("checklist"), all(7)).values[0];
    expect(ladder?.score).toBe(7);
    expect(ladder?.problems.map(({ code }) => code)).toContain("half-not-allowed");
  });
});

describe("verdicts of which nobody knows whether they have cases", () => {
  const [value] = six.values;
  const key = value?.key ?? "";
  const judged = (judgements: object, score: number | null = null) =>
    scoreSheet(six, policy("classic"), { [key]: stated(score, judgements) }).values[0];

  test("count as they are, whatever score stands beside them", () => {
    const four = { 1: "met", 2: "met", 3: "met", 4: "met", 5: "unmet" };
    expect(judged(four, 2)).toMatchObject({ score: 8, gate: 5 });
    expect(judged({ 1: "partly" })).toMatchObject({ score: 1, gate: 1 });
    expect(judged({ 1: "unmet" })).toMatchObject({ score: 0, gate: 1 });
  });

  test("are open where the deciding one is missing", () => {
    const open = judged({ 1: "met", 2: "met" });
    expect(open).toMatchObject({ score: null, soFar: 4, problems: [{ code: "not-judged" }] });
    expect(open?.explanation.parts.map(({ kind }) => kind)).toEqual(["stated", "opens"]);
  });
});

test.each([
  ["nothing at all", null],
  ["more than the value can earn", 15],
])("%s leaves even a checklist open", (_, score) => {
  const one = framework("customer-checklist");
  const key = one.values[0]?.key ?? "";
  const { values, total, band } = scoreSheet(one, policy("classic"), { [key]: stated(score) });
  expect(values[0]).toMatchObject({ score: null, complete: false, gate: null });
  expect([total, band]).toEqual([null, null]);
});
