import { z } from "zod";

/** Scores are whole half-points everywhere inside: 7 means 3.5. Decimals exist only in `format.ts`. */
export type HalfPoints = number;

/** What one fully met rung is worth. */
export const RUNG_HALF_POINTS: HalfPoints = 2;

export const keySchema = z
  .string()
  .max(60)
  .regex(/^[a-z0-9][a-z0-9-]*$/);

/** A text in both languages; each side is required, of at most `max` UTF-16 units. */
export function bilingual(max: number) {
  return z.strictObject({ zh: z.string().min(1).max(max), en: z.string().min(1).max(max) });
}

export type Bilingual = z.infer<ReturnType<typeof bilingual>>;

/**
 * One rung. `presumed`: granted unless a contradicting case stands against it; `evidenced`: granted only with a
 * supporting case (2006 manual). `assumed` marks wording or a grant mode the sources do not hand down.
 */
export const rungSchema = z.strictObject({
  point: z.int().min(1).max(20),
  grant: z.enum(["presumed", "evidenced"]),
  statement: bilingual(200),
  meaning: bilingual(1000),
  supports: z.array(bilingual(300)).max(12),
  breaks: z.array(bilingual(300)).max(12),
  halfPoint: z.enum(["usual", "exceptional"]),
  halfPointAdvice: bilingual(500).optional(),
  assumed: z.boolean(),
});

/** One company value: a gated ladder, or (`gated: false`) a checklist whose rungs add up independently. */
export const valueSchema = z.strictObject({
  key: keySchema,
  name: bilingual(60),
  motto: bilingual(120).optional(),
  gated: z.boolean(),
  rungs: z
    .array(rungSchema)
    .min(1)
    .max(20)
    .refine((rungs) => rungs.every((rung, index) => rung.point === index + 1), {
      error: "rungs-not-consecutive",
    }),
});

/** A versioned set of values. Errors: `rungs-not-consecutive`, `value-key-repeated`, and zod's own. */
export const frameworkSchema = z.strictObject({
  key: keySchema,
  edition: z.string().min(1).max(60).optional(),
  name: bilingual(120),
  description: bilingual(2000),
  values: z
    .array(valueSchema)
    .min(1)
    .max(20)
    .refine((values) => new Set(values.map((value) => value.key)).size === values.length, {
      error: "value-key-repeated",
    }),
});

export type RungDefinition = z.infer<typeof rungSchema>;
export type ValueDefinition = z.infer<typeof valueSchema>;
export type FrameworkDocument = z.infer<typeof frameworkSchema>;
export type GrantMode = RungDefinition["grant"];

/** The most a value can earn, in half-points. */
export function maxOfValue(value: ValueDefinition): HalfPoints {
  return value.rungs.length * RUNG_HALF_POINTS;
}

/** The most a whole sheet can earn, in half-points. */
export function maxOfFramework(framework: FrameworkDocument): HalfPoints {
  return framework.values.reduce((sum, value) => sum + maxOfValue(value), 0);
}
