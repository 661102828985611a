import { z } from "zod";
import { hasWords, isOneLine, turnsAround } from "@/lib/text/characters";

/** Something to read: blanks and characters nobody sees are nothing. */
export const requiredText = (max: number, missing = "required") =>
  z.string().trim().refine(hasWords, missing).max(max, "too_long");

/** The same where there may be nothing; what nobody sees is kept as nothing. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, "too_long")
    .transform((text) => (hasWords(text) ? text : ""));

/** What is typed into a field of one line. */
export const requiredLine = (max: number, missing = "required") =>
  requiredText(max, missing).refine(isOneLine, "line_break");

export const optionalLine = (max: number) => optionalText(max).refine(isOneLine, "line_break");

const isStraight = (text: string) => !turnsAround(text);

/** What people, departments and the company are called: it stands in lists and sentences of others. */
export const requiredName = (max: number) =>
  requiredLine(max).refine(isStraight, "turning_characters");

export const optionalName = (max: number) =>
  optionalLine(max).refine(isStraight, "turning_characters");
