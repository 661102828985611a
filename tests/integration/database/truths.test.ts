import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { stableId } from "@/lib/db/ids";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { openedCycle } from "../../support/cycles";

/** In the role of the application, and in words any program could send. */
const run = (sql: string) => database().$executeRawUnsafe(sql);

let company: TestCompany;
let runningId: string;
let closed: TestAppraisal;
let running: TestAppraisal;
/** Without a sheet: of the closed cycle and of the other. */
let participantId: string;
let unopened: string;
beforeAll(async () => {
  company = await buildCompany();
  runningId = (await openedCycle(company, { year: 2031, quarter: 1 })).cycleId;
  closed = await appraisalIn(company, "acknowledged");
  running = await appraisalIn({ ...company, cycleId: runningId }, "self_review");
  participantId = randomUUID();
  unopened = randomUUID();
  await run(place(participantId, running.employeeId, company.cycleId));
  await run(place(unopened, closed.employeeId, runningId));
  await run(`UPDATE cycle SET state = 'closed', closed_at = now() WHERE id = '${company.cycleId}'`);
});

const line = "manager_id, second_level_id, department_id, division_id, approver_id, hr_partner_id";

/** Somebody takes part in a cycle, in the usual line. */
function place(id: string, employeeId: string, cycleId: string): string {
  return `INSERT INTO participant (id, cycle_id, employee_id, ${line})
    SELECT '${id}', '${cycleId}', '${employeeId}', ${line} FROM appraisal WHERE id = '${closed.id}'`;
}

function sheetOf(participant: string, set: string = line): string {
  return `INSERT INTO appraisal (id, participant_id, cycle_id, employee_id, ${line}, state_since)
    SELECT gen_random_uuid(), id, cycle_id, employee_id, ${set}, now() FROM participant WHERE id = '${participant}'`;
}

describe("a closed cycle", () => {
  const refused = "the cycle is closed";

  test.each(["judgement", "appraisal_case", "value_score"])(
    "keeps its rows of %s and takes none",
    async (table) => {
      const [rows] = await database().$queryRawUnsafe<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM ${table} WHERE appraisal_id = '${closed.id}'`,
      );
      expect(rows?.n).toBeGreaterThan(0);
      const carry = (from: string, to: string) =>
        run(`UPDATE ${table} SET appraisal_id = '${to}' WHERE appraisal_id = '${from}'`);
      await expect(carry(closed.id, running.id)).rejects.toThrow(refused);
      const other = await appraisalIn({ ...company, cycleId: runningId }, "published");
      await expect(carry(other.id, closed.id)).rejects.toThrow(refused);
    },
  );

  test("keeps its sheets, its people and its dates and takes no more", async () => {
    const into = (table: string, from: string, to: string) =>
      run(`UPDATE ${table} SET cycle_id = '${to}' WHERE cycle_id = '${from}'`);
    for (const table of ["appraisal", "participant", "stage_window"]) {
      await expect(into(table, company.cycleId, runningId), table).rejects.toThrow(refused);
      await expect(into(table, runningId, company.cycleId), table).rejects.toThrow(refused);
    }
    await expect(run(place(randomUUID(), company.ids.ceo, company.cycleId))).rejects.toThrow(
      refused,
    );
    await expect(run(sheetOf(participantId))).rejects.toThrow(refused);
  });

  test("does not open again", async () => {
    const set = (what: string) => run(`UPDATE cycle SET ${what} WHERE id = '${company.cycleId}'`);
    for (const what of ["state = 'open', closed_at = NULL", "closed_at = now()", "quarter = 1"])
      await expect(set(what), what).rejects.toThrow(refused);
  });
});

test("a new department stands in the cycles that are open, and in no closed one", async () => {
  const { id } = await database().department.create({
    data: { code: "late-unit", name: "新部门" },
  });
  const units = await database().cycleUnit.findMany({ where: { departmentId: id } });
  expect(units.map(({ cycleId }) => cycleId)).toEqual([runningId]);
  await expect(
    run(`INSERT INTO cycle_unit (cycle_id, department_id) VALUES ('${company.cycleId}', '${id}')`),
  ).rejects.toThrow(/the cycle is closed/);
});

describe("a cycle that runs", () => {
  test.each([
    ["framework_version_id", stableId("framework", "nine-swords", 1)],
    ["policy_version_id", stableId("policy", "manual-2006", 1)],
  ])("keeps its %s", async (column, id) => {
    const change = run(`UPDATE cycle SET ${column} = '${id}' WHERE id = '${runningId}'`);
    await expect(change).rejects.toThrow("a cycle keeps the versions it was opened with");
  });
});

describe("a sheet", () => {
  test("is not deleted", async () => {
    const gone = run(`DELETE FROM appraisal WHERE id = '${running.id}'`);
    await expect(gone).rejects.toThrow("appraisal is append-only");
  });

  test.each([
    ["manager_id", () => company.ids.otherManager],
    ["second_level_id", () => company.ids.otherManager],
    ["approver_id", () => company.ids.otherManager],
    ["hr_partner_id", () => company.ids.otherHrPartner],
    ["department_id", () => company.departments.hr],
    ["division_id", () => company.departments.otherDivision],
  ])("begins with the %s its participant names", async (column, other) => {
    const set = line.replace(column, `'${other()}'::uuid`);
    await expect(run(sheetOf(unopened, set))).rejects.toThrow("in the hands its participant names");
  });

  test("begins in the hands its participant names", async () => {
    expect(await run(sheetOf(unopened))).toBe(1);
  });
});

test.each(["ａ@b.com", "a@b\u200b.com", "A@b.com"])(
  "an address is kept in one form: %j is refused",
  async (email) => {
    const change = run(`UPDATE employee SET email = '${email}' WHERE id = '${company.ids.ceo}'`);
    await expect(change).rejects.toThrow(/employee_email_(in_one_form|lower_case)/);
  },
);

test.each([
  ...["judgement", "value_score", "appraisal_case", "stage_window", "rung", "value"],
  ...["participant", "appraisal", "cycle", "framework_version", "policy_version"],
])("%s is not emptied", async (table) => {
  await expect(run(`TRUNCATE ${table} CASCADE`)).rejects.toThrow("is append-only");
});
