import { describe, expect, it } from "vitest";
import { appraisalStates } from "@/lib/appraisal/stages";
import {
  countByGroup,
  groupAsked,
  groupOf,
  nextStepOf,
  peopleOf,
  scoredOf,
  statesOf,
} from "@/lib/manager-scoring/rules";
import { teamFilterSchema } from "@/lib/manager-scoring/schema";
import { teamGroups } from "@/lib/manager-scoring/types";

describe("groups of a team", () => {
  it("hold every state exactly once, besides what was handed back", () => {
    const states = teamGroups.filter((group) => group !== "returned").flatMap(statesOf);
    expect(states.toSorted()).toEqual([...appraisalStates].toSorted());
  });

  it("tell work handed back from new work, and only while it is the manager's", () => {
    expect(groupOf({ state: "manager_scoring", returnedFrom: null, ended: false })).toBe(
      "to_score",
    );
    expect(groupOf({ state: "manager_scoring", returnedFrom: "hr_audit", ended: false })).toBe(
      "returned",
    );
    expect(groupOf({ state: "self_review", returnedFrom: "manager_scoring", ended: false })).toBe(
      "awaiting_self",
    );
  });

  it("count people once and the handed-in ones apart", () => {
    const counts = countByGroup([
      { state: "manager_scoring", returnedFrom: null, ended: false, count: 2 },
      { state: "manager_scoring", returnedFrom: "approval", ended: false, count: 1 },
      { state: "hr_audit", returnedFrom: null, ended: false, count: 3 },
      { state: "second_level", returnedFrom: null, ended: false, count: 1 },
      { state: "published", returnedFrom: null, ended: false, count: 4 },
    ]);
    expect(counts).toMatchObject({ to_score: 2, returned: 1, in_review: 4, done: 4 });
    expect(scoredOf(counts)).toBe(8);
    expect(peopleOf(counts)).toBe(11);
  });

  it("are asked for by name, or by a state as other rooms name it", () => {
    expect(groupAsked("done", "interview")).toBe("done");
    expect(groupAsked(undefined, "interview")).toBe("to_interview");
    expect(groupAsked(undefined, "hr_audit")).toBe("in_review");
    // Their “manager_scoring” counts what was handed back as well, which no one group holds.
    expect(groupAsked(undefined, "manager_scoring")).toBeUndefined();
  });
});

describe("the next step", () => {
  it.each([
    ["to_score", false, "start"],
    ["to_score", true, "continue"],
    ["returned", true, "mend"],
    ["awaiting_self", false, "wait"],
    ["in_review", true, "look"],
    ["to_interview", true, "interview"],
    ["done", true, "result"],
  ] as const)("of %s, started %s, is %s", (group, started, step) => {
    expect(nextStepOf({ group, started })).toBe(step);
  });
});

describe("the address of the team page", () => {
  it("reads what it cannot understand as not said", () => {
    const odd = { cycle: "drop table", group: "everybody", state: ["interview"], after: "1" };
    expect(teamFilterSchema.parse(odd)).toEqual({});
  });
});
