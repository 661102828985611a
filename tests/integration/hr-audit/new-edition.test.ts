import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { reopenSheet } from "@/lib/hr-audit/commands";
import { recordInterview } from "@/lib/interview/commands/record";
import { recordInterviewSchema } from "@/lib/interview/schema";
import { saveManagerValue, submitManagerSheet } from "@/lib/manager-scoring/commands";
import { reopenSheetSchema } from "@/lib/reopening/schema";
import type { ReopenState } from "@/lib/reopening/types";
import { acknowledgeResult, confirmMinutes, objectToResult } from "@/lib/result/commands";
import { readFormerResults, readOwnAppraisals, readResult } from "@/lib/result/queries";
import { agreeToSheets } from "@/lib/second-level/commands";
import { readTrail } from "@/lib/trail/queries";
import { handOversOf } from "../hand-over/support";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { bodies } from "../../support/bodies";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { valueWith } from "../../support/sheets";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const why = "两处事实互相矛盾。";

const rowOf = (id: string) => database().appraisal.findUniqueOrThrow({ where: { id } });

async function target({ id }: TestAppraisal) {
  return { appraisalId: id, version: (await rowOf(id)).version };
}

const sevens = () =>
  Object.fromEntries(company.ruleset.framework.values.map(({ key }) => [key, 7]));

const handedIn = async (sheet: TestAppraisal) => ({
  ...(await target(sheet)),
  ...{ unchanged: true, textsStand: true },
});

async function reopen(sheet: TestAppraisal, to: ReopenState, at = 0) {
  const reasons = [{ value: "customer-first", rung: 4, reason: why }];
  const input = reopenSheetSchema.parse({ ...(await target(sheet)), to, reasons });
  return reopenSheet(company.context("hrPartner", at), input);
}

async function agree(sheet: TestAppraisal, at = 0) {
  const given = await agreeToSheets(company.context("secondLevel", at), {
    ...{ items: [await target(sheet)], comment: "" },
  });
  expect(given).toMatchObject({ ok: true, value: { refused: [] } });
}

/** From the manager's desk to the employee's, `at` days on. */
async function publishAgain(sheet: TestAppraisal, at: number) {
  const manager = company.context("manager", at);
  for (const value of company.ruleset.framework.values) {
    const input = { ...(await target(sheet)), value: valueWith(value, 6) };
    expect(await saveManagerValue(manager, input)).toMatchObject({ ok: true });
  }
  const submitted = await submitManagerSheet(manager, await handedIn(sheet));
  expect(submitted).toMatchObject({ ok: true });
  await agree(sheet, at);
  expect((await rowOf(sheet.id)).state).toBe("interview");
  const body = bodies(company, sheet)["interview.record"];
  const heldOn = new Date(manager.now.getTime()).toISOString().slice(0, 10);
  const input = recordInterviewSchema.parse({
    ...(typeof body === "object" ? body : {}),
    ...(await target(sheet)),
    ...{ heldOn, good: "第二次谈的", told: [] },
  });
  expect(await recordInterview(manager, input)).toMatchObject({ ok: true });
}

const kindsFor = async (who: Person | TestAppraisal, id: string) => {
  const actor = typeof who === "string" ? company.actor(who) : who.employee;
  return (await readTrail(actor, id))?.entries.map(({ event }) => event.kind) ?? [];
};

describe("a published result that HR reopens", () => {
  it.each(["published", "acknowledged", "objected"] as const)(
    "from %s keeps the former one readable for the person and the line, and tells them",
    async (state) => {
      const sheet = await appraisalIn(company, state);
      const before = await readResult(sheet.employee, sheet.id, company.now);
      expect(await readFormerResults(sheet.employee, sheet.id)).toBeNull();
      expect(await reopen(sheet, "manager_scoring")).toMatchObject({ ok: true });
      expect(await rowOf(sheet.id)).toMatchObject({
        ...{ state: "manager_scoring", edition: 2, publishedAt: null, finalAt: null },
        returnedFrom: state,
      });
      expect(await readResult(sheet.employee, sheet.id, company.now)).toBeNull();
      const own = await readFormerResults(sheet.employee, sheet.id);
      expect(own).toMatchObject({ own: true, step: "manager_scoring" });
      const [former] = own?.former ?? [];
      expect(former).toMatchObject({
        ...{ edition: 1, totals: { manager: before?.dossier.totals?.manager } },
        reasons: [{ reason: why, point: 4, value: { en: "Customer First" } }],
      });
      const scores = (values: NonNullable<typeof former>["values"] | undefined) =>
        values?.map(({ key, scores: given }) => [key, given]);
      expect(scores(former?.values)).toEqual(scores(before?.dossier.values));
      expect(former?.interview).toEqual(before?.interview);
      expect(former?.answers).toEqual(before?.answers);
      for (const reader of ["manager", "secondLevel", "hrPartner"] as const)
        expect((await readFormerResults(company.actor(reader), sheet.id))?.former).toHaveLength(1);
      for (const stranger of ["otherManager", "otherHrPartner", "colleague"] as const)
        expect(await readFormerResults(company.actor(stranger), sheet.id)).toBeNull();
      for (const who of [sheet, "manager"] as const)
        expect(await kindsFor(who, sheet.id)).toContain("result.reopened");
      const mine = (await readOwnAppraisals(sheet.employee)).find(
        ({ appraisalId }) => appraisalId === sheet.id,
      );
      expect(mine).toMatchObject({ reopened: true, result: null });
    },
  );

  it("is published anew with minutes and an answer of its own, after all windows, and once more", async () => {
    const sheet = await appraisalIn(company, "acknowledged", { manager: sevens() });
    for (const [edition, at] of [
      [2, 60],
      [3, 90],
    ] as const) {
      expect(await reopen(sheet, "manager_scoring", at)).toMatchObject({ ok: true });
      await publishAgain(sheet, at);
      const { now } = company.context("manager", at);
      const result = await readResult(sheet.employee, sheet.id, now);
      expect(result).toMatchObject({ answers: [], interview: { good: "第二次谈的" } });
      expect(result?.answerShut).toBeNull();
      const context = { ...sheet.context(), now };
      expect(await confirmMinutes(context, await target(sheet))).toMatchObject({ ok: true });
      const read = { ...(await target(sheet)), answer: "accepted" as const };
      expect(await acknowledgeResult(context, read)).toMatchObject({ ok: true });
      const former = await readFormerResults(sheet.employee, sheet.id);
      expect(former?.former.map((one) => one.edition)).toEqual(edition === 2 ? [1] : [2, 1]);
    }
    const former = (await readFormerResults(sheet.employee, sheet.id))?.former ?? [];
    expect(former.map(({ totals }) => totals.manager)).toEqual([36, 42]);
    expect(former.map(({ interview }) => interview?.good)).toEqual([
      "第二次谈的",
      "接住了客户的问题。",
    ]);
    // Each edition's way stays in the employee's trail.
    const kinds = await kindsFor(sheet, sheet.id);
    expect(kinds.filter((kind) => kind === "result.acknowledged").length).toBeGreaterThan(1);
    expect(kinds.filter((kind) => kind === "manager.submitted")).toHaveLength(2);
    const text = { ...(await target(sheet)), text: "总分降低，请说明理由。" };
    const late = { ...sheet.context(), now: company.context("manager", 91).now };
    expect(await objectToResult(late, text)).toMatchObject({ ok: true });
  });

  it("shows nothing of the scores under way to the employee meanwhile", async () => {
    const sheet = await appraisalIn(company, "published", { manager: sevens() });
    await reopen(sheet, "manager_scoring");
    const manager = company.context("manager");
    for (const value of company.ruleset.framework.values)
      await saveManagerValue(manager, { ...(await target(sheet)), value: valueWith(value, 6) });
    const submitted = await submitManagerSheet(manager, await handedIn(sheet));
    expect(submitted).toMatchObject({ ok: true });
    expect(await kindsFor(sheet, sheet.id)).not.toContain("manager.submitted");
    const own = await readFormerResults(sheet.employee, sheet.id);
    expect(own).toMatchObject({ step: "review", former: [{ edition: 1 }] });
  });

  it("goes to the second level with the scores as they are; the note is answered by the decision", async () => {
    const sheet = await appraisalIn(company, "published");
    expect(await reopen(sheet, "second_level")).toMatchObject({ ok: true });
    const open = { where: { appraisalId: sheet.id, resolvedAt: null } };
    expect(await database().returnNote.count(open)).toBe(1);
    await agree(sheet);
    expect(await database().returnNote.count(open)).toBe(0);
    expect((await rowOf(sheet.id)).state).toBe("interview");
  });

  it("is HR's alone to do, never of a closed cycle", async () => {
    const sheet = await appraisalIn(company, "published");
    const reasons = [{ reason: why, value: null, rung: null, caseId: null }];
    const input = { ...(await target(sheet)), to: "self_review" as const, reasons };
    for (const person of ["manager", "secondLevel", "divisionHead", "otherHrPartner"] as const)
      expect((await reopenSheet(company.context(person), input)).ok).toBe(false);
    expect((await reopenSheet(sheet.context(), input)).ok).toBe(false);
    expect((await rowOf(sheet.id)).edition).toBe(1);
  });
});

const within = (work: (tx: Tx) => Promise<unknown>) =>
  database().$transaction(async (tx) => {
    await work(tx);
    await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  });

const note = (tx: Tx, id: string) => tx.$executeRaw`
  INSERT INTO return_note (id, appraisal_id, from_state, to_state, reason, by_id, at)
  SELECT gen_random_uuid(), id, state, 'manager_scoring', '重看', ${company.ids.hrPartner}::uuid, '2026-11-22T00:00:00Z'
  FROM appraisal WHERE id = ${id}::uuid`;
const keep = (tx: Tx, id: string, total: number | null = null) => tx.$executeRaw`
  INSERT INTO former_result (appraisal_id, edition, from_state, to_state, final_at, published_at, self_total, manager_total,
    band, self_number, manager_number, by_id, at)
  SELECT id, edition, state, 'manager_scoring', final_at, published_at, self_total, coalesce(${total}::int, manager_total), band,
    1, 1, ${company.ids.hrPartner}::uuid, '2026-11-22T00:00:00Z'
  FROM appraisal WHERE id = ${id}::uuid`;
const leave = (tx: Tx, id: string, edition: number) => tx.$executeRaw`
  UPDATE appraisal SET state = 'manager_scoring', edition = ${edition}, version = version + 1,
    state_since = '2026-11-22T00:00:00Z', published_at = NULL, final_at = NULL WHERE id = ${id}::uuid`;

describe("the database", () => {
  it("lets no published result go without keeping it, as it was, as a new edition", async () => {
    const { id } = await appraisalIn(company, "acknowledged");
    const lost = "a published result is reopened as a new edition";
    const work = (...steps: ((tx: Tx) => Promise<unknown>)[]) =>
      within(async (tx) => {
        await note(tx, id);
        for (const step of steps) await step(tx);
      });
    await expect(work((tx) => leave(tx, id, 1))).rejects.toThrow(lost);
    await expect(work((tx) => leave(tx, id, 2))).rejects.toThrow(lost);
    await expect(
      work(
        (tx) => keep(tx, id, 60),
        (tx) => leave(tx, id, 2),
      ),
    ).rejects.toThrow(lost);
    await expect(within((tx) => keep(tx, id))).rejects.toThrow("was reopened");
    const raise = (tx: Tx) => tx.$executeRaw`
      UPDATE appraisal SET edition = 2, version = version + 1 WHERE id = ${id}::uuid`;
    await expect(within(raise)).rejects.toThrow(lost);
    await work(
      (tx) => keep(tx, id),
      (tx) => leave(tx, id, 2),
    );
    const change = (tx: Tx) => tx.$executeRaw`UPDATE former_result SET band = NULL`;
    await expect(within(change)).rejects.toThrow("append-only");
    await expect(within((tx) => tx.$executeRaw`DELETE FROM former_result`)).rejects.toThrow(
      "append-only",
    );
    await expect(within((tx) => tx.$executeRaw`TRUNCATE former_result`)).rejects.toThrow();
    const answer = (tx: Tx) => tx.$executeRaw`
      INSERT INTO acknowledgement (appraisal_id, edition, kind, text, at)
      VALUES (${id}::uuid, 1, 'objected', '不同意', '2026-11-23T00:00:00Z')`;
    await expect(within(answer)).rejects.toThrow("of the edition the sheet is at");
  });
});

describe("a former result and who takes the sheet over", () => {
  it("is read by whoever scored it then, and by no manager after, unless the policy opens it", async () => {
    const { give } = await handOversOf(company);
    const sheet = await appraisalIn(company, "published");
    expect(await reopen(sheet, "manager_scoring")).toMatchObject({ ok: true });
    const formerFor = async (person: Person) =>
      (await readFormerResults(company.actor(person), sheet.id))?.former.length ?? null;
    expect(await formerFor("manager")).toBe(1);
    expect(await give([sheet], { way: "anew" })).toMatchObject({ ok: true });
    expect(await formerFor("otherManager")).toBeNull();
    expect(await formerFor("manager")).toBeNull();
    for (const person of ["hrPartner"] as const) expect(await formerFor(person), person).toBe(1);
    const own = await readFormerResults(sheet.employee, sheet.id);
    expect(own?.former).toHaveLength(1);
    const back = { from: "otherManager", to: "manager" } as const;
    expect(await give([sheet], back)).toMatchObject({ ok: true });
    expect(await formerFor("manager")).toBe(1);
  });
});
