import { beforeAll, expect, test } from "vitest";
import { may, type Verb } from "@/lib/appraisal/permissions";
import { turnOf } from "@/lib/appraisal/stages";
import { standingOf } from "@/lib/appraisal/standing";
import { readSubject, type LoadedSubject } from "@/lib/appraisal/store";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import { readTops } from "@/lib/approval/queries";
import { approvalFilterSchema } from "@/lib/approval/schema";
import { database } from "@/lib/db/client";
import { readHome } from "@/lib/home/queries";
import type { HomeTask } from "@/lib/home/types";
import { readQueue } from "@/lib/hr-audit/queries/queue";
import { readStuck } from "@/lib/hr-audit/queries/stuck";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import { readTeam } from "@/lib/manager-scoring/queries";
import { teamFilterSchema } from "@/lib/manager-scoring/schema";
import { readReviewPage } from "@/lib/second-level/queries";
import { reviewFilterSchema } from "@/lib/second-level/schema";
import { appraisalIn, type PlaceOptions } from "../../support/appraisal";
import { buildCompany, day, people, type TestCompany } from "../../support/company";

/** Lines in which somebody stands twice, a post is empty, or HR and the line are the same people. */
function lines({ ids, departments }: TestCompany): readonly NonNullable<PlaceOptions["line"]>[] {
  return [
    {},
    { secondLevelId: null },
    { approverId: null },
    { secondLevelId: null, approverId: null },
    { managerId: ids.hrPartner, secondLevelId: ids.hrAdmin },
    { managerId: ids.hrPartner, secondLevelId: null },
    { managerId: ids.hrAdmin, approverId: null },
    { secondLevelId: ids.hrPartner, approverId: ids.secondLevel },
    { approverId: ids.hrPartner },
    { departmentId: departments.otherDivision, secondLevelId: null },
    { departmentId: departments.otherDivision, managerId: ids.otherHrPartner },
  ];
}

const states: readonly AppraisalState[] = [
  ...(["manager_scoring", "second_level", "hr_audit", "approval"] as const),
  ...(["interview", "objected"] as const),
];

let company: TestCompany;
let actors: readonly Actor[];
let subjects: readonly LoadedSubject[];
const employees: Actor[] = [];
beforeAll(async () => {
  company = await buildCompany();
  const found: LoadedSubject[] = [];
  for (const line of lines(company))
    for (const state of states) {
      const { id, employee } = await appraisalIn(company, state, { line });
      const subject = await readSubject(database(), id);
      if (subject !== null) found.push(subject);
      employees.push(employee);
    }
  subjects = found;
  actors = [...people.map((person) => company.actor(person)), ...employees.slice(0, 3)];
}, 120_000);

const idsOf = (some: Iterable<{ readonly appraisalId: string }>) =>
  [...new Set([...some].map(({ appraisalId }) => appraisalId))].sort();
const those = (wanted: (subject: LoadedSubject) => boolean) => idsOf(subjects.filter(wanted));
const allowed = (actor: Actor, verb: Verb) => those((subject) => may(actor, verb, subject).ok);

test("second level: whoever may decide is listed, and nobody else", async () => {
  for (const actor of actors) {
    const { groups, waiting } = await readReviewPage(
      actor,
      reviewFilterSchema.parse({}),
      company.now,
    );
    const expected = allowed(actor, "second_level.decide");
    expect(idsOf(groups.flatMap(({ rows }) => rows))).toEqual(expected);
    expect(waiting).toBe(expected.length);
  }
});

test("HR audit: the queue and what does not move", async () => {
  const later = new Date(company.now.getTime() + 90 * day);
  for (const actor of actors) {
    const queue = await readQueue(actor, auditFilterSchema.parse({}), company.now);
    const expected = allowed(actor, "hr.decide");
    expect(idsOf(queue.rows)).toEqual(expected);
    const { total } = await readStuck(actor, auditFilterSchema.parse({}), later);
    expect(total).toBe(those((subject) => standingOf(actor, subject).has("hr")).length);
  }
});

test("what does not move is with whoever's turn it is, HR's own left unnamed", async () => {
  const now = new Date(company.now.getTime() + 90 * day);
  const actor = company.actor("hrPartner");
  const names = new Map(
    [...people.map((person) => company.actor(person)), ...employees].map((one) => [
      one.employeeId,
      one.name,
    ]),
  );
  const expected = subjects
    .filter((subject) => standingOf(actor, subject).has("hr"))
    .map((subject) => {
      const turn = turnOf(subject);
      const asked = turn?.relation === "hr" ? null : (turn?.personId ?? null);
      return [subject.appraisalId, asked === null ? null : names.get(asked)];
    });
  const found: (readonly [string, string | null])[] = [];
  for (let stuck: string | undefined; ;) {
    const page = await readStuck(actor, { ...auditFilterSchema.parse({}), stuck }, now);
    found.push(...page.rows.map((row) => [row.appraisalId, row.holder] as const));
    if (page.next === null) break;
    stuck = page.next;
  }
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
});

test("approvals", async () => {
  for (const actor of actors) {
    const { rows } = await readTops(actor, approvalFilterSchema.parse({}), company.now);
    expect(idsOf(rows)).toEqual(allowed(actor, "approval.decide"));
  }
});

test("the team", async () => {
  for (const actor of actors) {
    const team = await readTeam(actor, teamFilterSchema.parse({}), company.now);
    const expected = those((subject) => standingOf(actor, subject).has("manager"));
    expect(idsOf(team?.members ?? [])).toEqual(expected);
    expect(team?.total ?? 0).toBe(expected.length);
  }
});

test("home counts what the lists show", async () => {
  const verbs: readonly (readonly [HomeTask["kind"], Verb])[] = [
    ["manager_scoring", "manager.write"],
    ["second_level", "second_level.decide"],
    ["hr_audit", "hr.decide"],
    ["approval", "approval.decide"],
    ["interview", "interview.write"],
  ];
  for (const actor of actors) {
    const { tasks } = await readHome(actor, company.now);
    for (const [kind, verb] of verbs) {
      const shown = tasks.find((task) => task.kind === kind)?.count ?? 0;
      expect([kind, shown]).toEqual([kind, allowed(actor, verb).length]);
    }
  }
});
