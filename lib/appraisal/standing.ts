import { deputyRooms, type Actor, type DeputyRoom, type Deputyship } from "@/lib/authz/actor";

/** How a person stands to one appraisal. One person can stand in several relations. */
export const relations = ["self", ...deputyRooms, "present_manager"] as const;
export type Relation = (typeof relations)[number];

/** The people an appraisal names, each at most once; null where nobody is named. */
export interface Holders {
  readonly employeeId: string;
  readonly managerId: string | null;
  readonly secondLevelId: string | null;
  readonly approverId: string | null;
  readonly departmentId: string;
  /** Whether the policy keeps its second level from approving. */
  readonly approverApart: boolean;
  /** Whose declared relation to the employee runs: neither judges the other. */
  readonly relatedIds: readonly string[];
  /** From publication on nothing is left for a deputy. */
  readonly published: boolean;
  /** Who must act next. */
  readonly turn: Relation | null;
  /**
   * Whoever wrote on it as its manager before it was handed over, or in the manager's name: whose judgement is in it does
   * not review it later. To have held it is no judgement.
   */
  readonly scorerIds: readonly string[];
  /** The same of its second level. */
  readonly reviewerIds: readonly string[];
  /** Whoever confirmed or returned a value in HR's audit, in whatever round, or had it done by a deputy. */
  readonly auditorIds: readonly string[];
  /** Whoever approved or declined a score at the top, in whatever round, or had it done by a deputy. */
  readonly voterIds: readonly string[];
  /** The HR partners of the department who are here. */
  readonly partnerIds: readonly string[];
  /** Whom the employee reports to today, whoever judged this sheet; null where either of the two is gone or the manager away. */
  readonly presentManagerId: string | null;
  /** Whether the policy of this sheet opens its result to a later manager. */
  readonly opensToLater: boolean;
}

/** What HR partners of a department do. */
type PartnersOffice = "hr" | "second_level";

export type Post = "employeeId" | "managerId" | "secondLevelId" | "approverId";

/** What can be asked of an actor and the holders. Every question is answered yes or no, an empty post included. */
export type Question =
  | { readonly kind: "holds"; readonly post: Post }
  | { readonly kind: "vacant"; readonly post: Post }
  | { readonly kind: "hr_of_department" }
  | { readonly kind: "hr_admin" }
  | { readonly kind: "no_partner_clear"; readonly of: PartnersOffice }
  | { readonly kind: "waits_for_hr" }
  | { readonly kind: "related" }
  | { readonly kind: "scored" }
  | { readonly kind: "reviewed" }
  | { readonly kind: "reviewed_and_apart" }
  | { readonly kind: "audited" }
  | { readonly kind: "voted" }
  | { readonly kind: "present_manager" }
  | { readonly kind: "opens_to_later" };

const holds = (post: Post): Question => ({ kind: "holds", post });
const vacant = (post: Post): Question => ({ kind: "vacant", post });
const hrOfDepartment: Question = { kind: "hr_of_department" };
const hrAdmin: Question = { kind: "hr_admin" };
const noPartnerClear = (of: PartnersOffice): Question => ({ kind: "no_partner_clear", of });
const waitsForHr: Question = { kind: "waits_for_hr" };
const related: Question = { kind: "related" };
const scored: Question = { kind: "scored" };
const reviewed: Question = { kind: "reviewed" };
const reviewedAndApart: Question = { kind: "reviewed_and_apart" };
const audited: Question = { kind: "audited" };
const voted: Question = { kind: "voted" };
const presentManager: Question = { kind: "present_manager" };
const opensToLater: Question = { kind: "opens_to_later" };

/** What makes a relation: holding the post, or standing in where nobody does. */
const grounds = {
  self: { relation: "self", given: [holds("employeeId")] },
  manager: { relation: "manager", given: [holds("managerId")] },
  second_level: { relation: "second_level", given: [holds("secondLevelId")] },
  hr_as_second_level: {
    relation: "second_level",
    given: [vacant("secondLevelId"), hrOfDepartment],
  },
  hr_admin_as_second_level: {
    relation: "second_level",
    given: [vacant("secondLevelId"), hrAdmin, noPartnerClear("second_level")],
  },
  hr: { relation: "hr", given: [hrOfDepartment] },
  // Content is a partner's to see, so whoever stands in has it no longer than HR must act.
  hr_admin_as_hr: { relation: "hr", given: [hrAdmin, waitsForHr, noPartnerClear("hr")] },
  approver: { relation: "approver", given: [holds("approverId")] },
  hr_admin_as_approver: { relation: "approver", given: [vacant("approverId"), hrAdmin] },
  present_manager: { relation: "present_manager", given: [presentManager, opensToLater] },
} as const satisfies Record<string, { relation: Relation; given: readonly Question[] }>;

type OwnGround = keyof typeof grounds;
/** The last: as the deputy of somebody who stands so on one of the others. */
export type Ground = OwnGround | "deputy";

const ownOrRelated = [holds("employeeId"), related] as const;

/**
 * Nobody judges, audits or approves themselves or a declared relation; scorer, auditor and approver are different people, and whoever agreed to
 * the scores does not audit them.
 */
const conflicts: Readonly<Record<Relation, readonly Question[]>> = {
  self: [],
  manager: [...ownOrRelated],
  second_level: [...ownOrRelated, holds("managerId"), scored],
  hr: [
    ...[...ownOrRelated, holds("managerId"), scored],
    ...[holds("secondLevelId"), reviewed, voted],
  ],
  approver: [...ownOrRelated, holds("managerId"), scored, reviewedAndApart, audited],
  present_manager: [...ownOrRelated],
};

/** What keeps a deputy besides: another part in the sheet, be it still to come, would put two judgements into one hand. */
const deputyConflicts: Readonly<Record<DeputyRoom, readonly Question[]>> = {
  manager: [holds("secondLevelId"), holds("approverId"), reviewed, audited, voted],
  second_level: [holds("approverId"), audited, voted],
  hr: [holds("approverId")],
  approver: [holds("secondLevelId"), reviewed],
};

/** A relation as questions: one of `grounds` answered yes throughout, and none of `conflicts`. */
export interface Conditions {
  readonly grounds: readonly (readonly Question[])[];
  readonly conflicts: readonly Question[];
}

const isGround = (name: string): name is OwnGround => name in grounds;
const groundNames = Object.keys(grounds).filter(isGround);
const groundsOf = (relation: Relation) =>
  groundNames.filter((ground) => grounds[ground].relation === relation);

export function conditionsOf(relation: Relation): Conditions {
  return {
    grounds: groundsOf(relation).map((ground) => grounds[ground].given),
    conflicts: conflicts[relation],
  };
}

/** Of what a deputy does in a room: the grounds and conflicts of the one away, and the deputy's own conflicts. */
export function deputyConditionsOf(room: DeputyRoom) {
  return { away: conditionsOf(room), own: [...conflicts[room], ...deputyConflicts[room]] };
}

/** The one away, as far as they are asked: an administrator's office has no deputy. */
export const awayOf = ({ forId, hrDepartmentIds }: Deputyship): Asked => ({
  employeeId: forId,
  isHrAdmin: false,
  hrDepartmentIds: new Set(hrDepartmentIds),
});

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

/**
 * Whose room the relation's is, ground by ground, conflicts left in: a room may be empty. Whoever holds a post has it for
 * people exempt from the cycle too, as their page counts them; an office stands in for those alone who are appraised.
 */
export function roomGrounds(relation: Relation) {
  return groundsOf(relation).map((ground) => {
    const given: readonly Question[] = grounds[ground].given;
    const exemptToo = !given.some(({ kind }) => kind === "vacant" || kind === "no_partner_clear");
    return { conditions: { grounds: [given], conflicts: [] }, exemptToo };
  });
}

/** What of an actor the questions ask. */
export type Asked = Pick<Actor, "employeeId" | "isHrAdmin" | "hrDepartmentIds">;

/** Conflicts ask for nothing but who somebody is. */
export const byName = (employeeId: string): Asked => ({
  employeeId,
  isHrAdmin: false,
  hrDepartmentIds: new Set(),
});

export function isSo(question: Question, actor: Asked, holders: Holders): boolean {
  switch (question.kind) {
    case "holds":
      return holders[question.post] === actor.employeeId;
    case "vacant":
      return holders[question.post] === null;
    case "hr_of_department":
      return actor.hrDepartmentIds.has(holders.departmentId);
    case "hr_admin":
      return actor.isHrAdmin;
    case "no_partner_clear":
      return holders.partnerIds.every((id) =>
        conflicts[question.of].some((conflict) => isSo(conflict, byName(id), holders)),
      );
    case "waits_for_hr":
      return holders.turn === "hr";
    case "related":
      return holders.relatedIds.includes(actor.employeeId);
    case "scored":
      return holders.scorerIds.includes(actor.employeeId);
    case "reviewed":
      return holders.reviewerIds.includes(actor.employeeId);
    case "reviewed_and_apart":
      return (
        holders.approverApart &&
        (holders.secondLevelId === actor.employeeId ||
          holders.reviewerIds.includes(actor.employeeId))
      );
    case "audited":
      return holders.auditorIds.includes(actor.employeeId);
    case "voted":
      return holders.voterIds.includes(actor.employeeId);
    case "present_manager":
      return holders.presentManagerId === actor.employeeId;
    case "opens_to_later":
      return holders.opensToLater;
  }
}

/** The room in which a deputy may stand so; undefined where nobody does it for another. */
export const roomOf = (relation: Relation): DeputyRoom | undefined =>
  deputyRooms.find((room) => room === relation);

export type Standing = ReadonlyMap<Relation, Ground>;

/** Whether the deputy may act in the room for the one away; nobody does for a subject they report to. */
function actsFor(deputyship: Deputyship, room: DeputyRoom, actor: Actor, holders: Holders) {
  const { rooms, employeeIds, departmentIds, above } = deputyship;
  const { employeeId, departmentId, published } = holders;
  if (published || !rooms.includes(room) || above.includes(employeeId)) return false;
  const named = employeeIds.length + departmentIds.length > 0;
  if (named && !employeeIds.includes(employeeId) && !departmentIds.includes(departmentId))
    return false;
  const { away, own } = deputyConditionsOf(room);
  const so = (question: Question) => isSo(question, awayOf(deputyship), holders);
  if (away.conflicts.some(so) || own.some((question) => isSo(question, actor, holders)))
    return false;
  return away.grounds.some((given) => given.every(so));
}

/** Whom the actor stands in for in this relation; null where they stand so themselves, or not at all. */
export function standsInFor(actor: Actor, relation: Relation, holders: Holders): Deputyship | null {
  const room = roomOf(relation);
  if (room === undefined || ownGround(actor, relation, holders) !== undefined) return null;
  const { deputyFor = [] } = actor;
  return deputyFor.find((one) => actsFor(one, room, actor, holders)) ?? null;
}

function ownGround(actor: Actor, relation: Relation, holders: Holders): OwnGround | undefined {
  const so = (question: Question) => isSo(question, actor, holders);
  if (conflicts[relation].some(so)) return undefined;
  return groundsOf(relation).find((name) => grounds[name].given.every(so));
}

/** Every relation of the actor to these holders, with the ground that makes it. */
export function standingOf(actor: Actor, holders: Holders): Standing {
  const standing = new Map<Relation, Ground>();
  for (const relation of relations) {
    const ground = ownGround(actor, relation, holders);
    if (ground !== undefined) standing.set(relation, ground);
    else if (standsInFor(actor, relation, holders) !== null) standing.set(relation, "deputy");
  }
  return standing;
}
