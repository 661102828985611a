import { z } from "zod";
import { dateBounds } from "@/lib/clock";
import { hasWords, turnsAround } from "@/lib/text/characters";

/** What a write was based on, as the database counts it; a stale one is refused with what stands there now. */
export const versionField = z.int().min(1).max(2_000_000_000);

/** For a refinement: the code of the fault with the figures of its text. */
export const outOfBounds = {
  error: "date_out_of_bounds",
  params: { from: dateBounds.from.slice(0, 4), to: dateBounds.to.slice(0, 4) },
};

export const isWithinBounds = (day: string) => day >= dateBounds.from && day <= dateBounds.to;

/** A calendar day, "2026-11-21". Every date that somebody gives is one of these. */
export const dateField = z.iso.date("invalid_date").refine(isWithinBounds, outOfBounds);

export const dateOrNothing = z.union([z.literal(""), dateField]);

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
