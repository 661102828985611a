import { z } from "zod";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";
import { reasonSchema, reasonsOf } from "@/lib/review/schema";
import { reopenStates } from "./types";

/** Where to, and why; each reason may point at a value, one of its rungs and a case there. */
const reopeningSchema = z.strictObject({
  to: z.enum(reopenStates, "invalid_input"),
  reasons: reasonsOf(reasonSchema),
});
export type Reopening = z.infer<typeof reopeningSchema>;

export const reopenSheetSchema = appraisalTargetSchema.extend(reopeningSchema.shape);
export type ReopenSheetInput = z.infer<typeof reopenSheetSchema>;
