import { expect, test } from "vitest";
import {
  caseKindOf,
  isPresumed,
  needsCase,
  silentPoints,
  verdictSaid,
  type GrantMode,
} from "@/lib/scoring";
import { valueOf } from "../support";

test.each([
  ["presumed", "contradicts", { met: false, partly: true, unmet: true }],
  ["evidenced", "supports", { met: true, partly: true, unmet: false }],
] as const)("a rung that is %s is argued with a case that %s", (grant, kind, needed) => {
  expect(caseKindOf({ grant })).toBe(kind);
  for (const verdict of ["met", "partly", "unmet"] as const)
    expect(needsCase({ grant }, verdict)).toBe(needed[verdict]);
});

test.each([
  ["ppp", true],
  ["ppe", false],
  ["eee", false],
])("silence alone would score a value of %s: %s", (letters, presumed) => {
  expect(isPresumed(valueOf(letters))).toBe(presumed);
});

test("silent are the presumed rungs nobody judged", () => {
  const grants: readonly GrantMode[] = ["presumed", "presumed", "evidenced", "presumed"];
  const rungs = grants.map((grant, index) => ({ point: index + 1, grant }));
  expect(silentPoints(rungs, { 2: "met", 4: undefined })).toEqual([1, 4]);
});

test.each([
  [{ judged: false, complete: false }, "no-contradiction", "open"],
  [{ judged: true, complete: false }, "no-contradiction", "met"],
  [{ judged: false, complete: true }, "no-contradiction", "met"],
  [{ judged: false, complete: false }, "supported", "met"],
] as const)("of a value %o what stands by %s is shown as %s", (result, because, shown) => {
  expect(verdictSaid(result, { verdict: "met", because })).toBe(shown);
});
