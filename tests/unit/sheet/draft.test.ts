import { describe, expect, it } from "vitest";
import { confirmPresumed } from "@/components/sheet/state/edits";
import { confirmId, placeOf } from "@/components/sheet/state/ids";
import { frameworkPresets, policyPresets } from "@/lib/presets";
import { draftResultOf, emptyValue, missingFor, resultOf } from "@/lib/sheet/rules";
import { sides, type Sheet, type SheetValue, type Side } from "@/lib/sheet/types";
import { caseFor, sheetWith } from "../../support/sheets";

function rules(frameworkKey: string, policyKey: string) {
  const framework = frameworkPresets.find(({ key }) => key === frameworkKey);
  const policy = policyPresets.find(({ key }) => key === policyKey);
  if (!framework || !policy) throw new Error("no presets");
  return { framework, policy };
}

const sheet = (side: Side, ...values: SheetValue[]): Sheet => ({ side, values });

describe("a checklist nobody opened", () => {
  const { framework, policy } = rules("customer-checklist", "checklist");
  const [value] = framework.values;
  if (!value) throw new Error("no value");
  const untouched = emptyValue(value.key);
  const of = (side: Side, own: SheetValue) => {
    const pair = { self: sheet("self", untouched), manager: sheet("manager", untouched) };
    const result = draftResultOf(framework, policy, { ...pair, [side]: sheet(side, own) }, side);
    return { result, missing: missingFor(result, sheet(side, own)) };
  };

  it.each(sides)("is not ready to hand in by the %s side, and shows no figure", (side) => {
    const { result, missing } = of(side, untouched);
    expect([result.total, result.totalSoFar]).toEqual([null, 0]);
    expect(missing).toEqual([{ code: "not-judged", value: value.key }]);
    expect(missing.map(placeOf)).toEqual([confirmId(value.key)]);
  });

  it.each(sides)("scores in full once the %s side has said that nothing is against it", (side) => {
    const { result, missing } = of(side, confirmPresumed(untouched, value.rungs));
    expect([result.total, missing]).toEqual([14, []]);
  });

  it("the act leaves a verdict that was given as it is", () => {
    const judged = { ...untouched, judgements: { 3: "unmet" as const } };
    const after = confirmPresumed(judged, value.rungs);
    expect(after.judgements).toEqual({
      ...{ 1: "met", 2: "met", 4: "met", 5: "met", 6: "met", 7: "met" },
      3: "unmet",
    });
  });

  it("handed in before the act was asked for, it is as valid as it was", () => {
    const pair = { self: sheet("self", untouched), manager: sheet("manager", untouched) };
    expect(resultOf(framework, policy, pair, "manager").total).toBe(14);
  });
});

describe("a lapse the employee admitted", () => {
  const { framework, policy } = rules("six-veins", "classic");
  const [value] = framework.values;
  if (!value) throw new Error("no value");
  const lapse = caseFor(1, "contradicts");
  const admitted = {
    ...emptyValue(value.key),
    judgements: { 1: "partly" as const },
    cases: [lapse],
  };
  const others = sheetWith(framework, "self", {}).values.slice(1);
  const self = sheet("self", admitted, ...others);
  const scored = (own: SheetValue) => {
    const pair = { self, manager: sheet("manager", own, ...others) };
    return draftResultOf(framework, policy, pair, "manager");
  };

  it("is no score of the manager's before the manager has said what it comes to", () => {
    expect(draftResultOf(framework, policy, { self, manager: self }, "self").values[0]?.score).toBe(
      1,
    );
    const [untouched] = scored(emptyValue(value.key)).values;
    expect(untouched).toMatchObject({ score: null, judged: false });
    expect(untouched?.problems).toMatchObject([{ code: "not-judged", rung: 1 }]);
  });

  it.each([
    ["partly", 1],
    ["unmet", 0],
  ] as const)("judged %s it is", (verdict, score) => {
    const own = { ...emptyValue(value.key), judgements: { 1: verdict } };
    expect(scored(own).values[0]?.score).toBe(score);
  });
});
