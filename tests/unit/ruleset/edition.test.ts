import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { editionParts, editionWords } from "@/components/ruleset/version/edition";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import en from "@/messages/en/ruleset.json";
import zh from "@/messages/zh/ruleset.json";

const chinese = createTranslator({ locale: "zh", messages: zh, namespace: "edition" });
const english = createTranslator({ locale: "en", messages: en, namespace: "edition" });

test.each([
  ["2004 (2)", "2004 版 · 第 2 次修订", "2004 edition, revision 2"],
  ["2001", "2001 版", "2001 edition"],
  ["2", "第 2 版", "edition 2"],
  ["我们的 (3)", "“我们的”版 · 第 3 次修订", "“我们的” edition, revision 3"],
  ["pilot (spring)", "“pilot (spring)”版", "“pilot (spring)” edition"],
  ["(2)", "“(2)”版", "“(2)” edition"],
])("the edition %s", (written, inChinese, inEnglish) => {
  expect(editionWords(chinese, written)).toBe(inChinese);
  expect(editionWords(english, written)).toBe(inEnglish);
});

test("no edition of a preset is taken for a name", () => {
  for (const { edition } of [...frameworkPresets, ...policyPresets])
    if (edition !== undefined) expect(editionParts(edition).kind).not.toBe("name");
});
