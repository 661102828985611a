import type { z } from "zod";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";
import { saveSheetValueSchema } from "@/lib/sheet/schema";

export const saveSelfReviewSchema = saveSheetValueSchema;
export const submitSelfReviewSchema = appraisalTargetSchema;

export type SubmitSelfReviewInput = z.infer<typeof submitSelfReviewSchema>;
