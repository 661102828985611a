import { describe, expect, it } from "vitest";
import { standingOf, standsInFor } from "@/lib/appraisal/standing";
import { deputyRooms } from "@/lib/authz/actor";
import { actorOf, usual } from "../support";

describe("a deputy's own conflicts", () => {
  const given = {
    ...{ delegationId: "d", forId: "manager", forName: "丁", rooms: deputyRooms },
    ...{ employeeIds: [], departmentIds: [], hrDepartmentIds: ["support"], above: [] },
  };
  const d = (forId: string) => ({ ...actorOf("d"), deputyFor: [{ ...given, forId }] });

  it.each([
    ["manager", "manager", { approverId: "d" }],
    ["manager", "manager", { secondLevelId: "d" }],
    ["manager", "manager", { auditorIds: ["d"] }],
    ["manager", "manager", { voterIds: ["d"] }],
    ["second", "second_level", { approverId: "d" }],
    ["partner", "hr", { approverId: "d" }],
    ["approver", "approver", { secondLevelId: "d" }],
  ] as const)("keep them from standing in for the %s as %s: %o", (forId, relation, line) => {
    expect(standingOf(d(forId), usual).get(relation)).toBe("deputy");
    const kept = { ...usual, ...line };
    expect(standsInFor(d(forId), relation, kept)).toBeNull();
  });

  it("are asked after their own standing, and never for a sheet of their own", () => {
    const both = { ...d("manager"), employeeId: "manager" };
    expect(standsInFor(both, "manager", usual)).toBeNull();
    expect(standsInFor({ ...d("employee"), employeeId: "employee" }, "self", usual)).toBeNull();
  });
});

describe("an approver kept apart from the second level", () => {
  it("approves where they had no part in it", () => {
    const apart = { ...usual, approverId: "x", approverApart: true };
    expect(standingOf(actorOf("x"), apart).get("approver")).toBe("approver");
  });
});
