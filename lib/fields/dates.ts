import { z } from "zod";
import { dateBounds } from "./limits";

/** For a refinement: the code of the fault with the figures of its text. */
export const outOfBounds = {
  error: "date_out_of_bounds" as const,
  params: { from: dateBounds.from.slice(0, 4), to: dateBounds.to.slice(0, 4) },
};

export const isWithinBounds = (day: string) => day >= dateBounds.from && day <= dateBounds.to;

/** A calendar day, "2026-11-21". Every date that somebody gives is one of these. */
export const dateField = z.iso
  .date({ error: ({ input }) => (input === "" ? "required" : "invalid_date") })
  .refine(isWithinBounds, outOfBounds);

export const dateOrNothing = z.union([z.literal(""), dateField]);
