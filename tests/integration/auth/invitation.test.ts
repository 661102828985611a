import { beforeAll, describe, expect, test } from "vitest";
import { acceptInvitation, invite } from "@/lib/access/commands";
import { readInvitation } from "@/lib/access/queries";
import { openSession } from "@/lib/auth/sessions";
import { signInWithPassword } from "@/lib/auth/sign-in";
import { readActor } from "@/lib/authz/current-actor";
import { database } from "@/lib/db/client";
import { deactivatePerson } from "@/lib/people/commands";
import { auditKinds, givePassword, goodPassword, otherPassword } from "../../support/accounts";
import { buildCompany, day, type Person, type TestCompany } from "../../support/company";

let company: TestCompany;

beforeAll(async () => {
  company = await buildCompany();
});

async function invitationFor(person: Person): Promise<string> {
  const outcome = await invite(company.context("hrAdmin"), { employeeId: company.ids[person] });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.path.replace("/invitation/", "");
}

const later = (days: number) => ({ now: new Date(company.now.getTime() + days * day) });
const gone = { ok: false, code: "link_invalid" };

describe("an invitation", () => {
  test("sets the password, signs in, and works once", async () => {
    const token = await invitationFor("employee");
    expect(await readInvitation(later(0), token)).toEqual({ name: "员工戊", number: "000104" });
    const outcome = await acceptInvitation(later(1), { token, password: goodPassword });
    if (!outcome.ok) throw new Error(outcome.code);
    expect(await readActor(outcome.value.token, later(1).now)).toMatchObject({ number: "000104" });
    expect(await acceptInvitation(later(1), { token, password: otherPassword })).toEqual(gone);
    expect(await readInvitation(later(1), token)).toBeNull();
    const attempt = { login: "000104", password: goodPassword, address: "::1" };
    expect(await signInWithPassword(attempt, company.now)).toMatchObject({ ok: true });
    expect(await auditKinds(company.ids.employee)).toEqual([
      "person.invited",
      "person.password_changed",
      "person.signed_in",
      "person.signed_in",
    ]);
  });

  test("of two accepted at the same moment exactly one wins", async () => {
    const token = await invitationFor("colleague");
    const race = [goodPassword, otherPassword].map(async (password) =>
      acceptInvitation(later(0), { token, password }),
    );
    const outcomes = await Promise.all(race);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([gone]);
    const sessions = await database().session.count({
      where: { employeeId: company.ids.colleague },
    });
    expect(sessions).toBe(1);
  });

  test("lasts seven days", async () => {
    const token = await invitationFor("manager");
    expect(await readInvitation(later(6.99), token)).not.toBeNull();
    expect(await readInvitation(later(7), token)).toBeNull();
    expect(await acceptInvitation(later(7), { token, password: goodPassword })).toEqual(gone);
  });

  test("ends when a newer one is made", async () => {
    const old = await invitationFor("otherManager");
    const fresh = await invitationFor("otherManager");
    expect(await readInvitation(later(0), old)).toBeNull();
    expect(await acceptInvitation(later(0), { token: old, password: goodPassword })).toEqual(gone);
    expect(await readInvitation(later(0), fresh)).not.toBeNull();
  });

  test("is not spent by a weak password", async () => {
    const token = await invitationFor("ceo");
    for (const password of ["woaini1314520", "aaaaaaaaaaaa", "ceo@example.com", "Password123!"]) {
      expect(await acceptInvitation(later(0), { token, password })).toMatchObject({
        code: "weak_password",
        fields: { password: { code: "weak_password" } },
      });
    }
    expect(await acceptInvitation(later(0), { token, password: goodPassword })).toMatchObject({
      ok: true,
    });
  });

  test("replaces a forgotten password and ends what it opened", async () => {
    await givePassword(company.ids.secondLevel);
    const before = await openSession(company.ids.secondLevel, "password", company.now);
    const token = await invitationFor("secondLevel");
    await acceptInvitation(later(0), { token, password: otherPassword });
    expect(await readActor(before ?? "", company.now)).toBeNull();
  });

  test("dies with the account", async () => {
    const token = await invitationFor("otherEmployee");
    await deactivatePerson(company.context("hrAdmin"), {
      employeeId: company.ids.otherEmployee,
      version: 1,
    });
    expect(await readInvitation(later(0), token)).toBeNull();
    expect(await acceptInvitation(later(0), { token, password: goodPassword })).toEqual(gone);
    const again = await invite(company.context("hrAdmin"), {
      employeeId: company.ids.otherEmployee,
    });
    expect(again).toEqual({ ok: false, code: "person_left" });
  });

  test.each(["manager", "hrPartner", "employee"] as const)(
    "is not for %s to make",
    async (person) => {
      const outcome = await invite(company.context(person), { employeeId: company.ids.ceo });
      expect(outcome).toEqual({ ok: false, code: "not_found" });
    },
  );

  test("its token stands nowhere in the database", async () => {
    const token = await invitationFor("divisionHead");
    const rows = await database().invitation.findMany();
    const events = await database().recordedEvent.findMany({ select: { payload: true } });
    expect(JSON.stringify([rows, events])).not.toContain(token);
  });
});
