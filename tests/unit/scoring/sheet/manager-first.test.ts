import { describe, expect, it } from "vitest";
import { scoreSheet, unseenValues } from "@/lib/scoring";
import { filed, framework, policy } from "../support";

const sixVeins = framework("six-veins");
const rules = { framework: sixVeins, policy: { ...policy("classic"), managerFirst: true } };
const keys = sixVeins.values.map(({ key }) => key);

describe("which values are unseen", () => {
  it("all but those opened, and none where the policy does not ask", () => {
    expect([...unseenValues(rules, new Set())]).toEqual(keys);
    expect([...unseenValues(rules, new Set(keys.slice(1)))]).toEqual(keys.slice(0, 1));
    for (const managerFirst of [false, undefined]) {
      const off = { ...rules.policy, managerFirst };
      expect(unseenValues({ ...rules, policy: off }, new Set()).size).toBe(0);
    }
  });
});

describe("the draft of a value whose self-review is unseen", () => {
  const key = "customer-first";
  const drafted = (
    judgements: Record<number, "met" | "partly" | "unmet">,
    cases: ReturnType<typeof filed>[] = [],
  ) => {
    const input = { judgements, cases, underWay: true, unseen: true };
    return scoreSheet(sixVeins, rules.policy, { [key]: input }).values[0];
  };

  it("has no score while a rung that decides is not judged", () => {
    expect(drafted({})?.score).toBeNull();
    expect(drafted({ 1: "met", 2: "met" })?.score).toBeNull();
    expect(drafted({ 3: "met" })?.score).toBeNull();
    expect(drafted({ 3: "met", 4: "met" })?.score).toBeNull();
  });

  it("stands by its verdicts alone: the cases may be the employee's", () => {
    expect(drafted({ 3: "met", 4: "partly" })?.score).toBe(7);
    expect(drafted({ 1: "met", 2: "partly" })?.score).toBe(3);
    const all = drafted({ 1: "met", 2: "met", 3: "met", 4: "met", 5: "met" });
    expect(all?.score).toBe(10);
    expect(all?.problems.filter(({ code }) => code !== "justification-required")).toEqual([]);
    expect(all?.rungs.map(({ because }) => because)).toContain("stated");
  });

  it("waits for the manager's word where a case of their own contradicts what is presumed", () => {
    const against = filed(1, "contradicts");
    expect(drafted({ 3: "unmet" }, [against])?.score).toBeNull();
    expect(drafted({ 1: "unmet", 3: "unmet" }, [against])?.score).toBe(0);
  });

  it("is judged by its cases again once it is seen", () => {
    const seen = {
      judgements: { 3: "met", 4: "met", 5: "unmet" },
      cases: [],
      underWay: true,
    } as const;
    expect(scoreSheet(sixVeins, rules.policy, { [key]: seen }).values[0]?.score).toBe(4);
  });
});
