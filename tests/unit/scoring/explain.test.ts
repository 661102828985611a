import { describe, expect, test } from "vitest";
import { renderExplanation, scoreValue, type ExplanationLocale } from "@/lib/scoring";
import { filed, said, sixVeinsLadder, valueOf } from "./support";

const shown = (notation: string, locale: ExplanationLocale, value = sixVeinsLadder) =>
  renderExplanation(scoreValue(value, said(notation)).explanation, locale);

const kinds = (notation: string, value = sixVeinsLadder) =>
  scoreValue(value, said(notation)).explanation.parts.map((part) => part.kind);

describe("the parts", () => {
  test.each([
    ["met,met,E,E,unmet", ["granted", "supported", "missed", "opens"]],
    ["met,met,E,E,E", ["granted", "supported", "all-met"]],
    ["met,partly!,E,-,-", ["granted", "half", "not-counted", "opens"]],
    ["unmet!,-,-,-,-", ["missed", "opens"]],
    ["-,-,-,-,-", ["granted", "missed", "opens"]],
  ])("%s is explained as %j", (notation, expected) => {
    expect(kinds(notation)).toEqual(expected);
  });

  test.each([
    ["met,met,-,-,-", "judgement"],
    ["met,met,e,-,-", "case"],
    ["met,met,unmet,-,-", "case-and-verdict"],
    ["met,met,P,-,-", "rest-of-half"],
    ["met,unmet!,-,-,-", "no-contradiction"],
    ["met,partly!,-,-,-", "no-contradiction"],
    ["met,unmet,-,-,-", "case-or-restore"],
  ])("%s opens by %s", (notation, by) => {
    const { parts } = scoreValue(sixVeinsLadder, said(notation)).explanation;
    expect(parts.at(-1)).toMatchObject({ kind: "opens", by });
  });

  test("cases behind the gate are gathered with their rungs and the gate", () => {
    const { parts } = scoreValue(sixVeinsLadder, said("met,unmet!,E,-,E")).explanation;
    expect(parts.find((part) => part.kind === "not-counted")).toEqual({
      kind: "not-counted",
      rungs: [3, 5],
      gate: 2,
      points: 0,
    });
  });

  test("a checklist opens every rule that is not kept", () => {
    expect(kinds("unmet!,-,partly!", valueOf("ppp", false))).toEqual([
      "granted",
      "missed",
      "half",
      "opens",
      "opens",
    ]);
  });
});

describe("in Chinese", () => {
  test("a plain four", () => {
    expect(shown("met,met,E,E,unmet", "zh")).toEqual([
      "为什么是 4：第 1、2 级没有相反的案例；第 3、4 级各有案例支持（“supports 3”、“supports 4”）；第 5 级未达到。",
      "通过第 5 级：要有支持它的案例，并判为达到。",
    ]);
  });

  test("cases without a title leave no empty brackets", () => {
    const cases = [3, 4].map((point) => ({ ...filed(point), title: " " }));
    const judgements = { 3: "met", 4: "met", 5: "unmet" } as const;
    const { explanation } = scoreValue(sixVeinsLadder, { judgements, cases });
    expect(renderExplanation(explanation, "zh")[0]).toBe(
      "为什么是 4：第 1、2 级没有相反的案例；第 3、4 级各有案例支持；第 5 级未达到。",
    );
  });

  test("a title that quotes somebody stands in double quotes, the quote in single ones", () => {
    const cases = [{ ...filed(3), title: "“要裁一半客服”的截图" }];
    const { explanation } = scoreValue(sixVeinsLadder, {
      judgements: { 3: "met", 4: "unmet" },
      cases,
    });
    expect(renderExplanation(explanation, "zh")[0]).toContain("（“‘要裁一半客服’的截图”）");
  });

  test("a half for an excusable lapse, and the case that waits", () => {
    expect(shown("met,partly!,E,-,-", "zh")).toEqual([
      "为什么是 1.5：第 1 级没有相反的案例；第 2 级有相反的案例（“contradicts 2”），情有可原，得 0.5。",
      "第 3 级的案例（“supports 3”）暂不计分：第 2 级未通过。",
      "通过第 2 级：不再有相反的案例。",
    ]);
  });

  test.each([
    ["met,met,P,-,-", "第 3 级部分达到，得 0.5（“supports 3”）"],
    ["met,partly,-,-,-", "第 2 级判为部分达到，得 0.5，但没有写明相反的案例"],
    ["met,unmet,-,-,-", "第 2 级判为未达到，但没有写明相反的案例"],
    ["met,unmet!,-,-,-", "第 2 级有相反的案例（“contradicts 2”）"],
    ["met,met,e,-,-", "第 3 级没有案例支持"],
    ["met,met,E,E,E", "各级全部通过"],
    ["-,-,-,-,-", "目前是 2：第 1、2 级没有相反的案例；第 3 级尚未判断。"],
  ])("%s says %s", (notation, sentence) => {
    expect(shown(notation, "zh")[0]).toContain(sentence);
  });

  test("a checklist speaks of rules, not of rungs", () => {
    expect(shown("unmet!,-,-", "zh", valueOf("ppp", false))).toEqual([
      "为什么是 2：第 2、3 条没有相反的案例；第 1 条有相反的案例（“contradicts 1”）。",
      "得到第 1 条的分：不再有相反的案例。",
    ]);
    expect(shown("-,-", "zh", valueOf("pp", false))[0]).toContain("各条全部做到");
  });

  test("more than three cases are counted, not listed", () => {
    const cases = ["a", "b", "c", "d"].map((tag) => filed(1, "supports", tag));
    const { explanation } = scoreValue(valueOf("e"), { judgements: { 1: "met" }, cases });
    expect(renderExplanation(explanation, "zh")[0]).toBe(
      "为什么是 1：第 1 级有案例支持（“supports 1a”、“supports 1b”、“supports 1c”等 4 个）；各级全部通过。",
    );
    expect(renderExplanation(explanation, "en")[0]).toContain("“supports 1c” and 1 more)");
  });
});

describe("in English", () => {
  test("a plain four", () => {
    expect(shown("met,met,E,E,unmet", "en")).toEqual([
      "Why 4: levels 1 and 2 have no contradicting case; levels 3 and 4 each have a supporting case (“supports 3”, “supports 4”); level 5 is not reached.",
      "To pass level 5: a case that supports it, and the verdict “met”.",
    ]);
  });

  test("one case that waits, and several", () => {
    expect(shown("met,unmet!,E,-,-", "en")[1]).toBe(
      "The case for level 3 (“supports 3”) does not count yet: level 2 is not passed.",
    );
    expect(shown("met,unmet!,E,E,E", "en")[1]).toBe(
      "Cases for levels 3, 4 and 5 (“supports 3”, “supports 4”, “supports 5”) do not count yet: level 2 is not passed.",
    );
  });

  test.each([
    [
      "met,partly!,-,-,-",
      "level 2 has a contradicting case (“contradicts 2”), excusable, and earns 0.5",
    ],
    ["met,met,P,-,-", "level 3 is partly reached and earns 0.5 (“supports 3”)"],
    [
      "met,partly,-,-,-",
      "level 2 was judged partly met and earns 0.5, but no contradicting case is given",
    ],
    ["met,unmet,-,-,-", "level 2 was judged not met, but no contradicting case is given"],
    ["met,met,e,-,-", "level 3 has no supporting case"],
    ["met,met,E,E,E", "every level is passed"],
    [
      "-,-,-,-,-",
      "So far 2: levels 1 and 2 have no contradicting case; level 3 is not judged yet.",
    ],
  ])("%s says %s", (notation, sentence) => {
    expect(shown(notation, "en")[0]).toContain(sentence);
  });

  test("an evidenced rung judged unmet names what is filed for it and what is missing", () => {
    const both = scoreValue(valueOf("e"), said("unmet!+")).explanation;
    expect(renderExplanation(both, "zh")).toEqual([
      "为什么是 0：第 1 级未达到，有相反的案例（“contradicts 1”）。",
      "通过第 1 级：已有支持它的案例，还要判为达到。",
    ]);
    expect(renderExplanation(both, "en")).toEqual([
      "Why 0: level 1 is not reached and has a contradicting case (“contradicts 1”).",
      "To pass level 1: there is a supporting case; the verdict “met” is missing.",
    ]);
    expect(renderExplanation(scoreValue(valueOf("e"), said("E!")).explanation, "zh")[0]).toBe(
      "为什么是 1：第 1 级有案例支持（“supports 1”），另有相反的案例（“contradicts 1”）；各级全部通过。",
    );
  });

  test.each([
    ["p", "partly!", "without a contradicting case the verdict should be met"],
    ["e", "P", "reach the part still missing, with a case that shows it"],
  ])("whole points: a half on a rung of kind %s shows what would pass it", (kind, word, way) => {
    const { explanation } = scoreValue(valueOf(kind), said(word), 2);
    expect(renderExplanation(explanation, "en")).toEqual([
      "Why 0: level 1 was judged partly met, but this policy counts whole points only.",
      `To pass level 1: ${way}.`,
    ]);
  });

  test("a checklist speaks of rules", () => {
    expect(shown("unmet!,-,-", "en", valueOf("ppp", false))).toEqual([
      "Why 2: rules 2 and 3 have no contradicting case; rule 1 has a contradicting case (“contradicts 1”).",
      "To earn rule 1: no more contradicting cases.",
    ]);
    expect(shown("-,-", "en", valueOf("pp", false))[0]).toContain("every rule is kept");
  });
});
