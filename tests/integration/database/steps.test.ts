import { beforeAll, describe, expect, it } from "vitest";
import { chain } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import { database } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { cycleUnder } from "../../support/cycles";
import { threes } from "../../support/manager-scoring";
import { behindTriggers } from "../../support/review";
import { newManager, seal } from "../sample/support";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

/** What a transaction is asked when it ends, asked a moment earlier: at the end itself Prisma keeps Postgres's words back. */
const within = (work: (tx: Tx) => Promise<unknown>) =>
  database().$transaction(async (tx) => {
    await work(tx);
    await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  });

const move = (tx: Tx, id: string, to: AppraisalState) => tx.$executeRaw`
  UPDATE appraisal SET state = ${to}::"AppraisalState", version = version + 1, state_since = '2026-11-21T03:00:00Z'
  WHERE id = ${id}::uuid`;

const steps: readonly (readonly [AppraisalState, AppraisalState])[] = [
  ["self_review", "manager_scoring"],
  ["self_review", "published"],
  ["manager_scoring", "second_level"],
  ["manager_scoring", "self_review"],
  ["second_level", "hr_audit"],
  ["second_level", "manager_scoring"],
  ["hr_audit", "manager_scoring"],
  ["approval", "manager_scoring"],
  ["interview", "published"],
  ["interview", "self_review"],
  ["published", "acknowledged"],
  ["acknowledged", "objected"],
  ["published", "interview"],
];

describe("a step without its record is refused", () => {
  it.each(steps)("from %s to %s", async (from, to) => {
    const { id } = await appraisalIn(company, from);
    await expect(within((tx) => move(tx, id, to))).rejects.toThrow(
      `no record of the step from ${from} to ${to}`,
    );
  });

  it("is let be with it, whichever is written first", async () => {
    const { id } = await appraisalIn(company, "hr_audit");
    await within(async (tx) => {
      await move(tx, id, "manager_scoring");
      await tx.$executeRaw`
        INSERT INTO return_note (id, appraisal_id, from_state, to_state, reason, by_id, at)
        VALUES (gen_random_uuid(), ${id}::uuid, 'hr_audit', 'manager_scoring', '太单薄', ${company.ids.hrPartner}::uuid,
          '2026-11-21T03:00:00Z')`;
    });
    const row = await database().appraisal.findUniqueOrThrow({ where: { id } });
    expect(row.state).toBe("manager_scoring");
  });
});

describe("HR's audit is left", () => {
  it("only with every score confirmed that HR must verify", async () => {
    const { id } = await appraisalIn(company, "hr_audit", { manager: { integrity: 2 } });
    await expect(within((tx) => move(tx, id, "interview"))).rejects.toThrow(
      "a score HR must verify is not confirmed",
    );
  });
});

describe("a score that may be drawn", () => {
  const threesOf = async () => {
    const { framework, policy } = company.ruleset;
    const sealed = await cycleUnder(company, framework, policy);
    await seal(sealed);
    const managerId = await newManager(company);
    const given = { manager: threes, line: { managerId } };
    const hit = await appraisalIn(sealed, "hr_audit", given);
    const spared = await appraisalIn(sealed, "hr_audit", given);
    return { hit: hit.id, spared: spared.id, cycleId: sealed.cycleId, managerId };
  };
  const leave = (id: string) => within((tx) => move(tx, id, "interview"));

  it("keeps its sheet in the audit until it was drawn, and, drawn, until HR has confirmed it", async () => {
    const { hit, spared, cycleId, managerId } = await threesOf();
    for (const id of [hit, spared])
      await expect(leave(id)).rejects.toThrow("a score waits for its draw");
    await within(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRaw`
        INSERT INTO sample_draw (id, cycle_id, manager_id, percent, at)
        VALUES (gen_random_uuid(), ${cycleId}::uuid, ${managerId}::uuid, 1, now())`;
      await tx.$executeRaw`
        INSERT INTO sample_item (appraisal_id, value_key, draw_id, half_points, drawn)
        SELECT s.appraisal_id, v.key, d.id, s.half_points, s.appraisal_id = ${hit}::uuid AND v.key = 'integrity'
        FROM value_score s JOIN value v ON v.id = s.value_id, sample_draw d
        WHERE s.may_sample AND s.appraisal_id IN (${hit}::uuid, ${spared}::uuid) AND d.manager_id = ${managerId}::uuid`;
    });
    await expect(leave(hit)).rejects.toThrow("a score the draw has HR look at is not confirmed");
    await leave(spared);
    await within(async (tx) => {
      await tx.$executeRaw`
        INSERT INTO hr_verification (id, appraisal_id, round, value_key, half_points, verdict, comment, by_id, at)
        SELECT gen_random_uuid(), a.id, a.round, 'integrity', s.half_points, 'confirmed', '', ${company.ids.hrPartner}::uuid, now()
        FROM appraisal a JOIN value_score s ON s.appraisal_id = a.id AND s.side = 'manager' JOIN value v ON v.id = s.value_id
        WHERE a.id = ${hit}::uuid AND v.key = 'integrity'`;
    });
    await leave(hit);
    const where = { id: { in: [hit, spared] }, state: "interview" as const };
    expect(await database().appraisal.count({ where })).toBe(2);
  });
});

it("the database knows the places of the states and their ways on as the chain has them, whatever the order of their words", async () => {
  const rows = await database().$queryRaw<{ state: string; place: number; ways: string[] }[]>`
    SELECT state::text, place_in_chain(state) AS place, ways_on(state)::text[] AS ways
    FROM unnest(enum_range(NULL::"AppraisalState")) AS state ORDER BY place`;
  expect(rows).toEqual(
    chain.rows.map(({ state, next }, index) => ({ state, place: index + 1, ways: [...next] })),
  );
});

describe("a 5 is final", () => {
  const approve = (tx: Tx, id: string, by: Person | "self", employeeId: string) => {
    const byId = by === "self" ? employeeId : company.ids[by];
    return tx.$executeRaw`
      INSERT INTO approval (id, appraisal_id, round, value_key, half_points, verdict, reason, by_id, at)
      SELECT gen_random_uuid(), a.id, a.round, v.key, s.half_points, 'approved', '可以推广', ${byId}::uuid, now()
      FROM appraisal a JOIN value_score s ON s.appraisal_id = a.id AND s.side = 'manager' AND s.needs_approval
        JOIN value v ON v.id = s.value_id WHERE a.id = ${id}::uuid`;
  };
  const alone = "a score at the top is not approved by somebody else";

  it("never without an approval, also when its row no longer asks for one", async () => {
    const { id } = await appraisalIn(company, "approval");
    await expect(within((tx) => move(tx, id, "interview"))).rejects.toThrow(alone);
    await behindTriggers(async (tx) => {
      await tx.$executeRaw`UPDATE value_score SET needs_approval = false WHERE appraisal_id = ${id}::uuid`;
    });
    await expect(within((tx) => move(tx, id, "interview"))).rejects.toThrow(alone);
  });

  it.each(["manager", "hrPartner", "self"] as const)("not by %s", async (by) => {
    const { id, employeeId } = await appraisalIn(company, "approval");
    const given = within(async (tx) => {
      await approve(tx, id, by, employeeId);
      await move(tx, id, "interview");
    });
    await expect(given).rejects.toThrow("approval by somebody without the office for it");
  });

  it("by the head", async () => {
    const { id, employeeId } = await appraisalIn(company, "approval");
    await within(async (tx) => {
      await approve(tx, id, "divisionHead", employeeId);
      await move(tx, id, "interview");
    });
    expect(await database().appraisal.count({ where: { id, state: "interview" } })).toBe(1);
  });
});
