import { expect, test } from "vitest";
import { nameOfKey } from "@/components/ruleset/version/value-words";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import en from "@/messages/en/ruleset.json";
import zh from "@/messages/zh/ruleset.json";

const documents: readonly unknown[] = [...frameworkPresets, ...policyPresets];
const listed = new Set([
  "lowestBandConsequences",
  "consequences",
  "directionsFromBand",
  "setsBand",
]);
/** Fields whose texts are the company's own words, or identities nobody can translate. */
const own = new Set(["key", "code", "edition", "zh", "en", "path"]);

/** Every field of a document with what stands in it. */
function* fieldsOf(node: unknown, field = ""): Generator<[string, unknown]> {
  if (Array.isArray(node)) {
    for (const entry of node) yield* fieldsOf(entry, field);
  } else if (typeof node === "object" && node !== null) {
    for (const [name, value] of Object.entries(node)) {
      yield [name, value];
      yield* fieldsOf(value, name);
    }
  } else if (typeof node === "string") yield [field, node];
}

const all = documents.flatMap((document) => [...fieldsOf(document)]);

test.each([
  ["zh", zh],
  ["en", en],
])("every field of a document has a word in %s", (_, texts) => {
  const names = new Set(all.map(([field]) => field));
  expect([...names].filter((name) => !Object.hasOwn(texts.fields, name))).toEqual([]);
});

test.each([
  ["zh", zh],
  ["en", en],
])("every choice and every key a field can hold has a word in %s", (_, texts) => {
  const choices = new Map(
    Object.entries(texts.choices).map(([k, v]) => [k, new Set(Object.keys(v))]),
  );
  const raw = all.flatMap(([field, value]) =>
    typeof value !== "string" ||
    own.has(field) ||
    listed.has(field) ||
    choices.get(field)?.has(value)
      ? []
      : [`${field}: ${value}`],
  );
  expect(raw).toEqual([]);
});

test("a band and a consequence go by their names, of the older document where the newer has none", () => {
  const [classic] = policyPresets.filter(({ key }) => key === "classic");
  expect(nameOfKey([classic], "directionsFromBand", "pass", "zh")).toBe("合格");
  expect(nameOfKey([classic], "setsBand", "fail", "zh")).toBe("不合格");
  expect(nameOfKey([{}, classic], "lowestBandConsequences", "bonus-withheld", "en")).toBe(
    classic?.consequences.find(({ code }) => code === "bonus-withheld")?.text.en,
  );
  expect(nameOfKey([classic], "directionsFromBand", "gone", "zh")).toBeNull();
  expect(nameOfKey([classic], "edition", "2", "zh")).toBeNull();
});
