import type { Actor } from "@/lib/authz/actor";
import { chain, publishedStates as published } from "./stages";
import type { AppraisalState, AppraisalSubject, Relation } from "./types";

export type { Relation };

export type Verb =
  | "self.read"
  | "self.write"
  | "self.return"
  | "manager.read"
  | "manager.write"
  | "second_level.decide"
  | "hr.read"
  | "hr.decide"
  | "approval.decide"
  | "interview.read"
  | "interview.write"
  | "result.read"
  | "result.answer"
  | "trail.read";

interface Rule {
  readonly relation: Relation;
  readonly states: readonly AppraisalState[];
}

const always = chain.states;
const afterSelf = chain.after("self_review");
const afterManager = chain.after("manager_scoring");
const afterSecond = chain.after("second_level");

/** Who may do what, in which state. Whatever is not written here is refused. */
const rules: Readonly<Record<Verb, readonly Rule[]>> = {
  "self.read": [
    { relation: "self", states: always },
    { relation: "manager", states: afterSelf },
    { relation: "second_level", states: afterManager },
    { relation: "hr", states: afterSecond },
    { relation: "approver", states: ["approval"] },
  ],
  "self.write": [{ relation: "self", states: ["self_review"] }],
  "self.return": [{ relation: "manager", states: ["manager_scoring"] }],
  "manager.read": [
    { relation: "manager", states: afterSelf },
    { relation: "second_level", states: afterManager },
    { relation: "hr", states: afterSecond },
    { relation: "approver", states: ["approval"] },
    { relation: "self", states: published },
  ],
  "manager.write": [{ relation: "manager", states: ["manager_scoring"] }],
  "second_level.decide": [{ relation: "second_level", states: ["second_level"] }],
  "hr.read": [{ relation: "hr", states: afterSecond }],
  "hr.decide": [{ relation: "hr", states: ["hr_audit"] }],
  "approval.decide": [{ relation: "approver", states: ["approval"] }],
  "interview.read": [
    { relation: "manager", states: chain.from("interview") },
    { relation: "second_level", states: published },
    { relation: "hr", states: published },
    { relation: "self", states: published },
  ],
  "interview.write": [{ relation: "manager", states: ["interview"] }],
  "result.read": [
    { relation: "self", states: published },
    { relation: "manager", states: published },
    { relation: "second_level", states: published },
    { relation: "hr", states: published },
  ],
  "result.answer": [{ relation: "self", states: ["published"] }],
  "trail.read": [
    { relation: "self", states: always },
    { relation: "manager", states: always },
    { relation: "second_level", states: afterManager },
    { relation: "hr", states: afterSecond },
  ],
};

/** Conflicts are struck out here once: nobody judges, audits or approves themselves, and scorer, auditor and approver differ. */
export function relationsOf(actor: Actor, subject: AppraisalSubject): ReadonlySet<Relation> {
  const me = actor.employeeId;
  if (me === subject.employeeId) return new Set<Relation>(["self"]);
  const relations = new Set<Relation>();
  const isScorer = me === subject.managerId;
  const isHr = actor.hrDepartmentIds.has(subject.departmentId) && !isScorer;
  if (isScorer) relations.add("manager");
  if (isHr) relations.add("hr");
  if (subject.secondLevelId === null ? isHr : me === subject.secondLevelId)
    relations.add("second_level");
  const standsAsApprover =
    subject.approverId === null ? actor.isHrAdmin : me === subject.approverId;
  if (standsAsApprover && !isScorer && !subject.auditorIds.includes(me)) relations.add("approver");
  return relations;
}

export type Refused = "not_found" | "wrong_state";
export type Allowed = { readonly ok: true } | { readonly ok: false; readonly code: Refused };

/** `not_found` when the person has no standing here at all, `wrong_state` when they have but not now. */
export function may(actor: Actor, verb: Verb, subject: AppraisalSubject): Allowed {
  const mine = relationsOf(actor, subject);
  const standing = rules[verb].filter((rule) => mine.has(rule.relation));
  if (standing.length === 0) return { ok: false, code: "not_found" };
  if (standing.some((rule) => rule.states.includes(subject.state))) return { ok: true };
  return { ok: false, code: canRead(mine, subject.state) ? "wrong_state" : "not_found" };
}

function canRead(mine: ReadonlySet<Relation>, state: AppraisalState): boolean {
  return rules["self.read"].some((rule) => mine.has(rule.relation) && rule.states.includes(state));
}
