import { z } from "zod";
import { versionField } from "@/lib/db/fields";
import { numberOrNothing } from "@/lib/people/schema";
import { numberAsWritten } from "@/lib/text/identity";

const departmentLimits = { code: 40, name: 120 } as const;

const required = (max: number) => z.string().trim().min(1, "required").max(max, "too_long");
const optional = (max: number) => z.string().trim().max(max, "too_long");

const fields = {
  code: z
    .string()
    .transform(numberAsWritten)
    .pipe(required(departmentLimits.code).regex(/^\S*$/u, "invalid_code")),
  name: required(departmentLimits.name),
  nameEn: optional(departmentLimits.name),
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
