import { describe, expect, it } from "vitest";
import {
  acquainted,
  conditionsOf,
  namedFor,
  relations,
  standingOf,
  standsInFor,
  type Holders,
  type Relation,
} from "@/lib/appraisal/standing";
import { deputyRooms, type Deputyship } from "@/lib/authz/actor";
import { actorOf, expectStanding, usual } from "./support";

type Line = Partial<Holders>;

const hr = { hrOf: ["support"] };
const admin = { isHrAdmin: true };

describe("the people an appraisal names", () => {
  it("stand as what they are named, and a stranger as nothing", () => {
    const named = ["employee", "manager", "second", "approver", "stranger"] as const;
    const standing = named.map((name) => [...standingOf(actorOf(name), usual)]);
    expect(standing).toEqual([
      [["self", "self"]],
      [["manager", "manager"]],
      [["second_level", "second_level"]],
      [["approver", "approver"]],
      [],
    ]);
  });

  it("stand in several relations where they are named twice", () => {
    expectStanding(actorOf("x"), [
      [
        "second level and approver",
        { secondLevelId: "x", approverId: "x" },
        { second_level: "second_level", approver: "approver" },
      ],
    ]);
  });
});

describe("HR of the department", () => {
  it("is HR where it has the grant, and nowhere else", () => {
    expectStanding(actorOf("partner", hr), [
      ["the department", {}, { hr: "hr" }],
      ["another", { departmentId: "sales" }, {}],
    ]);
  });

  it("stands in for the second level where there is none", () => {
    expectStanding(actorOf("partner", hr), [
      ["nobody above", { secondLevelId: null }, { second_level: "hr_as_second_level", hr: "hr" }],
      ["nobody above, another department", { secondLevelId: null, departmentId: "sales" }, {}],
      ["named themselves", { secondLevelId: "partner" }, { second_level: "second_level" }],
    ]);
  });
});

describe("whom to ask by name", () => {
  const line = { ...usual, hrPartnerId: "partner" };

  it.each<readonly [Relation, string]>([
    ["self", "employee"],
    ["manager", "manager"],
    ["second_level", "second"],
    ["hr", "partner"],
    ["approver", "approver"],
  ])("%s: %s", (relation, name) => {
    expect(namedFor(relation, line)).toBe(name);
  });

  it("is the partner where nobody stands above the manager, and nobody for the administrators' office", () => {
    expect(namedFor("second_level", { ...line, secondLevelId: null })).toBe("partner");
    expect(
      namedFor("second_level", { ...line, secondLevelId: null, hrPartnerId: null }),
    ).toBeNull();
    expect(namedFor("approver", { ...line, approverId: null })).toBeNull();
  });
});

describe("an HR administrator", () => {
  it("approves where no approver is named, and sees nothing else", () => {
    expectStanding(actorOf("admin", admin), [
      ["an approver", {}, {}],
      ["none", { approverId: null }, { approver: "hr_admin_as_approver" }],
      ["nobody above", { secondLevelId: null }, {}],
    ]);
  });

  it("is needed for it: others do not stand in", () => {
    expectStanding(actorOf("partner", hr), [["none", { approverId: null }, { hr: "hr" }]]);
  });
});

describe("conflicts", () => {
  const everything = { ...hr, ...admin };

  it("leave the employee nothing but themselves, whatever else they are", () => {
    expectStanding(actorOf("x", everything), [
      [
        "everything",
        { employeeId: "x", managerId: "x", secondLevelId: "x", approverId: "x" },
        { self: "self" },
      ],
      ["posts empty", { employeeId: "x", secondLevelId: null, approverId: null }, { self: "self" }],
    ]);
  });

  it("keep a declared relation from every stage", () => {
    const relatedIds = ["somebody", "x"];
    expectStanding(actorOf("x", everything), [
      ["manager", { managerId: "x", relatedIds }, {}],
      ["above", { secondLevelId: "x", approverId: "x", relatedIds }, {}],
      ["standing in", { secondLevelId: null, approverId: null, relatedIds }, {}],
      ["their own", { employeeId: "x", relatedIds }, { self: "self" }],
    ]);
  });

  it("keep the scorer from reviewing, auditing and approving", () => {
    expectStanding(actorOf("x", everything), [
      [
        "named everywhere",
        { managerId: "x", secondLevelId: "x", approverId: "x" },
        { manager: "manager" },
      ],
      [
        "standing in",
        { managerId: "x", secondLevelId: null, approverId: null },
        { manager: "manager" },
      ],
    ]);
  });

  it("keep who scored it before a hand-over from reviewing, auditing and approving, not from scoring again", () => {
    const scorerIds = ["somebody", "x"];
    expectStanding(actorOf("x", everything), [
      ["named everywhere", { secondLevelId: "x", approverId: "x", scorerIds }, {}],
      ["standing in", { secondLevelId: null, approverId: null, scorerIds }, {}],
      ["back as manager", { managerId: "x", scorerIds }, { manager: "manager" }],
    ]);
  });

  it("keep the second level from approving where the policy says so", () => {
    const both = { secondLevelId: "x", approverId: "x", approverApart: true };
    expectStanding(actorOf("x"), [
      ["named twice", both, { second_level: "second_level" }],
      ["before", { approverId: "x", reviewerIds: ["x"], approverApart: true }, {}],
    ]);
  });

  it("keep who audited from approving, not from auditing again", () => {
    const auditorIds = ["somebody", "x"];
    expectStanding(actorOf("x", everything), [
      ["named", { approverId: "x", auditorIds }, { hr: "hr" }],
      ["standing in", { approverId: null, auditorIds }, { hr: "hr" }],
      [
        "others audited",
        { approverId: "x", auditorIds: ["y"] },
        { hr: "hr", approver: "approver" },
      ],
    ]);
  });

  it("keep who approved or declined from auditing, not from deciding again", () => {
    const voterIds = ["somebody", "x"];
    expectStanding(actorOf("x", everything), [
      ["named", { approverId: "x", voterIds }, { approver: "approver" }],
      ["standing in", { approverId: null, voterIds }, { approver: "hr_admin_as_approver" }],
      ["others decided", { voterIds: ["y"] }, { hr: "hr" }],
    ]);
  });

  it("keep who reviewed it at the second level before a hand-over from auditing", () => {
    expectStanding(actorOf("x", everything), [
      ["audits", { reviewerIds: ["x"] }, {}],
      ["approves", { reviewerIds: ["x"], approverId: "x" }, { approver: "approver" }],
    ]);
  });

  it("strike nobody out for a post that is empty", () => {
    expectStanding(actorOf("partner", hr), [
      ["no manager", { managerId: null }, { hr: "hr" }],
      ["nobody named", { managerId: null, secondLevelId: "s", approverId: null }, { hr: "hr" }],
    ]);
  });
});

describe("a deputy", () => {
  const given = { delegationId: "d", forId: "manager", forName: "丁", employeeIds: [] };
  const wide = { ...given, departmentIds: [], hrDepartmentIds: [], above: ["boss"] };
  const all = deputyRooms;
  const deputy = (change: Partial<Deputyship> = {}) => ({
    ...actorOf("d"),
    deputyFor: [{ ...wide, rooms: all, ...change }],
  });

  it("stands as the one away does, in the rooms that were given, and nowhere once it is published", () => {
    expectStanding(deputy(), [
      ["the manager", {}, { manager: "deputy" }],
      ["published", { published: true }, {}],
    ]);
    expectStanding(deputy({ rooms: ["second_level"] }), [["another room", {}, {}]]);
    expectStanding(deputy({ forId: "second" }), [["one above", {}, { second_level: "deputy" }]]);
    expectStanding(deputy({ forId: "approver" }), [["at the top", {}, { approver: "deputy" }]]);
    expectStanding(deputy({ forId: "hr", hrDepartmentIds: ["support"] }), [
      ["HR", {}, { hr: "deputy" }],
      ["vacant", { secondLevelId: null }, { second_level: "deputy", hr: "deputy" }],
    ]);
  });

  it("only for whom and where it was given", () => {
    const ofSales = { departmentIds: ["sales"] };
    expectStanding(deputy(ofSales), [
      ["elsewhere", {}, {}],
      ["there", { departmentId: "sales" }, { manager: "deputy" }],
    ]);
    expectStanding(deputy({ ...ofSales, employeeIds: ["employee"] }), [
      ["by name", {}, { manager: "deputy" }],
    ]);
  });

  it("never for oneself, nor for whom one reports to, nor beside another part in the sheet", () => {
    const none = (line: Line, forId = "manager") =>
      expectStanding(deputy({ forId }), [[JSON.stringify(line), line, {}]]);
    none({ employeeId: "boss" });
    none({ auditorIds: ["d"] });
    none({ voterIds: ["d"] });
    none({ reviewerIds: ["d"] });
    none({ managerId: "other", scorerIds: ["d"] }, "second");
    none({ auditorIds: ["d"] }, "approver");
    none({ reviewerIds: ["d"] }, "approver");
    expectStanding(deputy(), [
      ["oneself", { employeeId: "d" }, { self: "self" }],
      ["second level, too", { secondLevelId: "d" }, { second_level: "second_level" }],
      ["approver, too", { approverId: "d" }, { approver: "approver" }],
      ["scored as deputy before", { scorerIds: ["d"] }, { manager: "deputy" }],
    ]);
  });

  it("inherits the conflicts of the one away", () => {
    expectStanding(deputy({ forId: "approver" }), [
      ["who audited", { auditorIds: ["approver"] }, {}],
      ["who scored", { scorerIds: ["approver"] }, {}],
      ["who is related", { relatedIds: ["approver"] }, {}],
      ["the deputy is related", { relatedIds: ["d"] }, {}],
    ]);
    expectStanding(deputy(), [["their own sheet", { employeeId: "manager" }, {}]]);
  });

  it("stands in for nobody where one stands so oneself", () => {
    const both = { ...deputy(), employeeId: "second" };
    expect(standsInFor(both, "second_level", usual)).toBeNull();
    expect(standsInFor(deputy(), "manager", usual)?.forId).toBe("manager");
  });
});

describe("the conditions queries are made from", () => {
  it("cover every relation, each with its grounds and conflicts", () => {
    const counted = relations.map((relation) => {
      const { grounds, conflicts } = conditionsOf(relation);
      return [relation, grounds.map((given) => given.length), conflicts.length];
    });
    expect(counted).toEqual([
      ["self", [1], 0],
      ["manager", [1], 2],
      ["second_level", [1, 2, 3], 4],
      ["hr", [1, 3], 7],
      ["approver", [1, 2], 6],
      ["present_manager", [2], 2],
    ]);
  });

  it("know who is acquainted with a sheet, conflicts left in", () => {
    expect(acquainted).toEqual({
      grounds: [
        [{ kind: "hr_of_department" }],
        ...["employeeId", "managerId", "secondLevelId", "approverId"].map((post) => [
          { kind: "holds", post },
        ]),
      ],
      conflicts: [],
    });
  });
});
