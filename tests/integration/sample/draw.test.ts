import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { confirmScore, returnScores } from "@/lib/hr-audit/commands";
import { readQueue } from "@/lib/hr-audit/queries/queue";
import { openAuditDossier } from "@/lib/hr-audit/queries/sheet";
import { auditFilterSchema } from "@/lib/hr-audit/schema";
import { drawDue } from "@/lib/sample/jobs";
import { readWaitingTeams } from "@/lib/sample/queries";
import { agreeToSheets, takeBackReview } from "@/lib/second-level/commands";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { cycleUnder } from "../../support/cycles";
import { buildCompany, day, type TestCompany } from "../../support/company";
import { alter, eventsOf, resubmit, rowOf } from "../../support/review";
import { drawsOf, newManager, seal } from "./support";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
  await seal(company);
  // As long as somebody is before the draw, the seed stays sealed.
  await appraisalIn(company, "self_review", { line: { managerId: await newManager(company) } });
});

/** Six plain scores, all of which may be drawn: at 20 % two of six, two of twelve rounded up three. */
const threes = { "customer-first": 6, integrity: 6 };

const sheetOf = (
  managerId: string,
  state: "second_level" | "hr_audit" | "manager_scoring" = "second_level",
) => appraisalIn(company, state, { manager: threes, line: { managerId } });

async function agree(sheet: TestAppraisal) {
  const { version } = await rowOf(sheet.id);
  const items = [{ appraisalId: sheet.id, version }];
  const outcome = await agreeToSheets(company.context("secondLevel"), { items, comment: "" });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.agreed[0];
}

async function confirm(sheet: TestAppraisal, value: string) {
  const { version } = await rowOf(sheet.id);
  const given = { appraisalId: sheet.id, version, value, comment: "" };
  return confirmScore(company.context("hrPartner"), given);
}

const queueOf = async (sheet: TestAppraisal) => {
  const filter = auditFilterSchema.parse({ kind: "sample" });
  const { rows } = await readQueue(company.actor("hrPartner"), filter, company.now);
  return rows.filter(({ appraisalId }) => appraisalId === sheet.id);
};

const waitingFor = async (managerId: string) =>
  (await readWaitingTeams(company.actor("hrPartner"), undefined)).find(
    (team) => team.managerId === managerId,
  )?.waiting ?? 0;

describe("a manager's sheets", () => {
  it("wait for each other, with nothing to verify, and are drawn when the last has passed", async () => {
    const managerId = await newManager(company);
    const [first, second] = [await sheetOf(managerId), await sheetOf(managerId)];
    expect(await agree(first)).toMatchObject({ state: "hr_audit", version: 2 });
    expect(await drawsOf(company, managerId)).toEqual([]);
    expect(await waitingFor(managerId)).toBe(1);
    const hr = company.actor("hrPartner");
    expect(await openAuditDossier(hr, first.id, company.now)).toMatchObject({ awaitsDraw: true });
    expect(await readDossier(company.actor("secondLevel"), first.id)).toMatchObject({
      awaitsDraw: false,
    });

    const answer = await agree(second);
    const [draw, ...more] = await drawsOf(company, managerId);
    expect(more).toEqual([]);
    expect(draw).toMatchObject({ appraisalId: null, percent: 20 });
    expect(draw?.population).toHaveLength(12);
    expect(draw?.drawn).toHaveLength(3);
    expect(draw?.drawn).toEqual(draw?.redone);
    expect(await waitingFor(managerId)).toBe(0);
    for (const sheet of [first, second]) {
      const own = (draw?.drawn ?? []).filter((item) => item.startsWith(sheet.id));
      const row = await rowOf(sheet.id);
      expect(row.state).toBe(own.length > 0 ? "hr_audit" : "interview");
      expect(row.finalAt === null).toBe(own.length > 0);
      const values = own.map((item) => item.split("/")[1]).sort();
      expect((await queueOf(sheet)).map(({ value }) => value).sort()).toEqual(values);
      const event = (await eventsOf(sheet.id)).find(({ kind }) => kind === "sample.drawn");
      expect(event).toMatchObject({ actorId: null });
    }
    expect(answer?.state).toBe((await rowOf(second.id)).state);
    expect(answer?.version).toBe((await rowOf(second.id)).version);
  });

  it("are drawn at the deadline of the second level as far as they are there; each later one by itself", async () => {
    const managerId = await newManager(company);
    const [here, away] = [await sheetOf(managerId), await sheetOf(managerId)];
    await agree(here);
    await drawDue(company.now);
    expect(await drawsOf(company, managerId)).toEqual([]);
    await drawDue(new Date(company.now.getTime() + 31 * day));
    expect(await drawsOf(company, managerId)).toMatchObject([{ appraisalId: null }]);
    await agree(away);
    const draws = await drawsOf(company, managerId);
    expect(draws.map(({ appraisalId }) => appraisalId)).toEqual([null, away.id]);
    for (const { population, drawn, redone } of draws) {
      expect([population.length, drawn.length]).toEqual([6, 2]);
      expect(drawn).toEqual(redone);
    }
  });

  it("pass HR when what was drawn is confirmed, and not before", async () => {
    const managerId = await newManager(company);
    const sheet = await sheetOf(managerId);
    await agree(sheet);
    const drawn = (await queueOf(sheet)).map(({ value }) => value);
    const [first = "", second = ""] = drawn;
    const other = company.ruleset.framework.values.find(({ key }) => !drawn.includes(key));
    expect(await confirm(sheet, other?.key ?? "")).toMatchObject({
      fields: { value: { code: "nothing_to_verify" } },
    });
    expect(await confirm(sheet, first)).toMatchObject({
      value: { value: { state: "hr_audit", left: 1 } },
    });
    expect(await confirm(sheet, second)).toMatchObject({
      value: { value: { state: "interview", left: 0 } },
    });
  });

  it("are looked at by HR where a score was changed that had taken part and was not drawn", async () => {
    const managerId = company.ids.manager;
    const sheet = await sheetOf(managerId);
    await agree(sheet);
    const drawn = (await queueOf(sheet)).map(({ value }) => value);
    const { values } = company.ruleset.framework;
    const spared = values.filter(({ key }) => !drawn.includes(key))[0]?.key ?? "";
    const { version } = await rowOf(sheet.id);
    const pin = { value: spared, rung: null, caseId: null, reason: "请补充。" };
    const reasons = [{ ...pin, caseReason: "insufficient" as const }];
    const target = { appraisalId: sheet.id, version };
    await returnScores(company.context("hrPartner"), { ...target, reasons });
    const changed = values.filter(({ key }) => ![...drawn, spared].includes(key))[0]?.key ?? "";
    await resubmit(company, sheet.id, { [changed]: 5 });
    await agree(sheet);
    const queue = await queueOf(sheet);
    expect(queue.find(({ value }) => value === changed)?.reason).toBe("altered");
    const dossier = await readDossier(company.actor("hrPartner"), sheet.id);
    const shown = dossier?.values.find(({ key }) => key === changed);
    expect(shown).toMatchObject({ drawn: "altered", toVerify: true });
    expect((await confirm(sheet, changed)).ok).toBe(true);
    expect((await queueOf(sheet)).map(({ value }) => value)).not.toContain(changed);
  });

  it("hold an agreement that has them drawn: nobody takes it back who saw what was drawn", async () => {
    const managerId = await newManager(company);
    const [first, second] = [await sheetOf(managerId), await sheetOf(managerId)];
    const back = async ({ id }: TestAppraisal) => {
      const { version } = await rowOf(id);
      return takeBackReview(company.context("secondLevel"), { appraisalId: id, version });
    };
    await agree(first);
    expect(await back(first)).toMatchObject({ ok: true });
    await agree(first);
    await agree(second);
    for (const sheet of [first, second])
      expect(await back(sheet)).toMatchObject({ ok: false, code: "moved_on" });
    const word = database().$executeRaw`
      INSERT INTO second_level_decision (id, appraisal_id, round, verdict, by_id, at)
      VALUES (gen_random_uuid(), ${second.id}::uuid, 1, 'taken_back', ${company.ids.secondLevel}::uuid, now())`;
    await expect(word).rejects.toThrow(/stands once its draw is done/);
  });

  it("stay with HR when all that must be verified is confirmed and the draw is to come", async () => {
    const managerId = await newManager(company);
    const low = { ...threes, integrity: 2 };
    const sheet = await appraisalIn(company, "second_level", { manager: low, line: { managerId } });
    await sheetOf(managerId);
    await agree(sheet);
    expect(await confirm(sheet, "integrity")).toMatchObject({
      value: { value: { state: "hr_audit", left: 0 } },
    });
    expect(await rowOf(sheet.id)).toMatchObject({ state: "hr_audit" });
    expect(await waitingFor(managerId)).toBe(1);
  });

  it("keep their place when one is handed in again: what took part does so once", async () => {
    const managerId = await newManager(company);
    const sheet = await sheetOf(managerId);
    await agree(sheet);
    const before = await drawsOf(company, managerId);
    const [first] = await queueOf(sheet);
    const { version } = await rowOf(sheet.id);
    const returned = await returnScores(company.context("hrPartner"), {
      ...{ appraisalId: sheet.id, version },
      reasons: [
        {
          ...{ value: first?.value ?? "", rung: null, caseId: null },
          ...{ caseReason: "insufficient" as const, reason: "请补充。" },
        },
      ],
    });
    expect(returned.ok).toBe(true);
    await alter(sheet.id, { state: "second_level", round: 2 });
    await agree(sheet);
    expect(await drawsOf(company, managerId)).toEqual(before);
    expect((await queueOf(sheet)).length).toBe(2);
  });
});

describe("the seed", () => {
  it("is revealed when no sheet is before its draw; what comes after that is looked at altogether", async () => {
    const { framework, policy } = company.ruleset;
    const other = await cycleUnder(company, framework, policy);
    await seal(other);
    const managerId = await newManager(other);
    const on = (state: "second_level") =>
      appraisalIn(other, state, { manager: threes, line: { managerId } });
    const [sheet, later] = [await on("second_level"), await on("second_level")];
    await agree(sheet);
    const seed = () =>
      database().sampleSeed.findUniqueOrThrow({ where: { cycleId: other.cycleId } });
    expect((await seed()).revealedAt).toBeNull();
    await alter(later.id, { state: "interview" });
    await drawDue(company.now);
    expect((await seed()).revealedAt).toEqual(company.now);
    expect(
      await database().recordedEvent.count({
        where: { cycleId: other.cycleId, kind: "sample.revealed" },
      }),
    ).toBe(1);
    await alter(later.id, { state: "second_level" });
    await agree(later);
    const draws = await drawsOf(other, managerId);
    expect(draws.map(({ percent, drawn }) => [percent, drawn.length])).toEqual([
      [20, 2],
      [100, 6],
    ]);
  });
});
