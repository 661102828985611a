import { z } from "zod";
import { versionField } from "@/lib/fields/version";

/** A write names the version it was based on. */
export const appraisalTargetSchema = z.strictObject({
  appraisalId: z.uuid("invalid_input"),
  version: versionField,
});

export type AppraisalTarget = z.infer<typeof appraisalTargetSchema>;
