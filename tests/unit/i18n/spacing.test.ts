import { readdirSync, readFileSync } from "node:fs";
import compile from "icu-minify/compile";
import { expect, it, test } from "vitest";
import formatMessage from "@/lib/i18n/format-message";
import { isolated } from "@/lib/i18n/writing/isolate";
import { spaced } from "@/lib/i18n/writing/spacing";

const formatters = {
  getDateTimeFormat: (...given: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...given),
  getNumberFormat: (...given: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...given),
  getPluralRules: (...given: ConstructorParameters<typeof Intl.PluralRules>) =>
    new Intl.PluralRules(...given),
};

const shown = (text: string, name: string) =>
  formatMessage("text", compile(isolated(text)), { name }, { locale: "zh", formatters });

it.each([
  ["{name}提交了评分", "John Smith", "\u2068John Smith\u2069 提交了评分"],
  ["已退回{name}", "John", "已退回 \u2068John\u2069"],
  ["查看{name}的", "J. Smith Jr.", "查看 \u2068J. Smith Jr.\u2069 的"],
  ["确认{name}的", "Ольга 2", "确认 \u2068Ольга 2\u2069 的"],
  ["查看{name}的", "严敏", "查看\u2068严敏\u2069的"],
  ["给{name}？", "John", "给 \u2068John\u2069？"],
  ["给“{name}”", "John", "给“\u2068John\u2069”"],
  ["Returned to {name}", "John", "Returned to \u2068John\u2069"],
])("%s with %s", (text, name, expected) => {
  expect(shown(text, name)).toBe(expected);
});

it("leaves what was typed and texts without names alone", () => {
  expect(shown("交给{name}看", "A组组长")).toBe("交给 \u2068A组组长\u2069看");
  expect(spaced("2026 年Q4")).toBe("2026 年Q4");
});

const texts = readdirSync("messages/zh").map((file) => [
  file,
  readFileSync(`messages/zh/${file}`, "utf8"),
]);
const spacedByHand =
  /\p{Script=Han} \{(?:name|manager|title|department)\}|(?<!\S)\{(?:name|manager|title|department)\} \p{Script=Han}/u;
const figures = "count|total|score|days|year|when|moment|version|percent|delta|times|number|max";
const closeFigure = new RegExp(
  `\\p{Script=Han}\\{(?:${figures})\\}|\\{(?:${figures})\\}\\p{Script=Han}`,
  "u",
);

test.each(texts)("%s: a name brings its own space, a figure stands beside one", (file, text) => {
  // Names of the checker's texts are options of a command line.
  if (file !== "checker.json") expect(text).not.toMatch(spacedByHand);
  expect(text).not.toMatch(closeFigure);
});
