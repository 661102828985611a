import { describe, expect, it } from "vitest";
import { acquainted, relations, type Relation } from "@/lib/appraisal/standing";
import { chain } from "@/lib/appraisal/stages";
import {
  byState,
  forWhom,
  hasBegun,
  hasRoom,
  inStates,
  inWindowOf,
  meets,
  notOwn as othersOnly,
  stageSql,
  standsAs,
} from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import { actorOf } from "./support";

const me = "1b4e28ba-2fa1-8d27-883f-0016d3cca427";
const nobody = actorOf(me);
const partner = actorOf(me, { hrOf: ["support", "sales"] });
const admin = actorOf(me, { isHrAdmin: true });

function sqlOf(actor: Actor, relation: Relation): string {
  return standsAs(actor, relation).sql.replaceAll(/\s+/g, " ");
}

const notOwn =
  "a.employee_id IS DISTINCT FROM ?::uuid AND NOT EXISTS (SELECT 1 FROM declared_relation tie WHERE tie.ended_at IS NULL AND tie.confirmed_at IS NOT NULL AND (tie.person_id, tie.other_id) IN ((?::uuid, a.employee_id), (a.employee_id, ?::uuid)))";
const notScored = "a.manager_id IS DISTINCT FROM ?::uuid";
const had = (post: string) =>
  `NOT (EXISTS (SELECT 1 FROM hand_over former WHERE former.appraisal_id = a.id AND former.post = '${post}' AND former.from_id = ?::uuid AND EXISTS (SELECT 1 FROM audit_event wrote WHERE wrote.appraisal_id = a.id AND wrote.actor_id = former.from_id AND wrote.kind LIKE '${post}.%')) OR EXISTS (SELECT 1 FROM audit_event done WHERE done.appraisal_id = a.id AND done.actor_id = ?::uuid AND done.for_id IS NOT NULL AND done.kind LIKE '${post}.%'))`;
const done = (table: string, name: string, work: string) =>
  `NOT (EXISTS (SELECT 1 FROM ${table} ${name} WHERE ${name}.appraisal_id = a.id AND ${name}.by_id = ?::uuid) OR EXISTS (SELECT 1 FROM audit_event done WHERE done.appraisal_id = a.id AND done.for_id = ?::uuid AND done.kind LIKE '${work}.%'))`;
const notBefore = had("manager");
const notAudited = done("hr_verification", "heard", "hr");
const notVoted = done("approval", "vote", "approval");
const notApart =
  "NOT ((a.second_level_id IS NOT DISTINCT FROM ?::uuid OR (EXISTS (SELECT 1 FROM hand_over former WHERE former.appraisal_id = a.id AND former.post = 'second_level' AND former.from_id = ?::uuid AND EXISTS (SELECT 1 FROM audit_event wrote WHERE wrote.appraisal_id = a.id AND wrote.actor_id = former.from_id AND wrote.kind LIKE 'second_level.%')) OR EXISTS (SELECT 1 FROM audit_event done WHERE done.appraisal_id = a.id AND done.actor_id = ?::uuid AND done.for_id IS NOT NULL AND done.kind LIKE 'second_level.%'))) AND EXISTS (SELECT 1 FROM cycle ruled JOIN policy_version ruling ON ruling.id = ruled.policy_version_id WHERE ruled.id = a.cycle_id AND ruling.document->>'approverNotSecondLevel' = 'true'))";
const notReviewed = `a.second_level_id IS DISTINCT FROM ?::uuid AND ${had("second_level")}`;
const granted = "a.department_id = ANY(?::uuid[])";
const hrsTurn = "a.state IN ('hr_audit','objected')";
const noPartner = (conflicts: string) =>
  `NOT EXISTS (SELECT FROM role_grant office JOIN employee partner ON partner.id = office.employee_id WHERE office.role = 'hr_partner' AND office.revoked_at IS NULL AND partner.status = 'active' AND office.department_id IN ( WITH RECURSIVE unit (id) AS ( SELECT a.department_id UNION SELECT up.parent_id FROM department up JOIN unit ON up.id = unit.id WHERE up.parent_id IS NOT NULL ) SELECT id FROM unit) AND ${conflicts.replaceAll("?::uuid", "partner.id")})`;

describe("what Postgres is asked", () => {
  it.each<readonly [Relation, Actor, string]>([
    ["self", nobody, "(a.employee_id = ?::uuid)"],
    ["manager", nobody, `(a.manager_id = ?::uuid) AND ${notOwn}`],
    [
      "second_level",
      partner,
      `(a.second_level_id = ?::uuid OR a.second_level_id IS NULL AND ${granted} OR a.second_level_id IS NULL AND FALSE AND ${noPartner(`${notOwn} AND ${notScored} AND ${notBefore}`)}) AND ${notOwn} AND ${notScored} AND ${notBefore}`,
    ],
    [
      "second_level",
      nobody,
      `(a.second_level_id = ?::uuid OR a.second_level_id IS NULL AND FALSE OR a.second_level_id IS NULL AND FALSE AND ${noPartner(`${notOwn} AND ${notScored} AND ${notBefore}`)}) AND ${notOwn} AND ${notScored} AND ${notBefore}`,
    ],
    [
      "hr",
      partner,
      `(${granted} OR FALSE AND ${hrsTurn} AND ${noPartner(`${notOwn} AND ${notScored} AND ${notBefore} AND ${notReviewed} AND ${notVoted}`)}) AND ${notOwn} AND ${notScored} AND ${notBefore} AND ${notReviewed} AND ${notVoted}`,
    ],
    [
      "hr",
      admin,
      `(FALSE OR TRUE AND ${hrsTurn} AND ${noPartner(`${notOwn} AND ${notScored} AND ${notBefore} AND ${notReviewed} AND ${notVoted}`)}) AND ${notOwn} AND ${notScored} AND ${notBefore} AND ${notReviewed} AND ${notVoted}`,
    ],
    [
      "approver",
      admin,
      `(a.approver_id = ?::uuid OR a.approver_id IS NULL AND TRUE) AND ${notOwn} AND ${notScored} AND ${notBefore} AND ${notApart} AND ${notAudited}`,
    ],
    [
      "approver",
      nobody,
      `(a.approver_id = ?::uuid OR a.approver_id IS NULL AND FALSE) AND ${notOwn} AND ${notScored} AND ${notBefore} AND ${notApart} AND ${notAudited}`,
    ],
  ])("for %s", (relation, actor, sql) => {
    expect(sqlOf(actor, relation)).toBe(sql);
  });

  it("gives the actor and the granted departments as values, never as text", () => {
    for (const relation of relations)
      for (const value of standsAs(nobody, relation).values) expect(value).toBe(me);
    expect(standsAs(partner, "hr").values).toEqual([
      ["support", "sales"],
      ...Array<string>(11).fill(me),
    ]);
  });

  it("asks for a deputy what it asks of the one away, within what was given, and of the deputy", () => {
    const away = "7d444840-9dc0-11d1-b245-5ffdce74fad2";
    const given = { delegationId: "d", forId: away, forName: "丁", rooms: ["manager"] as const };
    const none = { employeeIds: [], hrDepartmentIds: [], above: ["boss"] };
    const deputy = { ...nobody, deputyFor: [{ ...given, ...none, departmentIds: ["group"] }] };
    const sql = sqlOf(deputy, "manager");
    expect(sql).toContain(`((a.manager_id = ?::uuid) AND ${notOwn} OR ((a.manager_id = ?::uuid)`);
    expect(sql).toContain("(a.employee_id = ANY(?::uuid[]) OR a.department_id = ANY(?::uuid[]))");
    expect(sql).toContain("a.published_at IS NULL AND NOT a.employee_id = ANY(?::uuid[])");
    expect(sqlOf(deputy, "second_level")).toBe(sqlOf(nobody, "second_level"));
    expect(forWhom(nobody, "manager").sql).toBe("NULL::text");
    expect(forWhom(deputy, "manager").values).toContain("丁");
  });

  it("asks of acquaintance without conflicts", () => {
    expect(meets(partner, acquainted).sql).toBe(
      `(${granted} OR a.employee_id = ?::uuid OR a.manager_id = ?::uuid OR a.second_level_id = ?::uuid OR a.approver_id = ?::uuid)`,
    );
  });

  it("strikes out what is no post by its negation", () => {
    const vacant = { kind: "vacant", post: "managerId" } as const;
    const conditions = { grounds: [[vacant]], conflicts: [vacant] };
    expect(meets(nobody, conditions).sql).toBe(
      "(a.manager_id IS NULL) AND NOT a.manager_id IS NULL",
    );
  });

  it("asks for a room ground by ground, without conflicts, of exempt people only where the post is held", () => {
    const roomOf = (actor: Actor, relation: "manager" | "approver", cycleId?: Prisma.Sql) =>
      hasRoom(actor, relation, cycleId).sql.replaceAll(/\s+/g, " ").replaceAll(" )", ")");
    const sheet = "EXISTS (SELECT FROM appraisal a WHERE";
    const exempt = "EXISTS (SELECT FROM participant p WHERE p.exempt_reason IS NOT NULL AND";
    expect(roomOf(nobody, "manager")).toBe(
      `(${sheet} (a.manager_id = ?::uuid)) OR ${exempt} (p.manager_id = ?::uuid)))`,
    );
    expect(roomOf(admin, "approver")).toBe(
      `(${sheet} (a.approver_id = ?::uuid)) OR ${exempt} (p.approver_id = ?::uuid)) OR ${sheet} (a.approver_id IS NULL AND TRUE)))`,
    );
    const inCycle = roomOf(nobody, "manager", Prisma.sql`c.id`);
    expect(inCycle).toContain("(a.manager_id = ?::uuid) AND a.cycle_id = c.id");
    expect(inCycle).toContain("(p.manager_id = ?::uuid) AND p.cycle_id = c.id");
  });
});

describe("what Postgres is asked of the chain", () => {
  it("everybody's sheets but the actor's", () => {
    const asked = othersOnly({ employeeId: me });
    expect([asked.sql, asked.values]).toEqual(["a.employee_id <> ?::uuid", [me]]);
  });

  it("states and stages as words, never as values", () => {
    expect(inStates(["hr_audit", "approval"])).toMatchObject({
      sql: "a.state IN ('hr_audit','approval')",
      values: [],
    });
    expect(inWindowOf("published")).toMatchObject({ sql: "w.stage = 'result'", values: [] });
  });

  it("whether a cycle has begun at an instant", () => {
    const now = new Date("2026-11-30T06:00:00Z");
    const { sql, values } = hasBegun(now);
    expect(sql).toBe(
      "EXISTS (SELECT FROM stage_window begun WHERE begun.cycle_id = c.id AND begun.opens_at <= ?::timestamptz)",
    );
    expect(values).toEqual([now]);
  });

  it("an answer for every state", () => {
    const two = chain.rows.filter(({ state }) => state === "interview" || state === "published");
    expect(byState(two, ({ back }) => Prisma.sql`${back}`)).toMatchObject({
      sql: "CASE a.state WHEN 'interview' THEN ? WHEN 'published' THEN ? END",
      values: [null, null],
    });
    for (const { state, stage } of chain.rows)
      expect(stageSql.sql).toContain(`WHEN '${state}' THEN '${stage}'`);
  });
});
