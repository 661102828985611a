import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { changeDepartment, createDepartment } from "@/lib/departments/commands";
import { listDepartments } from "@/lib/departments/queries";
import type { DepartmentFields } from "@/lib/departments/schema";
import { buildCompany, type TestCompany } from "../../support/company";

let company: TestCompany;

beforeAll(async () => {
  company = await buildCompany();
});

const versionOf = async (id: string) =>
  (await database().department.findUniqueOrThrow({ where: { id } })).version;

/** A change based on what stands there now. */
async function changing(departmentId: string, fields: DepartmentFields) {
  return { departmentId, version: await versionOf(departmentId), ...fields };
}

const group = (changes: Partial<DepartmentFields> = {}): DepartmentFields => ({
  code: "group",
  name: "平台客服组",
  nameEn: "group",
  parentId: company.departments.department,
  headNumber: "000103",
  isDivision: false,
  ...changes,
});

describe("departments", () => {
  test("a new one stands in the tree with its head", async () => {
    const fields = group({ code: "new", name: "新部门", headNumber: "000101", isDivision: true });
    const outcome = await createDepartment(company.context("hrAdmin"), fields);
    expect(outcome.ok).toBe(true);
    const tree = await listDepartments(company.actor("hrAdmin"));
    expect(tree?.find((node) => node.code === "new")).toMatchObject({
      depth: 3,
      isDivision: true,
      people: 0,
      head: { number: "000101" },
    });
    const codes = tree?.map((node) => node.code) ?? [];
    expect(codes.indexOf("new")).toBeGreaterThan(codes.indexOf("department"));
  });

  test("moves, renames, and says so in the log by field", async () => {
    const departmentId = company.departments.group;
    const moved = await changing(
      departmentId,
      group({ name: "新名", parentId: company.departments.root }),
    );
    expect(await changeDepartment(company.context("hrAdmin"), moved)).toMatchObject({ ok: true });
    const event = await database().recordedEvent.findFirst({
      where: { kind: "department.changed" },
    });
    expect(event?.payload).toEqual({ departmentId, fields: ["name", "parentId"] });
    await changeDepartment(company.context("hrAdmin"), await changing(departmentId, group()));
  });

  test.each(["department", "group"] as const)(
    "cannot move under %s, which is its own",
    async (under) => {
      const outcome = await changeDepartment(
        company.context("hrAdmin"),
        await changing(
          company.departments.department,
          group({ code: "department", parentId: company.departments[under] }),
        ),
      );
      expect(outcome).toMatchObject({ fields: { parentId: { code: "department_circle" } } });
    },
  );

  test.each([
    ["code", { code: "hr" }, "duplicate"],
    ["code", { code: "ＨＲ" }, "duplicate"],
    ["headNumber", { headNumber: "nobody" }, "unknown_person"],
    ["parentId", { parentId: "00000000-0000-4000-8000-000000000000" }, "required"],
  ])("is refused at the field %s", async (field, changes, code) => {
    const input = await changing(company.departments.group, group(changes));
    const outcome = await changeDepartment(company.context("hrAdmin"), input);
    expect(outcome).toMatchObject({ ok: false, fields: { [field]: { code } } });
  });

  test("have codes of their own in the database, too, whatever their spelling", async () => {
    const twin = { code: "Gr\u200boup", name: "又一个组" };
    await expect(database().department.create({ data: twin })).rejects.toThrow(/code_key/);
    const { group: id } = company.departments;
    await expect(
      database().department.update({ where: { id }, data: { code: "\u200b" } }),
    ).rejects.toThrow(/department_code_key_not_blank/);
  });

  test("a circle already there hangs no other, and may be left as it is", async () => {
    const ring = ["ring-1", "ring-2"].map((code) => ({ id: randomUUID(), code, name: code }));
    await database().department.createMany({ data: ring });
    const [a, b] = ring.map(({ id }) => id);
    if (a === undefined || b === undefined) throw new Error("no ring");
    await database().department.update({ where: { id: a }, data: { parentId: b } });
    await database().department.update({ where: { id: b }, data: { parentId: a } });
    const renamed = group({ code: "ring-1", name: "环", parentId: b });
    const context = company.context("hrAdmin");
    expect(await changeDepartment(context, await changing(a, renamed))).toMatchObject({ ok: true });
    const added = group({ code: "under-ring", parentId: a });
    expect(await createDepartment(context, added)).toMatchObject({ ok: true });
    await database().department.updateMany({
      where: { id: { in: [a, b] } },
      data: { parentId: null },
    });
  });

  test.each(["ceo", "hrPartner", "employee"] as const)("are closed to %s", async (person) => {
    const context = company.context(person);
    const input = await changing(company.departments.group, group());
    expect(await listDepartments(context.actor)).toBeNull();
    expect(await changeDepartment(context, input)).toEqual({ ok: false, code: "not_found" });
    expect(await createDepartment(context, group({ code: "x" }))).toEqual({
      ok: false,
      code: "not_found",
    });
  });
});
