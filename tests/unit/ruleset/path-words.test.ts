import { expect, test } from "vitest";
import { pathWords, segmentsOf } from "@/components/ruleset/version/path-words";
import { frameworkPresets, policyPresets } from "@/lib/presets";

const [framework] = frameworkPresets;
const policy = policyPresets.find(({ key }) => key === "manual-2006");
const words = {
  locale: "en",
  field: (name: string) => `<${name}>`,
  entry: (number: number) => `#${number}`,
  rung: (point: number) => `level ${point}`,
} as const;
const tell = (document: unknown, path: readonly (string | number)[]) =>
  pathWords(document, path, words).join(" ");

test("values, rungs, bands and consequences go by their names", () => {
  expect(tell(framework, ["values", "customer-first", "rungs", 3, "statement", "zh"])).toBe(
    "<values> Customer First <rungs> level 3 <statement> <zh>",
  );
  expect(tell(policy, ["bands", "meets", "from"])).toBe("<bands> Meets expectations <from>");
  expect(tell(policy, ["consequences", "written-warning"])).toBe("<consequences> Written warning");
});

test("the places of a JSON pointer are counted from 0", () => {
  expect(tell(policy, segmentsOf("/bands/0/rating"))).toBe(
    `<bands> ${policy?.bands[0]?.name.en ?? ""} <rating>`,
  );
  expect(tell(framework, segmentsOf("/values/0/rungs/2"))).toBe(
    `<values> ${framework?.values[0]?.name.en ?? ""} <rungs> level 3`,
  );
});

test("a plain list counts from 1, what is not there keeps its name", () => {
  expect(tell({ list: [5] }, ["list", 0])).toBe("<list> #1");
  expect(tell({ list: [{ key: "a" }] }, ["list", "gone", "x"])).toBe("<list> gone <x>");
  expect(tell({}, ["a", "b"])).toBe("<a> <b>");
});

test("a pointer's escapes are undone", () => {
  expect(segmentsOf("/a~1b/c~0d")).toEqual(["a/b", "c~d"]);
});
