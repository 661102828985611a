import { describe, expect, it } from "vitest";
import { decisionFor, planFault } from "@/lib/reporting/rules";

describe("a plan on its day", () => {
  const plan = {
    ...{ managerId: "new", departmentId: "sales" },
    ...{ fromManagerId: "old", fromDepartmentId: "support" },
  };
  const now = { managerId: "old", departmentId: "support", status: "active" };

  it.each([
    ["fits while all is as it was", {}, true, null],
    ["fits a person on leave", { status: "on_leave" }, true, null],
    ["not who has left, whoever planned it", { status: "left" }, false, "person_left"],
    ["not where the planner is no administrator any more", {}, false, "planner_gone"],
    ["not under another manager", { managerId: "other" }, true, "plan_overtaken"],
    ["not in another department", { departmentId: "other" }, true, "plan_overtaken"],
    ["not where it stands already", { managerId: "new" }, true, "plan_overtaken"],
  ] as const)("%s", (_what, changed, isAdmin, fault) => {
    expect(planFault(plan, { ...now, ...changed }, isAdmin)).toBe(fault);
  });
});

describe("what was decided for the sheets it touches", () => {
  const finish = { decision: "finish" as const, appraisalIds: ["a", "b"] };
  const give = {
    ...{ decision: "hand_over" as const, appraisalIds: ["a", "b", "c"] },
    ...{ successorNumber: "", way: "continue" as const, reason: "换组", note: "" },
  };

  it("is asked for where any is touched", () => {
    expect(decisionFor(null, [])).toBeUndefined();
    expect(decisionFor(finish, [])).toBeUndefined();
    expect(decisionFor(null, ["a"])).toBeNull();
    expect(decisionFor(finish, ["a", "x"])).toBeNull();
  });

  it("holds for those still touched", () => {
    expect(decisionFor(finish, ["b"])).toEqual({ ...finish, appraisalIds: ["b"] });
    const handed = handOver(["a", "c"]);
    expect(decisionFor(handed, ["a", "b"])).toEqual({
      ...{ ...handed, appraisalIds: ["a", "b"], stays: ["a"] },
    });
    expect(decisionFor(handOver(), ["c"])).toEqual({
      ...{ ...handOver(), appraisalIds: ["c"], stays: [] },
    });
  });

  function handOver(stays?: string[]): NonNullable<Parameters<typeof decisionFor>[0]> {
    return stays === undefined ? give : { ...give, stays };
  }
});
