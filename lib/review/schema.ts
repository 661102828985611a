import { z } from "zod";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";
import { sheetLimits } from "@/lib/sheet/types";
import { optionalText, requiredText } from "@/lib/fields/texts";
import { REASONS_AT_ONCE, REVIEW_TEXT_MAX } from "./types";

export const optionalWords = optionalText(REVIEW_TEXT_MAX).default("");
export const requiredWords = requiredText(REVIEW_TEXT_MAX, "reason_required");

export const valueKeyField = z.string().min(1, "value_required").max(60, "unknown_value");
const rungField = z
  .int()
  .min(1, "unknown_rung")
  .max(sheetLimits.rungs, "unknown_rung")
  .nullable()
  .default(null);

/** A decision on one score that is taken back. */
export const takeBackScoreSchema = appraisalTargetSchema.extend({ value: valueKeyField });
export type TakeBackScoreInput = z.infer<typeof takeBackScoreSchema>;

/** One reason of a return, and where it points. */
export const reasonSchema = z.strictObject({
  reason: requiredWords,
  value: valueKeyField.nullable().default(null),
  rung: rungField,
  caseId: z.uuid("unknown_case").nullable().default(null),
});

/** Several reasons go at once, each pinned by itself. */
export function reasonsOf<Reason extends z.ZodType>(reason: Reason) {
  return z.array(reason).min(1, "reason_required").max(REASONS_AT_ONCE, "too_many_chosen");
}
