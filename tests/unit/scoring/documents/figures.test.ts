import { describe, expect, test } from "vitest";
import { z } from "zod";
import { isScorable, maxOfFramework, maxOfValue } from "@/lib/scoring";
import { frameworkSchema } from "@/lib/scoring/documents/framework";
import { policySchema } from "@/lib/scoring/documents/policy";
import { readFramework, readPolicy } from "@/lib/scoring/documents/read";
import { shapeFaults } from "@/lib/scoring/documents/shape";
import { rung, valueOf, scoresOnly } from "../support";

const text = { zh: "文", en: "text" };
const own = { key: "own", name: text, description: text };
const classic = scoresOnly;

function faultsOfPolicy(change: Record<string, unknown>) {
  const read = readPolicy({ ...classic, ...change });
  return read.ok ? [] : read.faults;
}

function faultsOfValue(change: Record<string, unknown>) {
  const read = readFramework({ ...own, values: [{ ...valueOf("pe"), ...change }] });
  return read.ok
    ? []
    : read.faults.map(({ path, ...fault }) => ({ ...fault, path: path.slice(2) }));
}

// To the letter: a fault without figures has no field for them.
describe("a fault carries the figures of its sentence", () => {
  test.each([
    [
      { gated: "yes" },
      [{ code: "wrong-type", path: ["gated"], data: { expected: "boolean", got: "string" } }],
    ],
    [
      { rungs: null },
      [{ code: "wrong-type", path: ["rungs"], data: { expected: "array", got: "null" } }],
    ],
    [
      { rungs: null, cap: 4 },
      [{ code: "wrong-type", path: ["rungs"], data: { expected: "array", got: "null" } }],
    ],
    [
      { name: ["文"] },
      [{ code: "wrong-type", path: ["name"], data: { expected: "object", got: "array" } }],
    ],
    [
      { cap: "4" },
      [{ code: "wrong-type", path: ["cap"], data: { expected: "number", got: "string" } }],
    ],
    [{ cap: Number.NaN }, [{ code: "not-finite", path: ["cap"], data: { got: "NaN" } }]],
    [{ cap: 1.5 }, [{ code: "not-whole", path: ["cap"] }]],
    [{ cap: 0 }, [{ code: "too-small", path: ["cap"], data: { min: 1 } }]],
    [{ cap: 41 }, [{ code: "too-big", path: ["cap"], data: { max: 40 } }]],
    [{ cap: 4 }, [{ code: "cap-out-of-reach", path: ["cap"], data: { max: 4 } }]],
    [
      { rungs: [rung(1, "presumed"), rung(3, "presumed")] },
      [{ code: "rungs-not-consecutive", path: ["rungs", 1, "point"], data: { expected: 2 } }],
    ],
    [
      { rungs: [{ ...rung(1, "presumed"), grant: undefined }] },
      [{ code: "missing", path: ["rungs", 0, "grant"] }],
    ],
    [
      { rungs: [{ ...rung(1, "presumed"), grant: "free" }] },
      [
        {
          code: "not-allowed",
          path: ["rungs", 0, "grant"],
          data: { allowed: "presumed, evidenced" },
        },
      ],
    ],
    [
      { name: { zh: "名".repeat(61), en: "n" } },
      [{ code: "too-long", path: ["name", "zh"], data: { max: 60 } }],
    ],
    [{ name: { zh: "名", en: "a\u202Eb" } }, [{ code: "text-unreadable", path: ["name", "en"] }]],
    [{ name: { zh: "名\u2066", en: "a" } }, [{ code: "text-unreadable", path: ["name", "zh"] }]],
  ])("value %#", (change, faults) => {
    expect(faultsOfValue(change)).toStrictEqual(faults);
  });

  test("a document without values; letters and joiners of any script", () => {
    const read = readFramework({ ...own, values: [] });
    expect(read).toStrictEqual({
      ok: false,
      faults: [{ code: "too-few", path: ["values"], data: { min: 1 } }],
    });
    expect(faultsOfValue({ name: { zh: "👨‍👩‍👧 家\u200d", en: "שלום é" } })).toEqual([]);
  });

  test("a rating of three decimals and shares of ninety", () => {
    const [best, ...others] = classic.bands;
    expect(faultsOfPolicy({ bands: [{ ...best, rating: 3.125 }, ...others] })).toStrictEqual([
      { code: "not-a-step", path: ["bands", 0, "rating"], data: { step: 0.01 } },
    ]);
    const share = (key: string, percent: number) => ({ key, name: text, percent });
    const shares = [share("top", 20), share("rest", 70)];
    const path = ["distribution", "shares"];
    expect(
      faultsOfPolicy({ distribution: { shares, minGroup: 10, enforce: "warn" } }),
    ).toStrictEqual([{ code: "shares-not-hundred", path, data: { sum: 90 } }]);
  });
});

test("any shape of strict parts is reported in the same words", () => {
  const shape = z.strictObject({ word: z.string().min(1), more: z.record(z.string(), z.int()) });
  expect(shapeFaults(shape, { word: "", more: 3 })).toStrictEqual([
    { code: "text-blank", path: ["word"], data: { min: 1 } },
    { code: "wrong-type", path: ["more"], data: { expected: "record", got: "number" } },
  ]);
  expect(shapeFaults(shape, { word: "x", more: { a: 1 } })).toEqual([]);
});

describe("what is no part of its kind is reported once", () => {
  test.each([[null], [3], [[]], ["x"]])("%j as a rule of a single value", (rule) => {
    const faults = faultsOfPolicy({ singleValueRules: [rule] });
    expect(faults.map(({ code, path }) => [code, ...path])).toEqual([
      ["wrong-type", "singleValueRules", 0],
    ]);
  });

  test.each([[null], [3], [[]], ["x"]])("%j as a band that needs a rating", (band) => {
    const composite = { valuesPercent: 50, basis: "rating" };
    const faults = faultsOfPolicy({
      bands: [{ key: "all", name: text, from: 0, rating: 3 }, band],
      composite,
      directionsFromBand: undefined,
    });
    expect(faults.map(({ code, path }) => [code, ...path])).toEqual([["wrong-type", "bands", 1]]);
  });

  test("a pointer without its stroke", () => {
    const faults = faultsOfPolicy({ assumed: [{ path: "x/nowhere", note: text }] });
    expect(faults.map(({ code }) => code)).toEqual(["pointer-malformed"]);
  });

  test("a list that is too long beside a part that is no list", () => {
    const consequences = Array.from({ length: 13 }, () => "bonus-withheld");
    const singleValueRules = [
      { below: 2, consequences },
      { below: 1, consequences: "x" },
    ];
    expect(faultsOfPolicy({ singleValueRules }).map(({ code, path }) => [code, ...path])).toEqual([
      ["too-many", "singleValueRules", 0, "consequences"],
      ["wrong-type", "singleValueRules", 1, "consequences"],
    ]);
  });

  test("a pointer to the eleventh entry leads somewhere, one past the last nowhere", () => {
    const to = (index: number) => ({ path: `/assumed/${index}/note`, note: text });
    const entries = Array.from({ length: 11 }, () => to(10));
    expect(faultsOfPolicy({ assumed: entries })).toEqual([]);
    expect(faultsOfPolicy({ assumed: [...entries, to(12)] })).toMatchObject([
      { code: "pointer-leads-nowhere", path: ["assumed", 11, "path"] },
    ]);
  });
});

describe("the schemas tell the same faults as the readers", () => {
  test.each([
    [
      frameworkSchema,
      { ...own, values: [valueOf("p"), valueOf("p")] },
      "value-key-repeated",
      ["values", 1, "key"],
    ],
    [
      policySchema,
      { ...classic, returnReasons: ["mismatched", "mismatched"] },
      "return-reason-repeated",
      ["returnReasons", 1],
    ],
  ] as const)("%#", (schema, document, message, path) => {
    const read = schema.safeParse(document);
    expect(read.error?.issues).toMatchObject([{ code: "custom", message, path }]);
  });
});

describe("the most a framework can earn", () => {
  const ladder = valueOf("pppee");

  test("is two half-points a rung, or the cap where that is less", () => {
    expect(maxOfValue(ladder)).toBe(10);
    expect(maxOfValue({ ...ladder, cap: 7 })).toBe(7);
    expect(maxOfFramework({ ...own, values: [ladder, { ...ladder, key: "b", cap: 7 }] })).toBe(17);
    expect(maxOfFramework({ ...own, values: [] })).toBe(0);
  });

  test("is known only when every value has rungs", () => {
    const empty = { ...ladder, rungs: [] };
    expect(isScorable({ ...own, values: [ladder] })).toBe(true);
    expect(isScorable({ ...own, values: [ladder, empty] })).toBe(false);
  });
});
