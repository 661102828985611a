import { beforeAll, describe, expect, test } from "vitest";
import { grantRole } from "@/lib/access/commands";
import { readCycleOptions } from "@/lib/cycle/queries";
import { database } from "@/lib/db/client";
import {
  changeDepartment,
  closeDepartment,
  createDepartment,
  reopenDepartment,
} from "@/lib/departments/commands";
import { listDepartments } from "@/lib/departments/queries";
import { departmentOptions } from "@/lib/departments/rules";
import { createPerson, deactivatePerson, reactivatePerson } from "@/lib/people/commands";
import { createPersonSchema } from "@/lib/people/schema";
import { rolesVersionOf, versionOf } from "../../support/accounts";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { alter } from "../../support/review";

let company: TestCompany;

beforeAll(async () => {
  company = await buildCompany();
});

const target = async (departmentId: string) => ({
  departmentId,
  version: (await database().department.findUniqueOrThrow({ where: { id: departmentId } })).version,
});

const unit = (code: string, parentId: string) => ({
  code,
  name: code,
  nameEn: "",
  parentId,
  headNumber: "",
  isDivision: false,
});

async function make(code: string, parentId = company.departments.root): Promise<string> {
  const made = await createDepartment(company.context("hrAdmin"), unit(code, parentId));
  if (!made.ok) throw new Error(made.code);
  return made.value.departmentId;
}

async function personIn(departmentId: string, number: string) {
  const fields = createPersonSchema.parse({
    ...{ number, name: number, email: "", jobTitle: "", managerNumber: "" },
    ...{ departmentId, hireDate: "2026-01-05", status: "active" },
  });
  return createPerson(company.context("hrAdmin"), fields);
}

const close = async (id: string) => closeDepartment(company.context("hrAdmin"), await target(id));
const reopen = async (id: string) => reopenDepartment(company.context("hrAdmin"), await target(id));

describe("closing a department", () => {
  test("is refused with what stands in the way", async () => {
    const used = await make("used");
    await make("below", used);
    await personIn(used, "used-1");
    const grant = {
      employeeId: company.ids.colleague,
      role: "hr_partner",
      departmentId: used,
    } as const;
    const version = await rolesVersionOf(company.ids.colleague);
    await grantRole(company.context("hrAdmin"), { ...grant, version });
    expect(await close(used)).toMatchObject({
      code: "department_in_use",
      data: { people: 1, departments: 1, sheets: 0, partners: 1 },
    });
  });

  test("sheets that are under way count, wherever their person is now", async () => {
    const { id } = await appraisalIn(company, "manager_scoring");
    const moved = await make("moved");
    await alter(id, { departmentId: moved });
    expect(await close(moved)).toMatchObject({ data: { people: 0, sheets: 1 } });
  });

  test("it stays in the tree, is offered nowhere and takes nobody", async () => {
    const closed = await make("closing");
    expect(await close(closed)).toMatchObject({ ok: true });
    expect(await close(closed)).toMatchObject({ code: "already_done" });
    const tree = (await listDepartments(company.actor("hrAdmin"))) ?? [];
    expect(tree.find(({ id }) => id === closed)).toMatchObject({ closed: true });
    expect(departmentOptions(tree, "zh").map(({ value }) => value)).not.toContain(closed);
    const options = await readCycleOptions(company.actor("hrAdmin"), company.now);
    expect(options?.departments.map(({ id }) => id)).not.toContain(closed);
    const context = company.context("hrAdmin");
    expect(await personIn(closed, "late-1")).toMatchObject({
      fields: { departmentId: { code: "department_closed" } },
    });
    expect(await createDepartment(context, unit("under", closed))).toMatchObject({
      fields: { parentId: { code: "department_closed" } },
    });
    const change = { ...unit("closing", company.departments.root), ...(await target(closed)) };
    expect(await changeDepartment(context, change)).toMatchObject({ code: "department_closed" });
    const version = await rolesVersionOf(company.ids.manager);
    const grant = {
      employeeId: company.ids.manager,
      role: "hr_partner",
      departmentId: closed,
    } as const;
    expect(await grantRole(context, { ...grant, version })).toMatchObject({
      fields: { departmentId: { code: "department_closed" } },
    });
    const nowhere = { ...grant, departmentId: crypto.randomUUID(), version };
    expect(await grantRole(context, nowhere)).toMatchObject({
      fields: { departmentId: { code: "required" } },
    });
  });

  test("it can be opened again, below an open one only", async () => {
    const above = await make("above");
    const below = await make("lower", above);
    await close(below);
    await close(above);
    expect(await reopen(below)).toMatchObject({ code: "department_closed" });
    expect(await reopen(above)).toMatchObject({ ok: true });
    expect(await reopen(below)).toMatchObject({ ok: true });
    expect(await reopen(below)).toMatchObject({ code: "already_done" });
    expect(await personIn(below, "again-1")).toMatchObject({ ok: true });
  });

  test("nobody comes back into a closed one", async () => {
    const unitId = await make("left-behind");
    const made = await personIn(unitId, "goes-1");
    if (!made.ok) throw new Error(made.code);
    const { employeeId } = made.value;
    const person = async () => ({ employeeId, version: await versionOf(employeeId) });
    await deactivatePerson(company.context("hrAdmin"), await person());
    expect(await close(unitId)).toMatchObject({ ok: true });
    expect(await reactivatePerson(company.context("hrAdmin"), await person())).toMatchObject({
      code: "department_closed",
    });
  });

  test.each(["ceo", "hrPartner", "employee"] as const)("is not for %s", async (person) => {
    const input = await target(company.departments.group);
    const context = company.context(person);
    expect(await closeDepartment(context, input)).toEqual({ ok: false, code: "not_found" });
    expect(await reopenDepartment(context, input)).toEqual({ ok: false, code: "not_found" });
  });
});
