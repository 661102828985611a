import { z } from "zod";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";
import { objectionLimit, readings } from "./types";

export const answerResultSchema = appraisalTargetSchema;

export const acknowledgeSchema = appraisalTargetSchema.extend({
  answer: z.enum(readings, "value_required"),
});

export type AcknowledgeInput = z.infer<typeof acknowledgeSchema>;

export const objectSchema = appraisalTargetSchema.extend({
  text: z.string().trim().min(1, "reason_required").max(objectionLimit, "too_long"),
});

export type ObjectInput = z.infer<typeof objectSchema>;
