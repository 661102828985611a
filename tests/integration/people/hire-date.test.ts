import { beforeAll, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { changePerson, createPerson } from "@/lib/people/commands";
import { createPersonSchema, type PersonFields } from "@/lib/people/schema";
import { buildCompany, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const fields = ({ hireDate }: Pick<PersonFields, "hireDate">): PersonFields =>
  createPersonSchema.parse({
    ...{ number: `h-${hireDate}`, name: "新人", email: "", jobTitle: "" },
    ...{ departmentId: company.departments.group, managerNumber: "000103" },
    ...{ hireDate, status: "active" },
  });

test("who starts on a day ahead is asked about, and taken once it is meant", async () => {
  const context = company.context("hrAdmin");
  const asked = (day: string) => ({
    ok: false,
    code: "invalid_input",
    fields: { hireDate: { code: "hire_date_ahead", data: { day } } },
  });
  const slip = fields({ hireDate: "2062-11-01" });
  expect(await createPerson(context, slip)).toMatchObject(asked("2062-11-01"));
  // Another day than the one that was asked about is asked about, too.
  const typedAnew = { ...slip, hireDate: "2026-12-01", hireAhead: "2062-11-01" };
  expect(await createPerson(context, typedAnew)).toMatchObject(asked("2026-12-01"));
  expect(await database().employee.count({ where: { number: slip.number } })).toBe(0);
  const meant = { ...typedAnew, hireAhead: "2026-12-01" };
  const made = await createPerson(context, meant);
  if (!made.ok) throw new Error(made.code);
  // A later change of something else asks nothing; a later day does.
  const kept = { ...meant, employeeId: made.value.employeeId, version: made.value.version };
  expect(await changePerson(context, { ...kept, name: "改名" })).toMatchObject({ ok: true });
  const moved = { ...kept, version: kept.version + 1, hireDate: "2026-12-15" };
  expect(await changePerson(context, moved)).toMatchObject(asked("2026-12-15"));
  const confirmed = { ...moved, hireAhead: "2026-12-15" };
  expect(await changePerson(context, confirmed)).toMatchObject({ ok: true });
});

test("who starts today is taken, by the company's clock", async () => {
  const context = company.context("hrAdmin");
  const late = { ...context, now: new Date("2026-11-21T16:30:00Z") };
  const today = fields({ hireDate: "2026-11-22" });
  expect(await createPerson(context, today)).toMatchObject({ code: "invalid_input" });
  expect(await createPerson(late, today)).toMatchObject({ ok: true });
});
