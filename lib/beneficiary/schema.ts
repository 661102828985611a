import { z } from "zod";
import { dateField } from "@/lib/fields/dates";
import { optionalLine, requiredLine, requiredText } from "@/lib/fields/texts";
import { valueKeyField } from "@/lib/review/schema";
import { REVIEW_TEXT_MAX } from "@/lib/review/types";
import { ASKED_MAX, beneficiaryWays, linkDays, linkLimits } from "./types";

const appraisalId = z.uuid("invalid_input");

/** Of one person who was asked. `corrects`: the view it takes the place of, which stays. */
export const recordViewSchema = z.strictObject({
  appraisalId,
  value: valueKeyField,
  asked: requiredLine(ASKED_MAX),
  askedOn: dateField,
  way: z.string().pipe(z.enum(beneficiaryWays, "required")),
  said: requiredText(REVIEW_TEXT_MAX),
  corrects: z.uuid("invalid_input").nullable().default(null),
});

export type RecordViewInput = z.infer<typeof recordViewSchema>;

/** `days` that the link holds. */
export const makeLinkSchema = z.strictObject({
  appraisalId,
  value: valueKeyField,
  question: requiredText(linkLimits.question),
  days: z.literal([...linkDays], "invalid_input"),
});

export const revokeLinkSchema = z.strictObject({ appraisalId, linkId: z.uuid("invalid_input") });

/** From whoever holds the link; who they are is theirs to say or not. */
export const answerLinkSchema = z.strictObject({
  token: z.string().min(1).max(100),
  said: requiredText(REVIEW_TEXT_MAX),
  name: optionalLine(linkLimits.name),
  relation: optionalLine(linkLimits.relation),
});

export type MakeLinkInput = z.infer<typeof makeLinkSchema>;
export type RevokeLinkInput = z.infer<typeof revokeLinkSchema>;
export type AnswerLinkInput = z.infer<typeof answerLinkSchema>;
