import { beforeAll, describe, expect, test } from "vitest";
import { grantRole, revokeRole } from "@/lib/access/commands";
import { readGrants } from "@/lib/access/queries";
import { openSession } from "@/lib/auth/sessions";
import { readActor } from "@/lib/authz/current-actor";
import { deactivatePerson } from "@/lib/people/commands";
import { auditKinds, rolesVersionOf } from "../../support/accounts";
import { buildCompany, type Person, type TestCompany } from "../../support/company";

let company: TestCompany;

beforeAll(async () => {
  company = await buildCompany();
});

async function grantsOf(person: Person) {
  return readGrants(company.actor("hrAdmin"), company.ids[person]);
}

async function grantAdmin(person: Person): Promise<string> {
  const employeeId = company.ids[person];
  const version = await rolesVersionOf(employeeId);
  const input = { employeeId, version, role: "hr_admin", departmentId: null } as const;
  const outcome = await grantRole(company.context("hrAdmin"), input);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.grantId;
}

describe("roles", () => {
  test("nobody gives themselves one", async () => {
    const employeeId = company.ids.hrAdmin;
    const version = await rolesVersionOf(employeeId);
    const { hr } = company.departments;
    const input = { employeeId, version, role: "hr_partner", departmentId: hr } as const;
    expect(await grantRole(company.context("hrAdmin"), input)).toMatchObject({
      fields: { role: { code: "not_yourself" } },
    });
    expect(await rolesVersionOf(employeeId)).toBe(version);
  });

  test("a grant counts at once and a revocation too", async () => {
    const employeeId = company.ids.colleague;
    const token = (await openSession(employeeId, "oidc", company.now)) ?? "";
    const input = {
      employeeId,
      version: 1,
      role: "hr_partner",
      departmentId: company.departments.department,
    } as const;
    await grantRole(company.context("hrAdmin"), input);
    const seen = (await readActor(token, company.now))?.hrDepartmentIds;
    expect(seen).toEqual(new Set([company.departments.department, company.departments.group]));
    const [grant] = await grantsOf("colleague");
    await revokeRole(company.context("hrAdmin"), { grantId: grant?.id ?? "", version: 2 });
    expect((await readActor(token, company.now))?.hrDepartmentIds.size).toBe(0);
    expect(await auditKinds(employeeId)).toEqual([
      "person.signed_in",
      "role.granted",
      "role.revoked",
    ]);
  });

  test("the same twice is refused, also at the same moment", async () => {
    const employeeId = company.ids.manager;
    const { hr } = company.departments;
    const input = { employeeId, version: 1, role: "hr_partner", departmentId: hr } as const;
    const race = [1, 2, 3].map(async () => grantRole(company.context("hrAdmin"), input));
    const outcomes = await Promise.all(race);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await grantsOf("manager")).toHaveLength(1);
  });

  test("the last HR administrator keeps the role", async () => {
    const [grant] = await grantsOf("hrAdmin");
    const outcome = await revokeRole(company.context("hrAdmin"), {
      grantId: grant?.id ?? "",
      version: 1,
    });
    expect(outcome).toEqual({ ok: false, code: "last_admin" });
  });

  test("of the last two leaving at the same moment one stays", async () => {
    const second = await grantAdmin("secondLevel");
    const [first] = await grantsOf("hrAdmin");
    const context = company.context("hrAdmin");
    const race = [
      revokeRole(context, { grantId: first?.id ?? "", version: 1 }),
      revokeRole(context, { grantId: second, version: 2 }),
      deactivatePerson(context, { employeeId: company.ids.secondLevel, version: 1 }),
    ];
    await Promise.all(race);
    const left = [...(await grantsOf("hrAdmin")), ...(await grantsOf("secondLevel"))];
    expect(left.filter((grant) => grant.role === "hr_admin")).toHaveLength(1);
  });

  test.each(["ceo", "hrPartner", "employee"] as const)(
    "are not for %s to give or take",
    async (person) => {
      const context = company.context(person);
      const input = {
        employeeId: company.ids[person],
        version: 1,
        role: "hr_admin",
        departmentId: null,
      } as const;
      expect(await grantRole(context, input)).toEqual({ ok: false, code: "not_found" });
      const [grant] = await grantsOf("hrPartner");
      expect(await revokeRole(context, { grantId: grant?.id ?? "", version: 1 })).toEqual({
        ok: false,
        code: "not_found",
      });
      expect(await readGrants(context.actor, company.ids.hrPartner)).toEqual([]);
    },
  );
});
