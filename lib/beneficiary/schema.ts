import { z } from "zod";
import { dateField } from "@/lib/fields/dates";
import { requiredText } from "@/lib/fields/texts";
import { valueKeyField } from "@/lib/review/schema";
import { REVIEW_TEXT_MAX } from "@/lib/review/types";
import { ASKED_MAX, beneficiaryWays } from "./types";

const appraisalId = z.uuid("invalid_input");

/** Of one person who was asked. `corrects`: the view it takes the place of, which stays. */
export const recordViewSchema = z.strictObject({
  appraisalId,
  value: valueKeyField,
  asked: requiredText(ASKED_MAX),
  askedOn: dateField,
  way: z.string().pipe(z.enum(beneficiaryWays, "required")),
  said: requiredText(REVIEW_TEXT_MAX),
  corrects: z.uuid("invalid_input").nullable().default(null),
});

export type RecordViewInput = z.infer<typeof recordViewSchema>;
