import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pauseCycle, resumeCycle } from "@/lib/cycle/commands/cycle";
import { readCycle } from "@/lib/cycle/queries";
import { database } from "@/lib/db/client";
import { readDecided } from "@/lib/dossier/queries/decided";
import { agreeToSheets } from "@/lib/second-level/commands";
import { readReviewDossier, readReviewPage } from "@/lib/second-level/queries";
import { readSelfReview } from "@/lib/self-review/queries";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, day, people, type TestCompany } from "../../support/company";
import { cycleUnder } from "../../support/cycles";
import { scorerOf, threes } from "../../support/manager-scoring";
import { rowOf } from "../../support/review";
import { handOversOf } from "../hand-over/support";

let everybody: TestCompany;
beforeAll(async () => {
  everybody = await buildCompany();
});

/** A cycle of each test's own: another's pause is none of its business. */
let company: TestCompany;
beforeEach(async () => {
  const { framework, policy } = everybody.ruleset;
  company = await cycleUnder(everybody, framework, policy);
});

async function target() {
  const { cycleId } = company;
  const { version } = await database().cycle.findUniqueOrThrow({ where: { id: cycleId } });
  return { cycleId, version };
}

const closing = async () => {
  const rows = await database().stageWindow.findMany({ where: { cycleId: company.cycleId } });
  return rows.map(({ closesAt }) => closesAt.getTime()).toSorted((a, b) => a - b);
};

it("stops all writing with a reason, and moves what is to come on resuming", async () => {
  const sheet = await appraisalIn(company, "second_level");
  const own = await appraisalIn(company, "self_review");
  const before = await closing();
  for (const person of people.filter((one) => one !== "hrAdmin"))
    expect(
      await pauseCycle(company.context(person), { ...(await target()), reason: "系统故障" }),
    ).toEqual({ ok: false, code: "not_found" });
  const decided = await appraisalIn(company, "second_level");
  const given = { items: [decided.target], comment: "" };
  expect(await agreeToSheets(company.context("secondLevel"), given)).toMatchObject({ ok: true });
  const reversible = async () => {
    const { rows } = await readDecided(company.actor("secondLevel"), "second_level", {});
    return rows.find(({ appraisalId }) => appraisalId === decided.id)?.reversible;
  };
  expect(await reversible()).toBeGreaterThan(0);
  const admin = company.context("hrAdmin");
  expect(await pauseCycle(admin, { ...(await target()), reason: "系统故障" })).toMatchObject({
    ok: true,
  });
  expect(await pauseCycle(admin, { ...(await target()), reason: "再停" })).toMatchObject({
    code: "already_done",
  });
  const agree = (at = 0) =>
    agreeToSheets(company.context("secondLevel", at), { items: [sheet.target], comment: "" });
  expect(await agree()).toMatchObject({ ok: false, code: "cycle_paused" });
  expect(await reversible()).toBeNull();
  const page = await readReviewPage(company.actor("secondLevel"), {}, company.now);
  expect(page.groups[0]?.rows[0]?.locked).toEqual({ code: "cycle_paused", at: company.now });
  expect((await readSelfReview(own.employee, own.id, company.now))?.locked).toBe("cycle_paused");
  const view = await readCycle(company.actor("hrAdmin"), company.cycleId, null, company.now);
  expect(view?.paused).toEqual({ since: company.now, reason: "系统故障" });
  const row = database()
    .$executeRaw`INSERT INTO second_level_decision (id, appraisal_id, round, verdict, comment, by_id, at)
    VALUES (gen_random_uuid(), ${sheet.id}::uuid, 1, 'agreed', '', ${company.ids.secondLevel}::uuid, now())`;
  await expect(row).rejects.toThrow(/paused/);
  const opened = () => database().submissionFateRow.count({ where: { appraisalId: sheet.id } });
  const look = () => readReviewDossier(company.actor("secondLevel"), sheet.id, company.now);
  expect(await look()).not.toBeNull();
  expect(await opened()).toBe(0);
  const later = company.context("hrAdmin", 1.5);
  const resume = async (days: number) =>
    resumeCycle(later, { ...(await target()), reason: "已修复", days });
  expect(await resume(1)).toMatchObject({
    fields: { days: { code: "pause_longer", data: { days: 2 } } },
  });
  expect(await resume(2)).toMatchObject({ ok: true });
  expect(await closing()).toEqual(before.map((at) => at + 2 * day));
  await look();
  expect(await opened()).toBe(1);
  expect(await agree(2)).toMatchObject({ ok: true });
  expect(await resume(0)).toMatchObject({ code: "already_done" });
});

it("lets the windows stay where HR says so", async () => {
  const before = await closing();
  await pauseCycle(company.context("hrAdmin", 2), { ...(await target()), reason: "停电" });
  const resumed = await resumeCycle(company.context("hrAdmin", 3), {
    ...(await target()),
    ...{ reason: "来电", days: 0 },
  });
  expect(resumed).toMatchObject({ ok: true });
  expect(await closing()).toEqual(before);
});

it("is refused by the database without its record", async () => {
  const silent = database()
    .$executeRaw`UPDATE cycle SET paused_at = now() WHERE id = ${company.cycleId}::uuid`;
  await expect(silent).rejects.toThrow(/with a reason/);
});

it("a pause and a save at once, 200 rounds: saved before it, or refused", async () => {
  const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
  const scorer = scorerOf(company);
  const admin = company.context("hrAdmin");
  let kept = 0;
  for (let round = 0; round < 200; round += 1) {
    const { version } = await rowOf(sheet.id);
    const save = (at: number) =>
      scorer.save(sheet, at, scorer.valueAt("integrity", round % 2 === 0 ? 6 : 4));
    const [saved, paused] = await Promise.all([
      save(version),
      pauseCycle(admin, { ...(await target()), reason: "停电" }),
    ]);
    expect(paused).toMatchObject({ ok: true });
    kept += saved.ok ? 1 : 0;
    if (!saved.ok) expect(saved.code).toBe("cycle_paused");
    const after = await rowOf(sheet.id);
    expect(after.version).toBe(version + (saved.ok ? 1 : 0));
    expect(await save(after.version)).toMatchObject({ ok: false, code: "cycle_paused" });
    expect(
      await resumeCycle(admin, { ...(await target()), reason: "来电", days: 0 }),
    ).toMatchObject({ ok: true });
  }
  const where = { appraisalId: sheet.id, kind: "manager.saved" };
  expect(await database().recordedEvent.count({ where })).toBe(kept);
}, 180_000);

describe("the database keeps a paused cycle as it is", () => {
  /** What is no work on a sheet, and goes on: hand-overs, who is in, the calendar; who opened a sheet is kept, what is taken back refused. */
  const goesOn = ["hand_over", "own_window", "participant", "stage_window"];

  const guarded = (guard: string) => database().$queryRaw<{ name: string; inserts: boolean }[]>`
    SELECT c.relname AS name, (t.tgtype & 4) <> 0 AS inserts FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE t.tgname = c.relname || ${guard} ORDER BY 1`;

  it("in every table that a closed cycle keeps, save for what goes on", async () => {
    const names = async (guard: string) => (await guarded(guard)).map(({ name }) => name);
    const paused = await names("_not_paused");
    const closed = [...(await names("_cycle_open")), "sample_draw"].toSorted();
    expect(paused).toEqual(closed.filter((name) => !goesOn.includes(name)));
  });

  it("with every guard refusing, a hand-over that begins anew let through", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    const scorer = scorerOf(company);
    await scorer.save(sheet, 1, scorer.valueAt("integrity", 6));
    await pauseCycle(company.context("hrAdmin", 4), { ...(await target()), reason: "停电" });
    const run = (statement: string) => database().$executeRawUnsafe(statement);
    const tables = (await guarded("_not_paused")).filter(({ inserts }) => inserts);
    expect(tables.length).toBeGreaterThan(13);
    for (const { name } of tables) {
      const of =
        name === "sample_draw" ? ["cycle_id", company.cycleId] : ["appraisal_id", sheet.id];
      const fate = name === "submission_fate" ? [", fate", ", 'taken_back'"] : ["", ""];
      await expect(
        run(
          `INSERT INTO ${name} (${of[0] ?? ""}${fate[0] ?? ""}) VALUES ('${of[1] ?? ""}'${fate[1] ?? ""})`,
        ),
        name,
      ).rejects.toThrow("the cycle is paused");
    }
    const own = `appraisal_id = '${sheet.id}' AND side = 'manager'`;
    for (const statement of [
      `UPDATE value_score SET half_points = 2 WHERE ${own}`,
      `DELETE FROM judgement WHERE ${own}`,
      `UPDATE appraisal SET state = 'second_level', version = version + 1 WHERE id = '${sheet.id}'`,
    ])
      await expect(run(statement), statement).rejects.toThrow("the cycle is paused");
    const { give } = await handOversOf(company);
    expect(await give([sheet], { way: "anew" })).toMatchObject({ ok: true });
    const where = { appraisalId: sheet.id, side: "manager" as const };
    expect(await database().judgement.count({ where })).toBe(0);
  });
});
