import { beforeAll, describe, expect, it } from "vitest";
import { approveTop } from "@/lib/approval/commands";
import { database } from "@/lib/db/client";
import { readTopDossier } from "@/lib/approval/queries";
import { readDecided } from "@/lib/dossier/queries/decided";
import type { Decider } from "@/lib/dossier/types";
import { confirmScore, returnScores } from "@/lib/hr-audit/commands";
import { agreeToSheets, returnSheet } from "@/lib/second-level/commands";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { alter } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const decidedBy = async (person: Person, decider: Decider) =>
  (await readDecided(company.actor(person), decider, {})).rows;

const totalOf = async (id: string) =>
  (await database().appraisal.findUniqueOrThrow({ where: { id } })).managerTotal;

describe("what somebody decided", () => {
  it("is a second level's own words on whole sheets, the latest first, and where they stand now", async () => {
    const agreed = await appraisalIn(company, "second_level", { manager: { integrity: 2 } });
    const returned = await appraisalIn(company, "second_level");
    const items = [agreed.target];
    await agreeToSheets(company.context("secondLevel", 0.1), { items, comment: "" });
    await returnSheet(company.context("secondLevel", 0.2), {
      ...returned.target,
      reasons: [{ reason: "请补充事实", value: "passion", rung: 3, caseId: null }],
    });
    const whole = await appraisalIn(company, "second_level");
    await returnSheet(company.context("secondLevel", 0.3), {
      ...whole.target,
      reasons: [{ reason: "各项都太简略", value: null, rung: null, caseId: null }],
    });
    expect(await decidedBy("secondLevel", "second_level")).toMatchObject([
      {
        ...{ appraisalId: whole.id, verdict: "returned", words: "各项都太简略" },
        ...{ valueName: null, point: null, halfPoints: await totalOf(whole.id) },
      },
      {
        ...{
          appraisalId: returned.id,
          verdict: "returned",
          state: "manager_scoring",
          opens: false,
        },
        ...{ words: "请补充事实", valueName: { zh: "激情" }, point: 3, gated: true, halfPoints: 6 },
      },
      {
        ...{ appraisalId: agreed.id, verdict: "agreed", state: "hr_audit", opens: true },
        ...{ words: "", valueName: null, halfPoints: await totalOf(agreed.id) },
      },
    ]);
    for (const person of ["manager", "employee", "hrPartner", "hrAdmin"] as const)
      expect(await decidedBy(person, "second_level"), person).toEqual([]);
    expect(await decidedBy("secondLevel", "hr")).toEqual([]);
  });

  it("is HR's on single scores", async () => {
    const sheet = await appraisalIn(company, "hr_audit", { manager: { integrity: 2 } });
    const again = await appraisalIn(company, "hr_audit", { manager: { integrity: 2 } });
    const words = { value: "integrity", comment: "已问过两人" };
    await confirmScore(company.context("hrPartner", 0.1), { ...sheet.target, ...words });
    await returnScores(company.context("hrPartner", 0.2), {
      ...again.target,
      reasons: [
        {
          ...{ value: "integrity", rung: 2, caseId: null },
          ...{ caseReason: "insufficient", reason: "看不清经过" },
        },
      ],
    });
    expect(await decidedBy("hrPartner", "hr")).toMatchObject([
      {
        ...{ appraisalId: again.id, verdict: "returned", halfPoints: 2, point: 2 },
        ...{ caseReason: "insufficient", words: "看不清经过" },
      },
      {
        ...{ appraisalId: sheet.id, verdict: "confirmed", halfPoints: 2, caseReason: null },
        ...{ valueName: { zh: "诚信" }, words: "已问过两人" },
      },
    ]);
  });

  it("is an approver's on top scores, whose page is closed with the last of them", async () => {
    const { id, target } = await appraisalIn(company, "approval");
    const head = company.context("divisionHead", 0.1);
    const open = await readTopDossier(head.actor, id, company.now);
    const value = open?.values.find(({ toApprove }) => toApprove)?.key ?? "";
    await approveTop(head, { ...target, value, reason: "好的示范" });
    expect(await decidedBy("divisionHead", "approver")).toMatchObject([
      {
        ...{ appraisalId: id, verdict: "approved", state: null, opens: false },
        ...{ words: "好的示范", halfPoints: 10 },
      },
    ]);
    await alter(id, { state: "objected" });
    expect((await decidedBy("divisionHead", "approver"))[0]?.state).toBeNull();
    await alter(id, { state: "approval" });
    const [waiting] = await decidedBy("divisionHead", "approver");
    expect(waiting).toMatchObject({ state: "approval", opens: true });
  });

  it("is over for a reader who no longer stands to the sheet", async () => {
    const before = await decidedBy("secondLevel", "second_level");
    const [{ appraisalId } = { appraisalId: "" }] = before;
    await alter(appraisalId, { secondLevelId: company.ids.colleague });
    const after = await decidedBy("secondLevel", "second_level");
    expect(after.map((row) => row.appraisalId)).not.toContain(appraisalId);
    expect(after).toHaveLength(before.length - 1);
  });
});
