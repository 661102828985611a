import { z } from "zod";
import { dateOrNothing, isWithinBounds, outOfBounds } from "@/lib/fields/dates";
import { requiredLine, requiredText } from "@/lib/fields/texts";
import { versionField } from "@/lib/fields/version";
import { stages } from "@/lib/appraisal/stages";
import { numberOrNothing } from "@/lib/people/schema";
import { byHandLimit, windowReasonLimit } from "./types";

const moment = z
  .string()
  .min(1, "required")
  .max(16)
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, "invalid_date")
  .refine((text) => z.iso.date().safeParse(text.slice(0, 10)).success, "invalid_date")
  .refine((text) => isWithinBounds(text.slice(0, 10)), outOfBounds);

const windowDraftSchema = z.strictObject({
  stage: z.enum(stages, "invalid_input"),
  opensAt: moment,
  closesAt: moment,
});

/** Of all stages, in their order. */
const windowsSchema = z.array(windowDraftSchema).length(stages.length, "invalid_input");

const aboutPerson = {
  number: numberOrNothing.refine((text) => text !== "", "required"),
  reason: requiredText(windowReasonLimit, "reason_required"),
};

/** Somebody who is in, or not, against what the rules say of them; by 工号. */
const byHandSchema = z.strictObject({
  kind: z.enum(["exempt", "include"], "invalid_input"),
  ...aboutPerson,
  reason: requiredLine(windowReasonLimit, "reason_required"),
});

/** Null for the departments means everybody. */
export const previewOpeningSchema = z.strictObject({
  year: z.int("required").min(2000, "invalid_input").max(2200, "invalid_input"),
  quarter: z.int("required").min(1, "invalid_input").max(4, "invalid_input"),
  departmentIds: z
    .array(z.uuid("invalid_input"))
    .min(1, "department_required")
    .max(500, "too_many_chosen")
    .nullable(),
  joinedAfter: dateOrNothing,
  frameworkVersionId: z.uuid("value_required"),
  policyVersionId: z.uuid("value_required"),
  windows: windowsSchema,
  byHand: z.array(byHandSchema).max(byHandLimit, "too_many_chosen").default([]),
});
export type PreviewOpeningInput = z.infer<typeof previewOpeningSchema>;

/** What was previewed is opened, as long as everybody stands where the preview saw them: `standing` is the preview's. */
export const openCycleSchema = previewOpeningSchema.extend({
  standing: z.string("invalid_input").max(64, "invalid_input"),
});
export type OpenCycleInput = z.infer<typeof openCycleSchema>;

export const cycleTargetSchema = z.strictObject({
  cycleId: z.uuid("invalid_input"),
  version: versionField,
});
export type CycleTarget = z.infer<typeof cycleTargetSchema>;

const pauseReason = requiredText(windowReasonLimit, "reason_required");
export const pauseCycleSchema = cycleTargetSchema.extend({ reason: pauseReason });
export type PauseCycleInput = z.infer<typeof pauseCycleSchema>;

/** `days`: by how many the windows still to come move, as it was shown; 0: they stay. */
export const resumeCycleSchema = pauseCycleSchema.extend({
  days: z.int("invalid_input").min(0, "invalid_input").max(3660, "invalid_input"),
});
export type ResumeCycleInput = z.infer<typeof resumeCycleSchema>;

export const changeWindowSchema = cycleTargetSchema.extend({
  stage: z.enum(stages, "invalid_input"),
  closesAt: moment,
  /** Moves the deadlines of the stages after it by as much. */
  following: z.boolean().default(false),
  reason: requiredText(windowReasonLimit, "reason_required"),
});
export type ChangeWindowInput = z.infer<typeof changeWindowSchema>;

export const previewWindowSchema = changeWindowSchema.omit({ reason: true });
export type PreviewWindowInput = z.infer<typeof previewWindowSchema>;

export const exemptSchema = cycleTargetSchema.extend(aboutPerson);
export type ExemptInput = z.infer<typeof exemptSchema>;

/** With the windows of the person's own. */
export const includeSchema = cycleTargetSchema.extend({ ...aboutPerson, windows: windowsSchema });
export type IncludeInput = z.infer<typeof includeSchema>;

/** For the person of this 工号; empty: for everybody of the department and below it. */
export const extendSchema = changeWindowSchema.extend({
  number: numberOrNothing,
  departmentId: z.uuid("invalid_input").nullable(),
});
export type ExtendInput = z.infer<typeof extendSchema>;

export const previewExtensionSchema = extendSchema.omit({ reason: true });
export type PreviewExtensionInput = z.infer<typeof previewExtensionSchema>;

/** What the address of a cycle's page says. */
export const cycleAddressSchema = z.object({
  id: z.uuid(),
  department: z.uuid().nullable().default(null),
});
