import { expect } from "vitest";
import { standingOf, type Ground, type Holders, type Relation } from "@/lib/appraisal/standing";
import { chain } from "@/lib/appraisal/stages";
import type { AppraisalState, AppraisalSubject } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";

interface Roles {
  readonly isHrAdmin?: boolean;
  readonly hrOf?: readonly string[];
}

/** Names stand for ids. */
export function actorOf(employeeId: string, { isHrAdmin = false, hrOf = [] }: Roles = {}): Actor {
  const hrDepartmentIds = new Set(hrOf);
  return { employeeId, name: employeeId, number: employeeId, isHrAdmin, hrDepartmentIds };
}

export const usual: Holders = {
  employeeId: "employee",
  managerId: "manager",
  secondLevelId: "second",
  approverId: "approver",
  departmentId: "support",
  approverApart: false,
  relatedIds: [],
  published: false,
  turn: "hr",
  scorerIds: [],
  reviewerIds: [],
  auditorIds: ["partner"],
  voterIds: [],
  partnerIds: ["partner"],
  presentManagerId: "manager",
  opensToLater: false,
};

export function subjectIn(state: AppraisalState, line: Partial<Holders> = {}): AppraisalSubject {
  return {
    ...usual,
    turn: chain.row(state).turn,
    appraisalId: "appraisal",
    cycleId: "cycle",
    cycleState: "open",
    state,
    version: 1,
    round: 1,
    edition: 1,
    divisionId: "service",
    hrPartnerId: "partner",
    pausedAt: null,
    endedAt: null,
    windows: [],
    ...line,
  };
}

type Row = readonly [
  name: string,
  line: Partial<Holders>,
  standing: Partial<Record<Relation, Ground>>,
];

/** What the actor is, and by what, in each of the rows. */
export function expectStanding(actor: ReturnType<typeof actorOf>, rows: readonly Row[]) {
  for (const [name, line, standing] of rows) {
    const found = Object.fromEntries(standingOf(actor, { ...usual, ...line }));
    expect([name, found]).toEqual([name, standing]);
  }
}
