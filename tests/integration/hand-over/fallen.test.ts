import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { handOver } from "@/lib/hand-over/commands/give";
import { lookAtFallen } from "@/lib/hand-over/commands/look";
import { readHandOverBoard, readHolderPage } from "@/lib/hand-over/queries";
import { readHome } from "@/lib/home/queries";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, people, type Person, type TestCompany } from "../../support/company";
import { handOversOf, historyOf } from "./support";

let company: TestCompany;
let hands: Awaited<ReturnType<typeof handOversOf>>;
beforeAll(async () => {
  company = await buildCompany();
  hands = await handOversOf(company);
});

async function fall(): Promise<TestAppraisal> {
  const sheet = await appraisalIn(company, "manager_scoring");
  await hands.give([sheet], { to: null });
  return sheet;
}

const rowsOf = async (person: Person) => (await readHandOverBoard(company.actor(person)))?.fallen;
const fallenOf = async (sheet: TestAppraisal, person: Person) =>
  (await rowsOf(person))?.filter(({ number }) => number === sheet.employee.number) ?? [];
const idsOf = async (sheet: TestAppraisal) =>
  (await fallenOf(sheet, "hrAdmin")).map(({ id }) => id);
const taskOf = async (person: Person) =>
  (await readHome(company.actor(person), company.now)).tasks.find(({ kind }) => kind === "fallen");

describe("a sheet that fell to the next in line", () => {
  it("is a task of HR and of the partner of its department until somebody of HR has looked", async () => {
    const sheet = await fall();
    for (const person of ["hrAdmin", "hrPartner"] as const) {
      expect(await fallenOf(sheet, person)).toMatchObject([{ post: "manager", to: "部门长丙" }]);
      const count = (await rowsOf(person))?.length;
      expect(await taskOf(person)).toMatchObject({ href: "/hand-over", count });
    }
    const handOverIds = await idsOf(sheet);
    expect(await lookAtFallen(company.context("hrPartner"), { handOverIds })).toEqual({
      ok: true,
      value: { count: 1 },
    });
    for (const person of ["hrAdmin", "hrPartner"] as const)
      expect(await fallenOf(sheet, person)).toEqual([]);
    expect(await taskOf("hrAdmin")).toBeUndefined();
    const again = await lookAtFallen(company.context("hrAdmin"), { handOverIds });
    expect(again).toEqual({ ok: false, code: "already_done" });
  });

  it("waits no more once it was handed on", async () => {
    const sheet = await fall();
    await hands.give([sheet], { from: "secondLevel", to: "otherManager" });
    expect(await fallenOf(sheet, "hrAdmin")).toEqual([]);
  });

  it("is no task of anybody else, and of their own sheet not even HR's", async () => {
    const sheet = await fall();
    const handOverIds = await idsOf(sheet);
    const ofHr: readonly Person[] = ["hrAdmin", "hrPartner"];
    for (const person of people.filter((one) => !ofHr.includes(one))) {
      expect(await fallenOf(sheet, person)).toEqual([]);
      expect(await taskOf(person)).toBeUndefined();
      const looked = await lookAtFallen(company.context(person), { handOverIds });
      expect(looked.ok, person).toBe(false);
    }
    const actor = { ...sheet.employee, isHrAdmin: true };
    expect(await lookAtFallen({ actor, now: company.now }, { handOverIds })).toEqual({
      ok: false,
      code: "already_done",
    });
  });

  it("keeps who looked: nobody takes it away", async () => {
    const sheet = await fall();
    await lookAtFallen(company.context("hrAdmin"), { handOverIds: await idsOf(sheet) });
    const [row] = (await historyOf(sheet.id)).filter(({ fell }) => fell);
    const handOverId = row?.id ?? "";
    await expect(
      database().$executeRaw`DELETE FROM hand_over_look WHERE hand_over_id = ${handOverId}::uuid`,
    ).rejects.toThrow(/append-only/);
    await expect(
      database()
        .$executeRaw`UPDATE hand_over_look SET by_id = ${company.ids.hrPartner}::uuid WHERE hand_over_id = ${handOverId}::uuid`,
    ).rejects.toThrow(/append-only/);
  });
});

describe("an HR partner", () => {
  it("hands over within their departments", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const given = await handOver(company.context("hrPartner"), hands.inputFor([sheet]));
    expect(given).toEqual({ ok: true, value: { count: 1, fell: 0 } });
    const other = await appraisalIn(company, "manager_scoring");
    expect(await handOver(company.context("otherHrPartner"), hands.inputFor([other]))).toEqual({
      ok: false,
      code: "not_found",
    });
    expect(await historyOf(other.id)).toEqual([]);
  });

  it("hands over nothing when one of the sheets is of another department", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const { otherDivision } = company.departments;
    const line = { departmentId: otherDivision, divisionId: otherDivision };
    const foreign = await appraisalIn(company, "manager_scoring", { line });
    const input = hands.inputFor([sheet, foreign]);
    expect(await handOver(company.context("hrPartner"), input)).toEqual({
      ok: false,
      code: "not_found",
    });
    expect(await historyOf(sheet.id)).toEqual([]);
  });

  it("is shown of a holder what lies in their departments, and of others nothing at all", async () => {
    const sheet = await appraisalIn(company, "manager_scoring");
    const page = await readHolderPage(company.actor("hrPartner"), company.ids.manager);
    expect(page?.sheets.map(({ appraisalId }) => appraisalId)).toContain(sheet.id);
    expect(page?.whole).toBe(false);
    const others = await readHolderPage(company.actor("otherHrPartner"), company.ids.manager);
    expect(others?.sheets.map(({ appraisalId }) => appraisalId) ?? []).not.toContain(sheet.id);
    expect(await readHolderPage(company.actor("hrPartner"), company.ids.colleague)).toBeNull();
  });
});
