import { describe, expect, test } from "vitest";
import * as law from "../law/words/messages";
import { everyFile, read } from "../law/source";

function load(locale: string): law.Texts {
  const files = everyFile.filter((file) => file.startsWith(`messages/${locale}/`));
  const entries = files.flatMap((file) => {
    const namespace = file.split("/").at(-1)?.replace(".json", "") ?? "";
    return [...law.textsOf(namespace, read(file).text)];
  });
  return new Map(entries);
}

const zh = load("zh");
const en = load("en");

describe("what the interface says", () => {
  test("both languages have the same texts", () => {
    expect(zh.size).toBeGreaterThan(0);
    expect(law.missingKeys(en, zh)).toEqual([]);
    expect(law.missingKeys(zh, en)).toEqual([]);
  });

  test("no text is empty", () => {
    expect(law.emptyTexts(zh)).toEqual([]);
    expect(law.emptyTexts(en)).toEqual([]);
  });

  test("a text takes the same arguments in both languages", () => {
    expect(law.differentArguments(zh, en)).toEqual([]);
  });

  test("Chinese has full-width punctuation and spaces beside figures and Latin letters", () => {
    expect(law.roughChinese(zh)).toEqual([]);
  });

  test("has one word for one thing, in the language of an HR department", () => {
    expect(law.oddChinese(zh)).toEqual([]);
    expect(law.oddEnglish(en)).toEqual([]);
  });

  test("writes quarters in one order and titles as sentences", () => {
    expect(law.turnedQuarters(en)).toEqual([]);
    expect(law.titleCase(en)).toEqual([]);
  });
});

describe("the checks see what they look for", () => {
  const texts = (json: object) => law.textsOf("x", JSON.stringify(json));

  test("a missing key, also a nested one", () => {
    const full = texts({ a: "1", b: { c: "2" } });
    expect(law.missingKeys(texts({ a: "1", b: {} }), full)).toEqual(["x.b.c"]);
  });

  test("an empty text", () => {
    expect(law.emptyTexts(texts({ a: " ", b: "b" }))).toEqual(["x.a"]);
  });

  test("an argument forgotten in one language", () => {
    const left = texts({ a: "{name} 已提交", b: "{count, plural, other {# 人}}" });
    const right = texts({ a: "Submitted", b: "{count, plural, one {# person} other {# people}}" });
    expect(law.differentArguments(left, right)).toHaveLength(1);
  });

  test("an argument in a branch, and none in a branch of one word", () => {
    const left = texts({ a: "{stage, select, interview {面谈} other {{name}的结果}}" });
    const right = texts({ a: "{stage, select, interview {Interview} other {Result}}" });
    expect(law.differentArguments(left, right)).toEqual(["x.a: {name stage} and {stage}"]);
  });

  test.each([
    "你好,世界",
    "共3人",
    "用Excel导出",
    '点"提交"',
    "开启{quarter}",
    "共{count}人",
    "{moment}截止",
    "{count, plural, =0 {没有} other {共# 份}}",
    "{flag, select, yes {{name}有{count} 人} other {无}}",
  ])("rough Chinese: %s", (text) => {
    expect(law.roughChinese(texts({ a: text }))).toEqual(["x.a"]);
  });

  test("good Chinese", () => {
    const good = texts({ a: "你好，世界", b: "共 3 人", c: "第 {quarter} 季度", d: "点“提交”" });
    expect(law.roughChinese(good)).toEqual([]);
    const choices = texts({ a: "开启 {quarter}的{name}", b: "{count, plural, other {共 # 份}}" });
    expect(law.roughChinese(choices)).toEqual([]);
  });

  test.each(["你好", "HRBP", "合计 {total} 分", "{a, select, x {看看} other {看}}", "日期不对。"])(
    "a second word in Chinese: %s",
    (text) => {
      expect(law.oddChinese(texts({ a: text }))).toEqual(["x.a"]);
    },
  );

  test.each(["Mend it", "{count, plural, one {# five} other {# fives}}", "Hand in", "Rung 1"])(
    "a second word in English: %s",
    (text) => {
      expect(law.oddEnglish(texts({ a: text }))).toEqual(["x.a"]);
      expect(law.oddEnglish(texts({ a: "Submit level {rung} of {rungs}" }))).toEqual([]);
    },
  );

  test("a quarter the other way round, a title in capitals", () => {
    expect(law.turnedQuarters(texts({ a: "{year} Q{quarter}" }))).toEqual(["x.a"]);
    expect(law.turnedQuarters(texts({ a: "Q{quarter} {year}" }))).toEqual([]);
    expect(law.titleCase(texts({ a: "Stage Dates", b: "Stage dates" }))).toEqual(["x.a"]);
  });
});
