import { z } from "zod";
import { requiredText } from "@/lib/fields/texts";
import { REVIEW_TEXT_MAX } from "@/lib/review/types";
import { reasonSchema, reasonsOf, requiredWords, valueKeyField } from "@/lib/review/schema";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";

/** Yes and no alike say why: an approved 5 becomes an example for others. */
export const decideTopSchema = appraisalTargetSchema.extend({
  value: valueKeyField,
  reason: requiredWords,
});

const ofTops = (words: typeof requiredWords) =>
  appraisalTargetSchema.extend({
    reasons: reasonsOf(reasonSchema.extend({ value: valueKeyField, reason: words })).refine(
      (reasons) => new Set(reasons.map(({ value }) => value)).size === reasons.length,
      "duplicate",
    ),
  });

/** Several 5s are declined at once, each with words of its own. */
export const declineTopsSchema = ofTops(requiredWords);
/** The same, asked about: what is said is a question, not a reason. */
export const askTopsSchema = ofTops(requiredText(REVIEW_TEXT_MAX, "question_required"));

export const approvalFilterSchema = z.object({
  after: z.string().max(80).optional().catch(undefined),
});

export type DeclineTopsInput = z.infer<typeof declineTopsSchema>;
export type DecideTopInput = z.infer<typeof decideTopSchema>;
export type ApprovalFilter = z.infer<typeof approvalFilterSchema>;
