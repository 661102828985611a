import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import { documentSchemas } from "@/lib/scoring/documents/json-schema";
import { framework, policy } from "../support";

const folder = path.join(import.meta.dirname, "../../../../docs/schemas");

function published(name: string): Record<string, unknown> {
  const text = readFileSync(path.join(folder, `${name}.schema.json`), "utf8");
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

// Ratings have two decimals, which binary fractions miss by a hair: the precision is the validator's own remedy.
const validator = new Ajv2020({ allErrors: true, multipleOfPrecision: 6 });
const accepts = {
  framework: validator.compile(published("framework")),
  policy: validator.compile(published("policy")),
};

function complaints(kind: keyof typeof accepts, document: unknown) {
  accepts[kind](document);
  return (accepts[kind].errors ?? []).map(({ instancePath, keyword }) => [instancePath, keyword]);
}

describe("the published JSON Schemas", () => {
  const names = ["framework", "policy"] as const;

  test.each(names)("%s is what the code makes: `npm run schemas` writes it anew", (name) => {
    expect(published(name)).toStrictEqual(JSON.parse(JSON.stringify(documentSchemas[name])));
  });

  test("there is one for each document, and no other", () => {
    expect(Object.keys(documentSchemas)).toEqual(names);
    expect(readdirSync(folder)).toEqual(names.map((name) => `${name}.schema.json`));
  });

  test.each(names)("%s has a name, a title and a dialect", (name) => {
    expect(published(name)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: `urn:tongguan:schema:${name}`,
      title: `Tongguan ${name}`,
    });
  });

  test.each(frameworkPresets)("$key fits, by a validator of another house", (preset) => {
    expect(complaints("framework", preset)).toEqual([]);
  });

  test.each(policyPresets)("$key fits, by a validator of another house", (preset) => {
    expect(complaints("policy", preset)).toEqual([]);
  });

  test("an unknown field, a wrong type and a missing part are seen", () => {
    const broken = { ...framework("six-veins"), name: undefined, mood: 1, values: 3 };
    expect(complaints("framework", JSON.parse(JSON.stringify(broken)))).toEqual([
      ["", "required"],
      ["", "additionalProperties"],
      ["/values", "type"],
    ]);
  });

  test("a single-value rule has one condition, not none and not both", () => {
    const withRule = (rule: object) => ({
      ...policy("classic"),
      singleValueRules: [{ ...rule, consequences: ["bonus-withheld"] }],
    });
    expect(complaints("policy", withRule({ below: 2 }))).toEqual([]);
    const fault = [["/singleValueRules/0", "oneOf"]];
    expect(complaints("policy", withRule({ below: 2, equals: 0 }))).toEqual(fault);
    expect(complaints("policy", withRule({}))).toContainEqual(fault[0]);
  });
});
