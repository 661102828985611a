import { describe, expect, test } from "vitest";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import { documentChanges } from "@/lib/scoring";

describe("two documents that say the same", () => {
  test.each([...frameworkPresets, ...policyPresets])("$key and its copy", (document) => {
    const copy: unknown = JSON.parse(JSON.stringify(document));
    expect(documentChanges(document, copy)).toEqual([]);
  });

  test("in another order of fields", () => {
    expect(documentChanges({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toEqual([]);
  });

  test("with a field that is there without a value", () => {
    expect(documentChanges({ a: 1, b: undefined }, { a: 1 })).toEqual([]);
  });
});

describe("single values", () => {
  test.each([
    ["a text", "a", "b"],
    ["a figure", 0, 1],
    ["a switch", true, false],
    ["nothing and zero", null, 0],
    ["a figure and its text", 1, "1"],
  ])("%s", (_, before, after) => {
    expect(documentChanges({ x: before }, { x: after })).toEqual([
      { kind: "changed", path: ["x"], before, after },
    ]);
  });

  test("that come and go, null among them", () => {
    expect(documentChanges({ gone: null }, { come: false })).toEqual([
      { kind: "removed", path: ["gone"], before: null },
      { kind: "added", path: ["come"], after: false },
    ]);
  });

  test("whole parts that come, go or change their kind carry no value", () => {
    expect(documentChanges({ a: { b: 1 }, c: [1] }, { d: { e: 1 }, c: { f: 1 } })).toEqual([
      { kind: "removed", path: ["a"] },
      { kind: "changed", path: ["c"] },
      { kind: "added", path: ["d"] },
    ]);
    expect(documentChanges({ a: null }, { a: { b: 1 } })).toEqual([
      { kind: "changed", path: ["a"], before: null },
    ]);
  });
});

describe("lists", () => {
  const one = { key: "one", n: 1 };
  const two = { key: "two", n: 2 };

  test("by the entries' own name, wherever they stand", () => {
    expect(documentChanges([one, two], [two, { ...one, n: 5 }])).toEqual([
      { kind: "moved", path: [] },
      { kind: "changed", path: ["one", "n"], before: 1, after: 5 },
    ]);
  });

  test("an entry put before another is an addition, not a move", () => {
    expect(documentChanges([two], [one, two])).toEqual([{ kind: "added", path: ["one"] }]);
    expect(documentChanges([one, two], [two])).toEqual([{ kind: "removed", path: ["one"] }]);
  });

  test.each(["code", "point", "path"])("named by %s", (name) => {
    const before = [{ [name]: 3, text: "a" }];
    expect(documentChanges(before, [{ [name]: 3, text: "b" }])).toEqual([
      { kind: "changed", path: [3, "text"], before: "a", after: "b" },
    ]);
  });

  test("a name used twice names nothing, so places count", () => {
    expect(documentChanges([one, one], [one, { ...one, n: 7 }])).toEqual([
      { kind: "changed", path: [1, "n"], before: 1, after: 7 },
    ]);
  });

  test("of plain values by their place", () => {
    expect(documentChanges({ list: [0, 1] }, { list: [0, 2, 3] })).toEqual([
      { kind: "changed", path: ["list", 1], before: 1, after: 2 },
      { kind: "added", path: ["list", 2], after: 3 },
    ]);
  });

  test("a name in one of the two lists only counts for neither", () => {
    expect(documentChanges([{ key: "one" }], [{ other: 1 }])).toEqual([
      { kind: "removed", path: [0, "key"], before: "one" },
      { kind: "added", path: [0, "other"], after: 1 },
    ]);
    expect(documentChanges([{ other: 1 }], [{ key: "one" }])).toEqual([
      { kind: "removed", path: [0, "other"], before: 1 },
      { kind: "added", path: [0, "key"], after: "one" },
    ]);
  });
});

test("names a value and a rung of a framework", () => {
  const [framework] = frameworkPresets;
  const changed = structuredClone(framework);
  const rung = changed?.values[0]?.rungs[2];
  if (rung === undefined) throw new Error("no rung");
  rung.statement.zh = "改了";
  expect(documentChanges(framework, changed)).toMatchObject([
    { kind: "changed", path: ["values", "customer-first", "rungs", 3, "statement", "zh"] },
  ]);
});
