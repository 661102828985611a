import { beforeAll, describe, expect, test } from "vitest";
import { grantRole, revokeRole } from "@/lib/access/commands";
import { readGrants } from "@/lib/access/queries";
import { database } from "@/lib/db/client";
import { changeDepartment } from "@/lib/departments/commands";
import { changePerson, deactivatePerson, reactivatePerson } from "@/lib/people/commands";
import type { ChangePersonInput } from "@/lib/people/schema";
import { buildCompany, type TestCompany } from "../../support/company";

let company: TestCompany;

beforeAll(async () => {
  company = await buildCompany();
});

/** 员工己 as two administrators see the form. */
const colleague = (changes: Partial<ChangePersonInput> = {}): ChangePersonInput => ({
  employeeId: company.ids.colleague,
  version: 1,
  number: "000105",
  name: "员工己",
  email: "colleague@example.com",
  jobTitle: "",
  departmentId: company.departments.group,
  managerNumber: "000103",
  hireDate: "2020-03-01",
  status: "active",
  ...changes,
});
const personNow = () =>
  database().employee.findUniqueOrThrow({ where: { id: company.ids.colleague } });

describe("two administrators at one person", () => {
  test("of parallel changes exactly one wins, the other is shown it", async () => {
    const admin = company.context("hrAdmin");
    const titles = ["客服专员", "高级客服", "客服组长"];
    const outcomes = await Promise.all(
      titles.map((jobTitle) => changePerson(admin, colleague({ jobTitle }))),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const won = await personNow();
    expect(won.version).toBe(2);
    for (const lost of outcomes.filter((outcome) => !outcome.ok)) {
      const { name, managerNumber } = colleague();
      expect(lost).toMatchObject({
        code: "stale",
        data: { version: 2, current: { name, managerNumber, jobTitle: won.jobTitle } },
      });
    }
  });

  test("a stale form neither changes anything nor leaves a trace", async () => {
    const before = await personNow();
    const events = await database().recordedEvent.count();
    const outcome = await changePerson(company.context("hrAdmin"), colleague({ name: "别的名字" }));
    expect(outcome).toMatchObject({ code: "stale" });
    expect(await personNow()).toEqual(before);
    expect(await database().recordedEvent.count()).toBe(events);
  });

  test("nobody is sent away or taken back on an old page", async () => {
    const { colleague: employeeId } = company.ids;
    const admin = company.context("hrAdmin");
    expect(await deactivatePerson(admin, { employeeId, version: 1 })).toMatchObject({
      code: "stale",
      data: { version: 2 },
    });
    const { version } = await personNow();
    expect(await deactivatePerson(admin, { employeeId, version })).toMatchObject({ ok: true });
    expect(await changePerson(admin, colleague({ version, name: "丢了" }))).toMatchObject({
      code: "stale",
      data: { current: { status: "left" } },
    });
    expect(await reactivatePerson(admin, { employeeId, version })).toMatchObject({ code: "stale" });
    const back = await reactivatePerson(admin, { employeeId, version: version + 1 });
    expect(back).toMatchObject({ ok: true, value: { version: version + 2 } });
  });

  test("a stranger learns nothing from a wrong version", async () => {
    const outcome = await changePerson(company.context("hrPartner"), colleague({ version: 99 }));
    expect(outcome).toEqual({ ok: false, code: "not_found" });
  });
});

describe("two administrators at one department", () => {
  test("of parallel changes exactly one wins, the other is shown it", async () => {
    const names = ["甲组", "乙组", "丙组"];
    const outcomes = await Promise.all(
      names.map((name) =>
        changeDepartment(company.context("hrAdmin"), {
          departmentId: company.departments.group,
          version: 1,
          code: "group",
          name,
          nameEn: "group",
          parentId: company.departments.department,
          headNumber: "000103",
          isDivision: false,
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const where = { id: company.departments.group };
    const won = await database().department.findUniqueOrThrow({ where });
    expect(won.version).toBe(2);
    for (const lost of outcomes.filter((outcome) => !outcome.ok)) {
      expect(lost).toMatchObject({
        code: "stale",
        data: { version: 2, current: { name: won.name, headNumber: "000103", isDivision: "" } },
      });
    }
  });
});

describe("two administrators at one person's roles", () => {
  test("a grant and a revocation based on the same page: one is refused with the roles as they are", async () => {
    const employeeId = company.ids.hrPartner;
    const admin = company.context("hrAdmin");
    const [held] = await readGrants(admin.actor, employeeId);
    const departmentId = company.departments.hr;
    const outcomes = await Promise.all([
      revokeRole(admin, { grantId: held?.id ?? "", version: 1 }),
      grantRole(admin, { employeeId, version: 1, role: "hr_partner", departmentId }),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const now = await readGrants(admin.actor, employeeId);
    const lost = outcomes.find((outcome) => !outcome.ok);
    expect(lost).toEqual({
      ok: false,
      code: "stale",
      data: {
        version: 2,
        grants: now.map(({ id, role, departmentId: of }) => ({ id, role, departmentId: of })),
      },
    });
  });
});
