import { describe, it } from "vitest";
import { actorOf, expectStanding } from "../support";

const opened = { presentManagerId: "later", opensToLater: true };

describe("whom the employee reports to today", () => {
  it("stands so where the sheet's own policy opens it, save for conflicts", () => {
    expectStanding(actorOf("later"), [
      ["opened", opened, { present_manager: "present_manager" }],
      ["closed", { presentManagerId: "later" }, {}],
      ["moved on again", { opensToLater: true }, {}],
      ["nobody today", { presentManagerId: null, opensToLater: true }, {}],
      ["related", { ...opened, relatedIds: ["later"] }, {}],
      ["their own", { ...opened, employeeId: "later" }, { self: "self" }],
    ]);
  });

  it("has no deputy", () => {
    const none = { employeeIds: [], departmentIds: [], hrDepartmentIds: [], above: [] };
    const given = {
      delegationId: "d",
      forId: "later",
      forName: "later",
      rooms: ["manager"] as const,
    };
    const deputy = { ...actorOf("d"), deputyFor: [{ ...given, ...none }] };
    expectStanding(deputy, [
      ["published", { ...opened, published: true }, {}],
      ["not yet", opened, {}],
    ]);
  });
});
