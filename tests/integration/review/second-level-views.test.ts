import { beforeAll, describe, expect, it } from "vitest";
import { readReviewDossier, readReviewPage, REVIEW_PAGE_SIZE } from "@/lib/second-level/queries";
import { agreeToSheets } from "@/lib/second-level/commands";
import type { Actor } from "@/lib/authz/actor";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

async function rowsOf(actor: Actor) {
  const rows = [];
  for (let after: string | undefined; ;) {
    const page = await readReviewPage(actor, { after }, company.now);
    rows.push(...page.groups.flatMap((group) => group.rows));
    if (page.next === null) return rows;
    after = page.next;
  }
}

describe("the list of sheets to review", () => {
  it("compares self and manager value by value and says what will be checked", async () => {
    const manager = { "customer-first": 10, integrity: 2, teamwork: 8 };
    const self = { "customer-first": 8 };
    const sheet = await appraisalIn(company, "second_level", { manager, self });
    const { groups } = await readReviewPage(company.actor("secondLevel"), {}, company.now);
    const group = groups.find(({ rows }) => rows.some((row) => row.appraisalId === sheet.id));
    expect(group).toMatchObject({ managerName: "主管丁", maxTotal: 60, cycle: { quarter: 4 } });
    expect(group?.columns.map(({ key }) => key)).toEqual(
      company.ruleset.framework.values.map(({ key }) => key),
    );
    const row = group?.rows.find(({ appraisalId }) => appraisalId === sheet.id);
    expect(row).toMatchObject({ version: 1, selfTotal: 38, managerTotal: 38 });
    const cell = (key: string) => row?.cells.find((candidate) => candidate.key === key);
    expect(cell("customer-first")).toMatchObject({ self: 8, manager: 10, flag: "five" });
    expect(cell("teamwork")).toMatchObject({ self: 6, manager: 8, flag: "verify" });
    expect(cell("integrity")).toMatchObject({ self: 6, manager: 2, flag: "verify" });
    expect(cell("passion")).toMatchObject({ self: 6, manager: 6, flag: null });
  });

  it("keeps managers apart", async () => {
    const line = { managerId: company.ids.colleague };
    const sheet = await appraisalIn(company, "second_level", { line });
    const { groups } = await readReviewPage(company.actor("secondLevel"), {}, company.now);
    const theirs = groups.find(({ managerName }) => managerName === "员工己");
    expect(theirs?.rows.map(({ appraisalId }) => appraisalId)).toEqual([sheet.id]);
  });

  it("goes on from no sheet outside the reader's line, as from none at all", async () => {
    const actor = company.actor("secondLevel");
    const line = { secondLevelId: company.ids.colleague };
    const foreign = await appraisalIn(company, "second_level", { line });
    const rowsAfter = async (after: string) =>
      (await readReviewPage(actor, { after }, company.now)).groups.flatMap(({ rows }) => rows);
    expect(await rowsAfter(crypto.randomUUID())).toEqual([]);
    expect(await rowsAfter(foreign.id)).toEqual([]);
  });

  it("shows the next fifty without a gap, and counts what is left and done", async () => {
    for (let made = 0; made < REVIEW_PAGE_SIZE; made += 1)
      await appraisalIn(company, "second_level", { manager: { integrity: 6 } });
    const actor = company.actor("secondLevel");
    const before = await readReviewPage(actor, {}, company.now);
    expect(before.groups.flatMap(({ rows }) => rows)).toHaveLength(REVIEW_PAGE_SIZE);
    const rows = await rowsOf(actor);
    expect(rows).toHaveLength(before.waiting);
    expect(new Set(rows.map(({ appraisalId }) => appraisalId)).size).toBe(before.waiting);
    const items = rows.slice(0, 2).map(({ appraisalId, version }) => ({ appraisalId, version }));
    await agreeToSheets(company.context("secondLevel"), { items, comment: "" });
    const after = await readReviewPage(actor, {}, company.now);
    expect(after.waiting).toBe(before.waiting - 2);
    expect(after.decided).toBe(before.decided + 2);
  }, 60_000);

  it.each<Person>(["manager", "divisionHead", "otherManager", "hrPartner", "hrAdmin"])(
    "is empty for %s",
    async (person) => {
      const sheet = await appraisalIn(company, "second_level");
      const actor = company.actor(person);
      expect(await readReviewPage(actor, {}, company.now)).toMatchObject({
        groups: [],
        waiting: 0,
      });
      expect(await readReviewDossier(actor, sheet.id, company.now)).toBeNull();
    },
  );

  it("is HR's where nobody stands above the manager, but not HR's own or of HR's scoring", async () => {
    const line = { secondLevelId: null };
    const sheet = await appraisalIn(company, "second_level", { line });
    const scored = await appraisalIn(company, "second_level", {
      line: { secondLevelId: null, managerId: company.ids.hrPartner, hrPartnerId: null },
    });
    const ids = async (actor: Actor) => (await rowsOf(actor)).map(({ appraisalId }) => appraisalId);
    const partner = company.actor("hrPartner");
    expect(await ids(partner)).toContain(sheet.id);
    expect(await ids(partner)).not.toContain(scored.id);
    expect(await ids({ ...partner, employeeId: sheet.employeeId })).not.toContain(sheet.id);
    expect(await ids(company.actor("otherHrPartner"))).toEqual([]);
    expect(await readReviewDossier(partner, sheet.id, company.now)).not.toBeNull();
  });

  it("leaves out what has gone on or back", async () => {
    const actor = company.actor("secondLevel");
    const before = (await readReviewPage(actor, {}, company.now)).waiting;
    await appraisalIn(company, "hr_audit");
    await appraisalIn(company, "manager_scoring");
    expect((await readReviewPage(actor, {}, company.now)).waiting).toBe(before);
  });
});
