import { describe, expect, test } from "vitest";
import { scoreSheet, type PolicyDocument, type SheetInput } from "@/lib/scoring";
import {
  framework,
  notationFor,
  policy,
  said,
  scoresOnly,
  sheetOf,
  sheetWithTotal,
  valueOf,
} from "./support";

const six = framework("six-veins");
const classic = scoresOnly;
const manual = policy("manual-2006");
const three = notationFor(6);

const pick = (input: SheetInput, key: string, document = classic) =>
  scoreSheet(six, document, input).values.find((value) => value.key === key);

describe("totals", () => {
  test("are the sum of the values, in the framework's order", () => {
    const result = scoreSheet(six, classic, sheetOf(six, three, { integrity: notationFor(3) }));
    expect(result.values.map(({ key, score }) => [key, score])).toEqual([
      ["customer-first", 6],
      ["teamwork", 6],
      ["embrace-change", 6],
      ["integrity", 3],
      ["passion", 6],
      ["dedication", 6],
    ]);
    expect(result).toMatchObject({ total: 33, totalSoFar: 33, maxTotal: 60, complete: true });
    expect(result.band?.key).toBe("fail");
  });

  test("stay null, with no band and no band consequences, while one value is open", () => {
    const result = scoreSheet(six, classic, sheetOf(six, three, { passion: "-,-,-,-,-" }));
    expect(result).toMatchObject({ total: null, totalSoFar: 34, band: null, complete: false });
    expect(result.consequences).toEqual([]);
  });

  test("a value that is not in the input counts as not judged, never as 0", () => {
    const result = scoreSheet(six, classic, {});
    expect(result.total).toBeNull();
    expect(result.values.every(({ score, judged }) => score === null && !judged)).toBe(true);
    expect(result.problems.map(({ code }) => code)).toEqual(Array(6).fill("not-judged"));
  });

  test("a value the framework does not know is an error", () => {
    const input = { ...sheetOf(six, three), kindness: said("met") };
    const result = scoreSheet(six, classic, input);
    expect(result.problems).toEqual([
      { code: "unknown-value", severity: "error", value: "kindness" },
    ]);
    expect(result.total).toBe(36);
  });

  test.each([
    [60, "excellent"],
    [54, "excellent"],
    [53, "good"],
    [46, "good"],
    [45, "pass"],
    [38, "pass"],
    [37, "fail"],
  ])("a sheet of %d half-points is %s under classic", (total, key) => {
    const result = scoreSheet(six, classic, sheetWithTotal(six, total));
    expect(result.total).toBe(total);
    expect(result.band?.key).toBe(key);
  });

  test("nine swords and the go-getter have their own maximum", () => {
    expect(scoreSheet(framework("nine-swords"), classic, {}).maxTotal).toBe(90);
    expect(scoreSheet(framework("go-getter"), classic, {}).maxTotal).toBe(30);
  });

  test("an untouched checklist is full: every rule is presumed", () => {
    const checklist = framework("customer-checklist");
    expect(scoreSheet(checklist, classic, {})).toMatchObject({ total: 14, maxTotal: 14 });
  });
});

describe("justification on a sheet", () => {
  test.each([0, 1, 8, 9, 10])("%d half-points without facts are an error", (score) => {
    const value = pick(sheetOf(six, three, { teamwork: notationFor(score) }), "teamwork");
    expect(value?.justification).toMatchObject({ required: true, missing: true });
    expect(value?.problems).toContainEqual({
      code: "justification-required",
      severity: "error",
      value: "teamwork",
      data: { score },
    });
  });

  test.each([2, 4, 5, 6, 7])("%d half-points need none under classic", (score) => {
    const value = pick(sheetOf(six, three, { teamwork: notationFor(score) }), "teamwork");
    expect(value?.justification).toEqual({
      required: false,
      reason: null,
      threshold: null,
      missing: false,
    });
    expect(value?.problems).toEqual([]);
  });

  test("written facts satisfy it; white space does not", () => {
    const withText = (justification: string) => ({
      ...sheetOf(six, three),
      teamwork: { ...said(notationFor(8)), justification },
    });
    expect(pick(withText("三次带人复盘"), "teamwork")?.justification.missing).toBe(false);
    expect(pick(withText(" \n　"), "teamwork")?.justification.missing).toBe(true);
  });

  test("facts written where none are asked do no harm", () => {
    const input = { teamwork: { ...said(three), justification: "written" } };
    expect(pick(input, "teamwork")?.problems).toEqual([]);
  });

  test("an open value is asked for nothing and routed nowhere", () => {
    const value = pick({ teamwork: said("met,met,-,-,-") }, "teamwork");
    expect(value?.justification.required).toBe(false);
    expect(value?.routing).toEqual({
      verify: false,
      sample: false,
      beneficiaryView: false,
      approve: false,
      refer: false,
      sanction: false,
    });
  });

  test("the 2006 manual asks from 3, so a sheet of 3s needs six texts", () => {
    const result = scoreSheet(six, manual, sheetOf(six, three));
    const codes = result.problems.map(({ code }) => code);
    expect(codes).toEqual(Array(6).fill("justification-required"));
  });
});

describe("a lapse that is called excusable", () => {
  const strict = { ...classic, justification: { ...classic.justification, whenExcused: true } };
  const lax = { ...classic, justification: { ...classic.justification, whenExcused: false } };
  const asked = (notation: string, rules: PolicyDocument, justification = "") =>
    scoreSheet(six, rules, { integrity: { ...said(notation), justification } }).values.find(
      ({ key }) => key === "integrity",
    )?.justification;

  test("needs its reason in writing, though the score asks for nothing", () => {
    const reason = { required: true, reason: "excused", threshold: null };
    expect(asked("met,partly!,-,-,-", strict)).toEqual({ ...reason, missing: true });
    expect(asked("met,partly!,-,-,-", strict, "说明")).toEqual({ ...reason, missing: false });
  });

  test.each([
    ["met,partly!,-,-,-", lax, "the policy does not ask"],
    ["met,met,unmet,-,-", strict, "nothing was excused"],
    ["met,unmet!,E,-,-", strict, "the lapse was not excused"],
    ["met,met,P,-,-", strict, "a half was earned, not left"],
  ])("%s asks for nothing: %s", (notation, rules) => {
    expect(asked(notation, rules)?.required).toBe(false);
  });

  test("behind the gate earns nothing and needs no reason", () => {
    const value = { ...valueOf("pppp"), key: "integrity" };
    const one = { ...six, values: [value] };
    const result = scoreSheet(one, strict, { integrity: said("met,unmet!,partly!,-") });
    expect(result.values[0]?.justification.required).toBe(false);
  });

  test("the score's own rule is named first", () => {
    expect(asked("partly!,-,-,-,-", strict)?.reason).toBe("exactly");
  });
});

describe("consequences", () => {
  const codesOf = (input: SheetInput, document = classic) =>
    scoreSheet(six, document, input).consequences;

  test("the lowest band proposes the policy's own", () => {
    expect(codesOf(sheetOf(six, three, { passion: notationFor(7) }))).toEqual([
      { code: "no-performance-rating", because: { kind: "band", band: "fail", total: 37 } },
      { code: "bonus-withheld", because: { kind: "band", band: "fail", total: 37 } },
    ]);
  });

  test("any other band proposes nothing", () => {
    expect(codesOf(sheetOf(six, notationFor(7)))).toEqual([]);
  });

  test("a good total does not cover a value of 0", () => {
    const because = { kind: "value", value: "dedication", score: 0, rule: { below: 2 } };
    expect(codesOf(sheetWithTotal(six, 50))).toEqual([
      { code: "no-performance-rating", because },
      { code: "bonus-withheld", because },
    ]);
  });

  test.each([
    [0, true],
    [1, true],
    [2, false],
  ])("classic: one value of %d half-points on a good sheet: %s", (score, proposed) => {
    const found = codesOf(sheetOf(six, notationFor(10), { integrity: notationFor(score) }));
    expect(found.map(({ code }) => code)).toEqual(
      proposed ? ["no-performance-rating", "bonus-withheld"] : [],
    );
    expect(found.every(({ because }) => because.kind === "value")).toBe(true);
  });

  test.each([
    [0, true],
    [1, false],
  ])("2006 manual: one value of %d half-points: %s", (score, proposed) => {
    const found = codesOf(sheetOf(six, notationFor(10), { integrity: notationFor(score) }), manual);
    expect(found.map(({ code }) => code)).toEqual(
      proposed ? ["written-warning", "improve-by-date"] : [],
    );
  });

  test("a decided value is proposed even while another is still open", () => {
    const found = codesOf({ integrity: said(notationFor(1)) });
    const because = { kind: "value", value: "integrity", score: 1, rule: { below: 2 } };
    expect(found.map((proposed) => proposed.because)).toEqual([because, because]);
  });

  test("a policy with one band has no lowest band to punish", () => {
    const flat = { ...classic, bands: [{ key: "all", name: { zh: "全", en: "all" }, from: 0 }] };
    expect(codesOf(sheetOf(six, notationFor(2)), flat)).toEqual([]);
  });
});
