import { describe, expect, it } from "vitest";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import { missingFor, resultOf } from "@/lib/sheet/rules";
import { caseFor, sheetWith } from "../../support/sheets";

describe("what is missing", () => {
  it("is reported in the order of the page: by value, then by rung", () => {
    const [framework] = frameworkPresets;
    const [policy] = policyPresets;
    if (!framework || !policy) throw new Error("no presets");
    const full = sheetWith(framework, "self", {});
    const [first, second, ...rest] = full.values;
    if (!first || !second) throw new Error("too few values");
    const untitled = caseFor(3, "supports", { title: "" });
    const self = {
      ...full,
      values: [
        { ...first, judgements: { 3: "met" as const }, cases: [untitled] },
        { ...second, judgements: {}, cases: [] },
        ...rest,
      ],
    };
    const manager = { side: "manager" as const, values: [] };
    const result = resultOf(framework, policy, { self, manager }, "self");
    expect(
      missingFor(result, self).map(({ value, rung, code, at }) => [value, rung, code, at]),
    ).toEqual([
      // Written, the case opens rung 4; until then the ladder stops here and only the telling is missing.
      [first.key, 3, "case_title", undefined],
      // Nothing of it was judged: all of it is missing, and it is begun where silence does not grant.
      [second.key, undefined, "not-judged", 3],
    ]);
  });
});
