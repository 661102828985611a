import { describe, expect, test } from "vitest";
import { scoreValue } from "@/lib/scoring";
import { said, sixVeinsLadder, valueOf } from "../support";

// Corners no example of the sources stands in, each written in full.

describe("a value without rungs", () => {
  test.each([true, false])("has no score, whatever is said (gated: %s)", (gated) => {
    const value = valueOf("", gated);
    const result = scoreValue(value, { judgements: {}, cases: [] });
    expect(result).toEqual({
      key: "value",
      score: null,
      soFar: 0,
      maxHalfPoints: 0,
      complete: false,
      judged: false,
      gate: null,
      rungs: [],
      problems: [{ code: "no-rungs", severity: "error", value: "value" }],
      explanation: {
        score: null,
        soFar: 0,
        gated,
        parts: [{ kind: "no-rungs", points: 0 }],
        cases: [],
      },
    });
  });
});

describe("a half under whole points", () => {
  const refused = { code: "half-not-allowed", severity: "error", value: "value", rung: 1 };

  test("is not met, because it is not allowed, with or against a case", () => {
    for (const [letters, word] of [
      ["e", "P"],
      ["p", "partly!"],
      ["p", "partly"],
    ] as const) {
      const { rungs, problems, score } = scoreValue(valueOf(letters), said(word), 2);
      expect(score).toBe(0);
      expect(rungs[0]).toMatchObject({ verdict: "unmet", because: "half-not-allowed" });
      expect(problems).toEqual([refused]);
    }
  });

  test("without a case is refused for the case first", () => {
    const { rungs, problems } = scoreValue(valueOf("e"), said("p"), 2);
    expect(rungs[0]).toMatchObject({ verdict: "unmet", because: "unproven" });
    expect(problems.map(({ code }) => code)).toEqual(["case-required"]);
  });

  test("leaves everything but halves alone", () => {
    const words = said("met,met,E,unmet,-");
    expect(scoreValue(sixVeinsLadder, words, 2)).toEqual(scoreValue(sixVeinsLadder, words, 1));
  });
});

describe("cases behind the gate", () => {
  const waiting = (notation: string, gated = true) => {
    const { explanation } = scoreValue(valueOf("ppeee", gated), said(notation));
    return explanation.parts.filter(({ kind }) => kind === "not-counted");
  };

  test("wait on every rung that has one, of either kind and without a verdict, and on no other", () => {
    expect(waiting("met,unmet!,-+,-!,e")).toEqual([
      { kind: "not-counted", rungs: [3, 4], gate: 2, points: 0 },
    ]);
  });

  test.each(["met,unmet!,e,unmet,-", "met,met,E,E,E", "met+,met+,E,unmet,-"])(
    "there are none in %s",
    (notation) => {
      expect(waiting(notation)).toEqual([]);
    },
  );

  test("there are none on a checklist", () => {
    expect(waiting("met,unmet!,-+,-!,e", false)).toEqual([]);
  });

  test("come before what is wrong with the claim itself: problems of a rung stand by code", () => {
    expect(
      scoreValue(sixVeinsLadder, said("met,unmet!,e!,P,-")).problems.map(({ rung, code }) => [
        rung,
        code,
      ]),
    ).toEqual([
      [3, "case-not-counted"],
      [3, "case-required"],
      [4, "case-not-counted"],
      [4, "half-above-gate"],
    ]);
  });
});
