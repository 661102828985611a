import { describe, expect, test } from "vitest";
import { renderExplanation, scoreSheet, scoreValue, type ValueDefinition } from "@/lib/scoring";
import { framework, policy, said, sheetOf, sixVeinsLadder, valueOf } from "../support";

const written = (value: ValueDefinition, notation: string) =>
  scoreValue(value, { ...said(notation), underWay: true });
const checklist = valueOf("ppp", false);
const notJudged = { code: "not-judged", severity: "error", value: "value" };

describe("while a sheet is written nothing judged is nothing said", () => {
  test.each([
    ["a checklist", checklist, "-,-,-"],
    ["a ladder of presumed rungs", valueOf("ppp"), "-,-,-"],
    ["a checklist with a cap", { ...checklist, cap: 4 }, "-,-,-"],
  ])("%s nobody spoke of has no score and asks for one act", (_, value, notation) => {
    const result = written(value, notation);
    expect(result).toMatchObject({ score: null, soFar: 0, complete: false, judged: false });
    expect(result.problems).toEqual([notJudged]);
    expect(result.rungs.some(({ counts }) => counts)).toBe(false);
    expect(result.explanation.parts).toEqual([{ kind: "unsaid", points: 0 }]);
  });

  test("one verdict of the judge is that act; what is presumed then stands", () => {
    expect(written(checklist, "met,-,-")).toMatchObject({ score: 6, complete: true });
    expect(written(checklist, "-,unmet!,-")).toMatchObject({ score: 4, complete: true });
    expect(written(checklist, "met,met,met").problems).toEqual([]);
  });

  test("a ladder asks for the rung that decides, and counts nothing yet", () => {
    const result = written(sixVeinsLadder, "-,-,-,-,-");
    expect(result).toMatchObject({ score: null, soFar: 0, complete: false });
    expect(result.problems).toEqual([{ ...notJudged, rung: 3 }]);
    expect(result.rungs.map(({ reach }) => reach)).toEqual([
      "passed",
      "passed",
      "gate",
      "closed",
      "closed",
    ]);
    expect(written(sixVeinsLadder, "-,-,E,-,-").soFar).toBe(6);
  });

  test("it says so, and no figure", () => {
    const { explanation } = written(sixVeinsLadder, "-,-,-,-,-");
    expect(renderExplanation(explanation, "zh")).toEqual(["还没有判断，所以没有分数。"]);
    expect(renderExplanation(explanation, "en")).toEqual(["Not judged yet, so there is no score."]);
  });
});

describe("a contradicting case is no verdict of whoever has not spoken of it", () => {
  test("a lapse somebody else admitted leaves the value open, not at 0", () => {
    const result = written(sixVeinsLadder, "-!,-,-,-,-");
    expect(result).toMatchObject({ score: null, complete: false, gate: 1 });
    expect(result.problems).toEqual([{ ...notJudged, rung: 1 }]);
  });

  test("also where other rungs are judged", () => {
    const result = written(sixVeinsLadder, "met,-!,-,-,-");
    expect(result).toMatchObject({ score: null, soFar: 2, gate: 2 });
    expect(result.rungs[1]).toMatchObject({ verdict: "open", because: "not-judged" });
    expect(written(checklist, "met,-!,-")).toMatchObject({ score: null, soFar: 4 });
  });

  test.each([
    ["partly!", 1],
    ["unmet!", 0],
  ])("judged %s it is", (word, score) => {
    expect(written(sixVeinsLadder, `${word},-,-,-,-`)).toMatchObject({ score, complete: true });
  });
});

describe("a finished sheet stays what it was", () => {
  test("silence consents, and a contradicting case decides by itself", () => {
    expect(scoreValue(checklist, said("-,-,-"))).toMatchObject({ score: 6, complete: true });
    expect(scoreValue(sixVeinsLadder, said("met,-!,-,-,-"))).toMatchObject({ score: 2 });
  });

  test("what has a score while it is written has the same when it is handed in", () => {
    const words = ["-", "met", "partly!", "unmet!", "-!", "E", "e", "P", "unmet", "-+"];
    let scored = 0;
    for (const value of [valueOf("ppe"), valueOf("pep", false)])
      for (const a of words)
        for (const b of words)
          for (const c of words) {
            const notation = [a, b, c].join(",");
            const draft = written(value, notation);
            const { soFar, score, gate, explanation } = scoreValue(value, said(notation));
            if (draft.score === null) continue;
            scored += 1;
            expect(draft, notation).toMatchObject({ soFar, score, gate, explanation });
          }
    expect(scored).toBeGreaterThan(500);
  });
});

test("values of one sheet may be finished and under way side by side", () => {
  const six = framework("six-veins");
  const sheet = sheetOf(six, "met,met,E,unmet,-", { teamwork: "-!,-,-,-,-" });
  const both = scoreSheet(six, policy("classic"), {
    ...sheet,
    teamwork: { ...said("-!,-,-,-,-"), underWay: true },
  });
  expect(both).toMatchObject({ total: null, totalSoFar: 30, complete: false });
  expect(scoreSheet(six, policy("classic"), sheet)).toMatchObject({ total: 30, complete: true });
});
