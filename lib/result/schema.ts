import { z } from "zod";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";
import { requiredText } from "@/lib/db/fields";
import { objectionLimit, readings } from "./types";

export const answerResultSchema = appraisalTargetSchema;

export const acknowledgeSchema = appraisalTargetSchema.extend({
  answer: z.enum(readings, "value_required"),
});

export type AcknowledgeInput = z.infer<typeof acknowledgeSchema>;

export const objectSchema = appraisalTargetSchema.extend({
  text: requiredText(objectionLimit, "reason_required"),
});

export type ObjectInput = z.infer<typeof objectSchema>;
