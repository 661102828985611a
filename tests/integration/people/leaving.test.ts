import { beforeAll, describe, expect, test } from "vitest";
import { acceptInvitation } from "@/lib/access/commands";
import { signInWithPassword } from "@/lib/auth/sign-in";
import { database } from "@/lib/db/client";
import { changePerson, deactivatePerson, reactivatePerson } from "@/lib/people/commands";
import {
  auditKinds,
  fieldsOf,
  givePassword,
  goodPassword,
  otherPassword,
  versionOf,
} from "../../support/accounts";
import { buildCompany, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const targetOf = async (id: string) => ({ employeeId: id, version: await versionOf(id) });

describe("leaving and coming back", () => {
  test("roles go and do not return", async () => {
    const { otherHrPartner } = company.ids;
    const admin = company.context("hrAdmin");
    expect(await deactivatePerson(admin, await targetOf(otherHrPartner))).toMatchObject({
      ok: true,
    });
    expect(await deactivatePerson(admin, await targetOf(otherHrPartner))).toMatchObject({
      code: "already_done",
    });
    expect(await changePerson(admin, await fieldsOf(otherHrPartner))).toMatchObject({
      code: "person_left",
    });
    const back = await reactivatePerson(admin, await targetOf(otherHrPartner));
    expect(back.ok && back.value.path).toMatch(/^\/invitation\//);
    const open = { employeeId: otherHrPartner, revokedAt: null };
    expect(await database().roleGrant.count({ where: open })).toBe(0);
    expect(await auditKinds(otherHrPartner)).toEqual([
      "person.deactivated",
      "role.revoked",
      "person.changed",
      "person.invited",
    ]);
  });

  test("the old password stays dead, one from before the upgrade too; the new link opens", async () => {
    const { otherEmployee } = company.ids;
    const admin = company.context("hrAdmin");
    const attempt = { login: "000108", password: goodPassword, address: "192.0.2.77" };
    await givePassword(otherEmployee);
    expect(await signInWithPassword(attempt, company.now)).toMatchObject({ ok: true });
    await deactivatePerson(admin, await targetOf(otherEmployee));
    const employeeId = otherEmployee;
    expect(await database().credential.count({ where: { employeeId } })).toBe(0);
    // Who left under an older version still had one.
    await givePassword(otherEmployee);
    const back = await reactivatePerson(admin, await targetOf(otherEmployee));
    if (!back.ok) throw new Error(back.code);
    expect(await signInWithPassword(attempt, company.now)).toMatchObject({
      code: "wrong_credentials",
    });
    const token = back.value.path.replace("/invitation/", "");
    const accepted = { token, password: otherPassword };
    expect(await acceptInvitation({ now: company.now }, accepted)).toMatchObject({ ok: true });
    expect(
      await signInWithPassword({ ...attempt, password: otherPassword }, company.now),
    ).toMatchObject({ ok: true });
  });

  test("the last HR administrator stays", async () => {
    const outcome = await deactivatePerson(company.context("hrAdmin"), {
      employeeId: company.ids.hrAdmin,
      version: 1,
    });
    expect(outcome).toEqual({ ok: false, code: "last_admin" });
  });
});
