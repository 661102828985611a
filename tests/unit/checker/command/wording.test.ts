import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import en from "@/messages/en/checker.json";
import zh from "@/messages/zh/checker.json";

const help = (language: string) =>
  readFileSync(
    path.resolve(import.meta.dirname, `../../../../scripts/checker/help/${language}.txt`),
    "utf8",
  ).split("\n");

/** Names of options and of JSON members are the same in both languages. */
const withoutNames = (text: string) =>
  text.replace(
    /--policy|"policy"|policy(?= and appraisals)|framework\|policy|framework, policy {3}/g,
    "",
  );

const helpPairs = help("en").map((line, index) => ({
  name: `help, line ${index + 1}`,
  english: line,
  chinese: help("zh")[index] ?? "",
}));
const chinese: ReadonlyMap<string, string> = new Map(Object.entries(zh));
const messagePairs = Object.entries(en).flatMap(([name, text]) => {
  const lines = (chinese.get(name) ?? "").split("\n");
  return text.split("\n").map((english, index) => ({ name, english, chinese: lines[index] ?? "" }));
});

/** The interface calls a policy 考核政策, in short 政策; 规则 is what a policy consists of. */
describe("a policy is called by one word", () => {
  const pairs = [...helpPairs, ...messagePairs].filter(({ english }) =>
    /polic/i.test(withoutNames(english)),
  );

  test("many texts speak of one", () => {
    expect(pairs.length).toBeGreaterThan(8);
  });

  test.each(pairs)("$name", (pair) => {
    expect(pair.chinese).toContain("政策");
    expect(pair.chinese).not.toContain("规则");
  });
});

test("the help says the same in both languages, line by line", () => {
  const shape = (language: string) =>
    help(language).map((line) => [/^ */.exec(line)?.[0].length, /^ +--[a-z]+/.exec(line)?.[0]]);
  expect(shape("zh")).toEqual(shape("en"));
});
