import { z } from "zod";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";
import { optionalText, requiredText } from "@/lib/fields/texts";
import { answerLimit, readings } from "./types";

export const answerResultSchema = appraisalTargetSchema;

export const acknowledgeSchema = appraisalTargetSchema.extend({
  answer: z.enum(readings, "value_required"),
  /** What is reserved; of an agreement nothing is kept. */
  text: optionalText(answerLimit).optional(),
});

export type AcknowledgeInput = z.infer<typeof acknowledgeSchema>;

export const objectSchema = appraisalTargetSchema.extend({
  text: requiredText(answerLimit, "reason_required"),
});

export type ObjectInput = z.infer<typeof objectSchema>;

export const contestSchema = appraisalTargetSchema.extend({
  text: requiredText(answerLimit, "difference_required"),
});

export type ContestInput = z.infer<typeof contestSchema>;
