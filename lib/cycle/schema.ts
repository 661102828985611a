import { z } from "zod";
import {
  dateOrNothing,
  isWithinBounds,
  outOfBounds,
  versionField,
  requiredText,
} from "@/lib/db/fields";
import { stages } from "@/lib/appraisal/stages";
import { windowReasonLimit } from "./types";

const moment = z
  .string()
  .max(16)
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, "invalid_date")
  .refine((text) => z.iso.date().safeParse(text.slice(0, 10)).success, "invalid_date")
  .refine((text) => isWithinBounds(text.slice(0, 10)), outOfBounds);

const windowDraftSchema = z.strictObject({
  stage: z.enum(stages, "invalid_input"),
  opensAt: moment,
  closesAt: moment,
});

/** The same input is previewed and then opened. Null for the departments means everybody. */
export const openCycleSchema = z.strictObject({
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
  windows: z.array(windowDraftSchema).length(stages.length, "invalid_input"),
});
export type OpenCycleInput = z.infer<typeof openCycleSchema>;

export const cycleTargetSchema = z.strictObject({
  cycleId: z.uuid("invalid_input"),
  version: versionField,
});
export type CycleTarget = z.infer<typeof cycleTargetSchema>;

export const changeWindowSchema = cycleTargetSchema.extend({
  stage: z.enum(stages, "invalid_input"),
  closesAt: moment,
  /** Moves the deadlines of the stages after it by as much. */
  following: z.boolean().default(false),
  reason: requiredText(windowReasonLimit, "reason_required"),
});
export type ChangeWindowInput = z.infer<typeof changeWindowSchema>;
