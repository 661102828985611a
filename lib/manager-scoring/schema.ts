import { z } from "zod";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";
import { saveSheetValueSchema } from "@/lib/sheet/schema";
import { sheetLimits } from "@/lib/sheet/types";
import { appraisalStates } from "@/lib/appraisal/stages";
import { requiredText } from "@/lib/db/fields";
import { RETURN_REASON_MAX, teamGroups } from "./types";

export const saveManagerValueSchema = saveSheetValueSchema;
export const submitManagerSheetSchema = appraisalTargetSchema;

/** A return names the value it is about, and the rung where the matter is one rung's. */
export const returnSelfReviewSchema = appraisalTargetSchema.extend({
  reason: requiredText(RETURN_REASON_MAX, "reason_required"),
  value: z.string().min(1, "value_required").max(60),
  rung: z.int().min(1, "unknown_rung").max(sheetLimits.rungs, "unknown_rung").nullable(),
});

export type SubmitManagerSheetInput = z.infer<typeof submitManagerSheetSchema>;
export type ReturnSelfReviewInput = z.infer<typeof returnSelfReviewSchema>;

/** What the address of the team page may say. Whatever else stands there is read as not said. */
export const teamFilterSchema = z.object({
  cycle: z.uuid().optional().catch(undefined),
  group: z.enum(teamGroups).optional().catch(undefined),
  state: z.enum(appraisalStates).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
});
export type TeamFilter = z.infer<typeof teamFilterSchema>;
