import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import {
  changePerson,
  createPerson,
  deactivatePerson,
  reactivatePerson,
} from "@/lib/people/commands";
import { listPeople, readPerson, suggestPeople } from "@/lib/people/queries";
import { createPersonSchema, peopleFilterSchema, type PersonFields } from "@/lib/people/schema";
import { auditKinds, fieldsOf } from "../../support/accounts";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { behindTriggers } from "../../support/review";

let company: TestCompany;
let made = 0;

beforeAll(async () => {
  company = await buildCompany();
});

function fields(changes: Partial<PersonFields> = {}): PersonFields {
  made += 1;
  return createPersonSchema.parse({
    number: `00900${made}`,
    name: `新人${made}`,
    email: "",
    jobTitle: "",
    departmentId: company.departments.group,
    managerNumber: "000103",
    hireDate: "2026-11-01",
    status: "active",
    ...changes,
  });
}

async function create(changes: Partial<PersonFields> = {}): Promise<string> {
  const outcome = await createPerson(company.context("hrAdmin"), fields(changes));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.employeeId;
}

const filter = (changes: object = {}) => peopleFilterSchema.parse(changes);

describe("a new person", () => {
  test("keeps the zeros of the number and is recorded in the log", async () => {
    const id = await create({ number: "000777", email: "New.Person@Example.com" });
    const person = await readPerson(company.actor("hrAdmin"), id, company.now);
    expect(person).toMatchObject({
      number: "000777",
      email: "new.person@example.com",
      hireDate: "2026-11-01",
      hasSignIn: false,
      manager: { number: "000103" },
    });
    expect(await auditKinds(id)).toEqual(["person.created"]);
  });

  test.each([
    ["number", { number: "000104" }, "number_taken"],
    ["email", { email: "employee@example.com" }, "email_taken"],
    ["managerNumber", { managerNumber: "nobody" }, "unknown_person"],
    ["departmentId", { departmentId: "00000000-0000-4000-8000-000000000000" }, "required"],
  ])("is refused at the field %s", async (field, changes, code) => {
    const before = await database().employee.count();
    const outcome = await createPerson(company.context("hrAdmin"), fields(changes));
    expect(outcome).toMatchObject({ ok: false, fields: { [field]: { code } } });
    expect(await database().employee.count()).toBe(before);
  });

  test("of two with one number at the same moment exactly one is made", async () => {
    const race = ["甲", "乙"].map(async (name) =>
      createPerson(company.context("hrAdmin"), { ...fields({ number: "race-1" }), name }),
    );
    const outcomes = await Promise.all(race);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({ code: "duplicate" });
  });
});

test("an empty hire date is missing, a day that does not exist is wrong", () => {
  const fault = (hireDate: string) => {
    const form = { ...fields(), hireDate };
    return createPersonSchema.safeParse(form).error?.issues.map(({ message }) => message);
  };
  expect(fault("")).toEqual(["required"]);
  expect(fault("2026-02-30")).toEqual(["invalid_date"]);
});

describe("a change", () => {
  test("names the fields in the log, not their contents", async () => {
    const id = await create();
    await changePerson(company.context("hrAdmin"), { ...(await fieldsOf(id)), name: "改名" });
    const event = await database().recordedEvent.findFirst({
      where: { employeeId: id, kind: "person.changed" },
    });
    expect(event?.payload).toEqual({ fields: ["name"] });
  });

  test("that changes nothing leaves no trace", async () => {
    const id = await create();
    await changePerson(company.context("hrAdmin"), await fieldsOf(id));
    expect(await auditKinds(id)).toEqual(["person.created"]);
  });

  test.each(["000102", "000103", "000104"])(
    "cannot put the second level under %s",
    async (number) => {
      const { secondLevel } = company.ids;
      const change = { ...(await fieldsOf(secondLevel)), managerNumber: number };
      const outcome = await changePerson(company.context("hrAdmin"), change);
      expect(outcome).toMatchObject({ fields: { managerNumber: { code: "reporting_circle" } } });
    },
  );

  test("that keeps its line asks nothing of it, even where it is a circle", async () => {
    const [a, b] = [await create(), await create()];
    await behindTriggers(
      (tx) =>
        tx.$executeRaw`UPDATE employee SET manager_id = CASE id WHEN ${a}::uuid THEN ${b}::uuid ELSE ${a}::uuid END
      WHERE id IN (${a}::uuid, ${b}::uuid)`,
    );
    const renamed = { ...(await fieldsOf(a)), name: "环中" };
    expect(await changePerson(company.context("hrAdmin"), renamed)).toMatchObject({ ok: true });
  });

  test("two that close a circle together: one is refused", async () => {
    const [a, b] = [await create({ number: "circle-a" }), await create({ number: "circle-b" })];
    const [ofA, ofB] = [await fieldsOf(a), await fieldsOf(b)];
    const outcomes = await Promise.all([
      changePerson(company.context("hrAdmin"), { ...ofA, managerNumber: "circle-b" }),
      changePerson(company.context("hrAdmin"), { ...ofB, managerNumber: "circle-a" }),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  });
});

describe("the list", () => {
  test("of the active leaves out who is on leave; without a status all who have not left are there", async () => {
    const id = await create({ name: "休假的人", status: "on_leave" });
    const ids = async (status: string | null) =>
      (
        await listPeople(company.actor("hrAdmin"), filter({ search: "休假的人", status }))
      )?.rows.map((row) => row.id);
    expect(await ids("active")).toEqual([]);
    expect(await ids("on_leave")).toEqual([id]);
    expect(await ids(null)).toEqual([id]);
  });

  test("goes page by page without a gap or a repeat", async () => {
    await database().employee.createMany({
      data: Array.from({ length: 120 }, (_, index) => ({
        number: `page-${String(index).padStart(4, "0")}`,
        name: `分页${index}`,
        departmentId: company.departments.otherDivision,
        hireDate: new Date("2024-01-01"),
      })),
    });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listPeople(company.actor("hrAdmin"), filter({ search: "分页", after }));
      if (page === null) throw new Error("no page");
      expect(page).toMatchObject({ total: 120, before: seen.length });
      seen.push(...page.rows.map((row) => row.number));
      after = page.next;
    } while (after !== null);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  test("a department brings those below it, a search name, number and e-mail", async () => {
    const numbers = async (changes: object) =>
      (await listPeople(company.actor("hrAdmin"), filter(changes)))?.rows.map((row) => row.name);
    expect(await numbers({ department: company.departments.department, search: "丁" })).toEqual([
      "主管丁",
    ]);
    expect(await numbers({ department: company.departments.hr, search: "丁" })).toEqual([]);
    expect(await numbers({ search: "000104" })).toEqual(["员工戊"]);
    expect(await numbers({ search: "CEO@" })).toEqual(["总裁甲"]);
    expect(await numbers({ search: "%" })).toEqual([]);
  });

  test.each(["\u0000", "a\u0000", "\ud800", "__proto__", "'; --", "\\", "9".repeat(5000)])(
    "answers an address with %j",
    async (text) => {
      const given = filter({ search: text, after: text, department: text, status: text });
      expect((await listPeople(company.actor("hrAdmin"), given))?.total).toBeGreaterThanOrEqual(0);
    },
  );

  test.each<Person>(["ceo", "manager", "employee", "hrPartner"])(
    "is closed to %s",
    async (person) => {
      const actor = company.actor(person);
      expect(await listPeople(actor, filter())).toBeNull();
      expect(await readPerson(actor, company.ids.employee, company.now)).toBeNull();
      expect(await suggestPeople(actor)).toEqual([]);
      const context = company.context(person);
      const employeeId = company.ids.employee;
      const outcomes = await Promise.all([
        createPerson(context, fields()),
        changePerson(context, await fieldsOf(employeeId)),
        deactivatePerson(context, { employeeId, version: 1 }),
        reactivatePerson(context, { employeeId, version: 1 }),
      ]);
      expect(outcomes).toEqual(outcomes.map(() => ({ ok: false, code: "not_found" })));
    },
  );
});
