import { describe, expect, test } from "vitest";
import {
  renderExplanation,
  renderReasons,
  scoreValue,
  type CaseRef,
  type ValueInput,
} from "@/lib/scoring";
import { filed, said, sixVeinsLadder, valueOf } from "../support";

function shown(input: ValueInput, value = sixVeinsLadder, step: 1 | 2 = 1) {
  const { explanation } = scoreValue(value, input, step);
  return { zh: renderExplanation(explanation, "zh"), en: renderExplanation(explanation, "en") };
}

test("who reads a score is told why, and nothing a form still lacks", () => {
  const { explanation } = scoreValue(sixVeinsLadder, said("met,met,unmet,-,-"), 1);
  for (const locale of ["zh", "en"] as const) {
    const reasons = renderReasons(explanation, locale);
    expect(reasons).toEqual(renderExplanation(explanation, locale).slice(0, 1));
  }
});

describe("what opens a rung, word for word", () => {
  const rows: readonly (readonly [string, string, string])[] = [
    [
      "met,met,-,-,-",
      "通过第 3 级：先作出判断；判为达到或部分达到，须有支持它的案例。",
      "To pass level 3: judge it first; met or partly met needs a supporting case.",
    ],
    [
      "met,met,e,-,-",
      "通过第 3 级：补上至少一个支持它的案例。",
      "To pass level 3: add at least one case that supports it.",
    ],
    [
      "met,met,unmet,-,-",
      "通过第 3 级：要有支持它的案例，并判为达到。",
      "To pass level 3: a case that supports it, and the verdict “met”.",
    ],
    [
      "met,met,P,-,-",
      "通过第 3 级：把尚未做到的部分做到，并有案例支持。",
      "To pass level 3: reach the part still missing, with a case that shows it.",
    ],
    [
      "met,unmet!,-,-,-",
      "通过第 2 级：不再有相反的案例。",
      "To pass level 2: no more contradicting cases.",
    ],
    [
      "met,unmet,-,-,-",
      "通过第 2 级：没有相反的案例，就应判为达到。",
      "To pass level 2: without a contradicting case the verdict should be met.",
    ],
  ];
  test.each(rows)("%s", (notation, zh, en) => {
    const lines = shown(said(notation));
    expect(lines.zh.at(-1)).toBe(zh);
    expect(lines.en.at(-1)).toBe(en);
  });
});

describe("first sentences, word for word", () => {
  test("a value without rungs", () => {
    expect(shown({ judgements: {}, cases: [] }, valueOf(""))).toEqual({
      zh: ["目前是 0：这条价值观还没有写行为等级。"],
      en: ["So far 0: this value has no levels yet."],
    });
  });

  test("a half under whole points", () => {
    const { zh, en } = shown(said("met,met,P,-,-"), sixVeinsLadder, 2);
    expect(zh[0]).toBe(
      "为什么是 2：第 1、2 级没有相反的案例；第 3 级判为部分达到，但这套政策只计整分。",
    );
    expect(en[0]).toBe(
      "Why 2: levels 1 and 2 have no contradicting case; level 3 was judged partly met, but this policy counts whole points only.",
    );
  });

  test("one rung is spoken of as one", () => {
    expect(shown(said("met,E"), valueOf("pe"))).toEqual({
      zh: ["为什么是 2：第 1 级没有相反的案例；第 2 级有案例支持（“supports 2”）；各级全部通过。"],
      en: [
        "Why 2: level 1 has no contradicting case; level 2 has a supporting case (“supports 2”); every level is passed.",
      ],
    });
  });

  test("cases without a title leave nothing behind", () => {
    const cases = [{ ...filed(1), title: "  " }];
    expect(shown({ judgements: { 1: "met" }, cases }, valueOf("e"))).toEqual({
      zh: ["为什么是 1：第 1 级有案例支持；各级全部通过。"],
      en: ["Why 1: level 1 has a supporting case; every level is passed."],
    });
  });
});

describe("the titles in a sentence", () => {
  const entry = (id: string, rung: number, kind: CaseRef["kind"] = "supports"): CaseRef => ({
    id,
    rung,
    kind,
    title: id,
  });

  test("stand by rung and then by id, however the cases came", () => {
    const cases = [entry("b", 2), entry("z", 1), entry("a", 2), entry("y", 1)];
    const judgements = { 1: "met", 2: "partly" } as const;
    const turned = cases.toReversed();
    for (const given of [cases, turned])
      expect(shown({ judgements, cases: given }, valueOf("ee")).zh[0]).toBe(
        "为什么是 1.5：第 1 级有案例支持（“y”、“z”）；第 2 级部分达到，得 0.5（“a”、“b”）。",
      );
    const all = { judgements: { 1: "met", 2: "met" }, cases: turned } as const;
    expect(shown(all, valueOf("ee")).zh[0]).toContain("（“y”、“z”、“a”等 4 个）");
  });

  test("that read from right to left take neither quotes nor figures along", () => {
    const cases = [entry("ساعد الزبون 24", 1), entry("plain", 1)];
    expect(shown({ judgements: { 1: "met", 2: "unmet" }, cases }, valueOf("ee")).zh[0]).toContain(
      "（“plain”、“\u2068ساعد الزبون 24\u2069”）",
    );
  });

  test("are those of the kind and the rung the sentence speaks of", () => {
    const cases = [entry("for", 1), entry("against", 1, "contradicts"), entry("other", 2)];
    expect(shown({ judgements: { 1: "met", 2: "unmet" }, cases }, valueOf("ee")).en[0]).toBe(
      "Why 1: level 1 has a supporting case (“for”), and also a contradicting one (“against”); level 2 is not reached.",
    );
    expect(shown({ judgements: { 1: "unmet" }, cases }, valueOf("pe")).en).toEqual([
      "Why 0: level 1 has a contradicting case (“against”).",
      "The case for level 2 (“other”) does not count yet: level 1 is not passed.",
      "To pass level 1: no more contradicting cases.",
    ]);
  });
});
