import { describe, expect, test } from "vitest";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import {
  assumedRungs,
  assumptionsAt,
  faultyDocument,
  isAuthored,
  originOf,
  rungRanges,
} from "@/lib/ruleset/rules";
import { againstSchema } from "@/lib/ruleset/schema";
import { importSize } from "@/lib/ruleset/types";
import type { PolicyDocument } from "@/lib/scoring";

const [framework] = frameworkPresets;
const [classic] = policyPresets;
if (framework === undefined || classic === undefined) throw new Error("no presets");

const note = (zh: string) => ({ zh, en: zh });
const policy: PolicyDocument = {
  ...classic,
  assumed: [
    { path: "/bands", note: note("all") },
    { path: "/bands/1", note: note("one") },
    { path: "/bands/1/from", note: note("from") },
    { path: "/bands/1/rating", note: note("rating") },
    { path: "/bandsMaxTotal", note: note("max") },
    { path: "/audit/sample/percent", note: note("percent") },
  ],
};
const said = (notes: readonly { note: { zh: string } }[]) => notes.map((one) => one.note.zh);

describe("assumed parts of a policy", () => {
  test("at a place, or with everything in it", () => {
    expect(said(assumptionsAt(policy, "/bands", "exactly"))).toEqual(["all"]);
    expect(said(assumptionsAt(policy, "/bands/1", "below"))).toEqual(["one", "from", "rating"]);
    expect(said(assumptionsAt(policy, "/audit", "below"))).toEqual(["percent"]);
    expect(said(assumptionsAt(policy, "/audit", "exactly"))).toEqual([]);
  });

  test("a place is not another whose name begins alike", () => {
    expect(said(assumptionsAt(policy, "/bands", "below"))).not.toContain("max");
    const bare = { ...classic };
    delete bare.assumed;
    expect(assumptionsAt(bare, "/bands", "below")).toEqual([]);
  });
});

test.each([
  [[], []],
  [[3], [[3, 3]]],
  [
    [1, 2, 3, 5],
    [
      [1, 3],
      [5, 5],
    ],
  ],
  [
    [2, 4, 6],
    [
      [2, 2],
      [4, 4],
      [6, 6],
    ],
  ],
])("points %j as runs", (points, runs) => {
  expect(rungRanges(points).map(({ from, to }) => [from, to])).toEqual(runs);
});

test("assumed rungs are counted over all values", () => {
  const none = framework.values.map((value) => ({
    ...value,
    rungs: value.rungs.map((rung) => ({ ...rung, assumed: rung.point === 2 })),
  }));
  expect(assumedRungs({ ...framework, values: none })).toBe(framework.values.length);
});

test("a document is a preset word for word, a preset's key with other words, or one's own", () => {
  expect(originOf(structuredClone(framework), "framework")).toBe("shipped");
  expect(originOf({ ...framework, edition: "ours" }, "framework")).toBe("edited");
  expect(originOf({ ...framework, key: "ours" }, "framework")).toBe("own");
  expect(originOf(structuredClone(classic), "policy")).toBe("shipped");
  expect(originOf({ ...classic, key: framework.key }, "policy")).toBe("own");
  expect(originOf({ ...classic, description: classic.name }, "policy")).toBe("shipped");
  expect(originOf({ ...framework, description: framework.name }, "framework")).toBe("edited");
  expect(originOf({ ...classic, passLine: 6 }, "policy")).toBe("edited");
});

test("remarks are somebody's own unless they are the preset's word for word", () => {
  expect(isAuthored(structuredClone(classic), "policy")).toBe(false);
  expect(isAuthored({ ...classic, description: classic.name }, "policy")).toBe(true);
  expect(isAuthored({ ...classic, key: "ours" }, "policy")).toBe(true);
  expect(isAuthored(structuredClone(framework), "framework")).toBe(false);
  expect(isAuthored({ ...framework, description: framework.name }, "framework")).toBe(true);
});

test.each([
  ["2", 2],
  ["0", undefined],
  ["x", undefined],
  [["1", "2"], undefined],
  [undefined, undefined],
  ["1e9", undefined],
])("the version to compare with in an address: %j", (given, version) => {
  expect(againstSchema.parse(given)).toBe(version);
});

test("size is counted as it travels", () => {
  expect(importSize("a字🀄")).toBe(8);
});

test("a name as long as a document is not reported again with every fault below it", () => {
  const long = "k".repeat(100_000);
  const path = [long, 0, `${"k".repeat(119)}\u{1f600}`, "short"];
  const refusal = faultyDocument(Array(2_000).fill({ path, code: "key-repeated" }));
  expect(JSON.stringify(refusal).length).toBeLessThan(400_000);
  const shown = refusal.code === "invalid_input" ? refusal.data : undefined;
  expect(shown?.count).toBe(2_000);
  expect(shown?.faults[0]?.path).toEqual([
    `${"k".repeat(120)}…`,
    0,
    `${"k".repeat(119)}\ufffd…`,
    "short",
  ]);
});
