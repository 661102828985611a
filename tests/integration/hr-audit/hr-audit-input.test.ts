import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { caseReturnReasons, type CaseReturnReason } from "@/lib/appraisal/types";
import { parseInput } from "@/lib/commands/request";
import { returnScores } from "@/lib/hr-audit/commands";
import { openAuditDossier } from "@/lib/hr-audit/queries/sheet";
import { confirmScoreSchema, returnScoresSchema } from "@/lib/hr-audit/schema";
import { defaultPolicyKey, policyPresets } from "@/lib/presets";
import { appraisalIn } from "../../support/appraisal";
import { buildCompany, type TestCompany } from "../../support/company";
import { footprintOf, rowOf } from "../../support/review";

describe("what is sent", () => {
  const target = { appraisalId: randomUUID(), version: 1 };
  const long = "长".repeat(2001);

  it.each([
    [confirmScoreSchema, { ...target }, { value: { code: "invalid_input" } }],
    [
      confirmScoreSchema,
      { ...target, value: "integrity", comment: long },
      { comment: { code: "too_long", data: { max: 2000 } } },
    ],
    [
      returnScoresSchema,
      { ...target, reasons: [{ value: "integrity", caseReason: "ugly", reason: "缺" }] },
      { "reasons.0.caseReason": { code: "reason_required" } },
    ],
    [
      returnScoresSchema,
      { ...target, reasons: [{ value: "integrity", caseReason: "unsupported", reason: " " }] },
      { "reasons.0.reason": { code: "reason_required" } },
    ],
    [
      returnScoresSchema,
      { ...target, reasons: [{ value: "", caseReason: "unsupported", reason: "缺" }] },
      { "reasons.0.value": { code: "value_required" } },
    ],
  ])("is refused at its field (%#)", (schema, input, fields) => {
    const parsed =
      schema === confirmScoreSchema
        ? parseInput(confirmScoreSchema, input)
        : parseInput(returnScoresSchema, input);
    expect(parsed).toEqual({ ok: false, code: "invalid_input", fields });
  });
});

let company: TestCompany;
beforeAll(async () => {
  const preset = policyPresets.find(({ key }) => key === defaultPolicyKey);
  if (preset === undefined) throw new Error(defaultPolicyKey);
  const policy = { ...preset, key: "one-reason", returnReasons: ["mismatched" as const] };
  company = await buildCompany({ policy });
});

const words = { value: "integrity", reason: "对不上。", rung: null, caseId: null };

const giveBack = async (caseReason: CaseReturnReason) => {
  const { id, target } = await appraisalIn(company, "hr_audit");
  const before = await footprintOf(id);
  const input = { ...target, reasons: [{ ...words, caseReason }] };
  const answer = await returnScores(company.context("hrPartner"), input);
  return { id, answer, before };
};

describe("HR returns a score under a policy with one reason", () => {
  it("and is offered no other", async () => {
    const { id } = await appraisalIn(company, "hr_audit", { manager: { integrity: 2 } });
    const partner = company.actor("hrPartner");
    const dossier = await openAuditDossier(partner, id, company.now);
    expect(dossier?.returnReasons).toEqual(["mismatched"]);
  });

  it("for that reason", async () => {
    const { id, answer } = await giveBack("mismatched");
    expect(answer).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ state: "manager_scoring" });
  });

  it.each(caseReturnReasons.filter((reason) => reason !== "mismatched"))(
    "and not because it is %s, which changes nothing",
    async (reason) => {
      const { id, answer, before } = await giveBack(reason);
      expect(answer).toEqual({
        ok: false,
        code: "invalid_input",
        fields: { "reasons.0.caseReason": { code: "invalid_input" } },
      });
      expect(await footprintOf(id)).toEqual(before);
    },
  );
});
