import { z } from "zod";
import { optionalText, requiredText } from "@/lib/fields/texts";
import { changePersonSchema, numberOrNothing, personTargetSchema } from "@/lib/people/schema";
import { sheetValueSchema } from "@/lib/sheet/schema";
import { ownSheetWays } from "@/lib/participation/types";
import { handOverLimits, ways } from "./types";

const id = z.uuid("invalid_input");

const decision = {
  /** 工号 of the successor; empty: the next in line. */
  successorNumber: numberOrNothing,
  way: z.enum(ways, "required"),
  reason: requiredText(handOverLimits.reason, "reason_required"),
  /** Sealed, for the successor and HR. */
  note: optionalText(handOverLimits.note),
};

const sheets = z.array(id).max(handOverLimits.sheets, "too_many_sheets");

export const handOverSchema = z.strictObject({
  fromId: id,
  appraisalIds: sheets.min(1, "sheets_required"),
  ...decision,
});
/** Rows of what fell to the next in line. */
export const lookedSchema = z.strictObject({
  handOverIds: z.array(id).min(1, "sheets_required").max(handOverLimits.sheets, "too_many_sheets"),
});
export const holderAddressSchema = z.strictObject({ employeeId: id });

/** What becomes of all sheets a change of a person touches; the ids are those the decision was taken on. */
export const touchedSchema = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("finish"), appraisalIds: sheets }),
  z.strictObject({
    decision: z.literal("hand_over"),
    appraisalIds: sheets,
    /** Of these: what is finished first all the same. */
    stays: sheets.optional(),
    ...decision,
  }),
]);

export const changeWithSheetsSchema = changePersonSchema.extend({
  sheets: touchedSchema.optional(),
});
export const leaveWithSheetsSchema = personTargetSchema.extend({
  sheets: touchedSchema.optional(),
  /** What becomes of the own sheets that were handed in; what was not ends in any case. */
  own: z.enum(ownSheetWays).optional(),
  /** Kept with the sheets that end. */
  reason: optionalText(handOverLimits.reason).optional(),
});

/** A sheet as it is kept with a hand-over. */
export const keptDraftSchema = z.object({ values: z.array(sheetValueSchema) });

export type HandOverInput = z.infer<typeof handOverSchema>;
export type LookedInput = z.infer<typeof lookedSchema>;
export type Decision = Omit<HandOverInput, "fromId" | "appraisalIds">;
export type TouchedDecision = z.infer<typeof touchedSchema>;
export type ChangeWithSheetsInput = z.infer<typeof changeWithSheetsSchema>;
export type LeaveWithSheetsInput = z.infer<typeof leaveWithSheetsSchema>;
