import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { threes } from "../../support/manager-scoring";
import { newManager, seal } from "../sample/support";
import { cycleUnder } from "../../support/cycles";

/** In one transaction, in the role of the application, with what is asked at its end asked a moment earlier. */
const together = (...statements: readonly string[]) =>
  database().$transaction(async (tx) => {
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
    await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  });

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

describe("without a record", () => {
  it.each(["year = 2031", "quarter = 1", "opened_at = now()", "opened_by_id = closed_by_id"])(
    "no cycle takes %s",
    async (set) => {
      const change = together(`UPDATE cycle SET ${set} WHERE id = '${company.cycleId}'`);
      await expect(change).rejects.toThrow("keeps its quarter");
    },
  );

  it("no window moves, goes or is given", async () => {
    const { id } = await appraisalIn(company, "self_review");
    const where = `WHERE cycle_id = '${company.cycleId}'`;
    await expect(
      together(`UPDATE stage_window SET closes_at = closes_at + interval '1 day' ${where}`),
    ).rejects.toThrow("moves with a record");
    await expect(together(`DELETE FROM stage_window ${where}`)).rejects.toThrow("append-only");
    const own = `INSERT INTO own_window (appraisal_id, stage, opens_at, closes_at)
      VALUES ('${id}', 'self_review', '2026-11-01', '2026-12-31')`;
    await expect(together(own)).rejects.toThrow("given with a record");
    await together(
      own,
      `INSERT INTO cycle_change (id, cycle_id, kind, employee_id, reason, by_id, at)
        SELECT gen_random_uuid(), cycle_id, 'extended', employee_id, 'x', '${company.ids.hrAdmin}', now()
        FROM appraisal WHERE id = '${id}'`,
    );
  });

  it("no participant moves", async () => {
    const { id } = await appraisalIn(company, "self_review");
    const move = `UPDATE participant SET manager_id = '${company.ids.otherManager}'
      WHERE id = (SELECT participant_id FROM appraisal WHERE id = '${id}')`;
    await expect(together(move)).rejects.toThrow("where a participant stood stays");
  });

  it("nobody is taken out whose result is published", async () => {
    const { id } = await appraisalIn(company, "published");
    const out = (kind: string) => [
      `INSERT INTO cycle_change (id, cycle_id, kind, employee_id, reason, by_id, at)
        SELECT gen_random_uuid(), cycle_id, '${kind}', employee_id, 'x', '${company.ids.hrAdmin}', now()
        FROM appraisal WHERE id = '${id}'`,
      `UPDATE appraisal SET ended_at = now(), version = version + 1 WHERE id = '${id}'`,
    ];
    await expect(together(...out("exempted"))).rejects.toThrow("nobody is taken out");
    await together(...out("left"));
  });

  it("no plan begins done, no line is invented and nobody reports to themselves by others", async () => {
    const { ids, departments } = company;
    const plan = `INSERT INTO planned_line (id, employee_id, day, from_manager_id, from_department_id, manager_id,
        department_id, by_id, at, done_at)
      VALUES (gen_random_uuid(), '${ids.employee}', '2026-12-20', '${ids.manager}', '${departments.group}', '${ids.otherManager}',
        '${departments.group}', '${ids.hrAdmin}', now(), now())`;
    await expect(together(plan)).rejects.toThrow("a plan begins open");
    const line = `INSERT INTO reporting_line (employee_id, manager_id, department_id, since)
      VALUES ('${ids.employee}', '${ids.otherManager}', '${departments.group}', '2020-01-01')`;
    await expect(together(line)).rejects.toThrow("kept with its employee");
    const circle = `UPDATE employee SET manager_id = '${ids.employee}' WHERE id = '${ids.secondLevel}'`;
    await expect(together(circle)).rejects.toThrow("reports to themselves");
  });
});

describe("a draw", () => {
  it("is of all that waits, at the policy's rate, and follows from the sealed seed", async () => {
    const { framework, policy } = company.ruleset;
    const own = await cycleUnder(company, framework, policy);
    await seal(own);
    const managerId = await newManager(company);
    const given = { manager: threes, line: { managerId } };
    const sheet = await appraisalIn(own, "hr_audit", given);
    await appraisalIn(own, "hr_audit", given);
    const waiting = `FROM appraisal a JOIN value_score s ON s.appraisal_id = a.id AND s.side = 'manager' AND s.may_sample
      JOIN value v ON v.id = s.value_id WHERE a.cycle_id = '${own.cycleId}'`;
    const draw = (percent: number, chosen: string, some = "", by = managerId) => {
      const id = randomUUID();
      return [
        `INSERT INTO sample_draw (id, cycle_id, manager_id, percent, at)
          VALUES ('${id}', '${own.cycleId}', '${by}', ${String(percent)}, now())`,
        `INSERT INTO sample_item (appraisal_id, value_key, draw_id, half_points, drawn)
          SELECT a.id, v.key, '${id}', s.half_points, row_number() OVER (ORDER BY ${chosen}) <=
            ceil(count(*) OVER () * ${String(percent)} / 100.0) ${waiting} ${some}`,
      ];
    };
    const { seed, lotKey } = await database().sampleSeed.findUniqueOrThrow({
      where: { cycleId: own.cycleId },
    });
    const hmac = (key: string, said: string) =>
      `encode(sha256(hmac_pad(decode('${key}', 'hex'), 92) || sha256(hmac_pad(decode('${key}', 'hex'), 54) || convert_to(${said}, 'UTF8'))), 'hex')`;
    const sealed = `${hmac(seed, hmac(lotKey ?? "", "a.id || '/' || v.key"))} COLLATE "C"`;
    await expect(together(...draw(1, sealed))).rejects.toThrow("at the rate of the policy");
    await expect(together(...draw(20, `${sealed} DESC`))).rejects.toThrow("from the sealed seed");
    const all = "of all scores of a manager that wait";
    const one = `AND a.id = '${sheet.id}'`;
    await expect(together(...draw(20, sealed, one))).rejects.toThrow(all);
    await expect(together(...draw(20, sealed, "", company.ids.manager))).rejects.toThrow(all);
    await together(...draw(20, sealed));
  });
});
