import { z } from "zod";
import { newPasswordSchema } from "@/lib/access/schema";
import { emailOrNothing, employeeNumber } from "@/lib/people/schema";
import { peopleLimits } from "@/lib/people/types";
import { requiredName } from "@/lib/fields/texts";
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
