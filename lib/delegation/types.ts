import type { EventKind } from "@/lib/events/event";
import type { DeputyRoom } from "@/lib/authz/actor";

export { deputyRooms, type DeputyRoom } from "@/lib/authz/actor";

interface Named {
  readonly id: string;
  readonly name: string;
  readonly number: string;
}

/** Why somebody may be the deputy: on the same level, below, or HR partner as well. */
export type DeputyTie = "peer" | "report" | "partner";

interface DeputyChoice extends Named {
  readonly tie: DeputyTie;
}

interface Unit {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
}

export type DelegationState = "planned" | "running" | "over" | "ended";

/** Who stands in for whom. `endsAt` is the instant after the last day. */
export interface DelegationRow {
  readonly id: string;
  readonly absent: string;
  readonly deputy: string;
  readonly rooms: readonly DeputyRoom[];
  readonly departments: readonly Unit[];
  readonly people: readonly string[];
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
  readonly state: DelegationState;
}

/** A delegation that lasts longer is no absence any more: the sheets are handed over. */
export const longestDays = 366;

/**
 * Whether somebody whose deputy did it reads of it, every kind of event decided. Single saves, marks and what is recorded beside
 * another act are not named by themselves; what nobody does for another is no.
 */
const named = {
  "self.saved": false,
  "self.case_moved": false,
  "self.submitted": false,
  "self.taken_back": false,
  "self.returned": true,
  "manager.saved": false,
  "manager.case_moved": false,
  "manager.doubted": false,
  "manager.scored_first": false,
  "manager.referred": true,
  "manager.submitted": true,
  "manager.taken_back": true,
  "second_level.agreed": true,
  "second_level.returned": true,
  "sample.drawn": false,
  "second_level.taken_back": true,
  "hr.opened": false,
  "hr.beneficiary_view": false,
  "hr.beneficiary_link": false,
  "hr.beneficiary_link_revoked": false,
  "hr.beneficiary_answered": false,
  "hr.confirmed": true,
  "hr.returned": true,
  "hr.reopened": true,
  "hr.reopened_self": true,
  "hr.reopened_second_level": true,
  "hr.reopened_audit": true,
  "hr.taken_back": true,
  "hr.return_taken_back": true,
  "approval.approved": true,
  "approval.declined": true,
  "approval.asked": true,
  "approval.question_taken_back": true,
  "interview.arranged": true,
  "approval.taken_back": true,
  "approval.decline_taken_back": true,
  "interview.recorded": true,
  "interview.confirmed": false,
  "interview.contested": false,
  "result.published": false,
  "result.acknowledged": false,
  "result.objected": false,
  "result.reopened": false,
  "hand_over.manager": false,
  "hand_over.second_level": false,
  "hand_over.approver": false,
  "hand_over.hr_partner": false,
  "sheet.transferred": false,
  "line.planned": false,
  "line.cancelled": false,
  "line.restored": false,
  "line.looked": false,
  "line.carried_out": false,
  "line.unfit": false,
  "fallen.looked": false,
  "delegation.named": false,
  "delegation.ended": false,
  "relation.declared": false,
  "relation.confirmed": false,
  "relation.ended": false,
  "participation.exempted": false,
  "participation.included": false,
  "participation.left": false,
  "participation.extended": false,
  "cycle.opened": false,
  "cycle.window_changed": false,
  "cycle.paused": false,
  "cycle.resumed": false,
  "cycle.closed": false,
  "sample.revealed": false,
  "ruleset.imported": false,
  "person.invited": false,
  "person.signed_in": false,
  "person.signed_out": false,
  "person.identity_linked": false,
  "person.created": false,
  "person.password_changed": false,
  "person.deactivated": false,
  "person.changed": false,
  "department.created": false,
  "department.changed": false,
  "role.granted": false,
  "role.revoked": false,
  "what_if.listed": false,
  "company.created": false,
} as const satisfies Readonly<Record<EventKind, boolean>>;

export type ActKind = {
  [Kind in EventKind]: (typeof named)[Kind] extends true ? Kind : never;
}[EventKind];

const isEvent = (word: string): word is EventKind => word in named;
const isAct = (kind: EventKind): kind is ActKind => named[kind];
export const deputyActs: readonly ActKind[] = Object.keys(named).filter(isEvent).filter(isAct);

export interface DeputyAct {
  readonly id: string;
  readonly at: Date;
  readonly deputy: string;
  readonly employee: string;
  readonly number: string;
  readonly kind: ActKind;
}

/** The delegations of one person, read by themselves or HR. */
export interface DelegationPage {
  readonly person: Named;
  readonly own: boolean;
  /** The rooms somebody can be given here. */
  readonly rooms: readonly DeputyRoom[];
  readonly deputies: readonly DeputyChoice[];
  readonly departments: readonly Unit[];
  readonly people: readonly Named[];
  readonly given: readonly DelegationRow[];
  /** Where the person is somebody's deputy. */
  readonly taken: readonly DelegationRow[];
  readonly acts: readonly DeputyAct[];
  /** The company's first day that may be named. */
  readonly today: string;
}

export interface NamedDeputy {
  readonly delegationId: string;
}
