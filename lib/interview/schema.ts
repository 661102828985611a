import { z } from "zod";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";
import { dateField, dateOrNothing } from "@/lib/fields/dates";
import { optionalText, requiredLine } from "@/lib/fields/texts";
import { appointmentLimits, interviewLimits, preparationLimit } from "./types";

const text = (part: keyof typeof interviewLimits) => optionalText(interviewLimits[part]);

const texts = {
  good: text("good"),
  short: text("short"),
  direction: text("direction"),
  deductions: text("deductions"),
  minutes: text("minutes"),
  told: z.array(z.string().max(60)).max(60),
};

const ownVersion = z.int("invalid_input").min(0, "invalid_input").max(2_000_000_000);

/** `version` is the draft's own, 0 for the first save; `heldOn` an ISO date or empty. */
export const saveMinutesSchema = z.strictObject({
  appraisalId: z.uuid("invalid_input"),
  version: ownVersion,
  heldOn: dateOrNothing,
  ...texts,
});

export type SaveMinutesInput = z.infer<typeof saveMinutesSchema>;

/**
 * Records the interview and publishes the result with it. `heldOn` is an ISO date in the company's zone. Which texts
 * may be empty is the policy's matter: `interviewFaults`.
 */
export const recordInterviewSchema = appraisalTargetSchema.extend({
  draftVersion: ownVersion,
  heldOn: dateField,
  ...texts,
});

export type RecordInterviewInput = z.infer<typeof recordInterviewSchema>;

/** `day` and `time` are wall clocks in the company's zone, `minutes` how long; `version` is how many proposals there were. */
export const arrangeSchema = z.strictObject({
  appraisalId: z.uuid("invalid_input"),
  version: ownVersion,
  day: dateField,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "invalid_time"),
  minutes: z.int("invalid_input").min(5, "invalid_input").max(480, "invalid_input"),
  place: requiredLine(appointmentLimits.place, "place_required"),
  note: optionalText(appointmentLimits.note),
});

export type ArrangeInput = z.infer<typeof arrangeSchema>;

/** `version` is the preparation's own, 0 for the first save. */
export const prepareSchema = z.strictObject({
  appraisalId: z.uuid("invalid_input"),
  version: ownVersion,
  topics: optionalText(preparationLimit),
  notes: optionalText(preparationLimit),
});

export type PrepareInput = z.infer<typeof prepareSchema>;
