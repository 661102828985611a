import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseInput } from "@/lib/commands/request";
import { confirmScoreSchema, returnScoreSchema } from "@/lib/hr-audit/schema";

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
