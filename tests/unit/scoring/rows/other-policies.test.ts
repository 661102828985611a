import { describe, expect, test } from "vitest";
import { bandOf, formatScore, scoreSheet, type SheetInput } from "@/lib/scoring";
import { framework, notationFor, policy, said, sheetOf } from "../support";

const goGetter = framework("go-getter");
const checklist = framework("customer-checklist");
const cto = policy("51cto");

describe("domain §4, for other frameworks", () => {
  test("bands scale with the maximum total unless the policy lists its own", () => {
    const lowest = (max: number) =>
      Array.from({ length: max + 1 }, (_, total) => total)
        .filter((total) => bandOf(policy("classic"), total, max).key === "excellent")
        .map(formatScore)[0];
    // 27 of 30 is 40.5 of 45, 13.5 of 15 and 6.3 of 7, which 6.5 reaches first.
    expect([60, 90, 30, 14].map(lowest)).toEqual(["27", "40.5", "13.5", "6.5"]);
    expect([cto, policy("checklist")].map(({ bandsMaxTotal }) => bandsMaxTotal)).toEqual([30, 14]);
  });

  test("51cto · 3 is the pass line per value", () => {
    const sheet = sheetOf(goGetter, notationFor(6), { "better-self": notationFor(5) });
    const passed = scoreSheet(goGetter, cto, sheet).values.map(({ passed: yes }) => yes);
    expect(passed).toEqual([true, false, true]);
  });

  test("51cto · 4 and 5 are candidates for the case library", () => {
    expect(cto.libraryFrom).toBe(8);
  });

  test("51cto · what the handbook does not say is marked as assumed, and no consequence is made up", () => {
    expect(cto.assumed?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["/bands", "/justification", "/audit"]),
    );
    expect([cto.consequences, cto.singleValueRules, cto.lowestBandConsequences]).toEqual([
      [],
      [],
      [],
    ]);
  });
});

describe("domain §2 D under its policy", () => {
  const broken = (rules: readonly number[], more = {}): SheetInput => {
    const rungs = [1, 2, 3, 4, 5, 6, 7].map((point) => (rules.includes(point) ? "unmet!" : "met"));
    return { "customer-first": { ...said(rungs.join(",")), ...more } };
  };
  const result = (sheet: SheetInput) => scoreSheet(checklist, policy("checklist"), sheet);

  test("checklist · start with 7, lose one per broken rule, whichever it is", () => {
    const totals = [[], [1], [7], [2, 5], [1, 2, 3, 4, 5, 6, 7]].map((rules) =>
      formatScore(result(broken(rules)).total ?? -1),
    );
    expect(totals).toEqual(["7", "6", "6", "5", "0"]);
    expect(result({}).total).toBe(14);
  });

  test("checklist · no half points", () => {
    const sheet = { "customer-first": said("met,met,partly!,met,met,met,met") };
    expect(result(sheet).total).toBe(12);
    expect(result(sheet).problems.map(({ code }) => code)).toContain("half-not-allowed");
  });

  test("checklist · every deduction is written down, and full marks need no words", () => {
    const missing = (sheet: SheetInput) =>
      result(sheet).values.map(({ justification }) => justification.missing);
    expect(missing(broken([4]))).toEqual([true]);
    expect(missing(broken([4], { justification: "三天后才修复" }))).toEqual([false]);
    expect(missing(broken([]))).toEqual([false]);
  });

  test("checklist · own bands on 7 points", () => {
    const bands = Array.from({ length: 8 }, (_, points) => {
      return bandOf(policy("checklist"), points * 2, 14).key;
    });
    expect(bands).toEqual([
      ...["fail", "fail", "fail", "fail"],
      ...["improve", "improve", "nearly", "all-kept"],
    ]);
  });
});
