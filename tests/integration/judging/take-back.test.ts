import { beforeAll, describe, expect, it } from "vitest";
import { approveTop, declineTops, takeBackTop } from "@/lib/approval/commands";
import { database } from "@/lib/db/client";
import { readDecided } from "@/lib/dossier/queries/decided";
import { confirmScore, returnScores, takeBackScore } from "@/lib/hr-audit/commands";
import { readQueue } from "@/lib/hr-audit/queries/queue";
import { openAuditDossier } from "@/lib/hr-audit/queries/sheet";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import { saveManagerValue } from "@/lib/manager-scoring/commands";
import { readScoring } from "@/lib/manager-scoring/queries";
import { agreeToSheets, returnSheet, takeBackReview } from "@/lib/second-level/commands";
import { readTrail } from "@/lib/trail/queries";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, day, type Person, type TestCompany } from "../../support/company";
import { alter, rowOf } from "../../support/review";
import { valueWith } from "../../support/sheets";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const seconds = 1000 / day;
const at = (person: Person, after = 0) => company.context(person, after * seconds);
const pin = { rung: null, caseId: null };

const agree = ({ target }: TestAppraisal) =>
  agreeToSheets(at("secondLevel"), { items: [target], comment: "" });
const targetOf = async ({ id }: TestAppraisal) => ({
  appraisalId: id,
  version: (await rowOf(id)).version,
});
const stateOf = async ({ id }: TestAppraisal) => (await rowOf(id)).state;
const confirm = async (sheet: TestAppraisal, value: string) =>
  confirmScore(at("hrPartner"), {
    ...(await targetOf(sheet)),
    ...{ value, comment: "" },
  });

describe("a second level's agreement", () => {
  it("is taken back within ten seconds, stays on record, and can be given anew", async () => {
    const sheet = await appraisalIn(company, "second_level", { manager: { integrity: 2 } });
    await agree(sheet);
    expect(await stateOf(sheet)).toBe("hr_audit");
    const back = await takeBackReview(at("secondLevel", 9), await targetOf(sheet));
    expect(back).toMatchObject({ ok: true, value: { value: { state: "second_level" } } });
    expect(await stateOf(sheet)).toBe("second_level");
    const again = await takeBackReview(at("secondLevel", 9), await targetOf(sheet));
    expect(again).toMatchObject({ ok: false, code: "already_done" });
    await agreeToSheets(at("secondLevel", 20), {
      items: [await targetOf(sheet)],
      comment: "再看过",
    });
    expect(await stateOf(sheet)).toBe("hr_audit");
    const words = await database().secondLevelDecision.findMany({
      where: { appraisalId: sheet.id },
      orderBy: { sequence: "asc" },
    });
    expect(words.map(({ verdict }) => verdict)).toEqual(["agreed", "taken_back", "agreed"]);
    const trail = await readTrail(company.actor("hrPartner"), sheet.id);
    const kinds = trail?.entries.map(({ event }) => event.kind);
    expect(kinds?.slice(0, 3)).toEqual([
      "second_level.agreed",
      "second_level.taken_back",
      "second_level.agreed",
    ]);
  });

  it("stays once HR has opened the sheet, save for the ten seconds", async () => {
    const seen = await appraisalIn(company, "second_level", { manager: { integrity: 2 } });
    const unseen = await appraisalIn(company, "second_level", { manager: { integrity: 2 } });
    await agree(seen);
    await agree(unseen);
    await openAuditDossier(company.actor("hrPartner"), seen.id, at("hrPartner", 5).now);
    const late = await takeBackReview(at("secondLevel", 60), await targetOf(seen));
    expect(late).toMatchObject({ ok: false, code: "moved_on" });
    const listed = await readDecided(company.actor("secondLevel"), "second_level", {});
    const reversible = ({ id }: TestAppraisal) =>
      listed.rows.find(({ appraisalId }) => appraisalId === id)?.reversible;
    expect(reversible(seen)).toBeNull();
    expect(reversible(unseen)).toBe((await targetOf(unseen)).version);
    expect((await takeBackReview(at("secondLevel", 8), await targetOf(seen))).ok).toBe(true);
    expect((await takeBackReview(at("secondLevel", 60), await targetOf(unseen))).ok).toBe(true);
  });

  it("agreed to anew stays once HR has opened it anew, however short before it was opened", async () => {
    const sheet = await appraisalIn(company, "second_level", { manager: { integrity: 2 } });
    const open = (after: number) =>
      openAuditDossier(company.actor("hrPartner"), sheet.id, at("hrPartner", after).now);
    const agreeAt = async (after: number) =>
      agreeToSheets(at("secondLevel", after), { items: [await targetOf(sheet)], comment: "" });
    const takeBackAt = async (after: number) =>
      takeBackReview(at("secondLevel", after), await targetOf(sheet));
    const reversible = async () =>
      (await readDecided(company.actor("secondLevel"), "second_level", {})).rows.find(
        (row) => row.appraisalId === sheet.id && row.verdict === "agreed",
      )?.reversible;
    await agree(sheet);
    await open(5);
    expect((await takeBackAt(8)).ok).toBe(true);
    await agreeAt(60);
    expect(await reversible()).toBe((await targetOf(sheet)).version);
    await open(90);
    expect(await reversible()).toBeNull();
    expect(await takeBackAt(120)).toMatchObject({ ok: false, code: "moved_on" });
  });

  it("and HR's opening at once, 20 rounds: whichever comes first keeps the other out", async () => {
    for (let round = 0; round < 20; round += 1) {
      const sheet = await appraisalIn(company, "second_level", { manager: { integrity: 2 } });
      await agree(sheet);
      const target = await targetOf(sheet);
      const [back] = await Promise.all([
        takeBackReview(at("secondLevel", 60), target),
        openAuditDossier(company.actor("hrPartner"), sheet.id, at("hrPartner", 60).now),
      ]);
      const looks = await database().recordedEvent.count({
        where: { appraisalId: sheet.id, kind: "hr.opened" },
      });
      expect(looks).toBe(back.ok ? 0 : 1);
    }
  });

  it("stays once HR has decided, whatever version is sent", async () => {
    const sheet = await appraisalIn(company, "second_level");
    await agree(sheet);
    const before = await targetOf(sheet);
    await confirm(sheet, "customer-first");
    for (const target of [before, await targetOf(sheet)])
      expect(await takeBackReview(at("secondLevel", 5), target)).toMatchObject({
        ...{ ok: false, code: "moved_on" },
      });
    expect(await stateOf(sheet)).toBe("hr_audit");
  });
});

describe("a return", () => {
  it("is taken back before the manager writes, and asks for nothing any more", async () => {
    const sheet = await appraisalIn(company, "second_level");
    const reasons = [{ ...pin, value: "passion", reason: "请补充事实" }];
    await returnSheet(at("secondLevel"), { ...sheet.target, reasons });
    expect((await takeBackReview(at("secondLevel", 5), await targetOf(sheet))).ok).toBe(true);
    expect(await stateOf(sheet)).toBe("second_level");
    const [note] = await database().returnNote.findMany({ where: { appraisalId: sheet.id } });
    expect(note?.takenBackAt).toEqual(note?.resolvedAt);
    const view = await readScoring(company.actor("manager"), sheet.id, company.now);
    expect(view?.notes).toEqual([]);
  });

  it("stays once the manager has begun, and after the ten seconds", async () => {
    const begun = await appraisalIn(company, "second_level");
    const late = await appraisalIn(company, "second_level");
    const reasons = [{ ...pin, value: "passion", reason: "请补充事实" }];
    for (const sheet of [begun, late])
      await returnSheet(at("secondLevel"), { ...sheet.target, reasons });
    const [first] = company.ruleset.framework.values;
    if (first === undefined) throw new Error("no value");
    const value = valueWith(first, 6);
    await saveManagerValue(at("manager", 2), { ...(await targetOf(begun)), value });
    expect(await takeBackReview(at("secondLevel", 5), await targetOf(begun))).toMatchObject({
      code: "moved_on",
    });
    expect(await takeBackReview(at("secondLevel", 16), await targetOf(late))).toMatchObject({
      code: "moved_on",
    });
    expect(await stateOf(late)).toBe("manager_scoring");
  });

  it("of several scores by HR goes back whole", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    const why = { ...pin, reason: "看不清经过", caseReason: "insufficient" as const };
    const reasons = [
      { ...why, value: "integrity" },
      { ...why, value: "integrity", reason: "也没有时间" },
      { ...why, value: "passion" },
    ];
    await returnScores(at("hrPartner"), { ...sheet.target, reasons });
    const input = { ...(await targetOf(sheet)), value: "passion" };
    expect((await takeBackScore(at("hrPartner", 3), input)).ok).toBe(true);
    expect(await stateOf(sheet)).toBe("hr_audit");
    const { rows } = await readQueue(
      company.actor("hrPartner"),
      auditFilterSchema.parse({}),
      company.now,
    );
    const waiting = rows.filter(({ appraisalId }) => appraisalId === sheet.id);
    expect(waiting.map(({ value }) => value)).toEqual(["customer-first", "integrity"]);
  });
});

describe("HR's confirmation", () => {
  it("is reversed as long as the sheet has not moved, and the score waits again", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    await confirm(sheet, "customer-first");
    const listed = await readDecided(company.actor("hrPartner"), "hr", {});
    const [row] = listed.rows.filter(({ appraisalId }) => appraisalId === sheet.id);
    expect(row).toMatchObject({ value: "customer-first", verdict: "confirmed" });
    const version = row?.reversible ?? 0;
    const input = { appraisalId: sheet.id, version, value: "customer-first" };
    expect((await takeBackScore(at("hrPartner", 3600), input)).ok).toBe(true);
    const dossier = await openAuditDossier(company.actor("hrPartner"), sheet.id, company.now);
    const value = dossier?.values.find(({ key }) => key === "customer-first");
    expect(value).toMatchObject({ toVerify: true, verification: null });
    const after = await readDecided(company.actor("hrPartner"), "hr", {});
    const mine = after.rows.filter(({ appraisalId }) => appraisalId === sheet.id);
    expect(mine.map(({ verdict }) => verdict)).toEqual(["taken_back", "confirmed"]);
    expect(mine.map(({ reversible }) => reversible)).toEqual([null, null]);
  });

  it("that moved the sheet comes back from the approver, who has not decided", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    await confirm(sheet, "customer-first");
    await confirm(sheet, "integrity");
    expect(await stateOf(sheet)).toBe("approval");
    const input = { ...(await targetOf(sheet)), value: "integrity" };
    expect((await takeBackScore(at("hrPartner", 4), input)).ok).toBe(true);
    expect(await stateOf(sheet)).toBe("hr_audit");
    await confirm(sheet, "integrity");
    expect(await stateOf(sheet)).toBe("approval");
  });

  it("is nobody else's to take back", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    await confirm(sheet, "customer-first");
    const input = { ...(await targetOf(sheet)), value: "customer-first" };
    for (const person of ["manager", "secondLevel", "divisionHead", "hrAdmin"] as const)
      expect(await takeBackScore(at(person, 1), input), person).toMatchObject({
        code: "not_found",
      });
    const other = { ...input, value: "passion" };
    expect(await takeBackScore(at("hrPartner", 1), other)).toMatchObject({ code: "not_found" });
  });
});

describe("an approver's vote", () => {
  it.each(["approved", "declined"] as const)("%s is taken back and given anew", async (verdict) => {
    const sheet = await appraisalIn(company, "approval");
    const words = { ...sheet.target, value: "customer-first", reason: "好的示范" };
    const no = { ...pin, value: "customer-first", reason: "看不出提前预见" };
    if (verdict === "approved") await approveTop(at("divisionHead"), words);
    else await declineTops(at("divisionHead"), { ...sheet.target, reasons: [no] });
    const input = { ...(await targetOf(sheet)), value: "customer-first" };
    expect((await takeBackTop(at("divisionHead", 3), input)).ok).toBe(true);
    expect(await stateOf(sheet)).toBe("approval");
    const again = { ...words, ...(await targetOf(sheet)) };
    expect((await approveTop(at("divisionHead", 30), again)).ok).toBe(true);
    expect(await stateOf(sheet)).toBe("interview");
  });
});

describe("the database", () => {
  it("refuses a second word of one round, and taking back what is not there or another's", async () => {
    const sheet = await appraisalIn(company, "hr_audit");
    await alter(sheet.id, { state: "second_level" });
    const { secondLevel: byId, hrPartner } = company.ids;
    const word = { appraisalId: sheet.id, round: 1, byId, at: company.now };
    const give = (over: object) =>
      database().secondLevelDecision.create({ data: { ...word, verdict: "agreed", ...over } });
    await expect(give({})).rejects.toThrow();
    await expect(give({ verdict: "taken_back", byId: hrPartner })).rejects.toThrow();
    await expect(give({ verdict: "taken_back", round: 2 })).rejects.toThrow();
    await give({ verdict: "taken_back" });
    await expect(give({ verdict: "taken_back" })).rejects.toThrow();
    await give({});
  });
});
