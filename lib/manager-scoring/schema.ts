import { z } from "zod";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";
import { handInSchema, saveSheetValueSchema } from "@/lib/sheet/schema";
import { appraisalStates } from "@/lib/appraisal/stages";
import { reasonSchema, reasonsOf, valueKeyField } from "@/lib/review/schema";
import { teamGroups } from "./types";

export const saveManagerValueSchema = saveSheetValueSchema;
/** `textsStand`: justifications written for another score go up as they are, on purpose. */
export const submitManagerSheetSchema = handInSchema.extend({
  textsStand: z.boolean().default(false),
});

/** A return names the values it is about, and the rung and the case where the matter is theirs. */
export const returnSelfReviewSchema = appraisalTargetSchema.extend({
  reasons: reasonsOf(reasonSchema.extend({ value: valueKeyField })),
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
