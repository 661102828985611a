import { describe, expect, it } from "vitest";
import {
  forWhom,
  hasRoom,
  partnersOfSheet,
  standsBy,
  askingOf,
  stillIn,
  waitsIn,
  wasReturned,
  windowsOfSheet,
  withWindow,
} from "@/lib/appraisal/where";
import { deputyRooms, type Deputyship } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import { actorOf } from "./support";

// What the statements of lists share beside who stands how: word for word, because only a database could tell otherwise.

const flat = ({ sql }: Prisma.Sql) => sql.replaceAll(/\s+/g, " ").trim();
const holding =
  "coalesce(own.opens_at, given.opens_at) AS opens_at, greatest(given.closes_at, own.closes_at) AS closes_at";
const of = (sheet: string, stage: string) =>
  `LEFT JOIN stage_window given ON given.cycle_id = ${sheet}.cycle_id AND given.stage::text = ${stage} LEFT JOIN own_window own ON own.appraisal_id = ${sheet}.id AND own.stage = given.stage CROSS JOIN LATERAL (SELECT ${holding}) w`;

describe("what Postgres is asked of a sheet's windows", () => {
  it("at one stage, of the sheet or of a row that stands for it", () => {
    expect(flat(withWindow("hr_audit"))).toBe(of("a", "'hr_audit'"));
    expect(flat(withWindow("published", "q"))).toBe(of("q", "'result'"));
  });

  it("at the stage where it stands", () => {
    expect(flat(withWindow("now"))).toMatch(
      /given\.stage::text = CASE a\.state WHEN .* END LEFT JOIN/,
    );
  });

  it("at all", () => {
    expect(flat(windowsOfSheet)).toBe(
      "( SELECT coalesce(json_agg(json_build_object('stage', given.stage, 'opensAt', coalesce(own.opens_at, given.opens_at), 'closesAt', greatest(given.closes_at, own.closes_at))), '[]') FROM stage_window given LEFT JOIN own_window own ON own.appraisal_id = a.id AND own.stage = given.stage WHERE given.cycle_id = a.cycle_id)",
    );
  });
});

describe("what Postgres is asked of where a sheet is", () => {
  it("whether it waits, is in the cycle, and came back", () => {
    expect(flat(stillIn)).toBe("a.ended_at IS NULL");
    expect(flat(waitsIn(["approval"]))).toBe("(a.state IN ('approval') AND a.ended_at IS NULL)");
    expect(flat(wasReturned)).toBe(
      "(a.returned_from IS NOT NULL OR a.round > 1 OR EXISTS (SELECT FROM return_note given WHERE given.appraisal_id = a.id))",
    );
  });

  it("who the partners of its department are", () => {
    expect(flat(partnersOfSheet)).toMatch(
      /^ARRAY\(SELECT DISTINCT partner\.id FROM role_grant office JOIN employee partner .* SELECT a\.department_id UNION/,
    );
  });
});

describe("what Postgres is asked for a deputy", () => {
  const me = "1b4e28ba-2fa1-8d27-883f-0016d3cca427";
  const away = "7d444840-9dc0-11d1-b245-5ffdce74fad2";
  const whole: Deputyship = {
    ...{ delegationId: "d", forId: away, forName: "丁", rooms: deputyRooms },
    ...{ employeeIds: [], departmentIds: [], hrDepartmentIds: [], above: ["boss"] },
  };
  const deputy = (more: Partial<Deputyship> = {}) => ({
    ...actorOf(me),
    deputyFor: [{ ...whole, ...more }],
  });

  it("nothing of a scope where all is given, and the people where some are", () => {
    const { sql, values } = forWhom(deputy(), "manager");
    expect(sql).not.toContain("a.department_id = ANY");
    expect(sql).not.toMatch(/AND \? AND/);
    expect(values).toContainEqual(["boss"]);
    const some = forWhom(deputy({ employeeIds: ["one"] }), "manager");
    expect(some.sql).toContain("a.employee_id = ANY(");
    expect(some.values).toContainEqual(["one"]);
  });

  it("own conflicts of whoever stands in", () => {
    const { sql, values } = forWhom(deputy(), "manager");
    expect(sql).toContain("a.second_level_id IS DISTINCT FROM ?::uuid");
    expect(values.filter((value) => value === me).length).toBeGreaterThan(1);
  });

  it("the name by the one away, where it is not by themselves", () => {
    const two = { ...actorOf(me), deputyFor: [whole, { ...whole, forName: "戊" }] };
    expect(flat(forWhom(two, "manager"))).toMatch(
      /^CASE WHEN .* THEN NULL WHEN .* THEN \?::text WHEN .* THEN \?::text END$/,
    );
  });

  it("for a room of anybody, and of one cycle", () => {
    const any = flat(hasRoom(deputy(), "manager"));
    expect(any).toMatch(
      / OR EXISTS \(SELECT FROM appraisal a WHERE \(\(a\.manager_id = \?::uuid\)/,
    );
    expect(any).not.toContain("a.cycle_id =");
    const one = hasRoom(deputy(), "manager", Prisma.sql`c.id`);
    expect(flat(one).match(/AND a\.cycle_id = c\.id/g)).toHaveLength(2);
    expect(hasRoom(actorOf(me), "manager").values).not.toContain(away);
  });

  it("nothing of whoever is only just being read", () => {
    const own = standsBy(askingOf(actorOf(me)), "manager");
    expect(flat(own)).toMatch(/^\(a\.manager_id = \?::uuid\) AND a\.employee_id IS DISTINCT FROM/);
  });

  it("of an office that stands in for partners, nobody exempt", () => {
    const admin = actorOf(me, { isHrAdmin: true });
    expect(flat(hasRoom(admin, "hr")).match(/FROM participant p/g)).toHaveLength(1);
  });
});
