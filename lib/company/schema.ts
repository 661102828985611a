import { z } from "zod";
import { newPasswordSchema } from "@/lib/access/schema";
import { emailOrNothing, employeeNumber, peopleLimits } from "@/lib/people/schema";
import { requiredName } from "@/lib/db/fields";
import { isTimeZone } from "./rules";

const required = requiredName(peopleLimits.name);

export const firstRunSchema = z.strictObject({
  companyName: required,
  timeZone: z.string().max(60).refine(isTimeZone, "invalid_input"),
  name: required,
  number: employeeNumber,
  email: emailOrNothing,
  password: newPasswordSchema,
});

export type FirstRunInput = z.infer<typeof firstRunSchema>;
