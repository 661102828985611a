import { z } from "zod";
import { newPasswordSchema } from "@/lib/access/schema";
import { emailOrNothing, employeeNumber, peopleLimits } from "@/lib/people/schema";
import { isTimeZone } from "./rules";

const required = z.string().trim().min(1, "required").max(peopleLimits.name, "too_long");

export const firstRunSchema = z.strictObject({
  companyName: required,
  timeZone: z.string().max(60).refine(isTimeZone, "invalid_input"),
  name: required,
  number: employeeNumber,
  email: emailOrNothing,
  password: newPasswordSchema,
});

export type FirstRunInput = z.infer<typeof firstRunSchema>;
