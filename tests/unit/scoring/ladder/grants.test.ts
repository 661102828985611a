import { describe, expect, test } from "vitest";
import { renderExplanation, scoreValue, type ProblemCode, type RungReason } from "@/lib/scoring";
import { filed, rung, said, sixVeinsLadder, valueOf } from "../support";

type Row = {
  readonly word: string;
  readonly verdict: string;
  readonly reason: RungReason;
  readonly problem?: ProblemCode;
};

const first = (letters: string, word: string) => {
  const result = scoreValue(valueOf(letters), said(word));
  return { outcome: result.rungs[0], problems: result.problems };
};

describe("a presumed rung", () => {
  const rows: readonly Row[] = [
    { word: "-", verdict: "met", reason: "no-contradiction" },
    { word: "met", verdict: "met", reason: "no-contradiction" },
    { word: "met+", verdict: "met", reason: "no-contradiction" },
    { word: "-!", verdict: "unmet", reason: "contradicted" },
    { word: "met!", verdict: "unmet", reason: "contradicted", problem: "contradicted" },
    { word: "unmet!", verdict: "unmet", reason: "contradicted" },
    { word: "partly!", verdict: "partly", reason: "excused" },
    {
      word: "partly",
      verdict: "partly",
      reason: "lowered-without-case",
      problem: "contradicting-case-required",
    },
    {
      word: "unmet",
      verdict: "unmet",
      reason: "lowered-without-case",
      problem: "contradicting-case-required",
    },
    {
      word: "unmet+",
      verdict: "unmet",
      reason: "lowered-without-case",
      problem: "contradicting-case-required",
    },
  ];
  test.each(rows)("$word is $verdict because $reason", ({ word, verdict, reason, problem }) => {
    const { outcome, problems } = first("p", word);
    expect(outcome?.verdict).toBe(verdict);
    expect(outcome?.because).toBe(reason);
    expect(problems.map(({ code }) => code)).toEqual(problem ? [problem] : []);
    expect(problems.every(({ severity }) => severity === "error")).toBe(true);
  });

  test("names every case that stands against it, in the order of their ids", () => {
    const cases = [filed(1, "contradicts", "b"), filed(1, "contradicts", "a"), filed(1)];
    const result = scoreValue(valueOf("p"), { judgements: {}, cases });
    expect(renderExplanation(result.explanation, "en")[0]).toBe(
      "Why 0: level 1 has a contradicting case (“contradicts 1a”, “contradicts 1b”).",
    );
  });
});

describe("an evidenced rung", () => {
  const rows: readonly Row[] = [
    { word: "-", verdict: "open", reason: "not-judged", problem: "not-judged" },
    { word: "-+", verdict: "open", reason: "not-judged", problem: "not-judged" },
    { word: "-!", verdict: "open", reason: "not-judged", problem: "not-judged" },
    { word: "E", verdict: "met", reason: "supported" },
    { word: "P", verdict: "partly", reason: "supported" },
    { word: "e", verdict: "unmet", reason: "unproven", problem: "case-required" },
    { word: "p", verdict: "unmet", reason: "unproven", problem: "case-required" },
    { word: "e!", verdict: "unmet", reason: "unproven", problem: "case-required" },
    { word: "unmet", verdict: "unmet", reason: "not-reached" },
    { word: "unmet+", verdict: "unmet", reason: "not-reached" },
  ];
  test.each(rows)("$word is $verdict because $reason", ({ word, verdict, reason, problem }) => {
    const { outcome, problems } = first("e", word);
    expect(outcome?.verdict).toBe(verdict);
    expect(outcome?.because).toBe(reason);
    expect(problems.map(({ code }) => code)).toEqual(problem ? [problem] : []);
  });

  test("a case for another rung proves nothing", () => {
    const result = scoreValue(valueOf("ee"), { judgements: { 1: "met" }, cases: [filed(2)] });
    expect(result.score).toBe(0);
    expect(result.problems.map(({ code }) => code)).toEqual(["case-required", "case-not-counted"]);
  });

  test("the cases that support it are named, and those against it too", () => {
    const result = scoreValue(valueOf("e"), said("E!"));
    expect(renderExplanation(result.explanation, "en")[0]).toBe(
      "Why 1: level 1 has a supporting case (“supports 1”), and also a contradicting one (“contradicts 1”); every level is passed.",
    );
  });
});

describe("the half point", () => {
  const strict = { ...valueOf("p"), rungs: [rung(1, "presumed", { halfPoint: "exceptional" })] };

  test("is given on a rung where it is exceptional, and the judge is shown it", () => {
    const result = scoreValue(strict, said("partly!"));
    expect(result.score).toBe(1);
    expect(result.problems).toEqual([
      { code: "half-exceptional", severity: "info", value: "value", rung: 1 },
    ]);
  });

  test("nobody is shown it when the rung is met or unmet", () => {
    expect(scoreValue(strict, said("met")).problems).toEqual([]);
    expect(scoreValue(strict, said("unmet!")).problems).toEqual([]);
  });
});

describe("input that does not fit the ladder", () => {
  test("a verdict for a rung that is not there is an error and scores nothing", () => {
    const result = scoreValue(valueOf("p"), { judgements: { 1: "met", 6: "met" }, cases: [] });
    expect(result.score).toBe(2);
    expect(result.problems).toEqual([
      { code: "unknown-rung", severity: "error", value: "value", rung: 6 },
    ]);
  });

  test("a case and a verdict for the same unknown rung are reported once", () => {
    const result = scoreValue(valueOf("p"), { judgements: { 7: "met" }, cases: [filed(7)] });
    expect(result.problems.map(({ code, rung: point }) => [code, point])).toEqual([
      ["unknown-rung", 7],
    ]);
  });
});

describe("a checklist, not gated", () => {
  const checklist = valueOf("ppppppp", false);

  test("starts full and loses one point for each broken rule", () => {
    expect(scoreValue(checklist, said("-,-,-,-,-,-,-")).score).toBe(14);
    expect(scoreValue(checklist, said("-,-!,-,-,-,-,-")).score).toBe(12);
    expect(scoreValue(checklist, said("-!,-!,-,-,-,-,-!")).score).toBe(8);
  });

  test("a half stays for an excusable lapse, wherever it stands", () => {
    expect(scoreValue(checklist, said("unmet!,-,partly!,-,-,-,partly!")).score).toBe(10);
  });

  test("has no gate, closes no rule and leaves no case uncounted", () => {
    const result = scoreValue(checklist, said("unmet!,-+,-,-,-,-,-"));
    expect(result.gate).toBeNull();
    expect(result.rungs.map(({ reach }) => reach)).toEqual([
      "gate",
      ...Array.from({ length: 6 }, () => "passed"),
    ]);
    expect(result.problems).toEqual([]);
  });

  test("an evidenced list stays open until every rule is judged", () => {
    const list = valueOf("eee", false);
    expect(scoreValue(list, said("E,-,E"))).toMatchObject({ score: null, soFar: 4 });
    expect(scoreValue(list, said("E,unmet,P"))).toMatchObject({ score: 3, complete: true });
  });

  test("a claim without a case is an error on whichever rule it stands", () => {
    const list = valueOf("eee", false);
    expect(
      scoreValue(list, said("unmet,e,p")).problems.map(({ code, severity }) => [code, severity]),
    ).toEqual([
      ["case-required", "error"],
      ["case-required", "error"],
    ]);
  });

  test("the same words on a ladder earn less: the flag alone makes the difference", () => {
    const words = said("unmet!,met,E,E,E");
    expect(scoreValue(sixVeinsLadder, words).score).toBe(0);
    expect(scoreValue({ ...sixVeinsLadder, gated: false }, words).score).toBe(8);
  });
});
