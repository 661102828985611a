import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import { renderFault, renderPath, type Fault } from "@/lib/scoring";
import { frameworkSchema } from "@/lib/scoring/documents/framework";
import { policySchema } from "@/lib/scoring/documents/policy";
import { readFramework, readPolicy } from "@/lib/scoring/documents/read";
import { anyFramework, anyPolicy } from "../../../support/documents";
import { framework, rung, valueOf, scoresOnly } from "../support";

const text = { zh: "文", en: "text" };
const own = { key: "own", name: text, description: text };

const faultsOf = (read: ReturnType<typeof readFramework | typeof readPolicy>): readonly Fault[] =>
  read.ok ? [] : read.faults;
const shown = (faults: readonly Fault[]) =>
  faults.map(({ path, code }) => `${renderPath(path)}: ${code}`);

const ofFramework = (input: unknown) => shown(faultsOf(readFramework(input)));
const ofPolicy = (change: Record<string, unknown>) =>
  shown(faultsOf(readPolicy({ ...scoresOnly, ...change })));
const ofValue = (change: Record<string, unknown>) =>
  ofFramework({ ...own, values: [{ ...valueOf("pe"), ...change }] });
const ofRung = (change: Record<string, unknown>) =>
  ofValue({ rungs: [{ ...rung(1, "presumed"), ...change }] });

describe("a document that is right", () => {
  test.each(frameworkPresets)("framework $key", (document) => {
    expect(readFramework(structuredClone(document))).toEqual({ ok: true, document });
  });

  test.each(policyPresets)("policy $key", (document) => {
    expect(readPolicy(structuredClone(document))).toEqual({ ok: true, document });
  });

  test("any framework, through JSON", () => {
    fc.assert(
      fc.property(anyFramework, (document) => {
        expect(readFramework(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, document });
      }),
    );
  });

  test("any policy, through JSON", () => {
    fc.assert(
      fc.property(anyPolicy, (document) => {
        expect(readPolicy(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, document });
      }),
    );
  });
});

describe("every fault has its place", () => {
  test.each([
    ["a wrong type", { gated: "yes" }, ["values[0].gated: wrong-type"]],
    ["null", { rungs: null }, ["values[0].rungs: wrong-type"]],
    ["a list", { name: ["文"] }, ["values[0].name: wrong-type"]],
    [
      "an unknown field each",
      { b: 1, a: 2 },
      ["values[0].b: unknown-key", "values[0].a: unknown-key"],
    ],
    ["a missing language", { name: { zh: "名" } }, ["values[0].name.en: missing"]],
    [
      "blank text",
      { name: { zh: " \n", en: "" } },
      ["values[0].name.zh: text-blank", "values[0].name.en: text-blank"],
    ],
    [
      "half a surrogate",
      { motto: { zh: "\ud83d", en: "x" } },
      ["values[0].motto.zh: text-unreadable"],
    ],
    ["a NUL", { motto: { zh: "a\u0000", en: "x" } }, ["values[0].motto.zh: text-unreadable"]],
    ["endless text", { name: { zh: "名".repeat(61), en: "n" } }, ["values[0].name.zh: too-long"]],
    ["a key of two words", { key: "two words" }, ["values[0].key: key-malformed"]],
    ["a cap of nothing", { cap: 0 }, ["values[0].cap: too-small"]],
    ["a huge cap", { cap: 1e300 }, ["values[0].cap: too-big"]],
    ["a cap in decimals", { cap: 1.5 }, ["values[0].cap: not-whole"]],
    ["a cap of NaN", { cap: Number.NaN }, ["values[0].cap: not-finite"]],
    ["an endless cap", { cap: -Infinity }, ["values[0].cap: not-finite"]],
    ["a cap that caps nothing", { cap: 4 }, ["values[0].cap: cap-out-of-reach"]],
  ])("a value with %s", (_, change, expected) => {
    expect(ofValue(change)).toEqual(expected);
  });

  test("a bound that is broken is the document's own, not the computer's", () => {
    const values = [{ ...valueOf("pe"), cap: 1e300 }];
    expect(faultsOf(readFramework({ ...own, values }))).toMatchObject([{ data: { max: 40 } }]);
  });

  test("a rung with a grant mode that is none", () => {
    expect(ofRung({ grant: "maybe" })).toEqual(["values[0].rungs[0].grant: not-allowed"]);
  });

  test("rungs with a gap, though another part cannot be read", () => {
    const values = [
      { ...valueOf("pp"), gated: 1, rungs: [rung(1, "presumed"), rung(3, "presumed")] },
      { ...valueOf("p"), name: null },
    ];
    expect(ofFramework({ ...own, values })).toEqual([
      "values[0].gated: wrong-type",
      "values[1].name: wrong-type",
      "values[0].rungs[1].point: rungs-not-consecutive",
      "values[1].key: value-key-repeated",
    ]);
  });

  test("the items of a list that is too long are looked at, too", () => {
    const rungs = Array.from({ length: 21 }, (_, index) => rung(index + 1, "presumed"));
    const faulty = rungs.map((one, index) => (index === 3 ? { ...one, assumed: "no" } : one));
    expect(ofValue({ rungs: faulty })).toEqual([
      "values[0].rungs: too-many",
      "values[0].rungs[3].assumed: wrong-type",
    ]);
  });

  test.each([[null], [undefined], [42], ["six-veins"], [[]], [true], [Symbol("x")], [() => 1]])(
    "what is no document at all",
    (input) => {
      expect(faultsOf(readFramework(input))).toMatchObject([{ path: [] }]);
      expect(faultsOf(readPolicy(input))).toMatchObject([{ path: [] }]);
    },
  );

  test("__proto__ and constructor are names like any other, and change nothing", () => {
    const json = `{"__proto__": {"key": "own"}, "constructor": 1, ${JSON.stringify(own).slice(1, -1)}, "values": []}`;
    expect(ofFramework(JSON.parse(json))).toEqual([
      "values: too-few",
      "__proto__: unknown-key",
      "constructor: unknown-key",
    ]);
  });
});

describe("input without end", () => {
  test("a circle is too deep", () => {
    const circle: Record<string, unknown> = { ...own };
    circle["values"] = circle;
    expect(faultsOf(readFramework(circle))).toMatchObject([{ code: "too-deep" }]);
  });

  test.each([
    ["a list", Array.from({ length: 100_000 })],
    ["a list with holes", new Array(4_000_000_000)],
    [
      "a million names",
      Object.fromEntries(Array.from({ length: 70_000 }, (_, at) => [`k${at}`, at])),
    ],
  ])("%s is too large, said at once", (_, values) => {
    expect(faultsOf(readFramework({ ...own, values }))).toMatchObject([
      { code: "too-large", path: ["values"] },
    ]);
  });

  test("thousands of faults are all named", () => {
    const stray = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`k${at}`, at]));
    expect(faultsOf(readPolicy({ ...scoresOnly, ...stray }))).toHaveLength(5_000);
  });
});

describe("what parts of a policy are to each other", () => {
  const band = (key: string, from: number, more = {}) => ({ key, name: text, from, ...more });

  test("every fault of broken bands at once", () => {
    const bands = [
      band("a", 50, { to: 58 }),
      band("b", 50),
      band("a", 55, { to: 70 }),
      band("d", 20, { to: 10 }),
      band("e", 2.5),
      band("f", 4),
    ];
    expect(ofPolicy({ bands, directionsFromBand: "z" })).toEqual([
      "bands[4].from: not-whole",
      "bands[1].from: bands-overlap",
      "bands[2].from: bands-not-descending",
      "bands[2].to: bands-overlap",
      "bands[3].to: band-upside-down",
      "bands[3].to: bands-leave-hole",
      "bands[0].to: bands-leave-hole",
      "bands[5].from: bands-leave-hole",
      "bands[2].key: band-repeated",
      "bands[2].to: band-out-of-reach",
      "directionsFromBand: band-unknown",
    ]);
  });

  test.each([
    [{ lowestBandConsequences: ["exile"] }, ["lowestBandConsequences[0]: consequence-unknown"]],
    [
      { singleValueRules: [{ consequences: ["exile", 3] }] },
      [
        "singleValueRules[0].consequences[1]: wrong-type",
        "singleValueRules[0].consequences[0]: consequence-unknown",
        "singleValueRules[0]: rule-needs-one-condition",
      ],
    ],
    [{ returnReasons: ["mismatched", "mismatched"] }, ["returnReasons[1]: return-reason-repeated"]],
    [
      {
        assumed: [
          { path: "/bands/4", note: text },
          { path: "bands", note: text },
        ],
      },
      ["assumed[1].path: pointer-malformed", "assumed[0].path: pointer-leads-nowhere"],
    ],
    [{ stepHalfPoints: 3 }, ["stepHalfPoints: not-allowed"]],
    [
      { audit: { ...scoresOnly.audit, sample: { percent: 0 } } },
      ["audit.sample.percent: too-small"],
    ],
    [
      { justification: { exactly: [-1, 900], atLeast: "8", atMost: null } },
      [
        "justification.exactly[0]: too-small",
        "justification.exactly[1]: too-big",
        "justification.atLeast: wrong-type",
      ],
    ],
  ])("%j", (change, expected) => {
    expect(ofPolicy(change)).toEqual(expected);
  });

  test("shares that do not make a hundred, and one twice", () => {
    const share = (key: string, percent: number) => ({ key, name: text, percent });
    const distribution = {
      shares: [share("top", 20), share("top", 70)],
      minGroup: 10,
      enforce: "warn",
    };
    expect(ofPolicy({ distribution })).toEqual([
      "distribution.shares[1].key: share-repeated",
      "distribution.shares: shares-not-hundred",
    ]);
  });

  test("a composite by rating needs every rating, with at most two decimals", () => {
    const bands = [band("a", 30, { rating: 3.125 }), band("b", 0)];
    const composite = { valuesPercent: 50, basis: "rating" };
    expect(ofPolicy({ bands, composite, directionsFromBand: undefined })).toEqual([
      "bands[0].rating: not-a-step",
      "bands[1].rating: rating-missing",
    ]);
  });

  test("a floor between two points, where whole points alone are scored", () => {
    const bands = [band("a", 32, { eachAtLeast: 13 }), band("b", 0)];
    const given = { bands, directionsFromBand: undefined };
    expect(ofPolicy({ ...given, stepHalfPoints: 2 })).toEqual(["bands[0].eachAtLeast: not-a-step"]);
    expect(ofPolicy({ ...given, stepHalfPoints: 1 })).toEqual([]);
  });

  test("a consequence described twice", () => {
    const [first] = scoresOnly.consequences;
    const consequences = [...scoresOnly.consequences, first];
    expect(ofPolicy({ consequences })).toEqual(["consequences[2].code: consequence-repeated"]);
  });
});

describe("whatever comes in", () => {
  test("is read or refused with a reason in both languages; the schemas agree", () => {
    fc.assert(
      fc.property(
        fc.anything({ maxDepth: 4, withBigInt: true, withDate: true, withMap: true }),
        (input) => {
          for (const [read, schema] of [
            [readFramework(input), frameworkSchema],
            [readPolicy(input), policySchema],
          ] as const) {
            expect(read.ok).toBe(schema.safeParse(input).success);
            for (const fault of faultsOf(read))
              expect(renderFault(fault, "zh")).toMatch(/：.+。$/u);
          }
        },
      ),
    );
  });

  test("one part of a good document put wrong is found there", () => {
    const six = framework("six-veins");
    fc.assert(
      fc.property(
        fc.nat(5),
        fc.nat(4),
        fc.constantFrom(null, 7, [], "x"),
        (value, point, wrong) => {
          const copy = structuredClone(six);
          const found = copy.values[value]?.rungs[point];
          if (found === undefined) throw new Error("no such rung");
          Reflect.set(found, "statement", wrong);
          expect(ofFramework(copy)).toEqual([
            `values[${value}].rungs[${point}].statement: wrong-type`,
          ]);
        },
      ),
    );
  });
});
