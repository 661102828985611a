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
  // Whether something must stand here, and in which words that is said, is the policy's matter.
  direction: z.string().trim().max(interviewLimits.part, "too_long"),
  deductions: z.string().trim().max(interviewLimits.long, "too_long"),
  minutes: z.string().trim().min(1, "required").max(interviewLimits.long, "too_long"),
});

export type RecordInterviewInput = z.infer<typeof recordInterviewSchema>;

/** Directions belong to every interview; where the policy's bands ask for them, the refusal says so. */
export function directionFault(asked: boolean): string {
  return asked ? "directions_required" : "required";
}

/** The same for the form, with what the server knows of this appraisal, so that a fault shows before it is sent. */
export function interviewFormSchema(asks: {
  readonly heldBetween: HeldBetween;
  readonly deductionsRequired: boolean;
  readonly directionsRequired: boolean;
}) {
  const { heldOn, direction, deductions } = recordInterviewSchema.shape;
  return recordInterviewSchema.omit({ appraisalId: true, version: true }).extend({
    heldOn: heldOn.superRefine((day, refinement) => {
      const fault = heldOnFault(day, asks.heldBetween);
      if (fault !== null) refinement.addIssue({ code: "custom", message: fault.code });
    }),
    direction: direction.min(1, directionFault(asks.directionsRequired)),
    deductions: asks.deductionsRequired ? deductions.min(1, "deductions_required") : deductions,
  });
}

export type InterviewForm = z.infer<ReturnType<typeof interviewFormSchema>>;
