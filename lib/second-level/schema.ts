import { z } from "zod";
import { optionalWords, reasonSchema, reasonsOf } from "@/lib/review/schema";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";
import { AGREE_AT_ONCE } from "./types";

export const agreeSchema = z.strictObject({
  items: z
    .array(appraisalTargetSchema)
    .min(1, "nothing_chosen")
    .max(AGREE_AT_ONCE, "too_many_chosen")
    .refine(
      (items) => new Set(items.map(({ appraisalId }) => appraisalId)).size === items.length,
      "duplicate",
    ),
  comment: optionalWords,
});

/** A return says why, once or several times; each reason may point at a value, one of its rungs and a case there. */
export const returnSheetSchema = appraisalTargetSchema.extend({
  reasons: reasonsOf(reasonSchema),
});

/** What the address of the list may say. Whatever else stands there is read as not said. */
export const reviewFilterSchema = z.object({ after: z.uuid().optional().catch(undefined) });

/** What the address of one sheet may say: `return=1` opens the form of a return. */
export const reviewSheetSchema = z.object({
  return: z
    .literal("1")
    .transform(() => true)
    .catch(false),
});

export type AgreeInput = z.infer<typeof agreeSchema>;
export type ReturnSheetInput = z.infer<typeof returnSheetSchema>;
export type ReviewFilter = z.infer<typeof reviewFilterSchema>;
