import type { z } from "zod";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";
import { dateField, optionalText } from "@/lib/db/fields";
import { interviewLimits } from "./types";

const text = (part: keyof typeof interviewLimits) => optionalText(interviewLimits[part]);

/**
 * Records the interview and publishes the result with it. `heldOn` is an ISO date in the company's zone. Which texts
 * may be empty is the policy's matter: `interviewFaults`.
 */
export const recordInterviewSchema = appraisalTargetSchema.extend({
  heldOn: dateField,
  good: text("good"),
  short: text("short"),
  direction: text("direction"),
  deductions: text("deductions"),
  minutes: text("minutes"),
});

export type RecordInterviewInput = z.infer<typeof recordInterviewSchema>;
