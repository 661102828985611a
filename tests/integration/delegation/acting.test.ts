import { beforeAll, describe, expect, it } from "vitest";
import { approveTop } from "@/lib/approval/commands";
import { readTops } from "@/lib/approval/queries";
import { database } from "@/lib/db/client";
import { endDelegation } from "@/lib/delegation/commands";
import { readDelegationPage } from "@/lib/delegation/queries";
import { readDecided } from "@/lib/dossier/queries/decided";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { readTrail } from "@/lib/trail/queries";
import { readHome } from "@/lib/home/queries";
import { confirmScore } from "@/lib/hr-audit/commands";
import { saveManagerValue } from "@/lib/manager-scoring/commands";
import { readTeam } from "@/lib/manager-scoring/queries";
import { agreeToSheets, takeBackReview } from "@/lib/second-level/commands";
import { readReviewPage } from "@/lib/second-level/queries";
import { readWaiting } from "@/lib/visit/queries";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { inputOf, scorerOf, threes } from "../../support/manager-scoring";
import { rowOf } from "../../support/review";
import { delegationsOf } from "./support";

let company: TestCompany;
let given: ReturnType<typeof delegationsOf>;
beforeAll(async () => {
  company = await buildCompany();
  given = delegationsOf(company);
  const data = { managerId: company.ids.secondLevel };
  await database().employee.update({ where: { id: company.ids.otherManager }, data });
});

async function named(...args: Parameters<typeof given.name>): Promise<string> {
  const answer = await given.name(...args);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value.delegationId;
}

const end = (delegationId: string) => endDelegation(company.context("hrAdmin"), { delegationId });

const doneFor = (appraisalId: string) =>
  database().recordedEvent.findMany({
    where: { appraisalId, forId: { not: null } },
    select: { kind: true, actorId: true, forId: true },
  });

describe("a deputy", () => {
  it("scores while it runs, is asked at home and in the list, and what is done says for whom", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    const before = await given.contextOf("otherManager");
    const value = scorerOf(company).valueAt("integrity", 6);
    const save = async (context: typeof before) =>
      saveManagerValue(context, inputOf(sheet, (await rowOf(sheet.id)).version, value));
    expect(await save(before)).toMatchObject({ code: "not_found" });
    const id = await named("manager", "otherManager", { employeeIds: [sheet.employeeId] });
    const context = await given.contextOf("otherManager");
    expect(await save(context)).toMatchObject({ ok: true });
    expect(await save(company.context("manager"))).toMatchObject({ ok: true });
    const { tasks } = await readHome(context.actor, context.now);
    expect(tasks).toMatchObject([{ kind: "manager_scoring", count: 1, deputyFor: "主管丁" }]);
    const team = await readTeam(context.actor, {}, context.now);
    expect(team?.members).toMatchObject([{ appraisalId: sheet.id, deputyFor: "主管丁" }]);
    expect(await readWaiting(context.actor, context.now)).toEqual([
      { room: "manager", forName: null, count: 0 },
      { room: "manager", forName: "主管丁", count: 1 },
    ]);
    const line = { managerId: company.ids.otherManager };
    await appraisalIn(company, "manager_scoring", { line });
    expect(await readWaiting(context.actor, context.now)).toMatchObject([
      { forName: null, count: 1 },
      { forName: "主管丁", count: 1 },
    ]);
    expect(await readWaiting(company.actor("manager"), company.now)).toEqual([]);
    const { ids } = company;
    expect(await doneFor(sheet.id)).toEqual([
      { kind: "manager.saved", actorId: ids.otherManager, forId: ids.manager },
    ]);
    await end(id);
    expect(await save(context)).toMatchObject({ code: "not_found" });
    expect(await save(await given.contextOf("otherManager"))).toMatchObject({ code: "not_found" });
    const { actor } = await given.contextOf("otherManager");
    const left = (await readTeam(actor, {}, company.now))?.members ?? [];
    expect(left).toMatchObject([{ deputyFor: null }]);
  });

  it("has nothing before the first day and after the last", async () => {
    const id = await named("manager", "otherManager", { from: "2026-11-23", until: "2026-11-24" });
    const known = async (at: number) => (await given.contextOf("otherManager", at)).actor.deputyFor;
    expect(await known(0)).toEqual([]);
    expect(await known(2)).toMatchObject([{ forName: "主管丁", rooms: ["manager"] }]);
    expect(await known(4)).toEqual([]);
    await end(id);
  });

  it("agrees for a second level only where they have no other part in the sheet", async () => {
    const id = await named("secondLevel", "manager", { rooms: ["second_level"] });
    const context = await given.contextOf("manager");
    const scored = await appraisalIn(company, "second_level");
    const line = { managerId: company.ids.otherManager };
    const others = await appraisalIn(company, "second_level", { line });
    const agree = (sheet: typeof scored) =>
      agreeToSheets(context, { items: [sheet.target], comment: "" });
    const listed = (await readReviewPage(context.actor, {}, context.now)).groups;
    expect(listed.flatMap(({ rows }) => rows)).toMatchObject([
      { appraisalId: others.id, deputyFor: "部门长丙" },
    ]);
    expect(await agree(scored)).toMatchObject({ code: "not_found" });
    expect(await agree(others)).toMatchObject({ ok: true });
    expect(await doneFor(others.id)).toMatchObject([{ kind: "second_level.agreed" }]);
    const dossier = await readDossier(company.actor("hrPartner"), others.id);
    const [entry] = dossier?.history.filter(({ kind }) => kind === "agreed") ?? [];
    expect(entry).toMatchObject({ by: "主管丁", byFor: "部门长丙" });
    const trail = await readTrail(company.actor("hrPartner"), others.id);
    expect(trail?.entries[0]).toMatchObject({ by: "主管丁", byFor: "部门长丙" });
    const decided = await readDecided(context.actor, "second_level", {});
    expect(decided.rows).toMatchObject([{ deputyFor: "部门长丙" }]);
    const { ids } = company;
    const page = await readDelegationPage(
      company.actor("secondLevel"),
      ids.secondLevel,
      company.now,
    );
    expect(page?.acts).toMatchObject([{ deputy: "主管丁", kind: "second_level.agreed" }]);
    const target = { appraisalId: others.id, version: (await rowOf(others.id)).version };
    expect(await takeBackReview(context, target)).toMatchObject({ ok: true });
    const after = await readDelegationPage(
      company.actor("secondLevel"),
      ids.secondLevel,
      company.now,
    );
    expect(after?.acts.map(({ kind }) => kind)).toEqual([
      "second_level.taken_back",
      "second_level.agreed",
    ]);
    await end(id);
  });

  it("approves for a head of division, and who had it done does not audit it", async () => {
    const id = await named("divisionHead", "otherDivisionHead", { rooms: ["approver"] });
    const sheet = await appraisalIn(company, "approval");
    const context = await given.contextOf("otherDivisionHead");
    const { rows } = await readTops(context.actor, {}, context.now);
    const [row] = rows.filter(({ appraisalId }) => appraisalId === sheet.id);
    expect(row?.deputyFor).toBe("事业部长乙");
    const input = { ...sheet.target, value: row?.value ?? "", reason: "" };
    expect(await approveTop(context, input)).toMatchObject({ ok: true });
    const partner = {
      ...company.actor("divisionHead"),
      hrDepartmentIds: new Set(Object.values(company.departments)),
    };
    const confirm = { ...input, version: 2, comment: "" };
    expect(await confirmScore({ actor: partner, now: company.now }, confirm)).toMatchObject({
      code: "not_found",
    });
    await end(id);
  });
});

describe("at once", () => {
  it("an early end and a save, 200 rounds: saved before it, or refused", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    const value = scorerOf(company).valueAt("integrity", 6);
    let [saved, refused] = [0, 0];
    for (let round = 0; round < 200; round += 1) {
      const delegationId = await named("manager", "otherManager", {
        employeeIds: [sheet.employeeId],
      });
      const context = await given.contextOf("otherManager");
      const { version } = await rowOf(sheet.id);
      const saving =
        round % 2 === 0 ? saveManagerValue(context, inputOf(sheet, version, value)) : null;
      const ending = end(delegationId);
      const answer = await (saving ?? saveManagerValue(context, inputOf(sheet, version, value)));
      const ended = await ending;
      expect(ended).toEqual({ ok: true, value: null });
      expect((await rowOf(sheet.id)).version).toBe(version + (answer.ok ? 1 : 0));
      if (answer.ok) saved += 1;
      else {
        refused += 1;
        expect(answer.code).toBe("not_found");
      }
      expect(await saveManagerValue(context, inputOf(sheet, version + 1, value))).toMatchObject({
        code: "not_found",
      });
    }
    expect(saved + refused).toBe(200);
    expect(await doneFor(sheet.id)).toHaveLength(saved);
  }, 180_000);
});
