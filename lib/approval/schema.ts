import { z } from "zod";
import { reasonSchema, reasonsOf, requiredWords, valueKeyField } from "@/lib/review/schema";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";

/** Yes and no alike say why: an approved 5 becomes an example for others. */
export const decideTopSchema = appraisalTargetSchema.extend({
  value: valueKeyField,
  reason: requiredWords,
});

/** Several 5s are declined, or asked about, at once, each with words of its own. */
export const declineTopsSchema = appraisalTargetSchema.extend({
  reasons: reasonsOf(reasonSchema.extend({ value: valueKeyField })).refine(
    (reasons) => new Set(reasons.map(({ value }) => value)).size === reasons.length,
    "duplicate",
  ),
});

export const approvalFilterSchema = z.object({
  after: z.string().max(80).optional().catch(undefined),
});

export type DeclineTopsInput = z.infer<typeof declineTopsSchema>;
export type DecideTopInput = z.infer<typeof decideTopSchema>;
export type ApprovalFilter = z.infer<typeof approvalFilterSchema>;
