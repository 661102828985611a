import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { returnSelfReview, takeManagerSheetBack } from "@/lib/manager-scoring/commands";
import { readScoring } from "@/lib/manager-scoring/queries";
import { agreeToSheets, returnSheet } from "@/lib/second-level/commands";
import { readReviewDossier } from "@/lib/second-level/queries";
import { takeSelfReviewBack } from "@/lib/self-review/commands";
import { readSelfReview } from "@/lib/self-review/queries";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { threes } from "../../support/manager-scoring";
import { alter, notesOf, resubmit, rowOf } from "../../support/review";
import { selfReviewDesk } from "../../support/self-review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const targetOf = async (id: string) => ({ appraisalId: id, version: (await rowOf(id)).version });
const takeSelf = async (sheet: TestAppraisal, at = 0) =>
  takeSelfReviewBack(sheet.context(at), await targetOf(sheet.id));
const takeManager = async ({ id }: TestAppraisal) =>
  takeManagerSheetBack(company.context("manager"), await targetOf(id));
const managerOpens = ({ id }: TestAppraisal) =>
  readScoring(company.actor("manager"), id, company.now);
const secondOpens = ({ id }: TestAppraisal) =>
  readReviewDossier(company.actor("secondLevel"), id, company.now);
const fatesOf = ({ id }: TestAppraisal) =>
  database().submissionFateRow.findMany({ where: { appraisalId: id }, orderBy: { number: "asc" } });

describe("a submitted self-review", () => {
  it("comes back until the manager opens it, and is written again", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    const before = await readSelfReview(sheet.employee, sheet.id, company.now);
    expect(before?.takeBackAt).toBe(1);
    expect(await takeSelf(sheet)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await rowOf(sheet.id)).toMatchObject({
      ...{ state: "self_review", selfSubmittedAt: null, returnedFrom: null },
    });
    expect(await managerOpens(sheet)).toMatchObject({ kind: "waiting" });
    const desk = selfReviewDesk(company);
    const again = await desk.submit(sheet, (await rowOf(sheet.id)).version);
    expect(again).toMatchObject({ ok: true });
    expect(await managerOpens(sheet)).toMatchObject({ kind: "sheet" });
    expect(await fatesOf(sheet)).toMatchObject([
      { number: 1, fate: "taken_back", byId: sheet.employeeId },
      { number: 2, fate: "opened", byId: company.ids.manager },
    ]);
    const opened = await readSelfReview(sheet.employee, sheet.id, company.now);
    expect(opened?.takeBackAt).toBeNull();
    expect(await takeSelf(sheet)).toEqual({ ok: false, code: "already_opened" });
  });

  it("tells nobody who cannot take it back how often others have written since", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    const old = { appraisalId: sheet.id, version: 1 };
    await alter(sheet.id, { version: 23 });
    const unseen = await takeSelfReviewBack(sheet.context(), old);
    expect(unseen).toEqual({ ok: false, code: "stale", data: { version: 23 } });
    expect(await fatesOf(sheet)).toEqual([]);
    await managerOpens(sheet);
    const answer = await takeSelfReviewBack(sheet.context(), old);
    expect(answer).toEqual({ ok: false, code: "already_opened" });
  });

  it("is opened once, by the first look, and by nobody else's", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    for (const person of ["secondLevel", "hrPartner", "otherManager"] as const)
      await readScoring(company.actor(person), sheet.id, company.now);
    expect(await fatesOf(sheet)).toEqual([]);
    await managerOpens(sheet);
    await managerOpens(sheet);
    expect(await fatesOf(sheet)).toMatchObject([{ fate: "opened", at: company.now }]);
  });

  it("that was handed in again after a return is returned again, with what it was returned for", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    await managerOpens(sheet);
    const asked = { reason: "补时间。", value: "integrity", rung: null, caseId: null };
    await returnSelfReview(company.context("manager"), {
      ...(await targetOf(sheet.id)),
      reasons: [asked],
    });
    const first = await rowOf(sheet.id);
    await selfReviewDesk(company).submit(sheet, first.version);
    expect((await notesOf(sheet.id))[0]?.resolvedAt).not.toBeNull();
    expect(await takeSelf(sheet)).toMatchObject({ ok: true });
    expect(await rowOf(sheet.id)).toMatchObject({
      ...{ state: "self_review", returnedFrom: "manager_scoring" },
      selfSubmittedAt: first.selfSubmittedAt,
    });
    expect((await notesOf(sheet.id))[0]?.resolvedAt).toBeNull();
  });

  it("stays where it is once its window has closed, or nobody could hand it in again", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    expect(await takeSelf(sheet, 4)).toMatchObject({ ok: false, code: "window_closed" });
  });
});

describe("a manager's submission", () => {
  async function handedIn() {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    await resubmit(company, sheet.id, everyThree());
    return sheet;
  }
  const everyThree = () =>
    Object.fromEntries(company.ruleset.framework.values.map(({ key }) => [key, 6]));

  it("comes back until the second level opens it", async () => {
    const sheet = await handedIn();
    expect(await takeManager(sheet)).toMatchObject({ ok: true });
    expect(await rowOf(sheet.id)).toMatchObject({
      ...{ state: "manager_scoring", round: 0, managerSubmittedAt: null, returnedFrom: null },
    });
    await resubmit(company, sheet.id);
    expect(await rowOf(sheet.id)).toMatchObject({ state: "second_level", round: 1 });
    await secondOpens(sheet);
    expect(await takeManager(sheet)).toEqual({ ok: false, code: "already_opened" });
  });

  it("that was never opened is not read in the rounds before", async () => {
    const sheet = await handedIn();
    await takeManager(sheet);
    await resubmit(company, sheet.id, { integrity: 4 });
    const dossier = await secondOpens(sheet);
    expect(dossier?.values.flatMap(({ changes }) => changes)).toEqual([]);
  });

  it("is over with the second level's decision, opened or not", async () => {
    const sheet = await handedIn();
    const items = [await targetOf(sheet.id)];
    await agreeToSheets(company.context("secondLevel"), { items, comment: "" });
    expect(await takeManager(sheet)).toMatchObject({ ok: false, code: "wrong_state" });
    const returned = await handedIn();
    const reasons = [{ reason: "再看。", value: null, rung: null, caseId: null }];
    const target = await targetOf(returned.id);
    await returnSheet(company.context("secondLevel"), { ...target, reasons });
    expect(await takeManager(returned)).toMatchObject({ ok: false, code: "wrong_state" });
  });
});

describe("taking back and opening at once", () => {
  it("200 rounds: either it was opened and stays, or it came back unseen", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    const desk = selfReviewDesk(company);
    let taken = 0;
    for (let round = 0; round < 200; round += 1) {
      const target = await targetOf(sheet.id);
      const [back, seen] = await Promise.all([
        takeSelfReviewBack(sheet.context(), target),
        managerOpens(sheet),
      ]);
      const { state, version } = await rowOf(sheet.id);
      const fate = (await fatesOf(sheet)).at(-1);
      if (back.ok) {
        taken += 1;
        expect([state, fate?.fate, seen?.kind]).toEqual(["self_review", "taken_back", "waiting"]);
      } else {
        expect(back.code).toBe("already_opened");
        expect([state, fate?.fate]).toEqual(["manager_scoring", "opened"]);
        expect(seen?.kind).toBe("sheet");
        await alter(sheet.id, { state: "self_review" });
      }
      const again = await desk.submit(sheet, version);
      expect(again).toMatchObject({ ok: true });
    }
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(200);
  }, 120_000);
});
