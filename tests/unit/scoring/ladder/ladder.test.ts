import { describe, expect, test } from "vitest";
import { scoreValue, type HalfPoints } from "@/lib/scoring";
import { notationFor, said, sixVeinsLadder, valueOf } from "../support";

const score = (notation: string) => scoreValue(sixVeinsLadder, said(notation));

describe("the worked examples of the gated ladder", () => {
  const examples: readonly (readonly [string, HalfPoints])[] = [
    ["met,met,E,E,unmet", 8],
    ["met,met,e,-,-", 4],
    ["met,unmet!,E,E,E", 2],
    ["met,partly!,E,-,-", 3],
    ["partly!,-,-,-,-", 1],
    ["unmet!,-,-,-,-", 0],
    ["unmet!,met,E,E,E", 0],
    ["met,met,E,P,-", 7],
  ];
  test.each(examples)("%s earns %d half-points", (notation, expected) => {
    const result = score(notation);
    expect(result.score).toBe(expected);
    expect(result.complete).toBe(true);
  });

  test.each([
    ["met,unmet,E,E,E", 2],
    ["met,partly,E,-,-", 3],
    ["partly,-,-,-,-", 1],
    ["unmet,-,-,-,-", 0],
  ])(
    "%s earns the same before the contradicting case is filed, with an error",
    (notation, half) => {
      const result = score(notation);
      expect(result.score).toBe(half);
      expect(result.problems).toContainEqual(
        expect.objectContaining({ code: "contradicting-case-required", severity: "error" }),
      );
    },
  );

  test("met, met, met without a case is 2 and the problem that level 3 needs a case", () => {
    expect(score("met,met,e,-,-").problems).toEqual([
      { code: "case-required", severity: "error", value: "value", rung: 3 },
    ]);
  });

  test("every allowed score from 0 to 5 can be earned", () => {
    const halves = Array.from({ length: 11 }, (_, half) => half);
    const notations = halves.map(notationFor);
    expect(notations.map((notation) => score(notation).score)).toEqual(halves);
    expect(notations.flatMap((notation) => score(notation).problems)).toEqual([]);
  });
});

describe("the gate", () => {
  test.each([
    ["met,met,E,E,unmet", 5],
    ["met,unmet!,E,E,E", 2],
    ["met,partly!,E,-,-", 2],
    ["met,met,e,-,-", 3],
    ["-,-,-,-,-", 3],
    ["met,met,E,E,E", null],
  ])("%s has its gate at %s", (notation, gate) => {
    expect(score(notation).gate).toBe(gate);
  });

  test("rungs below pass, the gate bars, rungs above are closed whatever was judged", () => {
    expect(score("met,unmet!,E,E,E").rungs.map((rung) => rung.reach)).toEqual([
      "passed",
      "gate",
      "closed",
      "closed",
      "closed",
    ]);
  });

  test("only passed rungs and a half at the gate count", () => {
    const counting = (notation: string) => score(notation).rungs.map((rung) => rung.counts);
    expect(counting("met,partly!,E,P,-")).toEqual([true, true, false, false, false]);
    expect(counting("met,unmet!,E,P,-")).toEqual([true, false, false, false, false]);
    expect(counting("met,met,E,E,E")).toEqual([true, true, true, true, true]);
  });

  test("a case above the gate is kept and says which rung is not passed", () => {
    expect(score("met,unmet!,E,-,-").problems).toEqual([
      {
        code: "case-not-counted",
        severity: "info",
        value: "value",
        rung: 3,
        data: { gate: 2 },
      },
    ]);
  });

  test("a half above the gate informs and adds nothing", () => {
    const result = score("met,unmet!,P,-,-");
    expect(result.score).toBe(2);
    expect(result.problems.map(({ code, severity, rung }) => [code, severity, rung])).toEqual([
      ["case-not-counted", "info", 3],
      ["half-above-gate", "info", 3],
    ]);
  });

  test("a missing case above the gate informs and does not stop a submission", () => {
    const found = score("met,unmet!,e,-,-").problems;
    expect(found).toEqual([
      { code: "case-required", severity: "info", value: "value", rung: 3, data: { gate: 2 } },
    ]);
  });

  test("of two claims without a case the lower is the error, the upper waits behind it", () => {
    expect(score("met,met,e,p,-").problems.map(({ rung, severity }) => [rung, severity])).toEqual([
      [3, "error"],
      [4, "info"],
    ]);
  });
});

describe("what is still open", () => {
  test("an untouched ladder shows the presumed rungs and no score", () => {
    const result = score("-,-,-,-,-");
    expect(result).toMatchObject({ score: null, soFar: 4, complete: false, judged: false });
    expect(result.problems).toEqual([
      { code: "not-judged", severity: "error", value: "value", rung: 3 },
    ]);
  });

  test("only the first open rung is asked for: those above cannot count yet", () => {
    expect(score("met,met,E,-,E").problems.map(({ code, rung }) => [code, rung])).toEqual([
      ["not-judged", 4],
      ["case-not-counted", 5],
    ]);
  });

  test("a contradicted presumed rung decides without a verdict", () => {
    expect(score("met,-!,-,-,-")).toMatchObject({ score: 2, complete: true, gate: 2 });
  });

  test("a value with every rung presumed is complete without a word", () => {
    const result = scoreValue(valueOf("ppp"), { judgements: {}, cases: [] });
    expect(result).toMatchObject({ score: 6, complete: true, judged: false, gate: null });
  });

  test("one verdict is a judgement, a case alone is none", () => {
    expect(score("met,-,-,-,-").judged).toBe(true);
    expect(score("-,-!,-+,-,-").judged).toBe(false);
  });

  test("a verdict taken back to undefined leaves the value not judged", () => {
    const result = scoreValue(sixVeinsLadder, { judgements: { 3: undefined }, cases: [] });
    expect(result.judged).toBe(false);
    expect(result.complete).toBe(false);
  });

  test("the maximum follows the number of rungs", () => {
    expect(scoreValue(valueOf("pe"), said("met,E"))).toMatchObject({ score: 4, maxHalfPoints: 4 });
    expect(score("-,-,-,-,-").maxHalfPoints).toBe(10);
  });
});
