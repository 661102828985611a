import { describe, expect, it } from "vitest";
import { deputyRooms } from "@/lib/authz/actor";
import { may, type Verb } from "@/lib/appraisal/permissions";
import { actorOf, expectStanding, subjectIn } from "../support";

const hr = { hrOf: ["support"] };
const admin = { isHrAdmin: true };

describe("an HR administrator, where no partner may", () => {
  it("audits what no partner of the department may, and reviews it where nobody stands above", () => {
    const audits = { hr: "hr_admin_as_hr" } as const;
    const both = { ...audits, second_level: "hr_admin_as_second_level" } as const;
    const partnerIds = ["partner", "other"];
    expectStanding(actorOf("admin", admin), [
      ["no partner", { partnerIds: [] }, audits],
      ["no partner, nobody above", { partnerIds: [], secondLevelId: null }, both],
      ["the partner's own", { employeeId: "partner" }, audits],
      ["the partner's reports, nobody above", { managerId: "partner", secondLevelId: null }, both],
      ["the partner is second level", { secondLevelId: "partner" }, audits],
      ["the partner's relation", { relatedIds: ["partner"] }, audits],
      ["scored before by the partner", { scorerIds: ["partner"] }, audits],
      ["reviewed before by the partner", { reviewerIds: ["partner"] }, audits],
      ["decided at the top by the partner", { voterIds: ["partner"] }, audits],
      ["audited by the partner", { auditorIds: ["partner"] }, {}],
      ["one of two", { employeeId: "partner", partnerIds }, {}],
      ["both of two", { employeeId: "partner", managerId: "other", partnerIds }, audits],
    ]);
  });

  it("has it no longer than it waits for HR, save for taking back their own word", () => {
    const alone = { partnerIds: [], auditorIds: ["admin"], approverId: "approver" };
    const stood = (state: Parameters<typeof subjectIn>[0], verb: Verb, who = "admin") =>
      may(actorOf(who, admin), verb, subjectIn(state, alone)).ok;
    expect(stood("hr_audit", "hr.read")).toBe(true);
    expect(stood("objected", "hr.reopen")).toBe(true);
    for (const state of ["second_level", "approval", "interview", "published"] as const)
      for (const verb of ["hr.read", "self.read", "trail.read", "result.read", "hr.ask"] as const)
        expect([state, verb, stood(state, verb)]).toEqual([state, verb, false]);
    expect(stood("approval", "hr.take_back")).toBe(true);
    expect(stood("approval", "hr.take_back", "another")).toBe(false);
  });

  it("never with a conflict of their own, nor is a partner with one", () => {
    const alone = { partnerIds: [] };
    expectStanding(actorOf("x", admin), [
      ["their own", { ...alone, employeeId: "x", secondLevelId: null }, { self: "self" }],
      ["a relation", { ...alone, relatedIds: ["x"], secondLevelId: null }, {}],
      ["scorer", { ...alone, managerId: "x", secondLevelId: null }, { manager: "manager" }],
      ["scored before", { ...alone, scorerIds: ["x"], secondLevelId: null }, {}],
      ["second level", { ...alone, secondLevelId: "x" }, { second_level: "second_level" }],
      ["approved", { ...alone, voterIds: ["x"] }, {}],
    ]);
    expectStanding(actorOf("partner", hr), [
      ["the partner's relation", { relatedIds: ["partner"] }, {}],
      ["the partner's report", { managerId: "partner" }, { manager: "manager" }],
    ]);
  });

  it("has no deputy for it", () => {
    const given = { delegationId: "d", forId: "admin", forName: "丁", employeeIds: [], above: [] };
    const deputy = { ...given, departmentIds: [], hrDepartmentIds: [], rooms: deputyRooms };
    expectStanding({ ...actorOf("d"), deputyFor: [deputy] }, [
      ["no partner, nobody above", { partnerIds: [], secondLevelId: null }, {}],
    ]);
  });
});
