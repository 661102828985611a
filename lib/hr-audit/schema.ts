import { z } from "zod";
import { caseReturnReasons } from "@/lib/appraisal/types";
import { optionalWords, reasonSchema, reasonsOf, valueKeyField } from "@/lib/review/schema";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";
import { queueKinds } from "./types";

/** Confirms one value's score. For a 5 who benefited was asked before; the command asks for it. */
export const confirmScoreSchema = appraisalTargetSchema.extend({
  value: valueKeyField,
  comment: optionalWords,
});

export const returnScoresSchema = appraisalTargetSchema.extend({
  reasons: reasonsOf(
    reasonSchema.extend({
      value: valueKeyField,
      caseReason: z.enum(caseReturnReasons, "reason_required"),
    }),
  ),
});

/** What the address of the page may say. Whatever else stands there is read as not said. */
export const auditFilterSchema = z.object({
  cycle: z.uuid().optional().catch(undefined),
  kind: z.enum(queueKinds).catch("all"),
  department: z.uuid().optional().catch(undefined),
  after: z.string().max(80).optional().catch(undefined),
  stuck: z.string().max(80).optional().catch(undefined),
  units: z.coerce.number().int().min(0).max(100_000).catch(0),
});

export type ConfirmScoreInput = z.infer<typeof confirmScoreSchema>;
export type ReturnScoresInput = z.infer<typeof returnScoresSchema>;
export type AuditFilter = z.infer<typeof auditFilterSchema>;
