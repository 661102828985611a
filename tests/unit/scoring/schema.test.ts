import { describe, expect, test } from "vitest";
import { frameworkSchema, policySchema, type PolicyDocument } from "@/lib/scoring";
import { framework, policy, rung, valueOf } from "./support";

const text = { zh: "文", en: "text" };
const base = { key: "own", name: text, description: text };

function complaints(
  result: ReturnType<typeof frameworkSchema.safeParse | typeof policySchema.safeParse>,
) {
  return result.success ? [] : result.error.issues.map(({ message }) => message);
}

const refusedFramework = (document: unknown) => complaints(frameworkSchema.safeParse(document));
const refusedPolicy = (change: Partial<PolicyDocument> & Record<string, unknown>) =>
  complaints(policySchema.safeParse({ ...policy("classic"), ...change }));

describe("a framework", () => {
  test("of one's own is accepted", () => {
    expect(refusedFramework({ ...base, values: [valueOf("pe")] })).toEqual([]);
  });

  test("comes out of the schema as it went in", () => {
    const six = framework("six-veins");
    expect(frameworkSchema.parse(structuredClone(six))).toEqual(six);
  });

  test.each([
    ["a gap", [1, 3]],
    ["a wrong start", [2, 3]],
    ["a repetition", [1, 1]],
    ["a wrong order", [2, 1]],
  ])("with %s in its rungs is refused", (_, points) => {
    const value = { ...valueOf("p"), rungs: points.map((point) => rung(point, "presumed")) };
    expect(refusedFramework({ ...base, values: [value] })).toEqual(["rungs-not-consecutive"]);
  });

  test("with a value key twice is refused", () => {
    const values = [valueOf("p"), valueOf("e")];
    expect(refusedFramework({ ...base, values })).toEqual(["value-key-repeated"]);
  });

  test.each([
    ["no values", []],
    ["a value without rungs", [{ ...valueOf("p"), rungs: [] }]],
    ["a key with a space", [valueOf("p", true, "two words")]],
    ["an unknown field", [{ ...valueOf("p"), weight: 2 }]],
    ["a name in one language", [{ ...valueOf("p"), name: { zh: "名" } }]],
    ["an endless name", [{ ...valueOf("p"), name: { zh: "名".repeat(61), en: "name" } }]],
    ["too many rungs", [valueOf("p".repeat(21))]],
  ])("with %s is refused", (_, values) => {
    expect(refusedFramework({ ...base, values })).toHaveLength(1);
  });
});

describe("a policy", () => {
  const band = (key: string, from: number) => ({ key, name: text, from });

  test("comes out of the schema as it went in", () => {
    expect(policySchema.parse(structuredClone(policy("classic")))).toEqual(policy("classic"));
  });

  test.each([
    ["rise", [band("low", 0), band("high", 40)]],
    ["do not end at 0", [band("high", 40), band("low", 2)]],
    ["share a bound", [band("high", 40), band("also", 40), band("low", 0)]],
    ["begin above the maximum", [band("high", 61), band("low", 0)]],
    ["share a key", [band("same", 40), band("same", 0)]],
  ])("whose bands %s is refused", (_, bands) => {
    expect(refusedPolicy({ bands })).toEqual(["bands-not-descending"]);
  });

  test("that names a consequence it does not describe is refused", () => {
    expect(refusedPolicy({ lowestBandConsequences: ["exile"] })).toEqual(["consequence-unknown"]);
    const singleValueRules = [{ equals: 0, consequences: ["exile"] }];
    expect(refusedPolicy({ singleValueRules })).toEqual(["consequence-unknown"]);
  });

  test.each([
    ["both conditions", { below: 2, equals: 0, consequences: ["bonus-withheld"] }],
    ["no condition", { consequences: ["bonus-withheld"] }],
  ])("whose single-value rule has %s is refused", (_, rule) => {
    expect(refusedPolicy({ singleValueRules: [rule] })).toEqual(["rule-needs-one-condition"]);
  });

  test.each([
    ["a step of a whole point", { stepHalfPoints: 2 }],
    ["a bound in decimals", { bands: [band("high", 22.5), band("low", 0)] }],
    ["an unknown field", { mood: "strict" }],
    ["no bands", { bands: [] }],
  ])("with %s is refused", (_, change) => {
    expect(complaints(policySchema.safeParse({ ...policy("classic"), ...change }))).not.toEqual([]);
  });
});
