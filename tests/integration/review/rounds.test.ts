import { beforeAll, describe, expect, it } from "vitest";
import { agreeToSheets, returnSheet } from "@/lib/second-level/commands";
import { readDossier } from "@/lib/dossier/queries/dossier";
import { returnScores } from "@/lib/hr-audit/commands";
import { returnSelfReview, submitManagerSheet } from "@/lib/manager-scoring/commands";
import { appraisalIn, type TestAppraisal } from "../../support/appraisal";
import { buildCompany, type Person, type TestCompany } from "../../support/company";
import { threes } from "../../support/manager-scoring";
import { selfReviewDesk } from "../../support/self-review";
import { valueWith } from "../../support/sheets";
import { alter, resubmit, rowOf } from "../../support/review";

let company: TestCompany;
beforeAll(async () => {
  company = await buildCompany();
});

const value = "teamwork";
const targetOf = async (id: string) => ({ appraisalId: id, version: (await rowOf(id)).version });

async function agree(id: string) {
  const items = [await targetOf(id)];
  return agreeToSheets(company.context("secondLevel"), { items, comment: "" });
}

/** Scored 0.5 with a contradicting case, and returned by HR. */
async function returnedByHr(): Promise<TestAppraisal> {
  const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
  await resubmit(company, sheet.id, { ...everyThree(), [value]: 1 });
  await agree(sheet.id);
  const pin = { value, rung: 1, caseId: null, caseReason: "insufficient" as const };
  const answer = await returnScores(company.context("hrPartner", 0.1), {
    ...(await targetOf(sheet.id)),
    reasons: [{ ...pin, reason: "只写了结论。" }],
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return sheet;
}

const everyThree = () =>
  Object.fromEntries(company.ruleset.framework.values.map(({ key }) => [key, 6]));

async function valueSeenBy(person: Person | "self", { id, employee }: TestAppraisal) {
  const actor = person === "self" ? employee : company.actor(person);
  const dossier = await readDossier(actor, id);
  return dossier?.values.find(({ key }) => key === value);
}

describe("a value that HR returned as 0.5 and that comes back as 3", () => {
  it("stands before HR with before and after, the reason, and the removed case in full", async () => {
    const sheet = await returnedByHr();
    await resubmit(company, sheet.id, { [value]: 6 });
    await agree(sheet.id);
    for (const person of ["manager", "secondLevel", "hrPartner"] as const) {
      const seen = await valueSeenBy(person, sheet);
      expect(seen?.changes, person).toMatchObject([
        {
          ...{ side: "manager", score: { from: 1, to: 6 }, untouched: false },
          cameBack: [{ from: "hr_audit", by: "政委子", reason: "只写了结论。", rung: 1 }],
        },
      ]);
      const former = seen?.rungs.flatMap((rung) => rung.former) ?? [];
      expect(former.length, person).toBeGreaterThan(0);
      expect(former[0], person).toMatchObject({ side: "manager", kind: "contradicts" });
      expect(former[0]?.happened, person).not.toBe("");
    }
  });

  it("shows nothing of the rounds before to the employee, also once it is published", async () => {
    const sheet = await returnedByHr();
    await resubmit(company, sheet.id, { [value]: 6 });
    await alter(sheet.id, { state: "published" });
    const seen = await valueSeenBy("self", sheet);
    expect(seen).toMatchObject({ changes: [] });
    expect(seen?.rungs.flatMap(({ former }) => former)).toEqual([]);
  });

  it("shows the employee with the result what became of their own cases, and nobody's return", async () => {
    const sheet = await appraisalIn(company, "self_review");
    const desk = selfReviewDesk(company);
    await desk.submit(sheet, await desk.saveAll(sheet));
    const pin = { value, rung: 3, caseId: null };
    const back = await returnSelfReview(company.context("manager"), {
      ...(await targetOf(sheet.id)),
      reasons: [{ ...pin, reason: "请写明结果。" }],
    });
    if (!back.ok) throw new Error(JSON.stringify(back));
    const saved = await desk.save(
      sheet,
      back.value.version,
      valueWith(desk.definitionOf(value), 4),
    );
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    await desk.submit(sheet, saved.value.version);
    await resubmit(company, sheet.id, everyThree());
    await alter(sheet.id, { state: "published" });
    const own = await valueSeenBy("self", sheet);
    expect(own?.changes).toMatchObject([{ side: "self", score: { from: 6, to: 4 }, cameBack: [] }]);
    expect(own?.rungs.flatMap(({ former }) => former)).toMatchObject([
      { side: "self", fate: "removed", rung: 3 },
    ]);
    const line = await valueSeenBy("secondLevel", sheet);
    expect(line?.changes).toMatchObject([{ side: "self", cameBack: [{ reason: "请写明结果。" }] }]);
  });

  it("says that it came back as it was", async () => {
    const sheet = await returnedByHr();
    const target = await targetOf(sheet.id);
    const asked = await submitManagerSheet(company.context("manager", 0.2), {
      ...target,
      unchanged: false,
      textsStand: true,
    });
    expect(asked).toMatchObject({
      ok: false,
      code: "unchanged",
      data: { values: [value] },
    });
    expect(await rowOf(sheet.id)).toMatchObject({ state: "manager_scoring" });
    const answer = await submitManagerSheet(company.context("manager", 0.2), {
      ...target,
      unchanged: true,
      textsStand: true,
    });
    expect(answer).toMatchObject({ ok: true });
    expect(await valueSeenBy("secondLevel", sheet)).toMatchObject({
      changes: [{ untouched: true, score: null, verdicts: [], justification: null }],
    });
  });
});

describe("a whole sheet that the second level returned", () => {
  it("is asked about only when nothing in it is different", async () => {
    const sheet = await appraisalIn(company, "manager_scoring", { self: threes });
    await resubmit(company, sheet.id, everyThree());
    await returnSheet(company.context("secondLevel", 0.1), {
      ...(await targetOf(sheet.id)),
      reasons: [{ reason: "都太简略。", value: null, rung: null, caseId: null }],
    });
    const asItIs = { ...(await targetOf(sheet.id)), unchanged: false, textsStand: true };
    const asked = await submitManagerSheet(company.context("manager", 0.2), asItIs);
    expect(asked).toMatchObject({ ok: false, code: "unchanged" });
    await resubmit(company, sheet.id, { [value]: 7 });
    expect(await rowOf(sheet.id)).toMatchObject({ state: "second_level" });
  });
});
