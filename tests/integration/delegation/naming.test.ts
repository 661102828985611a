import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { endDelegation, nameDeputy } from "@/lib/delegation/commands";
import { readDelegationPage, readRunning } from "@/lib/delegation/queries";
import type { NameDeputyInput } from "@/lib/delegation/schema";
import type { Actor } from "@/lib/authz/actor";
import { appraisalIn } from "../../support/appraisal";
import { auditKinds } from "../../support/accounts";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { delegationsOf } from "./support";

let company: TestCompany;
let given: ReturnType<typeof delegationsOf>;
beforeAll(async () => {
  company = await buildCompany();
  given = delegationsOf(company);
});

const refusedAt = (field: string, code: string) => ({
  ok: false,
  code: "invalid_input",
  fields: { [field]: { code } },
});

describe("who can be a deputy", () => {
  interface Case {
    readonly from: Person;
    readonly to: Person;
    readonly change?: Partial<NameDeputyInput>;
    readonly field?: string;
    readonly code: string;
  }
  const heads = { from: "divisionHead", to: "otherDivisionHead" } as const;
  it.each<readonly [string, Case]>([
    ["oneself", { from: "divisionHead", to: "divisionHead", code: "deputy_is_oneself" }],
    ["one above", { from: "manager", to: "secondLevel", code: "deputy_out_of_line" }],
    ["a stranger", { from: "manager", to: "otherManager", code: "deputy_out_of_line" }],
    ["a report who leads nobody", { from: "manager", to: "colleague", code: "deputy_out_of_line" }],
    ["two levels below", { from: "divisionHead", to: "manager", code: "deputy_out_of_line" }],
    [
      "for HR no partner",
      { from: "hrPartner", to: "manager", change: { rooms: ["hr"] }, code: "deputy_no_partner" },
    ],
    [
      "a partner of one who is none",
      { from: "ceo", to: "hrPartner", change: { rooms: ["hr"] }, code: "deputy_out_of_line" },
    ],
    [
      "from a past day",
      { ...heads, change: { from: "2026-11-20" }, field: "from", code: "day_past" },
    ],
    [
      "a day longer than a year",
      {
        ...{ ...heads, field: "until", code: "delegation_too_long" },
        change: { from: "2026-11-25", until: "2027-11-26" },
      },
    ],
    [
      "until 2200",
      {
        ...{ ...heads, field: "until", code: "delegation_too_long" },
        change: { from: "2026-11-25", until: "2200-12-31" },
      },
    ],
    [
      "an end before the start",
      {
        ...{ ...heads, field: "until", code: "ends_before_it_starts" },
        change: { from: "2026-11-25", until: "2026-11-24" },
      },
    ],
  ])("not %s", async (_, { from, to, change = {}, field = "deputyId", code }) => {
    expect(await given.name(from, to, change)).toEqual(refusedAt(field, code));
  });

  it("not who has left, is away, or is nobody", async () => {
    const where = { id: company.ids.otherDivisionHead };
    const set = (status: "left" | "on_leave" | "active") =>
      database().employee.update({ where, data: { status } });
    await set("left");
    expect(await given.name("divisionHead", "otherDivisionHead")).toEqual(
      refusedAt("deputyId", "deputy_left"),
    );
    await set("on_leave");
    expect(await given.name("divisionHead", "otherDivisionHead")).toEqual(
      refusedAt("deputyId", "deputy_away"),
    );
    await set("active");
    const nobody = { deputyId: randomUUID() };
    expect(await given.name("divisionHead", "otherDivisionHead", nobody)).toEqual(
      refusedAt("deputyId", "unknown_person"),
    );
    expect(await given.name("divisionHead", "otherDivisionHead", { deputyId: "" })).toEqual(
      refusedAt("deputyId", "required"),
    );
  });

  it("not for themselves or for whom they report to", async () => {
    const { ids } = company;
    const own = { employeeIds: [ids.manager] };
    expect(await given.name("secondLevel", "manager", own)).toEqual(
      refusedAt("deputyId", "deputy_is_subject"),
    );
    const above = { rooms: ["hr" as const], employeeIds: [ids.hrAdmin] };
    expect(await given.name("hrPartner", "otherHrPartner", above)).toEqual(
      refusedAt("deputyId", "deputy_below"),
    );
  });

  it("not for people or departments that are not in the hands of the one away", async () => {
    const { ids, departments } = company;
    const held = await appraisalIn(company, "manager_scoring");
    const done = await appraisalIn(company, "published");
    const times = { from: "2027-05-01", until: "2027-05-03" };
    for (const scope of [
      { employeeIds: [held.employeeId, ids.colleague] },
      { employeeIds: [done.employeeId] },
      { departmentIds: [departments.otherDivision] },
    ])
      expect(await given.name("secondLevel", "manager", { ...times, ...scope })).toEqual(
        refusedAt("employeeIds", "scope_not_held"),
      );
    const scope = { employeeIds: [held.employeeId], departmentIds: [departments.group] };
    expect(await given.name("secondLevel", "manager", { ...times, ...scope })).toMatchObject({
      ok: true,
    });
  });

  it("nobody names one for others, save for HR", async () => {
    const input = given.inputFor("secondLevel", "manager", {
      from: "2027-03-01",
      until: "2027-03-02",
    });
    expect(await nameDeputy(company.context("divisionHead"), input)).toEqual({
      ok: false,
      code: "not_found",
    });
    expect(await nameDeputy(company.context("hrAdmin"), input)).toMatchObject({ ok: true });
    expect(await auditKinds(company.ids.secondLevel)).toContain("delegation.named");
  });
});

describe("one after another", () => {
  it("no two for the same work at once, and no deputy of a deputy", async () => {
    const first = await given.name("divisionHead", "otherDivisionHead", { rooms: ["approver"] });
    expect(first).toMatchObject({ ok: true });
    expect(await given.name("divisionHead", "secondLevel", { rooms: ["approver"] })).toEqual(
      refusedAt("from", "delegation_overlaps"),
    );
    expect(await given.name("otherDivisionHead", "otherManager")).toEqual(
      refusedAt("from", "deputy_of_a_deputy"),
    );
    expect(await given.name("hrAdmin", "divisionHead")).toEqual(
      refusedAt("deputyId", "deputy_has_deputy"),
    );
    const later = { from: "2026-12-01", until: "2026-12-02" };
    expect(await given.name("otherDivisionHead", "otherManager", later)).toMatchObject({
      ok: true,
    });
  });

  it("both, and HR, read it; it ends early once, by the one away or HR", async () => {
    const page = await readDelegationPage(
      company.actor("divisionHead"),
      company.ids.divisionHead,
      company.now,
    );
    expect(page?.given).toMatchObject([{ deputy: "事业部长庚", state: "running" }]);
    const [row] = page?.given ?? [];
    const target = { delegationId: row?.id ?? "" };
    const deputys = await readDelegationPage(
      company.actor("otherDivisionHead"),
      company.ids.otherDivisionHead,
      company.now,
    );
    expect(deputys?.taken).toMatchObject([{ absent: "事业部长乙" }]);
    expect(
      await readDelegationPage(company.actor("ceo"), company.ids.divisionHead, company.now),
    ).toBeNull();
    expect(await readRunning(company.actor("hrAdmin"), company.now)).not.toEqual([]);
    expect(await readRunning(company.actor("ceo"), company.now)).toEqual([]);
    expect(await endDelegation(company.context("ceo"), target)).toMatchObject({
      code: "not_found",
    });
    expect(await endDelegation(company.context("divisionHead"), target)).toEqual({
      ok: true,
      value: null,
    });
    expect(await endDelegation(company.context("hrAdmin"), target)).toMatchObject({
      code: "already_done",
    });
  });

  it("two at once: one is named", async () => {
    const change = { rooms: ["second_level" as const], from: "2027-01-01", until: "2027-01-05" };
    const answers = await Promise.all([
      given.name("divisionHead", "otherDivisionHead", change),
      given.name("divisionHead", "otherDivisionHead", change),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("an HR administrator who names for somebody else", () => {
  const named = (actor: Actor, to: Person, change: Partial<NameDeputyInput> = {}) =>
    nameDeputy({ actor, now: company.now }, given.inputFor("secondLevel", to, change));

  it("names neither themselves nor who would then stand above their own sheet", async () => {
    const times = { from: "2027-02-01", until: "2027-02-05" };
    const manager = { ...company.actor("manager"), isHrAdmin: true };
    expect(await named(manager, "manager", times)).toEqual(refusedAt("deputyId", "not_yourself"));
    const sheet = await appraisalIn(company, "manager_scoring");
    const own = { ...sheet.employee, isHrAdmin: true };
    const grant = { employeeId: own.employeeId, role: "hr_admin" as const, grantedAt: company.now };
    await database().roleGrant.create({ data: grant });
    expect(await named(own, "manager", times)).toEqual(refusedAt("deputyId", "not_yourself"));
    const other = await appraisalIn(company, "manager_scoring");
    const others = { ...times, employeeIds: [other.employeeId] };
    expect(await named(own, "manager", others)).toMatchObject({ ok: true });
  });
});

describe("the database", () => {
  it("keeps rows as they are, save for one early end, and lets nobody act for another unnamed", async () => {
    const db = database();
    const row = await db.delegation.findFirstOrThrow({ where: { endedAt: null } });
    const where = { id: row.id };
    const { ids } = company;
    await expect(db.delegation.update({ where, data: { deputyId: ids.ceo } })).rejects.toThrow();
    await expect(db.delegation.delete({ where })).rejects.toThrow();
    const end = { endedAt: company.now, endedById: ids.hrAdmin };
    await db.delegation.update({ where, data: end });
    await expect(
      db.delegation.update({ where, data: { endedAt: null, endedById: null } }),
    ).rejects.toThrow();
    const event = { at: company.now, kind: "second_level.agreed", payload: { round: 1 } };
    await expect(
      db.recordedEvent.create({ data: { ...event, actorId: ids.colleague, forId: ids.manager } }),
    ).rejects.toThrow();
  });
});
