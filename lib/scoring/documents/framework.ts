import { z } from "zod";
import { RUNG_HALF_POINTS } from "../figures";
import { listOf, partOf, readable, repeats, type OwnFault } from "./loose";

export const keySchema = z
  .string()
  .max(60)
  .regex(/^[a-z0-9][a-z0-9-]*$/, { error: "key-malformed" });

/**
 * Text a person can read: not blank, and free of what a database or a page cannot carry (NUL, half a surrogate) and of
 * what turns the direction of reading, so that a name cannot pass for another.
 */
export function text(max: number) {
  return z
    .string()
    .max(max)
    .regex(/\S/, { error: "text-blank" })
    .regex(/^(?:[\t\n\r]|[^\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069])*$/u, {
      error: "text-unreadable",
    });
}

/** A text in both languages; each side is required, of at most `max` UTF-16 units. */
export function bilingual(max: number) {
  return z.strictObject({ zh: text(max), en: text(max) });
}

export type Bilingual = z.infer<ReturnType<typeof bilingual>>;

export const MOST_ASSUMED = 60;

/** Parts of a document the sources do not hand down: where (JSON pointer) and why it stands so. */
export const assumedSchema = z
  .array(
    z.strictObject({
      path: z.string().max(200).regex(/^\//, { error: "pointer-malformed" }),
      note: bilingual(300),
    }),
  )
  .max(MOST_ASSUMED);

export type Assumption = z.infer<typeof assumedSchema>[number];

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

const MAX_RUNGS = 20;

/**
 * One company value: a gated ladder, or (`gated: false`) a checklist whose rungs add up independently. `cap` bounds
 * what it can earn, in half-points, below what its rungs add up to. A value without rungs is a starting point: it cannot be scored yet.
 */
export const valueSchema = z.strictObject({
  key: keySchema,
  name: bilingual(60),
  motto: bilingual(120).optional(),
  gated: z.boolean(),
  cap: z
    .int()
    .min(1)
    .max(MAX_RUNGS * RUNG_HALF_POINTS)
    .optional(),
  rungs: z.array(rungSchema).max(MAX_RUNGS),
});

/** The shape alone: what must hold between the parts is checked by `frameworkFaults`. */
export const frameworkShape = z.strictObject({
  key: keySchema,
  edition: text(60).optional(),
  name: bilingual(120),
  description: bilingual(2000),
  values: z.array(valueSchema).min(1).max(20),
});

function valueFaults(input: unknown): OwnFault[] {
  const { rungs: given, cap: bound } = partOf(input);
  const rungs = listOf(given);
  const faults: OwnFault[] = rungs.flatMap((rung, index) => {
    const point = readable(rungSchema.shape.point, partOf(rung)["point"]);
    if (point === undefined || point === index + 1) return [];
    const path = ["rungs", index, "point"];
    return [{ code: "rungs-not-consecutive", path, data: { expected: index + 1 } }];
  });
  const cap = readable(valueSchema.shape.cap, bound) ?? Number.NaN;
  const max = rungs.length * RUNG_HALF_POINTS;
  if (Array.isArray(given) && cap >= max)
    faults.push({ code: "cap-out-of-reach", path: ["cap"], data: { max } });
  return faults;
}

/** What does not hold between the parts of a framework, as far as the parts can be read. */
export function frameworkFaults(input: unknown): OwnFault[] {
  const values = listOf(partOf(input)["values"]);
  const keys = values.map((value) => readable(keySchema, partOf(value)["key"]));
  return [
    ...values.flatMap((value, index) =>
      valueFaults(value).map((fault) => ({ ...fault, path: ["values", index, ...fault.path] })),
    ),
    ...repeats(keys).map((index) => ({
      code: "value-key-repeated",
      path: ["values", index, "key"],
    })),
  ];
}

/** A versioned set of values. Own errors: `rungs-not-consecutive`, `cap-out-of-reach`, `value-key-repeated`. */
export const frameworkSchema = frameworkShape.superRefine((framework, context) => {
  for (const { code, path } of frameworkFaults(framework))
    context.addIssue({ code: "custom", message: code, path: [...path] });
});

export type RungDefinition = z.infer<typeof rungSchema>;
export type ValueDefinition = z.infer<typeof valueSchema>;
export type FrameworkDocument = z.infer<typeof frameworkShape>;
export type GrantMode = RungDefinition["grant"];
