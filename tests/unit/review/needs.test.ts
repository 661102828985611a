import { describe, expect, it } from "vitest";
import {
  firstAsked,
  lastWordOn,
  nextAfterReview,
  pinFaults,
  reviewNeeds,
  without,
} from "@/lib/review/rules";
import {
  defaultFrameworkKey,
  defaultPolicyKey,
  frameworkPresets,
  policyPresets,
} from "@/lib/presets";
import { resultOf } from "@/lib/sheet/rules";
import { sheetWith, type Scores } from "../../support/sheets";
import { confirmed, returned } from "./support";

const framework = found(frameworkPresets.find(({ key }) => key === defaultFrameworkKey));
const policy = found(policyPresets.find(({ key }) => key === defaultPolicyKey));

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("missing preset");
  return value;
}

function resultWith(scores: Scores, rules = policy, inDoubt: readonly string[] = []) {
  const sheet = sheetWith(framework, "manager", scores);
  const doubted = ({ key }: { key: string }) => inDoubt.includes(key);
  const values = sheet.values.map((value) => ({ ...value, inDoubt: doubted(value) }));
  const self = sheetWith(framework, "self", scores);
  return resultOf(framework, rules, { self, manager: { ...sheet, values } }, "manager");
}

const none = new Map<string, never>();

describe("what is still to be checked", () => {
  const result = resultWith({ "customer-first": 10, integrity: 2 });

  it("holds everything at first", () => {
    expect(reviewNeeds(result, none, [], [])).toEqual({
      toVerify: ["customer-first", "integrity"],
      toApprove: ["customer-first"],
    });
  });

  it("believes the last word on a score, not any word", () => {
    expect(reviewNeeds(result, none, [confirmed], []).toVerify).toEqual(["customer-first"]);
    expect(reviewNeeds(result, none, [confirmed, returned], []).toVerify).toContain("integrity");
    expect(reviewNeeds(result, none, [returned, confirmed], []).toVerify).not.toContain(
      "integrity",
    );
  });

  it("does not carry a word over to another score", () => {
    const other = { ...confirmed, halfPoints: 1 };
    expect(reviewNeeds(result, none, [other], []).toVerify).toContain("integrity");
    expect(lastWordOn([other, confirmed], "integrity", 2)).toBe(confirmed);
    expect(lastWordOn([other], "integrity", 2)).toBeNull();
    expect(lastWordOn([confirmed], "integrity", null)).toBeNull();
  });

  it("asks again for a doubt raised after the score was confirmed, not for one HR knew of", () => {
    const manual = found(policyPresets.find(({ key }) => key === "manual-2006"));
    const doubted = resultWith({ integrity: 2, passion: 6 }, manual, ["integrity", "passion"]);
    const looked = [confirmed, { ...confirmed, valueKey: "passion", halfPoints: 6 }];
    const since = (round: number) =>
      new Map(["integrity", "passion"].map((key) => [key, { byId: "m", round }]));
    expect(reviewNeeds(doubted, since(1), looked, []).toVerify).toEqual([]);
    expect(reviewNeeds(doubted, since(2), looked, []).toVerify).toEqual(["integrity", "passion"]);
    const again = [...looked, { ...confirmed, round: 2 }];
    expect(reviewNeeds(doubted, since(2), again, []).toVerify).toEqual(["passion"]);
    const certain = resultWith({ integrity: 2 }, manual);
    expect(reviewNeeds(certain, since(2), looked, []).toVerify).toEqual([]);
  });
});

describe("moving on", () => {
  it.each([
    ["second_level", ["a"], ["b"], "hr_audit"],
    ["second_level", [], ["b"], "approval"],
    ["second_level", [], [], "interview"],
    ["hr_audit", [], ["b"], "approval"],
    ["hr_audit", [], [], "interview"],
    ["approval", [], [], "interview"],
  ] as const)(
    "from %s with %j to verify and %j to approve goes to %s",
    (from, toVerify, toApprove, state) => {
      expect(nextAfterReview(from, { toVerify, toApprove })).toBe(state);
    },
  );

  it("never passes over a state that asks nothing of single scores", () => {
    const nothing = { toVerify: [], toApprove: [] };
    const next = ["hr_audit", "made_up", "approval"] as const;
    expect(firstAsked(next, nothing)).toBe("made_up");
    expect(firstAsked(next, { ...nothing, toVerify: ["a"] })).toBe("hr_audit");
    expect(firstAsked(["approval"], nothing)).toBeUndefined();
  });

  it("does not ask again for what was just answered", () => {
    expect(without(["a", "b"], "a")).toEqual(["b"]);
  });
});

describe("where a return points", () => {
  it.each([
    [{ value: null, rung: null }, {}],
    [{ value: "integrity", rung: null }, {}],
    [{ value: "integrity", rung: 5 }, {}],
    [{ value: null, rung: 1 }, { value: { code: "value_required" } }],
    [{ value: "wisdom", rung: 1 }, { value: { code: "unknown_value" } }],
    [{ value: "integrity", rung: 6 }, { rung: { code: "unknown_rung" } }],
  ])("%j", (pin, faults) => {
    expect(pinFaults(framework, pin)).toEqual(faults);
  });
});
