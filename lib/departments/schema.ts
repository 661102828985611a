import { z } from "zod";
import { optionalName, requiredName, requiredText } from "@/lib/fields/texts";
import { versionField } from "@/lib/fields/version";
import { numberOrNothing } from "@/lib/people/schema";
import { numberAsWritten } from "@/lib/text/identity";

const departmentLimits = { code: 40, name: 120 } as const;

const fields = {
  code: z
    .string()
    .transform(numberAsWritten)
    .pipe(requiredText(departmentLimits.code).regex(/^\S*$/u, "invalid_code")),
  name: requiredName(departmentLimits.name),
  nameEn: optionalName(departmentLimits.name),
  parentId: z.uuid("invalid_input").nullable(),
  /** 工号 of the head; empty while there is none. */
  headNumber: numberOrNothing,
  /** A division's head approves the highest scores of everybody below. */
  isDivision: z.boolean(),
};

export const createDepartmentSchema = z.strictObject(fields);
export const changeDepartmentSchema = z.strictObject({
  departmentId: z.uuid("invalid_input"),
  version: versionField,
  ...fields,
});

export const departmentTargetSchema = z.strictObject({
  departmentId: z.uuid("invalid_input"),
  version: versionField,
});

export type DepartmentTarget = z.infer<typeof departmentTargetSchema>;
export type DepartmentFields = z.infer<typeof createDepartmentSchema>;
export type ChangeDepartmentInput = z.infer<typeof changeDepartmentSchema>;
