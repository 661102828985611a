import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { AppraisalState } from "@/lib/appraisal/types";
import { database } from "@/lib/db/client";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { cycleUnder } from "../../support/cycles";
import { alter, rowOf } from "../../support/review";

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

type Post = "manager" | "second_level" | "approver" | "hr_partner";

/** The row and the change a hand-over is. */
const give = ({ id }: TestAppraisal, post: Post, toId: string, way = "continue", set = "") => [
  `INSERT INTO hand_over (id, appraisal_id, version, post, from_id, to_id, way, reason, by_id, at)
    SELECT gen_random_uuid(), id, version + 1, '${post}', ${post}_id, '${toId}', '${way}', 'x', '${company.ids.hrPartner}', now()
    FROM appraisal WHERE id = '${id}'`,
  `UPDATE appraisal SET ${post}_id = '${toId}', version = version + 1 ${set} WHERE id = '${id}'`,
];

describe("a hand-over", () => {
  const elsewhere = "is written where its work is done";
  const to = () => company.ids.otherHrPartner;
  const rows = (sheet: TestAppraisal, side = "manager") => [
    `UPDATE value_score SET half_points = 10 WHERE appraisal_id = '${sheet.id}' AND side = '${side}'`,
    `DELETE FROM judgement WHERE appraisal_id = '${sheet.id}' AND side = '${side}'`,
    `UPDATE appraisal_case SET title = 'x' WHERE appraisal_id = '${sheet.id}' AND side = '${side}'`,
  ];

  it.each<AppraisalState>(["second_level", "hr_audit", "approval", "interview"])(
    "opens nothing of a sheet in %s",
    async (state) => {
      const sheet = await appraisalIn(company, state);
      const [row = "", change = ""] = give(sheet, "hr_partner", to());
      for (const write of [...rows(sheet), ...rows(sheet, "self")]) {
        await expect(together(row, write, change), write).rejects.toThrow(elsewhere);
        await expect(together(row, change, write), write).rejects.toThrow(elsewhere);
      }
    },
  );

  it("does not put minutes and an answer where they are not written", async () => {
    const sheet = await appraisalIn(company, "approval");
    const minutes = `INSERT INTO interview
      (appraisal_id, held_on, good, short, direction, deductions, minutes, recorded_by_id, recorded_at)
      VALUES ('${sheet.id}', '2026-11-20', 'x', 'x', 'x', 'x', 'x', '${company.ids.manager}', now())`;
    const answer = `INSERT INTO acknowledgement (appraisal_id, kind, at, text) VALUES ('${sheet.id}', 'accepted', now(), '')`;
    for (const write of [minutes, answer])
      await expect(together(...give(sheet, "hr_partner", to()), write)).rejects.toThrow(elsewhere);
  });

  it.each(["manager_total = 60", "band = 'x'", "round = 3", "self_total = 1", "ended_at = now()"])(
    "changes who holds the sheet, and not %s",
    async (set) => {
      const sheet = await appraisalIn(company, "second_level");
      const given = give(sheet, "hr_partner", to(), "continue", `, ${set}`);
      await expect(together(...given)).rejects.toThrow(/nothing else of it|where it is worked out/);
      await together(...give(sheet, "hr_partner", to()));
      expect((await rowOf(sheet.id)).hrPartnerId).toBe(to());
    },
  );

  it("clears the manager's draft where it begins anew, and nothing of the self-review", async () => {
    const sheet = await appraisalIn(company, "second_level");
    await alter(sheet.id, { state: "self_review" });
    const clear = (side: string) =>
      `DELETE FROM value_score WHERE appraisal_id = '${sheet.id}' AND side = '${side}'`;
    const next = company.ids.otherManager;
    const [kept = "", hands = ""] = give(sheet, "manager", next);
    const [anew = ""] = give(sheet, "manager", next, "anew");
    await expect(together(kept, clear("manager"), hands)).rejects.toThrow(elsewhere);
    await expect(together(anew, rows(sheet)[0] ?? "", hands)).rejects.toThrow(elsewhere);
    await together(anew, clear("manager"), hands);
    const where = { appraisalId: sheet.id };
    expect(await database().valueScore.count({ where: { ...where, side: "manager" } })).toBe(0);
    expect(await database().valueScore.count({ where: { ...where, side: "self" } })).toBe(6);
  });

  it.each<AppraisalState>(["published", "acknowledged", "objected"])(
    "is none of a sheet that is %s",
    async (state) => {
      const sheet = await appraisalIn(company, state);
      await expect(together(...give(sheet, "hr_partner", to()))).rejects.toThrow(
        "while there is work",
      );
    },
  );

  it("begins nothing anew that was handed in", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    const given = give(sheet, "manager", company.ids.otherManager, "anew");
    await expect(together(...given)).rejects.toThrow("only a draft begins anew");
  });

  it("goes to nobody away, related or below the subject", async () => {
    const unfit = "to somebody who can judge it";
    const sheet = await appraisalIn(company, "manager_scoring");
    const below = await appraisalIn(company, "self_review");
    const db = database();
    const next = below.employeeId;
    const given = give(sheet, "manager", next);
    await db.employee.update({ where: { id: next }, data: { managerId: sheet.employeeId } });
    await expect(together(...given)).rejects.toThrow(unfit);
    await db.employee.update({
      where: { id: next },
      data: { managerId: company.ids.manager, status: "on_leave" },
    });
    await expect(together(...given)).rejects.toThrow(unfit);
    await db.employee.update({ where: { id: next }, data: { status: "active" } });
    const by = { byId: company.ids.hrAdmin, at: company.now };
    await db.declaredRelation.create({
      data: {
        ...{ id: randomUUID(), personId: sheet.employeeId, otherId: next, kind: "kin", ...by },
        ...{ confirmedAt: company.now, confirmedById: company.ids.hrAdmin },
      },
    });
    await expect(together(...given)).rejects.toThrow(unfit);
  });

  it("writes nothing into a paused cycle", async () => {
    const { framework, policy } = company.ruleset;
    const own = await cycleUnder(company, framework, policy);
    const sheet = await appraisalIn(own, "manager_scoring", { manager: { integrity: 6 } });
    const judge = `INSERT INTO judgement (appraisal_id, side, value_id, point, verdict)
      SELECT '${sheet.id}', 'manager', id, 1, 'met' FROM value WHERE id = '${company.ruleset.valueIds["integrity"] ?? ""}'`;
    const handIn = `INSERT INTO submission (id, appraisal_id, side, number, submitted_at, submitted_by_id, sheet)
      VALUES (gen_random_uuid(), '${sheet.id}', 'manager', 1, now(), '${company.ids.manager}', '{}')`;
    const total = `UPDATE appraisal SET manager_total = 60, version = version + 1 WHERE id = '${sheet.id}'`;
    await together(
      `INSERT INTO cycle_change (id, cycle_id, kind, reason, by_id, at)
        VALUES (gen_random_uuid(), '${own.cycleId}', 'paused', 'x', '${company.ids.hrAdmin}', now())`,
      `UPDATE cycle SET paused_at = now(), version = version + 1 WHERE id = '${own.cycleId}'`,
    );
    const given = give(sheet, "hr_partner", to());
    for (const write of [judge, handIn])
      await expect(together(...given, write), write).rejects.toThrow("the cycle is paused");
    await expect(together(total)).rejects.toThrow("the cycle is paused");
    await together(...given);
  });
});

describe("a sheet", () => {
  const begin = (
    set: string,
    values: string,
    participant: string,
  ) => `INSERT INTO appraisal (id, participant_id, cycle_id, employee_id,
      manager_id, second_level_id, approver_id, hr_partner_id, department_id, division_id, state_since ${set})
    SELECT gen_random_uuid(), id, cycle_id, employee_id, manager_id, second_level_id, approver_id, hr_partner_id,
      department_id, division_id, now() ${values} FROM participant WHERE id = '${participant}'`;

  it.each([
    [", state", ", 'published'"],
    [", version", ", 7"],
    [", round", ", 1"],
    [", edition", ", 2"],
    [", manager_total", ", 60"],
    [", published_at", ", now()"],
    [", ended_at", ", now()"],
    [", returned_from", ", 'hr_audit'"],
  ])("does not begin with%s", async (set, values) => {
    const { framework, policy } = company.ruleset;
    const own = await cycleUnder(company, framework, policy);
    const { ids, departments } = company;
    const { id } = await database().participant.create({
      data: {
        ...{ cycleId: own.cycleId, employeeId: ids.employee, managerId: ids.manager },
        ...{ departmentId: departments.group, divisionId: departments.division },
      },
    });
    await expect(together(begin(set, values, id))).rejects.toThrow(
      "begins at the first state, empty",
    );
    await together(begin("", "", id));
  });

  it("comes without scores of a manager", async () => {
    const sheet = await appraisalIn(company, "self_review");
    const touch = `UPDATE appraisal SET version = version + 1 WHERE id = '${sheet.id}'`;
    const score = `INSERT INTO value_score (appraisal_id, side, value_id, half_points, max_half_points, justification,
        needs_view, needs_approval, may_sample, referred)
      SELECT '${sheet.id}', 'manager', id, 10, max_half_points, '', false, false, false, false FROM value
      WHERE id = '${company.ruleset.valueIds["integrity"] ?? ""}'`;
    await expect(together(touch, score)).rejects.toThrow("is written where its work is done");
  });

  it("keeps since when it stands where it stands, and whose it is", async () => {
    const { id } = await appraisalIn(company, "second_level");
    const set = (what: string) =>
      together(`UPDATE appraisal SET ${what}, version = version + 1 WHERE id = '${id}'`);
    await expect(set("state_since = now() - interval '9 years'")).rejects.toThrow(
      "the time of a step",
    );
    await expect(set("returned_from = 'approval'")).rejects.toThrow("the time of a step");
    const other = await appraisalIn(company, "self_review");
    await expect(set(`employee_id = '${other.employeeId}'`)).rejects.toThrow("stays its person's");
  });
});

describe("what is taken back brings up again", () => {
  const at = "2026-11-21T03:00Z";
  const by = (person: Person) => company.ids[person];
  const down = ({ id }: TestAppraisal) => [
    `INSERT INTO hr_verification (id, appraisal_id, round, value_key, half_points, verdict, case_reason, by_id, at)
      SELECT gen_random_uuid(), '${id}', 1, 'integrity', half_points, 'returned', 'insufficient', '${by("hrPartner")}', '${at}'
      FROM value_score WHERE appraisal_id = '${id}' AND side = 'manager' AND value_id = '${company.ruleset.valueIds["integrity"] ?? ""}'`,
    `INSERT INTO return_note (id, appraisal_id, from_state, to_state, reason, by_id, at)
      VALUES (gen_random_uuid(), '${id}', 'hr_audit', 'manager_scoring', '太单薄', '${by("hrPartner")}', '${at}')`,
    `UPDATE appraisal SET state = 'manager_scoring', version = version + 1, state_since = '${at}' WHERE id = '${id}'`,
  ];
  const later = "2026-11-21T03:00:05Z";
  const up = ({ id }: TestAppraisal) => [
    `INSERT INTO hr_verification (id, appraisal_id, round, value_key, half_points, verdict, by_id, at)
      SELECT gen_random_uuid(), '${id}', 1, 'integrity', half_points, 'taken_back', by_id, '${later}'
      FROM hr_verification WHERE appraisal_id = '${id}'`,
    `UPDATE return_note SET resolved_at = '${later}', taken_back_at = '${later}' WHERE appraisal_id = '${id}'`,
    `UPDATE appraisal SET state = 'hr_audit', version = version + 1, state_since = '${later}' WHERE id = '${id}'`,
  ];

  it("the sheet as it was handed in", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    await together(...down(sheet), ...up(sheet));
    expect((await rowOf(sheet.id)).state).toBe("hr_audit");
  });

  it.each([
    ["another score", "UPDATE value_score SET half_points = 6"],
    ["other words", "UPDATE value_score SET justification = 'x'"],
    ["other judgements", "UPDATE judgement SET verdict = 'unmet'"],
    ["fewer judgements", "DELETE FROM judgement"],
    ["other cases", "UPDATE appraisal_case SET title = 'x'"],
  ])("and no sheet with %s", async (_what, write) => {
    const sheet = await appraisalIn(company, "hr_audit");
    const alterOwn = `${write} WHERE appraisal_id = '${sheet.id}' AND side = 'manager'`;
    const moved = together(...down(sheet), alterOwn, ...up(sheet));
    await expect(moved).rejects.toThrow("goes up again as it was handed in");
  });
});
