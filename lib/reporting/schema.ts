import { z } from "zod";
import { dateField } from "@/lib/fields/dates";
import { versionField } from "@/lib/fields/version";
import { touchedSchema } from "@/lib/hand-over/schema";
import { numberOrNothing } from "@/lib/people/schema";

const id = z.uuid("invalid_input");

export const planLineSchema = z.strictObject({
  employeeId: id,
  version: versionField,
  /** From when, by the company's calendar: a day to come. */
  day: z.string().min(1, "required").pipe(dateField),
  managerNumber: numberOrNothing,
  departmentId: z.uuid("required"),
  /** What becomes of the sheets under way on that day. */
  sheets: touchedSchema.optional(),
  /** Whether the person is shown it before its day. */
  shown: z.boolean().optional(),
});
export const planTargetSchema = z.strictObject({ planId: id });

export type PlanLineInput = z.infer<typeof planLineSchema>;
export type PlanTarget = z.infer<typeof planTargetSchema>;
