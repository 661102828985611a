import { describe, expect, it } from "vitest";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import { explainSheet, renderTotal } from "@/lib/scoring";
import { missingFor, resultOf, scoringInput, sumsOf } from "@/lib/sheet/rules";
import type { Sheet, SheetCase } from "@/lib/sheet/types";
import { caseFor, sheetWith, type Scores } from "../../support/sheets";

const [framework] = frameworkPresets;
const classic = policyPresets.find(({ key }) => key === "classic");
const manual = policyPresets.find(({ key }) => key === "manual-2006");
if (!framework || !classic || !manual) throw new Error("no presets");
const [first] = framework.values;
if (!first) throw new Error("no value");

const threes: Scores = {};
const empty: Sheet = { side: "manager", values: [] };
const emptySelf: Sheet = { side: "self", values: [] };

function withCase(sheet: Sheet, item: SheetCase): Sheet {
  const values = sheet.values.map((value) =>
    value.key === first?.key ? { ...value, cases: [item] } : value,
  );
  return { ...sheet, values };
}

const unwritten = [
  ["title", { title: " " }],
  ["what happened", { happened: "" }],
  ["what was done", { action: "\n" }],
] as const;

describe("a case that whose facts are not written down yet", () => {
  const self = sheetWith(framework, "self", threes);
  const scoreOf = (sheet: Sheet) =>
    resultOf(framework, classic, { self: sheet, manager: empty }, "self").values[0]?.score;

  it.each(unwritten)("counts for nothing without %s", (_, over) => {
    expect(scoreOf(withCase(self, caseFor(3, "supports")))).toBe(6);
    expect(scoreOf(withCase(self, caseFor(3, "supports", over)))).toBe(4);
  });

  it.each(unwritten)(
    "of the employee counts for nothing with the manager without %s",
    (_, over) => {
      const manager = withCase(sheetWith(framework, "manager", threes), caseFor(3, "supports"));
      const bare: Sheet = {
        ...manager,
        values: manager.values.map((value) => ({ ...value, cases: [] })),
      };
      const score = (item: SheetCase) =>
        resultOf(framework, classic, { self: withCase(self, item), manager: bare }, "manager")
          .values[0]?.score;
      expect(score(caseFor(3, "supports"))).toBe(6);
      expect(score(caseFor(3, "supports", over))).toBe(4);
    },
  );

  it("against a granted rung does not lower it by being there", () => {
    const blank = caseFor(1, "contradicts", { title: "", happened: "", action: "" });
    const value = (item: SheetCase) => ({
      ...withCase(self, item),
      values: [{ ...first, judgements: {}, cases: [item], justification: "", inDoubt: false }],
    });
    const verdict = (item: SheetCase) =>
      resultOf(framework, classic, { self: value(item), manager: empty }, "self").values[0]
        ?.rungs[0]?.verdict;
    expect(verdict(blank)).toBe("met");
    expect(verdict(caseFor(1, "contradicts"))).toBe("unmet");
  });

  it("is named by what it lacks, not by the want of another case", () => {
    const codes = (item: SheetCase) => {
      const sheet = withCase(self, item);
      const result = resultOf(framework, classic, { self: sheet, manager: empty }, "self");
      return missingFor(result, sheet).map(({ code }) => code);
    };
    expect(codes(caseFor(3, "supports", { title: "" }))).toEqual(["case_title"]);
    expect(codes(caseFor(3, "contradicts", { title: "" }))).toEqual([
      "case-required",
      "case_title",
    ]);
    expect(codes(caseFor(3, "supports"))).toEqual([]);
  });
});

describe("a doubt", () => {
  it("goes to scoring from the manager's side alone", () => {
    const sheet = sheetWith(framework, "manager", threes);
    const values = sheet.values.map((value) => ({ ...value, inDoubt: true }));
    const pair = { self: { ...emptySelf, values }, manager: { ...sheet, values } };
    const asked = (side: "self" | "manager") =>
      Object.values(scoringInput(pair, side)).map(({ inDoubt }) => inDoubt);
    expect(new Set(asked("manager"))).toEqual(new Set([true]));
    expect(new Set(asked("self"))).toEqual(new Set([false]));
    expect(resultOf(framework, manual, pair, "manager").audit.refer).toHaveLength(values.length);
    expect(resultOf(framework, classic, pair, "manager").audit.refer).toEqual([]);
  });
});

describe("a sheet's arithmetic in words", () => {
  const sumsFor = (policy: typeof classic, scores: Scores) => {
    const self = sheetWith(framework, "self", scores);
    const result = resultOf(framework, policy, { self, manager: empty }, "self");
    return { sums: sumsOf({ framework, policy }, result), result };
  };

  it("is what the library says, in both languages", () => {
    const { sums, result } = sumsFor(classic, threes);
    const rules = { framework, policy: classic };
    const explained = explainSheet(classic, result);
    expect(sums.total).toEqual({
      zh: renderTotal(explained, rules, "zh"),
      en: renderTotal(explained, rules, "en"),
    });
    expect(sums.band?.zh).toContain("不合格");
  });

  it("names each consequence once, with every rule that asks for it and whether it is dated", () => {
    const { sums } = sumsFor(manual, { [first.key]: 0, teamwork: 0 });
    expect(sums.consequences.map(({ code, dated }) => [code, dated])).toEqual([
      ["written-warning", false],
      ["improve-by-date", true],
    ]);
    expect(sums.consequences.map(({ why }) => why.length)).toEqual([2, 2]);
  });

  it("has no band and no consequence while values are open", () => {
    const self = { ...sheetWith(framework, "self", threes), values: [] };
    const result = resultOf(framework, classic, { self, manager: empty }, "self");
    const sums = sumsOf({ framework, policy: classic }, result);
    expect(sums).toMatchObject({ band: null, consequences: [] });
    expect(sums.total.en).toContain("no total yet");
  });
});
