import type { z } from "zod";
import { appraisalTargetSchema, saveSheetValueSchema } from "@/lib/sheet/schema";

export const saveSelfReviewSchema = saveSheetValueSchema;
export const submitSelfReviewSchema = appraisalTargetSchema;

export type SubmitSelfReviewInput = z.infer<typeof submitSelfReviewSchema>;
