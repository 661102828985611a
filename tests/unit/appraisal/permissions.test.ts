import { describe, expect, it } from "vitest";
import {
  may,
  mayReadObjection,
  relationsFor,
  statesFor,
  type Allowed,
  type Verb,
} from "@/lib/appraisal/permissions";
import { relations, type Relation } from "@/lib/appraisal/standing";
import { appraisalStates, chain } from "@/lib/appraisal/stages";
import type { Actor } from "@/lib/authz/actor";
import { actorOf, subjectIn } from "./support";

type Reader = Relation | "stranger";

const readers: Readonly<Record<Reader, Actor>> = {
  self: actorOf("employee"),
  manager: actorOf("manager"),
  second_level: actorOf("second"),
  hr: actorOf("partner", { hrOf: ["support"] }),
  approver: actorOf("approver"),
  present_manager: actorOf("later"),
  stranger: actorOf("stranger", { isHrAdmin: true, hrOf: ["sales"] }),
};

/**
 * One letter a state, in the order of the chain: self-review, manager scoring, second level, HR audit, approval, interview,
 * published, acknowledged, objected. `y` allowed, `w` refused as the wrong state, `-` refused as if it did not exist.
 */
const table: Readonly<Record<Verb, Partial<Record<Reader, string>>>> = {
  "self.read": {
    ...{ self: "yyyyyyyyy", manager: "-yyyyyyyy", second_level: "--yyyyyyy", hr: "---yyyyyy" },
    approver: "----y----",
  },
  "self.write": { self: "ywwwwwwww" },
  "self.take_back": { self: "wywwwwwww" },
  "manager.take_back": { manager: "-wywwwwww" },
  "self.return": { manager: "-ywwwwwww" },
  "manager.read": {
    ...{ self: "wwwwwwyyy", manager: "-yyyyyyyy", second_level: "--yyyyyyy", hr: "---yyyyyy" },
    ...{ approver: "----y----", present_manager: "------yyy" },
  },
  "manager.write": { manager: "-ywwwwwww" },
  "second_level.decide": { second_level: "--ywwwwww" },
  "second_level.take_back": { second_level: "-yyyyywww" },
  "hr.read": { hr: "---yyyyyy" },
  "hr.decide": { hr: "---ywwwww" },
  "hr.ask": { hr: "---yywwww" },
  "hr.reopen": { hr: "---yyyyyy" },
  "hr.take_back": { hr: "-y-yyywww" },
  "approval.take_back": { approver: "-y-yyy---" },
  "approval.decide": { approver: "----y----" },
  "interview.read": {
    ...{ self: "wwwwwwyyy", manager: "-wwwwyyyy", second_level: "--wwwwyyy", hr: "---wwwyyy" },
  },
  "interview.write": { manager: "-wwwwywww" },
  "interview.arrange": { self: "wwwwwywww", manager: "-wwwwywww" },
  "result.read": {
    ...{ self: "wwwwwwyyy", manager: "-wwwwwyyy", second_level: "--wwwwyyy", hr: "---wwwyyy" },
    present_manager: "------yyy",
  },
  "former.read": {
    ...{ self: "yyyyyyyyy", manager: "yyyyyyyyy", second_level: "yyyyyyyyy", hr: "yyyyyyyyy" },
  },
  "result.object": { self: "wwwwwwyyw" },
  "result.answer": { self: "wwwwwwyww" },
  "trail.read": {
    ...{ self: "yyyyyyyyy", manager: "yyyyyyyyy", second_level: "--yyyyyyy", hr: "---yyyyyy" },
  },
};

/** Opened to whoever is the manager today. */
const opened = { presentManagerId: "later", opensToLater: true };
const nothing = "-".repeat(appraisalStates.length);
const letters = { wrong_state: "w", not_found: "-" };
const letter = (allowed: Allowed) => (allowed.ok ? "y" : letters[allowed.code]);

const isVerb = (name: string): name is Verb => name in table;
const verbs = Object.keys(table).filter(isVerb);
const isReader = (name: string): name is Reader => name in readers;
const everybody = Object.keys(readers).filter(isReader);

describe.each(verbs)("%s", (verb) => {
  it.each(everybody)("by %s, state by state", (reader) => {
    const answers = appraisalStates.map((state) =>
      may(readers[reader], verb, subjectIn(state, opened)),
    );
    expect(answers.map(letter).join("")).toBe(table[verb][reader] ?? nothing);
    for (const answer of answers)
      if (answer.ok) expect([answer.relation, answer.ground]).toEqual([reader, reader]);
  });
});

it.each(verbs)("%s names the relations that have a rule for it", (verb) => {
  const ruled = everybody.filter((reader) => table[verb][reader] !== undefined);
  expect([...relationsFor(verb)].sort()).toEqual(ruled.sort());
});

const acts = (verb: Verb) => !verb.endsWith(".read");

describe("whoever has the turn", () => {
  const inTurn = chain.rows.flatMap(({ state, turn }) => (turn === null ? [] : [{ state, turn }]));

  it.each(inTurn)("in $state, $turn, has a verb to act by", ({ state, turn }) => {
    const found = verbs.filter((verb) => {
      const allowed = may(readers[turn], verb, subjectIn(state));
      return acts(verb) && allowed.ok && allowed.relation === turn;
    });
    expect(found).not.toEqual([]);
  });
});

describe("who stands twice", () => {
  it("is let in by the first relation that is open now", () => {
    const line = { secondLevelId: "x", approverId: "x" };
    const asked = (state: "second_level" | "approval", verb: Verb) =>
      may(actorOf("x"), verb, subjectIn(state, line));
    expect(asked("second_level", "manager.read")).toMatchObject({
      ...{ ok: true, relation: "second_level", ground: "second_level" },
    });
    expect(asked("approval", "approval.decide")).toMatchObject({
      ...{ ok: true, relation: "approver", ground: "approver" },
    });
    expect(asked("second_level", "approval.decide")).toMatchObject({
      ...{ ok: false, code: "wrong_state" },
    });
  });

  it("names standing in as the ground", () => {
    const partner = actorOf("partner", { hrOf: ["support"] });
    const above = subjectIn("second_level", { secondLevelId: null });
    expect(may(partner, "second_level.decide", above)).toMatchObject({
      ...{ ok: true, relation: "second_level", ground: "hr_as_second_level" },
    });
    const admin = actorOf("admin", { isHrAdmin: true });
    const top = subjectIn("approval", { approverId: null });
    expect(may(admin, "approval.decide", top)).toMatchObject({
      ...{ ok: true, relation: "approver", ground: "hr_admin_as_approver" },
    });
  });

  it("and a second relation opens nothing for the employee", () => {
    const all = actorOf("employee", { isHrAdmin: true, hrOf: ["support"] });
    const line = { managerId: "employee", secondLevelId: null, approverId: null };
    for (const state of appraisalStates)
      for (const verb of verbs) {
        const alone = may(readers.self, verb, subjectIn(state));
        expect(may(all, verb, subjectIn(state, line))).toEqual(alone);
      }
  });
});

describe("the states in which a relation may do something", () => {
  it.each<readonly [Verb, Relation, readonly string[]]>([
    ["self.read", "approver", ["approval"]],
    ["self.read", "self", appraisalStates],
    ["hr.decide", "hr", ["hr_audit"]],
    ["hr.decide", "manager", []],
  ])("%s as %s", (verb, relation, states) => {
    expect(statesFor(verb, relation)).toEqual(states);
  });
});

describe("the words of an objection", () => {
  it("are the employee's and HR's to read", () => {
    const readsAs = (relation: Relation) => mayReadObjection(new Set([relation]));
    expect(relations.filter(readsAs)).toEqual(["self", "hr"]);
  });
});
