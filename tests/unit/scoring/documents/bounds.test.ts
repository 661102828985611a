import { describe, expect, test } from "vitest";
import { bandFaults } from "@/lib/scoring/documents/bands";
import { sizeFault } from "@/lib/scoring/documents/guard";
import { parseJson } from "@/lib/scoring/documents/json";
import { leadsSomewhere, listOf, partOf, repeats } from "@/lib/scoring/documents/loose";

const nested = (depth: number): unknown => (depth === 0 ? 1 : { in: nested(depth - 1) });
const nestedLists = (depth: number): unknown => (depth === 0 ? 1 : [nestedLists(depth - 1)]);

describe("how large a document may be", () => {
  test("16 levels of objects or lists, and not one more", () => {
    expect(sizeFault(nested(17))).toBeNull();
    expect(sizeFault(nestedLists(17))).toBeNull();
    const code = "too-deep";
    expect(sizeFault(nested(18))).toEqual({
      ...{ code, path: Array.from({ length: 17 }, () => "in") },
      data: { max: 16 },
    });
    expect(sizeFault(nestedLists(18))).toMatchObject({ code });
  });

  test("60,000 parts counted together, the document one of them", () => {
    const list = (length: number) => Array.from({ length }, () => 0);
    const data = { max: 60_000 };
    expect(sizeFault(list(59_999))).toBeNull();
    expect(sizeFault(list(60_000))).toEqual({ code: "too-large", path: [], data });
    expect(sizeFault({ a: list(30_000), b: list(29_997) })).toBeNull();
    expect(sizeFault({ a: list(30_000), b: list(29_998) })).toEqual({
      ...{ code: "too-large", path: ["a"], data },
    });
    const named = (count: number) => Object.fromEntries(list(count).map((_, at) => [`k${at}`, 0]));
    expect(sizeFault(named(59_999))).toBeNull();
    expect(sizeFault(named(60_000))).toMatchObject({ code: "too-large" });
  });

  test.each([[null], [undefined], [1], ["x"], [{}], [[]]])("%j is small", (input) => {
    expect(sizeFault(input)).toBeNull();
  });

  test("text is nested 64 deep at most and has 200,000 parts at most", () => {
    const brackets = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
    expect(parseJson(brackets(65)).ok).toBe(true);
    expect(parseJson(brackets(66))).toMatchObject({ faults: [{ code: "too-deep", path: [] }] });
    const list = (length: number) => `[${Array.from({ length }, () => "1").join()}]`;
    expect(parseJson(list(199_999)).ok).toBe(true);
    expect(parseJson(list(200_000))).toEqual({
      ok: false,
      faults: [{ code: "too-large", path: [], data: { max: 200_000 } }],
    });
  });
});

describe("a JSON pointer", () => {
  const document = { "a/b": { "~": [10, { c: null }] }, "": 0, list: [1] };
  test.each([
    ["/a~1b", true],
    ["/a~1b/~0/1/c", true],
    ["/a~1b/~0/0", true],
    ["/", true],
    ["/a~1b/~0/2", false],
    ["/a~1b/~0/01", false],
    ["/a~1b/~0/-1", false],
    ["/a~1b/~0/length", false],
    ["/a~1b/~0/1/c/d", false],
    ["/list/0/x", false],
    ["/toString", false],
    ["/a", false],
  ])("%s leads somewhere: %s", (pointer, somewhere) => {
    expect(leadsSomewhere(document, pointer)).toBe(somewhere);
  });
});

describe("parts as far as they can be read", () => {
  test("only objects have fields and only lists have items", () => {
    expect([partOf(null), partOf([1]), partOf("ab"), partOf({ a: 1 })]).toEqual([
      {},
      {},
      {},
      { a: 1 },
    ]);
    expect([listOf({ length: 2 }), listOf("ab"), listOf([1])]).toEqual([[], [], [1]]);
  });

  test("a key that cannot be read repeats nothing", () => {
    expect(repeats(["a", undefined, "a", undefined, "b", "a"])).toEqual([2, 5]);
  });
});

describe("bands", () => {
  type Bands = readonly { readonly from?: number; readonly to?: number }[];
  const judged = (bands: Bands, maxTotal: number) =>
    bandFaults(
      bands.map(({ from = Number.NaN, to = Number.NaN }) => ({ from, to })),
      maxTotal,
    ).map(({ code, path, data }) => [code, path.join("."), data]);
  const codes = (bands: Bands) => judged(bands, 60);

  test("with both bounds written and nothing between them are faultless", () => {
    expect(
      codes([
        { from: 40, to: 60 },
        { from: 10, to: 39 },
        { from: 0, to: 9 },
      ]),
    ).toEqual([]);
    expect(codes([{ from: 40 }, { from: 10 }, { from: 0 }])).toEqual([]);
    expect(codes([{ from: 60, to: 60 }, { from: 0 }])).toEqual([]);
    expect(codes([])).toEqual([]);
  });

  test("a hole is named with the totals in it", () => {
    expect(codes([{ from: 40, to: 58 }, { from: 10, to: 37 }, { from: 3 }])).toEqual([
      ["bands-leave-hole", "1.to", { low: 38, high: 39 }],
      ["bands-leave-hole", "0.to", { low: 59, high: 60 }],
      ["bands-leave-hole", "2.from", { low: 0, high: 2 }],
    ]);
  });

  test("an overlap, a wrong order and an upside-down band are named with the bound they miss", () => {
    expect(codes([{ from: 40 }, { from: 40, to: 45 }, { from: 50, to: 49 }, { from: 0 }])).toEqual([
      ["bands-overlap", "1.from", { above: 40 }],
      ["bands-overlap", "1.to", { above: 40 }],
      ["band-upside-down", "2.to", { from: 50 }],
      ["bands-not-descending", "2.from", { above: 40 }],
      ["bands-overlap", "2.to", { above: 40 }],
    ]);
  });

  test("what cannot be read is judged by nothing", () => {
    expect(judged([{}, { from: 50, to: 39 }, { from: 0 }], Number.NaN)).toEqual([
      ["band-upside-down", "1.to", { from: 50 }],
    ]);
    expect(judged([{ from: 70, to: 80 }, { from: 0 }], Number.NaN)).toEqual([]);
  });

  test("a bound above the full mark is out of reach", () => {
    expect(codes([{ from: 61, to: 61 }, { from: 0 }])).toEqual([
      ["band-out-of-reach", "0.from", { maxTotal: 60 }],
      ["band-out-of-reach", "0.to", { maxTotal: 60 }],
    ]);
  });
});
