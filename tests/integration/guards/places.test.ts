import { beforeAll, describe, expect, it, test } from "vitest";
import type { AppraisalState } from "@/lib/appraisal/types";
import { database } from "@/lib/db/client";
import { reopenSheet } from "@/lib/hr-audit/commands";
import { reopenSheetSchema } from "@/lib/reopening/schema";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { behindTriggers, rowOf } from "../../support/review";

/** In the role of the application, and in words any program could send. */
const run = (sql: string) => database().$executeRawUnsafe(sql);

/** Taken for given, whatever the database would say of it. */
const given = (sql: string) => behindTriggers((tx) => tx.$executeRawUnsafe(sql));

/** In one transaction, with what is asked at its end asked a moment earlier: there Prisma keeps Postgres's words back. */
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
const kept = /is written where its work is done|append-only/;

describe("from publication on", () => {
  const done: readonly AppraisalState[] = ["published", "acknowledged", "objected"];
  const writes = [
    "UPDATE value_score SET half_points = 2, audit_reason = NULL, needs_approval = false",
    "UPDATE value_score SET justification = 'x'",
    "UPDATE judgement SET verdict = 'unmet'",
    "UPDATE appraisal_case SET title = 'x'",
    "UPDATE interview SET minutes = 'x'",
    "UPDATE acknowledgement SET text = 'x'",
    "DELETE FROM value_score",
    "DELETE FROM judgement",
    "DELETE FROM appraisal_case",
    "DELETE FROM interview",
    "DELETE FROM acknowledgement",
  ];
  test.each(done)("nothing of a sheet that is %s changes", async (state) => {
    const { id } = await appraisalIn(company, state);
    const rows = writes.filter((sql) => state !== "published" || !sql.includes("acknowledgement"));
    for (const sql of rows)
      await expect(run(`${sql} WHERE appraisal_id = '${id}'`), sql).rejects.toThrow(kept);
  });

  test.each([
    ...["self_total = 1", "manager_total = 1", "band = 'x'", "round = 2", "published_at = now()"],
    ...["final_at = NULL", "self_submitted_at = now()", "manager_submitted_at = now()"],
  ])("nor does its result: %s", async (set) => {
    const { id } = await appraisalIn(company, "published");
    const change = run(`UPDATE appraisal SET ${set}, version = version + 1 WHERE id = '${id}'`);
    await expect(change).rejects.toThrow("changes where it is worked out");
  });

  test("nor comes a row to it, also after a write of the same transaction", async () => {
    const { id } = await appraisalIn(company, "published");
    await run(`INSERT INTO audit_event (at, appraisal_id, kind, payload)
      VALUES (now(), '${id}', 'result.published', '{}')`);
    const more = `INSERT INTO appraisal_case (id, appraisal_id, side, value_id, point, kind, position, title)
      SELECT gen_random_uuid(), appraisal_id, side, value_id, point, kind, 90, 'x'
      FROM appraisal_case WHERE appraisal_id = '${id}' LIMIT 1`;
    await expect(run(more)).rejects.toThrow(elsewhere);
    const touch = `UPDATE appraisal SET version = version + 1 WHERE id = '${id}'`;
    await expect(together(touch, more)).rejects.toThrow(elsewhere);
  });

  test("HR reopens before it, too, and the second level decides anew", async () => {
    const { id, target } = await appraisalIn(company, "interview");
    const reasons = [{ value: "integrity", rung: 1, reason: "两处事实互相矛盾。" }];
    const input = reopenSheetSchema.parse({ ...target, to: "second_level", reasons });
    expect(await reopenSheet(company.context("hrPartner"), input)).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: "second_level", round: 2 });
  });

  test("a new round opens the manager's sheet again, and nothing else of it", async () => {
    const { id, target } = await appraisalIn(company, "acknowledged");
    const reasons = [{ value: "integrity", rung: 1, reason: "两处事实互相矛盾。" }];
    const input = reopenSheetSchema.parse({ ...target, to: "manager_scoring", reasons });
    expect(await reopenSheet(company.context("hrPartner"), input)).toMatchObject({ ok: true });
    const write = (side: string) =>
      run(`UPDATE value_score SET half_points = half_points
        WHERE appraisal_id = '${id}' AND side = '${side}'`);
    expect(await write("manager")).toBeGreaterThan(0);
    await expect(write("self")).rejects.toThrow(elsewhere);
  });
});

describe("what is written on a sheet", () => {
  const sides: readonly (readonly [AppraisalState, string])[] = [
    ["manager_scoring", "self"],
    ["second_level", "manager"],
    ["hr_audit", "manager"],
    ["approval", "manager"],
    ["interview", "manager"],
  ];
  test.each(sides)("in %s is nothing of the side %s", async (state, side) => {
    const { id } = await appraisalIn(company, state);
    const where = `WHERE appraisal_id = '${id}' AND side = '${side}'`;
    for (const sql of [
      `UPDATE value_score SET audit_reason = NULL, needs_view = false, needs_approval = false ${where}`,
      `UPDATE value_score SET may_sample = false ${where}`,
      `DELETE FROM judgement ${where}`,
    ])
      await expect(run(sql), sql).rejects.toThrow(elsewhere);
  });

  test("cannot be carried to another sheet that is open", async () => {
    const done = await appraisalIn(company, "interview");
    const open = await appraisalIn(company, "manager_scoring");
    const carry = run(
      `UPDATE value_score SET appraisal_id = '${open.id}' WHERE appraisal_id = '${done.id}' AND side = 'manager'`,
    );
    await expect(carry).rejects.toThrow(elsewhere);
  });

  const word = (table: string, verdict: string, by: Person) => (sheet: TestAppraisal) => {
    const value = table === "second_level_decision" ? "" : ", value_key, half_points";
    const of = table === "second_level_decision" ? "" : ", 'integrity', 6";
    return `INSERT INTO ${table} (id, appraisal_id, round, verdict, by_id, at${value})
      VALUES (gen_random_uuid(), '${sheet.id}', 1, '${verdict}', '${company.ids[by]}', now()${of})`;
  };
  const others: readonly (readonly [string, AppraisalState, (sheet: TestAppraisal) => string])[] = [
    ["a decision", "manager_scoring", word("second_level_decision", "agreed", "secondLevel")],
    ["a verification", "interview", word("hr_verification", "confirmed", "hrPartner")],
    ["an approval", "interview", word("approval", "approved", "divisionHead")],
    [
      "an answer",
      "interview",
      ({ id }) => `INSERT INTO acknowledgement (appraisal_id, kind, at, text)
        VALUES ('${id}', 'accepted', now(), '')`,
    ],
    [
      "an appointment",
      "published",
      ({
        id,
      }) => `INSERT INTO appointment (appraisal_id, sequence, starts_at, minutes, place, note, by_id, at)
        VALUES ('${id}', 0, now(), 30, '', '', '${company.ids.manager}', now())`,
    ],
    [
      "a preparation",
      "published",
      ({
        id,
      }) => `INSERT INTO interview_preparation (appraisal_id, author_id, version, topics, notes, saved_at)
        VALUES ('${id}', '${company.ids.manager}', 1, 'x', 'x', now())`,
    ],
    [
      "minutes",
      "approval",
      ({ id }) => `INSERT INTO interview
        (appraisal_id, held_on, good, short, direction, deductions, minutes, recorded_by_id, recorded_at)
        VALUES ('${id}', '2026-11-20', 'x', 'x', 'x', 'x', 'x', '${company.ids.manager}', now())`,
    ],
  ];
  test.each(others)("has a place: %s not in %s", async (_what, state, insert) => {
    const sheet = await appraisalIn(company, state);
    await expect(run(insert(sheet))).rejects.toThrow(elsewhere);
  });
});

describe("an office", () => {
  const approve = ({ id }: TestAppraisal, by: string, at = "now()") =>
    run(`INSERT INTO approval (id, appraisal_id, round, value_key, half_points, verdict, by_id, at)
      VALUES (gen_random_uuid(), '${id}', 1, 'integrity', 10, 'approved', '${by}', ${at})`);
  const outside = "by somebody without the office for it";

  it.each<Person>(["manager", "secondLevel", "hrPartner", "hrAdmin", "otherDivisionHead", "ceo"])(
    "of approving is not %s's",
    async (person) => {
      const sheet = await appraisalIn(company, "approval");
      await expect(approve(sheet, company.ids[person])).rejects.toThrow(outside);
    },
  );

  it("of approving is an HR administrator's where nobody is named, and nobody else's", async () => {
    const line = { approverId: null };
    const sheet = await appraisalIn(company, "approval", { line });
    await expect(approve(sheet, company.ids.divisionHead)).rejects.toThrow(outside);
    expect(await approve(sheet, company.ids.hrAdmin)).toBe(1);
  });

  it("is a deputy's while they stand in, in their room and for whom they are named", async () => {
    const deputyId = company.ids.otherManager;
    const name = (rooms: string, people: string, forId = company.ids.divisionHead) =>
      given(`INSERT INTO delegation (id, for_id, deputy_id, rooms, department_ids, employee_ids, starts_at, ends_at, by_id, at)
        VALUES (gen_random_uuid(), '${forId}', '${deputyId}', '{${rooms}}', '{}', '{${people}}',
          '2026-11-01', '2026-11-10', '${forId}', '2026-11-01')`);
    const sheet = await appraisalIn(company, "approval");
    const other = await appraisalIn(company, "approval");
    await name("manager", "");
    await name("approver", other.employeeId);
    const at = "'2026-11-05'";
    await expect(approve(sheet, deputyId, at)).rejects.toThrow(outside);
    await name("approver", sheet.employeeId);
    await expect(approve(sheet, deputyId, "'2026-11-11'")).rejects.toThrow(outside);
    expect(await approve(sheet, deputyId, at)).toBe(1);
  });

  it("of the second level, of HR, of the manager and of oneself is nobody else's", async () => {
    const second = await appraisalIn(company, "second_level");
    const audit = await appraisalIn(company, "hr_audit");
    const scoring = await appraisalIn(company, "manager_scoring");
    const self = await appraisalIn(company, "self_review");
    const talk = await appraisalIn(company, "interview");
    const by = company.ids.otherManager;
    const handIn = (id: string, side: string) => `INSERT INTO submission
      (id, appraisal_id, side, number, submitted_at, submitted_by_id, sheet)
      VALUES (gen_random_uuid(), '${id}', '${side}', 5, now(), '${by}', '{}')`;
    for (const sql of [
      `INSERT INTO second_level_decision (id, appraisal_id, round, verdict, by_id, at)
        VALUES (gen_random_uuid(), '${second.id}', 1, 'agreed', '${by}', now())`,
      `INSERT INTO hr_verification (id, appraisal_id, round, value_key, half_points, verdict, by_id, at)
        VALUES (gen_random_uuid(), '${audit.id}', 1, 'integrity', 2, 'confirmed', '${company.ids.otherHrPartner}', now())`,
      handIn(scoring.id, "manager"),
      `INSERT INTO interview
        (appraisal_id, held_on, good, short, direction, deductions, minutes, recorded_by_id, recorded_at)
        VALUES ('${talk.id}', '2026-11-20', 'x', 'x', 'x', 'x', 'x', '${by}', now())`,
    ])
      await expect(run(sql), sql).rejects.toThrow(outside);
    await expect(run(handIn(self.id, "self"))).rejects.toThrow("handed in by whom it is of");
  });
});

describe("what is taken back", () => {
  const take = (
    id: string,
  ) => `INSERT INTO second_level_decision (id, appraisal_id, round, verdict, by_id, at)
    VALUES (gen_random_uuid(), '${id}', 1, 'taken_back', '${company.ids.secondLevel}', '2026-11-21T03:00Z')`;
  const move = (
    id: string,
    to: AppraisalState,
  ) => `UPDATE appraisal SET state = '${to}', version = version + 1,
    state_since = '2026-11-21T03:00Z' WHERE id = '${id}'`;

  it.each<AppraisalState>(["approval", "interview", "published", "manager_scoring"])(
    "leads to where it was decided, not to %s",
    async (to) => {
      const { id } = await appraisalIn(company, "hr_audit", { manager: { integrity: 6 } });
      await expect(together(take(id), move(id, to))).rejects.toThrow(
        /no record of the step|is not confirmed/,
      );
      await together(take(id), move(id, "second_level"));
      expect((await rowOf(id)).state).toBe("second_level");
    },
  );

  it("brings nothing up again that was not handed back from there", async () => {
    const { id } = await appraisalIn(company, "hr_audit");
    await together(
      `INSERT INTO return_note (id, appraisal_id, from_state, to_state, reason, by_id, at)
        VALUES (gen_random_uuid(), '${id}', 'hr_audit', 'manager_scoring', '太单薄', '${company.ids.hrPartner}', '2026-11-21T03:00Z')`,
      move(id, "manager_scoring"),
    );
    await expect(together(take(id), move(id, "second_level"))).rejects.toThrow(
      "no record of the step from manager_scoring to second_level",
    );
  });
});
