import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bandOf,
  explainSheet,
  renderBand,
  renderConsequence,
  renderTotal,
  scoreSheet,
  type FrameworkDocument,
  type SheetInput,
} from "@/lib/scoring";
import {
  framework,
  notationFor,
  policy,
  said,
  scoresOnly,
  sheetOf,
  sheetWithTotal,
} from "../support";

const six = framework("six-veins");
const nine = framework("nine-swords");
const classic = scoresOnly;

function shown(values: SheetInput, document: FrameworkDocument = six, rules = classic) {
  const result = scoreSheet(document, rules, values);
  const names = { framework: document, policy: rules };
  const explanation = explainSheet(rules, result);
  return {
    explanation,
    result,
    total: (["zh", "en"] as const).map((locale) => renderTotal(explanation, names, locale)),
    band: (["zh", "en"] as const).map((locale) => renderBand(explanation, names, locale)),
    because: explanation.consequences.map((entry) =>
      (["zh", "en"] as const).map((locale) => renderConsequence(entry, names, locale)),
    ),
  };
}

describe("the total", () => {
  test("prints its sum with every value", () => {
    const { total } = shown(sheetOf(six, notationFor(7), { integrity: notationFor(5) }));
    expect(total).toEqual([
      "客户第一 3.5 + 团队合作 3.5 + 拥抱变化 3.5 + 诚信 2.5 + 激情 3.5 + 敬业 3.5 = 20（满分 30）。",
      "Customer First 3.5 + Teamwork 3.5 + Embrace Change 3.5 + Integrity 2.5 + Passion 3.5 + Dedication 3.5 = 20 (of 30).",
    ]);
  });

  test("names the values that are still open, and is none", () => {
    const values = sheetOf(six, notationFor(6), { passion: "-,-,-,-,-", dedication: "-,-,-,-,-" });
    const { total, explanation, band } = shown(values);
    expect(total).toEqual([
      "客户第一 3 + 团队合作 3 + 拥抱变化 3 + 诚信 3 = 12（满分 30）；激情、敬业还没有定分，所以没有总分。",
      "Customer First 3 + Teamwork 3 + Embrace Change 3 + Integrity 3 = 12 (of 30); no total yet: Passion and Dedication not decided.",
    ]);
    expect(explanation.total.soFar).toBe(24);
    expect(band).toEqual([null, null]);
  });

  test("of an untouched sheet is a sum of nothing", () => {
    expect(shown({}).total[1]).toMatch(/^0 = 0 \(of 30\); no total yet: Customer First, /);
  });

  test("and its band say a key for which these rules have no name", () => {
    const values = sheetWithTotal(six, 40);
    const { explanation, result } = shown(values);
    const others = {
      framework: framework("go-getter"),
      policy: { ...classic, bands: classic.bands.slice(0, 1) },
    };
    expect(renderTotal(explanation, others, "zh")).toMatch(/^customer-first \d/);
    expect(result.band?.key).toBe("pass");
    expect(renderBand(explanation, others, "en")).toContain("pass");
  });

  test("its summands add up to the total, whatever was judged", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (total) => {
        const { explanation, result } = shown(sheetWithTotal(six, total));
        const sum = explanation.total.summands.reduce((all, { score }) => all + score, 0);
        expect([sum, explanation.total.soFar]).toEqual([result.total, total]);
      }),
    );
  });
});

describe("the band", () => {
  test("names the bound it reaches and the next it does not", () => {
    expect(shown(sheetWithTotal(six, 43)).band).toEqual([
      "总分 21.5，达到“合格”的下限 19，未到“良好”的下限 23。",
      "The total 21.5 reaches 19, where “Pass” begins, but not 23, where “Good” begins.",
    ]);
  });

  test("at the top there is no next", () => {
    expect(shown(sheetWithTotal(six, 60)).band).toEqual([
      "总分 30，达到“优秀”的下限 27。",
      "The total 30 reaches 27, where “Excellent” begins.",
    ]);
  });

  test("says how its bounds are scaled to another total", () => {
    expect(shown(sheetWithTotal(nine, 60), nine).band).toEqual([
      "总分 30，达到“合格”的下限 28.5（19 × 45 ÷ 30 = 28.5），未到“良好”的下限 34.5（23 × 45 ÷ 30 = 34.5）。",
      "The total 30 reaches 28.5 (19 × 45 ÷ 30 = 28.5), where “Pass” begins, but not 34.5 (23 × 45 ÷ 30 = 34.5), where “Good” begins.",
    ]);
  });

  test("says when a scaled bound is raised to the next half", () => {
    const seven = framework("customer-checklist");
    const two = { "customer-first": said("-,-,unmet!,unmet!,unmet!,unmet!,unmet!") };
    expect(shown(two, seven).band).toEqual([
      "总分 2，未到“合格”的下限 4.5（19 × 7 ÷ 30 ≈ 4.43，向上取到半分），落在“不合格”。",
      "The total 2 is below 4.5 (19 × 7 ÷ 30 ≈ 4.43, raised to the next half), where “Pass” begins, so the band is “Fail”.",
    ]);
  });

  test("the bounds it prints are the ones that decide, on every total of every size", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 400 })
          .chain((max) => fc.tuple(fc.constant(max), fc.integer({ min: 0, max }))),
        ([max, total]) => {
          const band = bandOf(classic, total, max);
          const result = { ...scoreSheet(six, classic, {}), band, total, maxTotal: max };
          const shown = explainSheet(classic, result).band;
          expect(total).toBeGreaterThanOrEqual(shown?.reached.reachedFrom ?? Infinity);
          expect(total).toBeLessThan(shown?.next?.reachedFrom ?? Infinity);
        },
      ),
    );
  });
});

describe("consequences", () => {
  test("say which figure meets which rule", () => {
    const values = sheetOf(six, notationFor(3), { integrity: notationFor(1) });
    expect(shown(values).because).toEqual([
      ["总分 8，属于最低一等“不合格”。", "The total 8 is in the lowest band, “Fail”."],
      ["总分 8，属于最低一等“不合格”。", "The total 8 is in the lowest band, “Fail”."],
      ["诚信得 0.5，低于 1。", "Integrity scores 0.5, below 1."],
      ["诚信得 0.5，低于 1。", "Integrity scores 0.5, below 1."],
    ]);
  });

  test("of a rule for one exact score", () => {
    const values = sheetOf(six, notationFor(9), { passion: notationFor(0) });
    expect(shown(values, six, policy("manual-2006")).because[0]).toEqual([
      "激情得 0，规则针对恰好 0 分。",
      "Passion scores 0; the rule is for exactly 0.",
    ]);
  });
});
