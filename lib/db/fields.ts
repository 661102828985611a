import { z } from "zod";
import { dateBounds } from "@/lib/clock";

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
