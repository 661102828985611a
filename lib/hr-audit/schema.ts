import { z } from "zod";
import { caseReturnReasons } from "@/lib/appraisal/types";
import { optionalWords, requiredWords, rungField, valueKeyField } from "@/lib/review/schema";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";
import { queueKinds } from "./types";

/** Confirms one value's score. For a 5 the view of who benefited belongs to it; the command asks for it. */
export const confirmScoreSchema = appraisalTargetSchema.extend({
  value: valueKeyField,
  beneficiaryView: optionalWords,
  comment: optionalWords,
});

export const returnScoreSchema = appraisalTargetSchema.extend({
  value: valueKeyField,
  reason: z.enum(caseReturnReasons, "reason_required"),
  comment: requiredWords,
  rung: rungField,
});

/** What the address of the page may say. Whatever else stands there is read as not said. */
export const auditFilterSchema = z.object({
  cycle: z.uuid().optional().catch(undefined),
  kind: z.enum(queueKinds).catch("all"),
  department: z.uuid().optional().catch(undefined),
  after: z.string().max(80).optional().catch(undefined),
  stuck: z.string().max(80).optional().catch(undefined),
  units: z.uuid().optional().catch(undefined),
});

export type ConfirmScoreInput = z.infer<typeof confirmScoreSchema>;
export type ReturnScoreInput = z.infer<typeof returnScoreSchema>;
export type AuditFilter = z.infer<typeof auditFilterSchema>;
