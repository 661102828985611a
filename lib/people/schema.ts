import { z } from "zod";
import { dateField } from "@/lib/fields/dates";
import { optionalName, optionalText, requiredName, requiredText } from "@/lib/fields/texts";
import { versionField } from "@/lib/fields/version";
import { isPlainNumber, isPlainText } from "@/lib/text/characters";
import { emailKey, numberAsWritten } from "@/lib/text/identity";
import { peopleLimits, personStatuses, presentStatuses } from "./types";

export const pageSize = 50;

const id = z.uuid("invalid_input");

/** 工号 is text: leading zeros count, and no blanks or @ so that it is never taken for an e-mail address. */
export const employeeNumber = z
  .string()
  .transform(numberAsWritten)
  .pipe(
    requiredText(peopleLimits.number)
      .regex(/^[^\s@＠]*$/u, "invalid_number")
      .refine(isPlainNumber, "unusual_number"),
  );

/** 工号 of somebody who is there; empty where nobody is meant. */
export const numberOrNothing = z
  .string()
  .transform(numberAsWritten)
  .pipe(optionalText(peopleLimits.number));

export const emailOrNothing = z
  .string()
  .transform(emailKey)
  .pipe(z.union([z.literal(""), z.email("invalid_email").max(peopleLimits.email, "too_long")]));

/** An empty field is missing, not wrong. */
const day = z.string().min(1, "required").pipe(dateField);

const personFields = {
  number: employeeNumber,
  name: requiredName(peopleLimits.name),
  email: emailOrNothing,
  jobTitle: optionalName(peopleLimits.name),
  departmentId: z.uuid("required"),
  /** 工号 of the manager, as Chinese personnel lists have it; empty at the top. */
  managerNumber: numberOrNothing,
  hireDate: day,
  status: z.enum(presentStatuses, "invalid_input"),
  /** Whose number differs only in zeros in front, and who was looked at and is somebody else. */
  otherThan: z.uuid("invalid_input").nullable().optional(),
  /** The hire date that lies ahead, asked about and meant so. */
  hireAhead: dateField.nullable().optional(),
};

export const createPersonSchema = z.strictObject(personFields);
export const changePersonSchema = z.strictObject({
  employeeId: id,
  version: versionField,
  ...personFields,
});
export const personAddressSchema = z.strictObject({ employeeId: id });
export const personTargetSchema = z.strictObject({ employeeId: id, version: versionField });

const findable = (max: number) => z.string().trim().max(max).refine(isPlainText);

/** The query string of the list; whatever does not fit is as if it were not there. */
export const peopleFilterSchema = z.object({
  search: findable(peopleLimits.search).catch(""),
  department: z.uuid().nullable().catch(null),
  status: z.enum(personStatuses).nullable().catch(null),
  after: findable(peopleLimits.number).nullable().catch(null),
});

export type PeopleFilter = z.infer<typeof peopleFilterSchema>;
export type PersonFields = z.infer<typeof createPersonSchema>;
export type ChangePersonInput = z.infer<typeof changePersonSchema>;
export type PersonTarget = z.infer<typeof personTargetSchema>;
