import { beforeAll, describe, expect, test } from "vitest";
import { signInWithPassword } from "@/lib/auth/sign-in";
import { database } from "@/lib/db/client";
import { changeDepartment } from "@/lib/departments/commands";
import { createDepartmentSchema } from "@/lib/departments/schema";
import { changePerson, createPerson } from "@/lib/people/commands";
import { listPeople, readPerson } from "@/lib/people/queries";
import { createPersonSchema, peopleFilterSchema } from "@/lib/people/schema";
import { identityKey } from "@/lib/text/identity";
import { givePassword, goodPassword, versionOf } from "../../support/accounts";
import { buildCompany, type TestCompany } from "../../support/company";

let company: TestCompany;

beforeAll(async () => {
  company = await buildCompany();
  await givePassword(company.ids.employee);
  await create({ number: "010472", name: "张三", email: "zhang@example.com" });
  await create({ number: "A20001", name: "李四" });
});

function fields(changes: Readonly<Record<string, string>>) {
  return createPersonSchema.parse({
    number: "",
    name: "新人",
    email: "",
    jobTitle: "",
    departmentId: company.departments.group,
    managerNumber: "",
    hireDate: "2026-11-01",
    status: "active",
    ...changes,
  });
}

const create = (changes: Readonly<Record<string, string>>) =>
  createPerson(company.context("hrAdmin"), fields(changes));

async function idOf(number: string): Promise<string> {
  return (await database().employee.findUniqueOrThrow({ where: { number } })).id;
}

describe("a number in another spelling", () => {
  test.each([
    ["０１０４７２", "张三"],
    ["0104\u200b72", "张三"],
    ["010472\u3000", "张三"],
    ["a20001", "李四"],
    ["Ａ２０００１", "李四"],
  ])("%j is refused with who has it", async (number, name) => {
    expect(await create({ number })).toMatchObject({
      ok: false,
      code: "duplicate",
      fields: { number: { code: "number_taken", data: { name } } },
      data: { person: { name } },
    });
  });

  test("of somebody who has left says so, whatever the spelling", async () => {
    const made = await create({ number: "L00731", name: "王五", email: "wang5@example.com" });
    expect(made.ok).toBe(true);
    await database().employee.update({ where: { number: "L00731" }, data: { status: "left" } });
    expect(await create({ number: "l00731 " })).toMatchObject({
      code: "duplicate",
      fields: { number: { code: "number_of_leaver", data: { name: "王五", number: "L00731" } } },
      data: { person: { id: await idOf("L00731"), name: "王五" } },
    });
  });

  test("where somebody is meant, a name only one has is as good as the number", async () => {
    const managerOf = async (number: string) =>
      (await database().employee.findUniqueOrThrow({ where: { number } })).managerId;
    expect((await create({ number: "L00732", name: "独一", managerNumber: "" })).ok).toBe(true);
    expect((await create({ number: "L00733", managerNumber: " 独一 " })).ok).toBe(true);
    expect(await managerOf("L00733")).toBe(await idOf("L00732"));
    expect((await create({ number: "L00734", name: "独一" })).ok).toBe(true);
    expect(await create({ number: "L00735", managerNumber: "独一" })).toMatchObject({
      fields: { managerNumber: { code: "unknown_person" } },
    });
    await database().employee.update({ where: { number: "L00734" }, data: { status: "left" } });
    expect((await create({ number: "L00735", managerNumber: "独一" })).ok).toBe(true);
  });

  test("an address likewise", async () => {
    const outcome = await create({ number: "5001", email: "ＺHANG@Example.com" });
    expect(outcome).toMatchObject({
      code: "duplicate",
      fields: { email: { code: "email_taken" } },
      data: { person: { name: "张三" } },
    });
  });

  test("may become the person's own, and is kept in half-width signs", async () => {
    const employeeId = await idOf("A20001");
    const change = {
      ...fields({ number: "Ａ2０001", name: "李四" }),
      employeeId,
      version: await versionOf(employeeId),
    };
    expect(await changePerson(company.context("hrAdmin"), change)).toMatchObject({ ok: true });
    const seen = await readPerson(company.actor("hrAdmin"), employeeId, company.now);
    expect(seen?.number).toBe("A20001");
    expect(await create({ number: "a20001" })).toMatchObject({ code: "duplicate" });
  });

  test("is refused by the database itself", async () => {
    const data = {
      number: "０１０４７２",
      name: "绕过",
      departmentId: company.departments.group,
      hireDate: new Date("2026-01-01"),
    };
    await expect(database().employee.create({ data })).rejects.toThrow();
    await expect(
      database().employee.update({ where: { number: "010472" }, data: { numberKey: "else" } }),
    ).resolves.toMatchObject({ numberKey: "010472" });
  });
});

describe("a number that differs only in its zeros", () => {
  test("is asked about once, and taken when it is confirmed", async () => {
    const known = await idOf("010472");
    const asked = await create({ number: "10472" });
    expect(asked).toMatchObject({
      code: "duplicate",
      fields: { number: { code: "zeros_differ", data: { number: "010472" } } },
      data: { person: { id: known } },
    });
    const other = company.ids.ceo;
    expect(await create({ number: "10472", otherThan: other })).toMatchObject({
      code: "duplicate",
    });
    expect(await create({ number: "10472", otherThan: known })).toMatchObject({ ok: true });
    // A later change of something else asks nothing.
    const employeeId = await idOf("10472");
    const change = { ...fields({ number: "10472", name: "改名" }), employeeId, version: 1 };
    expect(await changePerson(company.context("hrAdmin"), change)).toMatchObject({ ok: true });
  });
});

describe("every door takes every spelling", () => {
  test.each(["０００１０４", "000\u200b104", " 000104\t", "ＥMPLOYEE@example.com"])(
    "the sign-in takes %j",
    async (login) => {
      const attempt = { login, password: goodPassword, address: "192.0.2.1" };
      expect(await signInWithPassword(attempt, company.now)).toMatchObject({
        ok: true,
        employeeId: company.ids.employee,
      });
    },
  );

  test("the manager's field", async () => {
    await create({ number: "7001", name: "甲", managerNumber: "０００１０３" });
    const person = await readPerson(company.actor("hrAdmin"), await idOf("7001"), company.now);
    expect(person?.manager?.id).toBe(company.ids.manager);
  });

  test("the head of a department, and its own code", async () => {
    const departmentId = company.departments.group;
    const input = createDepartmentSchema.parse({
      code: "group",
      name: "平台客服组",
      nameEn: "group",
      parentId: company.departments.department,
      headNumber: "000\u200b103",
      isDivision: false,
    });
    const context = company.context("hrAdmin");
    const done = await changeDepartment(context, { ...input, departmentId, version: 1 });
    expect(done).toMatchObject({ ok: true });
    const taken = { ...input, code: "ＨＲ", departmentId, version: 1 };
    expect(await changeDepartment(context, taken)).toMatchObject({
      fields: { code: { code: "duplicate" } },
    });
  });

  test.each(["０１０４", "0104\u200b72", "a2000", "'010472", '="010472"'])(
    "the search finds %j",
    async (search) => {
      const page = await listPeople(company.actor("hrAdmin"), peopleFilterSchema.parse({ search }));
      expect(page?.rows.length).toBeGreaterThan(0);
    },
  );
});

test("the database's rule is the one of the code", async () => {
  // Where letters, widths and invisible characters are; the rest is Han and Hangul.
  const blocks = [
    [0x1, 0x3400],
    [0xf900, 0x10000],
    [0x1bca0, 0x1bca8],
    [0x1d100, 0x1d800],
    [0xe0000, 0xe1000],
  ] as const;
  const samples = blocks.flatMap(([from, to]) =>
    Array.from({ length: to - from }, (_, index) => `a${String.fromCodePoint(from + index)}Z`),
  );
  const rows = await database().$queryRaw<{ written: string; key: string }[]>`
    SELECT written, identity_key(written) AS key FROM unnest(${samples}::text[]) AS given (written)`;
  const different = rows.filter(({ written, key }) => identityKey(written) !== key);
  expect(different).toEqual([]);
});
