import { beforeAll, describe, expect, it } from "vitest";
import type { AppraisalState } from "@/lib/appraisal/types";
import { database } from "@/lib/db/client";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { behindTriggers } from "../../support/review";

/** In the role of the application, and in words any program could send. */
const run = (sql: string) => database().$executeRawUnsafe(sql);

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const outside = "by somebody without the office for it";
const at = "'2026-11-21T03:00Z'";

describe("a return", () => {
  const note = ({ id }: TestAppraisal, from: AppraisalState, to: AppraisalState, by: string) =>
    run(`INSERT INTO return_note (id, appraisal_id, from_state, to_state, reason, by_id, at)
      VALUES (gen_random_uuid(), '${id}', '${from}', '${to}', 'x', '${by}', ${at})`);

  it.each<readonly [AppraisalState, AppraisalState, Person, readonly Person[]]>([
    ["manager_scoring", "self_review", "manager", ["secondLevel", "otherManager", "hrAdmin"]],
    ["second_level", "manager_scoring", "secondLevel", ["manager", "divisionHead", "hrAdmin"]],
    ["hr_audit", "manager_scoring", "hrPartner", ["manager", "secondLevel", "otherHrPartner"]],
    [
      "approval",
      "manager_scoring",
      "divisionHead",
      ["manager", "secondLevel", "otherDivisionHead"],
    ],
    ["interview", "manager_scoring", "hrPartner", ["manager", "secondLevel", "otherHrPartner"]],
  ])("from %s to %s is %s's, not anybody's", async (from, to, whose, others) => {
    const sheet = await appraisalIn(company, from);
    await expect(note(sheet, from, to, sheet.employeeId)).rejects.toThrow(outside);
    for (const person of others)
      await expect(note(sheet, from, to, company.ids[person]), person).rejects.toThrow(outside);
    await expect(note(sheet, from, from, company.ids[whose])).rejects.toThrow("leads back");
    expect(await note(sheet, from, to, company.ids[whose])).toBe(1);
  });
});

describe("what was handed in", () => {
  const back = ({ id }: TestAppraisal, side: string, by: string, number = 1) =>
    run(`INSERT INTO submission_fate (appraisal_id, side, number, fate, by_id, at)
      VALUES ('${id}', '${side}', ${String(number)}, 'taken_back', '${by}', ${at})`);
  const foreign = "is taken back by its side";

  it("is taken back by its own side alone, while it waits where it led", async () => {
    const scoring = await appraisalIn(company, "manager_scoring");
    const second = await appraisalIn(company, "second_level");
    const { manager, otherManager, secondLevel } = company.ids;
    for (const by of [manager, otherManager, secondLevel])
      await expect(back(scoring, "self", by)).rejects.toThrow(foreign);
    for (const by of [otherManager, secondLevel, second.employeeId])
      await expect(back(second, "manager", by)).rejects.toThrow(foreign);
    await expect(back(second, "self", second.employeeId)).rejects.toThrow(foreign);
    for (const state of ["hr_audit", "published"] as const) {
      const later = await appraisalIn(company, state);
      await expect(back(later, "manager", manager)).rejects.toThrow(foreign);
    }
    expect(await back(scoring, "self", scoring.employeeId)).toBe(1);
    expect(await back(second, "manager", manager)).toBe(1);
  });
});

describe("an interview", () => {
  const appoint = ({ id }: TestAppraisal, by: string, minutes = 30, starts = "'2026-11-25'") =>
    run(`INSERT INTO appointment (appraisal_id, sequence, starts_at, minutes, place, note, by_id, at)
      SELECT '${id}', count(*), ${starts}, ${String(minutes)}, '', '', '${by}', ${at}
      FROM appointment WHERE appraisal_id = '${id}'`);
  const write = ({ id }: TestAppraisal, by: string) =>
    run(`INSERT INTO interview_preparation (appraisal_id, author_id, version, topics, notes, saved_at)
      VALUES ('${id}', '${by}', 1, 'x', 'x', ${at})`);

  it("is between the employee and the manager", async () => {
    const sheet = await appraisalIn(company, "interview");
    const { manager, otherManager, secondLevel, hrPartner } = company.ids;
    for (const by of [otherManager, secondLevel, hrPartner])
      for (const writes of [appoint, write])
        await expect(writes(sheet, by)).rejects.toThrow(outside);
    for (const by of [manager, sheet.employeeId])
      for (const writes of [appoint, write]) expect(await writes(sheet, by)).toBe(1);
  });

  it("lasts a while, on a day there is", async () => {
    const sheet = await appraisalIn(company, "interview");
    const by = company.ids.manager;
    await expect(appoint(sheet, by, -5)).rejects.toThrow("appointment_lasts");
    await expect(appoint(sheet, by, 30, "'0200-01-01'")).rejects.toThrow("out of bounds");
  });
});

describe("two judgements are in two hands", () => {
  const agree = ({ id }: TestAppraisal, by: string, round = 1) =>
    run(`INSERT INTO second_level_decision (id, appraisal_id, round, verdict, by_id, at)
      VALUES (gen_random_uuid(), '${id}', ${String(round)}, 'agreed', '${by}', ${at})`);
  const word =
    (table: string, verdict: string) =>
    (sheet: TestAppraisal, by: string, key = "integrity", round = 1) =>
      run(`INSERT INTO ${table} (id, appraisal_id, round, value_key, half_points, verdict, by_id, at)
      VALUES (gen_random_uuid(), '${sheet.id}', ${String(round)}, '${key}', 2, '${verdict}', '${by}', ${at})`);
  const confirm = word("hr_verification", "confirmed");
  const approve = word("approval", "approved");
  const scoredBy = ({ id }: TestAppraisal, by: string) =>
    behindTriggers((tx) =>
      tx.submission.updateMany({
        where: { appraisalId: id, side: "manager" },
        data: { submittedById: by },
      }),
    );

  it("of scores and of agreeing, auditing and approving", async () => {
    const second = await appraisalIn(company, "second_level");
    await scoredBy(second, company.ids.secondLevel);
    await expect(agree(second, company.ids.secondLevel)).rejects.toThrow(outside);
    const audit = await appraisalIn(company, "hr_audit");
    await scoredBy(audit, company.ids.hrPartner);
    await expect(confirm(audit, company.ids.hrPartner)).rejects.toThrow(outside);
    const approval = await appraisalIn(company, "approval");
    await scoredBy(approval, company.ids.divisionHead);
    await expect(approve(approval, company.ids.divisionHead)).rejects.toThrow(outside);
  });

  it("also of a deputy", async () => {
    const sheet = await appraisalIn(company, "approval");
    const { divisionHead: forId, secondLevel: deputyId } = company.ids;
    await behindTriggers((tx) =>
      tx.delegation.create({
        data: {
          ...{ forId, deputyId, rooms: ["approver"], departmentIds: [], employeeIds: [] },
          ...{
            startsAt: new Date("2026-11-01"),
            endsAt: new Date("2026-12-01"),
            byId: forId,
            at: new Date("2026-11-01"),
          },
        },
      }),
    );
    await expect(approve(sheet, deputyId)).rejects.toThrow(outside);
  });

  it("and are about a value there is, in the round there is, in the days of the cycle", async () => {
    const nothing = "on nothing of the sheet";
    const second = await appraisalIn(company, "second_level");
    const audit = await appraisalIn(company, "hr_audit");
    const approval = await appraisalIn(company, "approval");
    const { secondLevel, hrPartner, divisionHead } = company.ids;
    await expect(agree(second, secondLevel, 2)).rejects.toThrow(nothing);
    for (const [key, round] of [
      ["no-such-value", 1],
      ["integrity", 7],
    ] as const) {
      await expect(confirm(audit, hrPartner, key, round)).rejects.toThrow(nothing);
      await expect(approve(approval, divisionHead, key, round)).rejects.toThrow(nothing);
    }
    const early = `INSERT INTO hr_verification (id, appraisal_id, round, value_key, half_points, verdict, by_id, at)
      VALUES (gen_random_uuid(), '${audit.id}', 1, 'integrity', 2, 'confirmed', '${hrPartner}', '2000-01-01')`;
    await expect(run(early)).rejects.toThrow(nothing);
  });
});
