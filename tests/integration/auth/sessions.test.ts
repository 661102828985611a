import { beforeAll, describe, expect, test } from "vitest";
import { changePassword } from "@/lib/access/commands";
import { openSession, signOutByToken } from "@/lib/auth/sessions";
import { signInWithPassword } from "@/lib/auth/sign-in";
import { hashToken } from "@/lib/auth/tokens";
import { readActor } from "@/lib/authz/current-actor";
import { database } from "@/lib/db/client";
import { deactivatePerson } from "@/lib/people/commands";
import { auditKinds, givePassword, goodPassword, otherPassword } from "../../support/accounts";
import { buildCompany, type Person, type TestCompany } from "../../support/company";

let company: TestCompany;

beforeAll(async () => {
  company = await buildCompany();
});

async function twoSessions(person: Person): Promise<[string, string]> {
  const first = await openSession(company.ids[person], "password", company.now);
  const second = await openSession(company.ids[person], "password", company.now);
  if (first === null || second === null) throw new Error("no session");
  return [first, second];
}

async function alive(tokens: readonly string[]): Promise<boolean[]> {
  const actors = await Promise.all(tokens.map((token) => readActor(token, company.now)));
  return actors.map((actor) => actor !== null);
}

describe("what a session is worth", () => {
  test("it names the person, and the departments granted with all below them", async () => {
    const [token] = await twoSessions("hrPartner");
    const actor = await readActor(token, company.now);
    const { division, department, group } = company.departments;
    expect(actor).toMatchObject({ employeeId: company.ids.hrPartner, isHrAdmin: false });
    expect(actor?.hrDepartmentIds).toEqual(new Set([division, department, group]));
  });

  test("only a hash of the token is stored", async () => {
    const [token] = await twoSessions("colleague");
    const rows = await database().session.findMany({ select: { tokenHash: true } });
    expect(rows.map((row) => row.tokenHash)).toContain(hashToken(token));
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("it ends after twelve hours, however busy", async () => {
    const [token] = await twoSessions("ceo");
    const after = (minutes: number) => new Date(company.now.getTime() + minutes * 60_000);
    expect(await readActor(token, after(12 * 60 - 1))).not.toBeNull();
    expect(await readActor(token, after(12 * 60))).toBeNull();
  });

  test("an invented token is nobody's", async () => {
    expect(await readActor("invented", company.now)).toBeNull();
  });

  test("a role revoked or a department moved counts at the next request", async () => {
    const [token] = await twoSessions("otherHrPartner");
    await database().department.update({
      where: { id: company.departments.group },
      data: { parentId: company.departments.otherDivision },
    });
    const wider = await readActor(token, company.now);
    expect(wider?.hrDepartmentIds.has(company.departments.group)).toBe(true);
    await database().department.update({
      where: { id: company.departments.group },
      data: { parentId: company.departments.department },
    });
    await database().roleGrant.updateMany({
      where: { employeeId: company.ids.otherHrPartner },
      data: { revokedAt: company.now },
    });
    expect((await readActor(token, company.now))?.hrDepartmentIds.size).toBe(0);
  });
});

describe("all sessions end at once", () => {
  test("by signing out everywhere", async () => {
    const tokens = await twoSessions("secondLevel");
    await signOutByToken(tokens[0], company.now, "everywhere");
    expect(await alive(tokens)).toEqual([false, false]);
    expect(await auditKinds(company.ids.secondLevel)).toContain("person.signed_out");
  });

  test("but not by signing out in one browser", async () => {
    const tokens = await twoSessions("ceo");
    await signOutByToken(tokens[0], company.now);
    expect(await alive(tokens)).toEqual([false, true]);
    expect(await auditKinds(company.ids.ceo)).toContain("person.signed_out");
  });

  test("by changing the password", async () => {
    await givePassword(company.ids.manager);
    const tokens = await twoSessions("manager");
    const input = { current: goodPassword, next: otherPassword };
    expect(await changePassword(company.context("manager"), input)).toEqual({
      ok: true,
      value: null,
    });
    expect(await alive(tokens)).toEqual([false, false]);
    const attempt = { login: "manager@example.com", address: "::1" };
    const old = await signInWithPassword({ ...attempt, password: goodPassword }, company.now);
    const fresh = await signInWithPassword({ ...attempt, password: otherPassword }, company.now);
    expect([old.ok, fresh.ok]).toEqual([false, true]);
  });

  test("by deactivation, and nobody signs in any more", async () => {
    await givePassword(company.ids.otherEmployee);
    const tokens = await twoSessions("otherEmployee");
    await deactivatePerson(company.context("hrAdmin"), {
      employeeId: company.ids.otherEmployee,
      version: 1,
    });
    expect(await alive(tokens)).toEqual([false, false]);
    expect(await openSession(company.ids.otherEmployee, "oidc", company.now)).toBeNull();
    const attempt = { login: "otheremployee@example.com", password: goodPassword, address: "::1" };
    expect(await signInWithPassword(attempt, company.now)).toMatchObject({
      code: "wrong_credentials",
    });
  });

  test("others keep theirs", async () => {
    const [token] = await twoSessions("divisionHead");
    const others = await twoSessions("otherManager");
    await signOutByToken(others[0], company.now, "everywhere");
    expect(await alive([token])).toEqual([true]);
  });

  test("a wrong current password changes nothing", async () => {
    await givePassword(company.ids.employee);
    const tokens = await twoSessions("employee");
    const input = { current: "not this one", next: otherPassword };
    expect(await changePassword(company.context("employee"), input)).toMatchObject({
      code: "wrong_credentials",
      fields: { current: { code: "wrong_current_password" } },
    });
    expect(await alive(tokens)).toEqual([true, true]);
  });

  test("going on leave ends nothing", async () => {
    const tokens = await twoSessions("colleague");
    await database().employee.update({
      where: { id: company.ids.colleague },
      data: { status: "on_leave" },
    });
    expect(await alive(tokens)).toEqual([true, true]);
  });
});
