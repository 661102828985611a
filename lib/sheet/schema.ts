import { z } from "zod";
import { appraisalTargetSchema } from "@/lib/appraisal/schema";
import { dateOrNothing } from "@/lib/fields/dates";
import { verdicts, caseKinds } from "@/lib/scoring";
import { hasWords, isOneLine, isPlainText, withoutTurning } from "@/lib/text/characters";
import { sheetLimits } from "./types";

/** Blanks somebody is about to write on after are kept; characters nobody sees are nothing written. */
const text = (max: number) =>
  z
    .string()
    .max(max, "too_long")
    .refine(isPlainText, "invalid_input")
    .transform((text) => (hasWords(text) || text.trim() === "" ? text : ""));

const line = (max: number) => text(max).refine(isOneLine, "line_break");

const sheetCaseSchema = z.strictObject({
  /** In one spelling, as the database has it: two spellings of one id would be one case that vanishes. */
  id: z.uuid("invalid_input").toLowerCase(),
  rung: z.int().min(1, "unknown_rung").max(sheetLimits.rungs, "unknown_rung"),
  kind: z.enum(caseKinds, "invalid_input"),
  /** It stands in lists and sentences, as names do. */
  title: line(sheetLimits.title).transform(withoutTurning),
  happenedOn: dateOrNothing,
  happened: text(sheetLimits.text),
  action: text(sheetLimits.text),
  outcome: text(sheetLimits.text),
  beneficiary: line(sheetLimits.beneficiary),
});

const judgementsSchema = z
  .record(z.string().regex(/^[1-9]\d?$/, "unknown_rung"), z.enum(verdicts, "impossible_score"))
  .transform((record) =>
    Object.fromEntries(Object.entries(record).map(([point, verdict]) => [Number(point), verdict])),
  );

export const sheetValueSchema = z.strictObject({
  key: z.string().min(1).max(60),
  judgements: judgementsSchema,
  cases: z.array(sheetCaseSchema).max(sheetLimits.casesPerValue, "too_many_cases"),
  justification: text(sheetLimits.justification),
  inDoubt: z.boolean("invalid_input").default(false),
});

export const saveSheetValueSchema = appraisalTargetSchema.extend({ value: sheetValueSchema });

/** `unchanged`: what came back and was not touched is handed in as it is, on purpose. */
export const handInSchema = appraisalTargetSchema.extend({ unchanged: z.boolean().default(false) });

export type SaveSheetValueInput = z.infer<typeof saveSheetValueSchema>;
