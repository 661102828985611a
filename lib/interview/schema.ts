import { z } from "zod";
import { appraisalTargetSchema } from "@/lib/sheet/schema";

export const interviewLimits = { part: 2000, long: 4000 } as const;

const part = z.string().trim().min(1, "required").max(interviewLimits.part, "too_long");

/** Records the interview and publishes the result with it. `heldOn` is an ISO date in the company's zone. */
export const recordInterviewSchema = appraisalTargetSchema.extend({
  heldOn: z.iso.date("invalid_date"),
  good: part,
  short: part,
  direction: part,
  deductions: z.string().trim().max(interviewLimits.long, "too_long"),
  minutes: z.string().trim().min(1, "required").max(interviewLimits.long, "too_long"),
});

export type RecordInterviewInput = z.infer<typeof recordInterviewSchema>;
