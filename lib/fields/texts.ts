import { z } from "zod";
import { hasWords, turnsAround } from "@/lib/text/characters";

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

const isStraight = (text: string) => !turnsAround(text);

/** What people, departments and the company are called: it stands in lists and sentences of others. */
export const requiredName = (max: number) =>
  requiredText(max).refine(isStraight, "turning_characters");

export const optionalName = (max: number) =>
  optionalText(max).refine(isStraight, "turning_characters");
