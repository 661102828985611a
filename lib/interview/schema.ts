import { z } from "zod";
import { appraisalTargetSchema } from "@/lib/sheet/schema";
import { heldOnFault, type HeldBetween } from "./rules";

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

/** The same for the form, with what the server knows of this appraisal, so that a fault shows before it is sent. */
export function interviewFormSchema(asks: {
  readonly heldBetween: HeldBetween;
  readonly deductionsRequired: boolean;
}) {
  const { heldOn, deductions } = recordInterviewSchema.shape;
  return recordInterviewSchema.omit({ appraisalId: true, version: true }).extend({
    heldOn: heldOn.superRefine((day, refinement) => {
      const fault = heldOnFault(day, asks.heldBetween);
      if (fault !== null) refinement.addIssue({ code: "custom", message: fault.code });
    }),
    deductions: asks.deductionsRequired ? deductions.min(1, "deductions_required") : deductions,
  });
}

export type InterviewForm = z.infer<ReturnType<typeof interviewFormSchema>>;
