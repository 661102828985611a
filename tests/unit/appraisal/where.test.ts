import { describe, expect, it } from "vitest";
import { acquainted, inCharge, relations, type Relation } from "@/lib/appraisal/standing";
import { hasRoom, meets, standsAs } from "@/lib/appraisal/where";
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

const notOwn = "a.employee_id IS DISTINCT FROM ?::uuid";
const notScored = "p.manager_id IS DISTINCT FROM ?::uuid";
const notAudited =
  "NOT EXISTS (SELECT 1 FROM hr_verification heard WHERE heard.appraisal_id = a.id AND heard.by_id = ?::uuid)";
const notVoted =
  "NOT EXISTS (SELECT 1 FROM approval vote WHERE vote.appraisal_id = a.id AND vote.by_id = ?::uuid)";
const granted = "p.department_id = ANY(?::uuid[])";

describe("what Postgres is asked", () => {
  it.each<readonly [Relation, Actor, string]>([
    ["self", nobody, "(a.employee_id = ?::uuid)"],
    ["manager", nobody, `(p.manager_id = ?::uuid) AND ${notOwn}`],
    [
      "second_level",
      partner,
      `(p.second_level_id = ?::uuid OR p.second_level_id IS NULL AND ${granted}) AND ${notOwn} AND ${notScored}`,
    ],
    [
      "second_level",
      nobody,
      `(p.second_level_id = ?::uuid OR p.second_level_id IS NULL AND FALSE) AND ${notOwn} AND ${notScored}`,
    ],
    ["hr", partner, `(${granted}) AND ${notOwn} AND ${notScored} AND ${notVoted}`],
    ["hr", admin, `(FALSE) AND ${notOwn} AND ${notScored} AND ${notVoted}`],
    [
      "approver",
      admin,
      `(p.approver_id = ?::uuid OR p.approver_id IS NULL AND TRUE) AND ${notOwn} AND ${notScored} AND ${notAudited}`,
    ],
    [
      "approver",
      nobody,
      `(p.approver_id = ?::uuid OR p.approver_id IS NULL AND FALSE) AND ${notOwn} AND ${notScored} AND ${notAudited}`,
    ],
  ])("for %s", (relation, actor, sql) => {
    expect(sqlOf(actor, relation)).toBe(sql);
  });

  it("gives the actor and the granted departments as values, never as text", () => {
    for (const relation of relations)
      for (const value of standsAs(nobody, relation).values) expect(value).toBe(me);
    expect(standsAs(partner, "hr").values).toEqual([["support", "sales"], me, me, me]);
  });

  it("asks of acquaintance without conflicts", () => {
    expect(meets(partner, acquainted).sql).toBe(
      `(${granted} OR a.employee_id = ?::uuid OR p.manager_id = ?::uuid OR p.second_level_id = ?::uuid OR p.approver_id = ?::uuid)`,
    );
  });

  it("counts granted departments without conflicts", () => {
    expect(meets(partner, inCharge).sql).toBe(`(${granted})`);
  });

  it("strikes out what is no post by its negation", () => {
    const vacant = { kind: "vacant", post: "managerId" } as const;
    const conditions = { grounds: [[vacant]], conflicts: [vacant] };
    expect(meets(nobody, conditions).sql).toBe(
      "(p.manager_id IS NULL) AND NOT p.manager_id IS NULL",
    );
  });

  it("asks for a room ground by ground, without conflicts, of exempt people only where the post is held", () => {
    const roomOf = (actor: Actor, relation: "manager" | "approver", among?: Prisma.Sql) =>
      hasRoom(actor, relation, among).sql.replaceAll(/\s+/g, " ").replaceAll(" )", ")");
    const anybody = "EXISTS (SELECT FROM participant p WHERE TRUE AND";
    expect(roomOf(nobody, "manager")).toBe(`(${anybody} (p.manager_id = ?::uuid)))`);
    expect(roomOf(admin, "approver")).toBe(
      `(${anybody} (p.approver_id = ?::uuid)) OR ${anybody} (p.approver_id IS NULL AND TRUE) AND p.exempt_reason IS NULL))`,
    );
    expect(roomOf(nobody, "manager", Prisma.sql`p.cycle_id = c.id`)).toContain(
      "WHERE p.cycle_id = c.id AND (p.manager_id",
    );
  });
});
