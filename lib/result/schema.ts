import { z } from "zod";
import { appraisalTargetSchema } from "@/lib/sheet/schema";

export const objectionLimit = 2000;

export const answerResultSchema = appraisalTargetSchema;

export const objectSchema = appraisalTargetSchema.extend({
  text: z.string().trim().min(1, "reason_required").max(objectionLimit, "too_long"),
});

export type ObjectInput = z.infer<typeof objectSchema>;
