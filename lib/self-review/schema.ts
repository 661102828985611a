import type { z } from "zod";
import { handInSchema, saveSheetValueSchema } from "@/lib/sheet/schema";

export const saveSelfReviewSchema = saveSheetValueSchema;
export const submitSelfReviewSchema = handInSchema;

export type SubmitSelfReviewInput = z.infer<typeof submitSelfReviewSchema>;
