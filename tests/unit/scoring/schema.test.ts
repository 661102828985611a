import { describe, expect, test } from "vitest";
import { isScorable, type PolicyDocument } from "@/lib/scoring";
import { frameworkSchema } from "@/lib/scoring/documents/framework";
import { policySchema } from "@/lib/scoring/documents/policy";
import { framework, rung, valueOf, scoresOnly } from "./support";

const text = { zh: "文", en: "text" };
const base = { key: "own", name: text, description: text };

function complaints(
  result: ReturnType<typeof frameworkSchema.safeParse | typeof policySchema.safeParse>,
) {
  return result.success ? [] : result.error.issues.map(({ message }) => message);
}

const refusedFramework = (document: unknown) => complaints(frameworkSchema.safeParse(document));
const refusedPolicy = (change: Partial<PolicyDocument> & Record<string, unknown>) =>
  complaints(policySchema.safeParse({ ...scoresOnly, ...change }));

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
    const refused = refusedFramework({ ...base, values: [value] });
    expect(new Set(refused)).toEqual(new Set(["rungs-not-consecutive"]));
  });

  test("with a value key twice is refused", () => {
    const values = [valueOf("p"), valueOf("e")];
    expect(refusedFramework({ ...base, values })).toEqual(["value-key-repeated"]);
  });

  test("with a value whose rungs are still to be written is accepted, but cannot be scored", () => {
    const list = { ...base, values: [valueOf("pe"), { ...valueOf("", true, "later") }] };
    expect(refusedFramework(list)).toEqual([]);
    expect(isScorable(frameworkSchema.parse(list))).toBe(false);
    expect(isScorable(framework("six-veins"))).toBe(true);
  });

  test("may cap a value below what its rungs add up to, not at it", () => {
    expect(refusedFramework({ ...base, values: [{ ...valueOf("pe"), cap: 3 }] })).toEqual([]);
    expect(refusedFramework({ ...base, values: [{ ...valueOf("pe"), cap: 4 }] })).toEqual([
      "cap-out-of-reach",
    ]);
  });

  test.each([
    ["no values", []],
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
    expect(policySchema.parse(structuredClone(scoresOnly))).toEqual(scoresOnly);
  });

  test.each([
    ["rise", [band("low", 0), band("high", 40)], ["bands-not-descending", "bands-leave-hole"]],
    ["do not end at 0", [band("high", 40), band("low", 2)], ["bands-leave-hole"]],
    ["share a bound", [band("high", 40), band("also", 40), band("low", 0)], ["bands-overlap"]],
    ["begin above the maximum", [band("high", 61), band("low", 0)], ["band-out-of-reach"]],
    ["share a key", [band("same", 40), band("same", 0)], ["band-repeated"]],
    ["leave a hole", [band("high", 40), { ...band("low", 0), to: 38 }], ["bands-leave-hole"]],
    ["run into each other", [band("high", 40), { ...band("low", 0), to: 40 }], ["bands-overlap"]],
  ])("whose bands %s is refused", (_, bands, codes) => {
    expect(refusedPolicy({ bands, directionsFromBand: undefined })).toEqual(codes);
  });

  test("that names a band it does not have is refused", () => {
    expect(refusedPolicy({ directionsFromBand: "splendid" })).toEqual(["band-unknown"]);
  });

  test("may step by whole points", () => {
    expect(refusedPolicy({ stepHalfPoints: 2 })).toEqual([]);
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
    ["a step of three halves", { stepHalfPoints: 3 }],
    ["a bound in decimals", { bands: [band("high", 22.5), band("low", 0)] }],
    ["an unknown field", { mood: "strict" }],
    ["no bands", { bands: [] }],
  ])("with %s is refused", (_, change) => {
    expect(complaints(policySchema.safeParse({ ...scoresOnly, ...change }))).not.toEqual([]);
  });
});
