import { z } from "zod";

/** What a write was based on, as the database counts it; a stale one is refused with what stands there now. */
export const versionField = z.int().min(1).max(2_000_000_000);

/** A slip of the keyboard is no date of anybody's work; the database refuses what lies beyond, too. */
export const dateBounds = { from: "1950-01-01", to: "2200-12-31" } as const;

const years = { from: dateBounds.from.slice(0, 4), to: dateBounds.to.slice(0, 4) };

/** A calendar day, "2026-11-21". Every date that somebody gives is one of these. */
export const dateField = z.iso
  .date("invalid_date")
  .refine((day) => day >= dateBounds.from && day <= dateBounds.to, {
    error: "date_out_of_bounds",
    params: years,
  });

/** The figures of a refinement's text. */
export function paramsOf(issue: z.core.$ZodIssue): Record<string, string | number> | undefined {
  const figures = z
    .record(z.string(), z.union([z.string(), z.number()]))
    .safeParse(issue.code === "custom" ? issue.params : undefined);
  return figures.data;
}

export const dateOrNothing = z.union([z.literal(""), dateField]);
