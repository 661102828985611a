import { z } from "zod";
import { requiredWords, valueKeyField } from "@/lib/review/schema";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";

/** Yes and no alike say why: an approved 5 becomes an example for others. */
export const decideTopSchema = appraisalTargetSchema.extend({
  value: valueKeyField,
  reason: requiredWords,
});

export const approvalFilterSchema = z.object({
  after: z.string().max(80).optional().catch(undefined),
});

export type DecideTopInput = z.infer<typeof decideTopSchema>;
export type ApprovalFilter = z.infer<typeof approvalFilterSchema>;
