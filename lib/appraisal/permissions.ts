import type { Actor, Deputyship } from "@/lib/authz/actor";
import { chain, publishedStates as published, reopenable } from "./stages";
import { standingOf, standsInFor, type Ground, type Standing } from "./standing";
import type { AppraisalState, AppraisalSubject, Relation } from "./types";

export type Verb =
  | "self.read"
  | "self.write"
  | "self.return"
  | "self.take_back"
  | "manager.read"
  | "manager.write"
  | "manager.take_back"
  | "second_level.decide"
  | "second_level.take_back"
  | "hr.read"
  | "hr.decide"
  | "hr.ask"
  | "hr.reopen"
  | "hr.take_back"
  | "approval.decide"
  | "approval.take_back"
  | "interview.read"
  | "interview.write"
  | "interview.arrange"
  | "result.read"
  | "former.read"
  | "result.answer"
  | "result.object"
  | "trail.read";

interface Rule {
  readonly relation: Relation;
  readonly states: readonly AppraisalState[];
}

const always = chain.states;
const afterSelf = chain.after("self_review");
const afterManager = chain.after("manager_scoring");
const afterSecond = chain.after("second_level");
/** Where a sheet may stand by a decision: handed back, as far as it leads, or where it was given. */
const decidedAt = (state: AppraisalState): readonly AppraisalState[] => [
  chain.backward(state),
  state,
  ...chain.row(state).next,
];

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
    { relation: "present_manager", states: published },
  ],
  "self.take_back": [{ relation: "self", states: ["manager_scoring"] }],
  "manager.take_back": [{ relation: "manager", states: ["second_level"] }],
  "manager.write": [{ relation: "manager", states: ["manager_scoring"] }],
  "second_level.decide": [{ relation: "second_level", states: ["second_level"] }],
  "second_level.take_back": [{ relation: "second_level", states: decidedAt("second_level") }],
  "hr.read": [{ relation: "hr", states: afterSecond }],
  "hr.decide": [{ relation: "hr", states: ["hr_audit"] }],
  // What those who benefited say may come in while the 5 waits for its approval.
  "hr.ask": [{ relation: "hr", states: ["hr_audit", "approval"] }],
  "hr.reopen": [{ relation: "hr", states: reopenable }],
  "hr.take_back": [{ relation: "hr", states: decidedAt("hr_audit") }],
  "approval.decide": [{ relation: "approver", states: ["approval"] }],
  "approval.take_back": [
    // What was asked leads to HR.
    { relation: "approver", states: ["hr_audit", ...decidedAt("approval")] },
  ],
  "interview.read": [
    { relation: "manager", states: chain.from("interview") },
    { relation: "second_level", states: published },
    { relation: "hr", states: published },
    { relation: "self", states: published },
  ],
  "interview.write": [{ relation: "manager", states: ["interview"] }],
  // Both it is between: when and where, and what each prepares for themselves.
  "interview.arrange": [
    { relation: "manager", states: ["interview"] },
    { relation: "self", states: ["interview"] },
  ],
  "result.read": [
    { relation: "self", states: published },
    { relation: "manager", states: published },
    { relation: "second_level", states: published },
    { relation: "hr", states: published },
    { relation: "present_manager", states: published },
  ],
  // Once published it stays readable, also while the sheet goes its way again.
  "former.read": [
    { relation: "self", states: always },
    { relation: "manager", states: always },
    { relation: "second_level", states: always },
    { relation: "hr", states: always },
  ],
  "result.answer": [{ relation: "self", states: ["published"] }],
  "result.object": [{ relation: "self", states: ["published", "acknowledged"] }],
  "trail.read": [
    { relation: "self", states: always },
    { relation: "manager", states: always },
    { relation: "second_level", states: afterManager },
    { relation: "hr", states: afterSecond },
  ],
};

/** The relations that give the verb in some state. */
export function relationsFor(verb: Verb): readonly Relation[] {
  return rules[verb].map(({ relation }) => relation);
}

/** The states in which the relation gives the verb. */
export function statesFor(verb: Verb, relation: Relation): readonly AppraisalState[] {
  return rules[verb].filter((rule) => rule.relation === relation).flatMap(({ states }) => states);
}

type Refused = "not_found" | "wrong_state";
export type Allowed =
  | {
      readonly ok: true;
      readonly relation: Relation;
      readonly ground: Ground;
      /** Null where the person acts for themselves. */
      readonly deputyFor: Deputyship | null;
    }
  | { readonly ok: false; readonly code: Refused };

/** A word is taken back by whoever gave it where it was given, also once the sheet went on from there. */
const whereGiven = (actor: Actor, verb: Verb, subject: AppraisalSubject): AppraisalSubject =>
  verb === "hr.take_back" && subject.auditorIds.includes(actor.employeeId)
    ? { ...subject, turn: "hr" }
    : subject;

/**
 * With the relation that grants it, the first of the verb's rules where several do. `not_found` when the person has no
 * standing here at all, `wrong_state` when they have but not now.
 */
export function may(actor: Actor, verb: Verb, subject: AppraisalSubject): Allowed {
  const mine = standingOf(actor, whereGiven(actor, verb, subject));
  const now = (rule: Rule) => rule.states.includes(subject.state);
  for (const rule of rules[verb]) {
    const ground = mine.get(rule.relation);
    if (ground === undefined || !now(rule)) continue;
    const { relation } = rule;
    return { ok: true, relation, ground, deputyFor: standsInFor(actor, relation, subject) };
  }
  const stands = (rule: Rule) => mine.has(rule.relation);
  const reads = rules["self.read"].some((rule) => stands(rule) && now(rule));
  return { ok: false, code: rules[verb].some(stands) && reads ? "wrong_state" : "not_found" };
}

/** The words of an objection are between the employee and HR; that there is one, every reader of the result sees. */
export function mayReadObjection(relations: Pick<Standing, "has">): boolean {
  return relations.has("self") || relations.has("hr");
}
