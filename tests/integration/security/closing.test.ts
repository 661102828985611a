import { beforeAll, describe, expect, test } from "vitest";
import { approveTop } from "@/lib/approval/commands";
import { closeCycle } from "@/lib/cycle/commands/cycle";
import { database } from "@/lib/db/client";
import { objectToResult } from "@/lib/result/commands";
import { agreeToSheets } from "@/lib/second-level/commands";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";

let company: TestCompany;
const sheets: TestAppraisal[] = [];
beforeAll(async () => {
  company = await buildCompany();
});

describe("the same decision twice at once", () => {
  test("a second level agrees once", async () => {
    const { id, target } = await appraisalIn(company, "second_level");
    const context = company.context("secondLevel");
    const race = Array.from({ length: 6 }, () =>
      agreeToSheets(context, { items: [target], comment: "" }),
    );
    const outcomes = await Promise.all(race);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const where = { appraisalId: id };
    expect(await database().secondLevelDecision.count({ where })).toBe(1);
    expect(await database().recordedEvent.count({ where })).toBe(1);
  });

  test("a 5 is approved once", async () => {
    const { id, target } = await appraisalIn(company, "approval");
    const input = { ...target, value: "customer-first", reason: "可以示范。" };
    const context = company.context("divisionHead");
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => approveTop(context, input)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().approval.count({ where: { appraisalId: id } })).toBe(1);
  });
});

describe("a closing cycle", () => {
  test("writes at the same moment are either whole or refused", async () => {
    for (let index = 0; index < 12; index += 1)
      sheets.push(await appraisalIn(company, "published"));
    const text = "这一项的事实有出入。";
    const writes = sheets.map((sheet) =>
      objectToResult(sheet.context(), { ...sheet.target, text }),
    );
    const { cycleId } = company;
    const [closed, ...outcomes] = await Promise.all([
      closeCycle(company.context("hrAdmin"), { cycleId, version: 1 }),
      ...writes,
    ]);
    expect(closed).toMatchObject({ ok: true });
    for (const [index, outcome] of outcomes.entries()) {
      const id = sheets[index]?.id ?? "";
      const row = await database().appraisal.findUniqueOrThrow({
        where: { id },
        include: { acknowledgements: true },
      });
      expect(outcome.ok ? "ok" : outcome.code).toMatch(/^(ok|cycle_closed)$/);
      expect([row.state, row.acknowledgements[0]?.text]).toEqual(
        outcome.ok ? ["objected", text] : ["published", undefined],
      );
    }
  });

  test("leaves nothing that can be written behind the commands' back", async () => {
    const appraisalId = sheets[0]?.id ?? "";
    const byId = company.ids.ceo;
    const at = company.now;
    const given = { appraisalId, round: 7, byId, at };
    const db = database();
    const participant = { where: { cycleId: company.cycleId } };
    const refused = [
      () => db.appraisal.update({ where: { id: appraisalId }, data: { managerTotal: 1 } }),
      () =>
        db.hrVerification.create({
          data: { ...given, valueKey: "x", halfPoints: 1, verdict: "confirmed" },
        }),
      () =>
        db.approval.create({
          data: { ...given, valueKey: "x", halfPoints: 1, verdict: "approved" },
        }),
      () => db.secondLevelDecision.create({ data: { ...given, verdict: "agreed" } }),
      () =>
        db.returnNote.create({
          data: {
            appraisalId,
            fromState: "published",
            toState: "interview",
            reason: "x",
            byId,
            at,
          },
        }),
      () =>
        db.submission.create({
          data: {
            appraisalId,
            side: "manager",
            number: 9,
            submittedAt: at,
            submittedById: byId,
            sheet: {},
          },
        }),
      () => db.participant.updateMany({ ...participant, data: { managerId: byId } }),
      () =>
        db.stageWindow.updateMany({ ...participant, data: { closesAt: new Date("2030-01-01") } }),
    ];
    const answers = await Promise.allSettled(refused.map(async (write) => write()));
    expect(answers.map(({ status }) => status)).toEqual(refused.map(() => "rejected"));
  });
});
