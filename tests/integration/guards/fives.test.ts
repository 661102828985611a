import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, test } from "vitest";
import type { AppraisalState } from "@/lib/appraisal/types";
import { database } from "@/lib/db/client";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { behindTriggers } from "../../support/review";
import { buildCompany, type Person, type TestCompany } from "../../support/company";

/** In the role of the application, and in words any program could send. */
const run = (sql: string) => database().$executeRawUnsafe(sql);

/** Taken for given, whatever the database would say of it. */
const given = (sql: string) => behindTriggers((tx) => tx.$executeRawUnsafe(sql));

const together = (...statements: readonly string[]) =>
  database().$transaction(async (tx) => {
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
    await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  });

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const elsewhere = "is written where its work is done";
const outside = "by somebody without the office for it";
const five = "customer-first";

type Insert = (sheet: TestAppraisal, by: Person, id?: string) => string;
const view: Insert = ({ id }, by) => `INSERT INTO beneficiary_view
  (id, appraisal_id, value_key, asked, asked_on, way, said, by_id, at)
  VALUES (gen_random_uuid(), '${id}', '${five}', 'x', '2026-11-01', 'phone', 'x', '${company.ids[by]}', now())`;
const link: Insert = (sheet, by, id = randomUUID()) => `INSERT INTO beneficiary_link
  (id, token_hash, appraisal_id, value_key, question, by_id, at, expires_at)
  VALUES ('${id}', '${id}', '${sheet.id}', '${five}', 'x', '${company.ids[by]}', now(), now() + interval '7 days')`;
const former: Insert = ({ id }, by) => `INSERT INTO former_result
  (appraisal_id, edition, from_state, to_state, self_number, manager_number, by_id, at)
  SELECT id, edition, state, 'manager_scoring', 1, 1, '${company.ids[by]}', now() FROM appraisal WHERE id = '${id}'`;

describe("what those who benefited say, and the links that ask them", () => {
  const places: readonly AppraisalState[] = ["hr_audit", "approval"];
  const others: readonly AppraisalState[] = [
    ...(["manager_scoring", "second_level", "interview", "published", "acknowledged"] as const),
  ];
  test.each(places)("come in %s, from HR of the department and nobody else", async (state) => {
    const sheet = await appraisalIn(company, state, { unheard: true });
    for (const insert of [view, link]) {
      for (const by of [
        "manager",
        "secondLevel",
        "divisionHead",
        "otherHrPartner",
        "hrAdmin",
      ] as const)
        await expect(run(insert(sheet, by)), by).rejects.toThrow(outside);
      expect(await run(insert(sheet, "hrPartner"))).toBe(1);
    }
  });

  test.each(others)("do not come in %s", async (state) => {
    const sheet = await appraisalIn(company, state);
    for (const insert of [view, link])
      await expect(run(insert(sheet, "hrPartner"))).rejects.toThrow(elsewhere);
  });

  it("stay as they are once the sheet went on: an open link is neither used nor revoked", async () => {
    const sheet = await appraisalIn(company, "hr_audit", { unheard: true });
    const id = randomUUID();
    await run(link(sheet, "hrPartner", id));
    const to = (state: AppraisalState) => `UPDATE appraisal SET state = '${state}',
      version = version + 1, state_since = '2026-11-21T03:00Z' WHERE id = '${sheet.id}'`;
    await together(
      `INSERT INTO return_note (id, appraisal_id, from_state, to_state, reason, by_id, at)
        VALUES (gen_random_uuid(), '${sheet.id}', 'hr_audit', 'manager_scoring', 'x', '${company.ids.hrPartner}', '2026-11-21T03:00Z')`,
      to("manager_scoring"),
    );
    for (const set of ["revoked_at", "used_at"])
      await expect(
        run(`UPDATE beneficiary_link SET ${set} = now() WHERE id = '${id}'`),
      ).rejects.toThrow(elsewhere);
  });
});

describe("a former result", () => {
  it.each<AppraisalState>(["hr_audit", "interview"])(
    "is not kept of what is in %s",
    async (state) => {
      const sheet = await appraisalIn(company, state);
      await expect(run(former(sheet, "hrPartner"))).rejects.toThrow(elsewhere);
    },
  );

  it("is kept by HR of the department, as the edition it is, with a reopening", async () => {
    const sheet = await appraisalIn(company, "published");
    for (const by of ["manager", "secondLevel", "hrAdmin", "otherHrPartner"] as const)
      await expect(run(former(sheet, by)), by).rejects.toThrow(outside);
    const other = former(sheet, "hrPartner").replace("SELECT id, edition,", "SELECT id, 7,");
    await expect(run(other)).rejects.toThrow("is of the edition the sheet is at");
    await expect(together(former(sheet, "hrPartner"))).rejects.toThrow("that was reopened");
  });
});

describe("an office", () => {
  it("of an administrator has no deputy", async () => {
    const sheet = await appraisalIn(company, "approval", { line: { approverId: null } });
    const [forId, deputyId] = [company.ids.hrAdmin, company.ids.otherManager];
    await given(`INSERT INTO delegation (id, for_id, deputy_id, rooms, department_ids, employee_ids, starts_at, ends_at, by_id, at)
      VALUES (gen_random_uuid(), '${forId}', '${deputyId}', '{approver}', '{}', '{}',
        '2026-11-01', '2026-11-10', '${forId}', '2026-11-01')`);
    await expect(
      run(`INSERT INTO approval (id, appraisal_id, round, value_key, half_points, verdict, by_id, at)
        VALUES (gen_random_uuid(), '${sheet.id}', 1, '${five}', 10, 'approved', '${deputyId}', '2026-11-05')`),
    ).rejects.toThrow(outside);
  });
});

describe("a score the policy asks HR about", () => {
  it.each([
    ["integrity", 6, false],
    ["integrity", 2, true],
    ["teamwork", 8, true],
    ["passion", 10, true],
  ])("is not passed by for a reason left out of its row: %s at %i", async (key, points, missed) => {
    const { id } = await appraisalIn(company, "manager_scoring");
    await run(`INSERT INTO value_score (appraisal_id, side, value_id, half_points, max_half_points, justification,
        needs_view, needs_approval, may_sample, referred)
      SELECT a.id, 'manager', v.id, ${String(points)}, 10, '', false, false, false, false FROM appraisal a JOIN cycle c ON c.id = a.cycle_id
        JOIN value v ON v.framework_version_id = c.framework_version_id AND v.key = '${key}'
      WHERE a.id = '${id}'
      ON CONFLICT (appraisal_id, side, value_id) DO UPDATE SET half_points = EXCLUDED.half_points,
        audit_reason = NULL, needs_view = false, needs_approval = false, may_sample = false, referred = false`);
    const found = await database().$queryRawUnsafe(
      `SELECT unverified_score(a) AS missed FROM appraisal a WHERE id = '${id}'`,
    );
    expect(found).toEqual([{ missed }]);
  });
});
