import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { caseReturnReasons, type CaseReturnReason } from "@/lib/appraisal/types";
import { parseInput } from "@/lib/commands/request";
import { returnScore } from "@/lib/hr-audit/commands";
import { confirmScoreSchema, returnScoreSchema } from "@/lib/hr-audit/schema";
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
      { ...target, value: "integrity", beneficiaryView: long },
      { beneficiaryView: { code: "too_long", data: { max: 2000 } } },
    ],
    [
      returnScoreSchema,
      { ...target, value: "integrity", reason: "ugly", comment: "缺" },
      { reason: { code: "reason_required" } },
    ],
    [
      returnScoreSchema,
      { ...target, value: "integrity", reason: "unsupported", comment: " " },
      { comment: { code: "reason_required" } },
    ],
    [
      returnScoreSchema,
      { ...target, value: "", reason: "unsupported", comment: "缺" },
      { value: { code: "value_required" } },
    ],
  ])("is refused at its field (%#)", (schema, input, fields) => {
    const parsed =
      schema === confirmScoreSchema
        ? parseInput(confirmScoreSchema, input)
        : parseInput(returnScoreSchema, input);
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

const giveBack = async (reason: CaseReturnReason) => {
  const { id, target } = await appraisalIn(company, "hr_audit");
  const before = await footprintOf(id);
  const input = { ...target, value: "integrity", reason, comment: "对不上。", rung: null };
  const answer = await returnScore(company.context("hrPartner"), input);
  return { id, answer, before };
};

describe("HR returns a score under a policy with one reason", () => {
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
        fields: { reason: { code: "invalid_input" } },
      });
      expect(await footprintOf(id)).toEqual(before);
    },
  );
});
