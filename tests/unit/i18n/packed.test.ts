import { describe, expect, test } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { packMessages } from "@/lib/i18n/messages";
import { packedIn, unpacked } from "@/lib/i18n/packed";
import { frameworkPresets, policyPresets } from "@/lib/presets";

const documents = [...frameworkPresets, ...policyPresets];

/** What a document says in one language, and everything else in it. */
function partsOf(document: unknown, locale: "zh" | "en"): string {
  return JSON.stringify(document, (_key, value: unknown) => {
    if (typeof value !== "object" || value === null || !("zh" in value && "en" in value))
      return value;
    return { text: value[locale] };
  });
}

describe.each(locales)("a document packed in %s", (locale) => {
  const other = locale === "zh" ? "en" : "zh";

  test.each(documents)("keeps all but the other language: $key", (document) => {
    const got = unpacked(packedIn(document, locale));
    expect(partsOf(got, locale)).toBe(partsOf(document, locale));
    expect(partsOf(got, other)).toBe(partsOf(document, locale));
  });

  test.each(documents)("does not carry the other language: $key", (document) => {
    expect(packedIn(document, locale).json).not.toContain(document.name[other]);
  });
});

test("what was unpacked once is the same object the next time", () => {
  const [document] = documents;
  if (document === undefined) throw new Error("no preset");
  expect(unpacked(packedIn(document, "en"))).toBe(unpacked(packedIn(document, "en")));
  expect(unpacked(packedIn(document, "en"))).not.toBe(unpacked(packedIn(document, "zh")));
});

test("messages come out as they went in, and only those asked for", () => {
  const messages = unpacked(packMessages("en", ["shell", "errors"]));
  expect(Object.keys(messages).sort()).toEqual(["errors", "shell"]);
  expect(messages).toHaveProperty(["shell", "brand"], expect.any(String));
  expect(messages).toHaveProperty(["shell", "account"], expect.any(Array));
});

test("a part of a namespace is all that is sent of it", () => {
  const messages = unpacked(packMessages("en", ["shell.theme", "ruleset.import.faults", "home"]));
  expect(Object.keys(messages).sort()).toEqual(["home", "ruleset", "shell"]);
  expect(Object.keys(messages["shell"] ?? {})).toEqual(["theme"]);
  expect(Object.keys(messages["ruleset"] ?? {})).toEqual(["import"]);
  expect(messages).not.toHaveProperty(["ruleset", "import", "title"]);
  expect(messages).toHaveProperty(["ruleset", "import", "faults"], expect.any(Object));
});
