import type { Actor } from "@/lib/authz/actor";

/** How a person stands to one appraisal. One person can stand in several relations. */
export const relations = ["self", "manager", "second_level", "hr", "approver"] as const;
export type Relation = (typeof relations)[number];

/** The people an appraisal names, each at most once; null where nobody is named. */
export interface Holders {
  readonly employeeId: string;
  readonly managerId: string | null;
  readonly secondLevelId: string | null;
  readonly approverId: string | null;
  readonly departmentId: string;
  /** Whoever confirmed or returned a value in HR's audit, in whatever round. */
  readonly auditorIds: readonly string[];
  /** Whoever approved or declined a score at the top, in whatever round. */
  readonly voterIds: readonly string[];
}

export type Post = "employeeId" | "managerId" | "secondLevelId" | "approverId";

/** What can be asked of an actor and the holders. Every question is answered yes or no, an empty post included. */
export type Question =
  | { readonly kind: "holds"; readonly post: Post }
  | { readonly kind: "vacant"; readonly post: Post }
  | { readonly kind: "hr_of_department" }
  | { readonly kind: "hr_admin" }
  | { readonly kind: "audited" }
  | { readonly kind: "voted" };

const holds = (post: Post): Question => ({ kind: "holds", post });
const vacant = (post: Post): Question => ({ kind: "vacant", post });
const hrOfDepartment: Question = { kind: "hr_of_department" };
const hrAdmin: Question = { kind: "hr_admin" };
const audited: Question = { kind: "audited" };
const voted: Question = { kind: "voted" };

/** What makes a relation: holding the post, or standing in where nobody does. */
const grounds = {
  self: { relation: "self", given: [holds("employeeId")] },
  manager: { relation: "manager", given: [holds("managerId")] },
  second_level: { relation: "second_level", given: [holds("secondLevelId")] },
  hr_as_second_level: {
    relation: "second_level",
    given: [vacant("secondLevelId"), hrOfDepartment],
  },
  hr: { relation: "hr", given: [hrOfDepartment] },
  approver: { relation: "approver", given: [holds("approverId")] },
  hr_admin_as_approver: { relation: "approver", given: [vacant("approverId"), hrAdmin] },
} as const satisfies Record<string, { relation: Relation; given: readonly Question[] }>;

export type Ground = keyof typeof grounds;

/** Nobody judges, audits or approves themselves, and scorer, auditor and approver are different people. */
const conflicts: Readonly<Record<Relation, readonly Question[]>> = {
  self: [],
  manager: [holds("employeeId")],
  second_level: [holds("employeeId"), holds("managerId")],
  hr: [holds("employeeId"), holds("managerId"), voted],
  approver: [holds("employeeId"), holds("managerId"), audited],
};

/** A relation as questions: one of `grounds` answered yes throughout, and none of `conflicts`. */
export interface Conditions {
  readonly grounds: readonly (readonly Question[])[];
  readonly conflicts: readonly Question[];
}

const isGround = (name: string): name is Ground => name in grounds;
const groundNames = Object.keys(grounds).filter(isGround);
const groundsOf = (relation: Relation) =>
  groundNames.filter((ground) => grounds[ground].relation === relation);

export function conditionsOf(relation: Relation): Conditions {
  return {
    grounds: groundsOf(relation).map((ground) => grounds[ground].given),
    conflicts: conflicts[relation],
  };
}

/** Who is named beside an appraisal: its posts, and the HR partner its department had when the cycle opened. */
export type Line = Readonly<Pick<Holders, "employeeId">> &
  Readonly<Record<Exclude<Post, "employeeId"> | "hrPartnerId", string | null>>;

/** An office has no name of its own, save HR's of the department: the partner. */
function namedBy(question: Question, line: Line): string | null {
  switch (question.kind) {
    case "holds":
      return line[question.post];
    case "hr_of_department":
      return line.hrPartnerId;
    default:
      return null;
  }
}

/** Whom to ask by name for what the relation does, by the same grounds that let them do it; null where it is an office's. */
export function namedFor(relation: Relation, line: Line): string | null {
  const given = groundsOf(relation).flatMap((ground) => grounds[ground].given);
  return given.map((question) => namedBy(question, line)).find((id) => id !== null) ?? null;
}

/** Whoever is named or in charge, conflicts left in: they know the sheet anyway. */
export const acquainted: Conditions = {
  grounds: [
    [hrOfDepartment],
    [holds("employeeId")],
    [holds("managerId")],
    [holds("secondLevelId")],
    [holds("approverId")],
  ],
  conflicts: [],
};

/** What is counted over the departments of an HR partner, conflicts left in: counts give nobody's scores away. */
export const inCharge: Conditions = { grounds: [[hrOfDepartment]], conflicts: [] };

/**
 * Whose room the relation's is, ground by ground, conflicts left in: a room may be empty. Whoever holds a post has it for
 * people exempt from the cycle too, as their page counts them; an office stands in for those alone who are appraised.
 */
export function roomGrounds(relation: Relation) {
  return groundsOf(relation).map((ground) => {
    const given: readonly Question[] = grounds[ground].given;
    const exemptToo = !given.some(({ kind }) => kind === "vacant");
    return { conditions: { grounds: [given], conflicts: [] }, exemptToo };
  });
}

function isSo(question: Question, actor: Actor, holders: Holders): boolean {
  switch (question.kind) {
    case "holds":
      return holders[question.post] === actor.employeeId;
    case "vacant":
      return holders[question.post] === null;
    case "hr_of_department":
      return actor.hrDepartmentIds.has(holders.departmentId);
    case "hr_admin":
      return actor.isHrAdmin;
    case "audited":
      return holders.auditorIds.includes(actor.employeeId);
    case "voted":
      return holders.voterIds.includes(actor.employeeId);
  }
}

export type Standing = ReadonlyMap<Relation, Ground>;

/** Every relation of the actor to these holders, with the ground that makes it. */
export function standingOf(actor: Actor, holders: Holders): Standing {
  const standing = new Map<Relation, Ground>();
  const so = (question: Question) => isSo(question, actor, holders);
  for (const relation of relations) {
    if (conflicts[relation].some(so)) continue;
    const ground = groundsOf(relation).find((name) => grounds[name].given.every(so));
    if (ground !== undefined) standing.set(relation, ground);
  }
  return standing;
}
