import { z } from "zod";
import { bilingual, keySchema } from "./framework";

const points = z.int().min(0).max(800);
const threshold = points.nullable();
const codes = z.array(keySchema).max(12);

/** A label a total earns: `from` is its inclusive lower bound in half-points of a total out of `bandsMaxTotal`. */
export const bandSchema = z.strictObject({
  key: keySchema,
  name: bilingual(60),
  from: points,
  rating: z.number().min(0).max(10).optional(),
});

/** What one value's score alone brings about. Exactly one of `below` (exclusive) and `equals`, in half-points. */
export const singleValueRuleSchema = z
  .strictObject({ below: points.optional(), equals: points.optional(), consequences: codes.min(1) })
  .refine((rule) => (rule.below === undefined) !== (rule.equals === undefined), {
    error: "rule-needs-one-condition",
  });

/** A consequence the rules may propose; HR confirms it, the program never carries it out by itself. */
export const consequenceSchema = z.strictObject({ code: keySchema, text: bilingual(300) });

/** When the manager must write facts beside a score: any of the three conditions, in half-points of one value. */
export const justificationSchema = z.strictObject({
  exactly: z.array(points).max(20),
  atLeast: threshold,
  atMost: threshold,
});

/**
 * HR audit rows of the 2006 manual, in half-points of one value. `beneficiaryViewAt` and `approveAt` speak of the
 * top of a ladder, so they hold only for values of `topRung` rungs: 5 of 7 on a checklist is a shortfall.
 */
export const auditSchema = z.strictObject({
  verifyAtMost: threshold,
  verifyAtLeast: threshold,
  beneficiaryViewAt: threshold,
  approveAt: threshold,
  topRung: z.int().min(1).max(20),
});

const policyShape = z.strictObject({
  key: keySchema,
  edition: z.string().min(1).max(60).optional(),
  name: bilingual(120),
  description: bilingual(2000),
  stepHalfPoints: z.literal(1),
  justification: justificationSchema,
  bands: z.array(bandSchema).min(1).max(12),
  bandsMaxTotal: z.int().min(1).max(800),
  lowestBandConsequences: codes,
  singleValueRules: z.array(singleValueRuleSchema).max(12),
  consequences: z.array(consequenceSchema).max(24),
  audit: auditSchema,
  requireDeductionInInterview: z.boolean(),
  passLine: points.optional(),
});

export type PolicyDocument = z.infer<typeof policyShape>;
export type PolicyBand = z.infer<typeof bandSchema>;
export type SingleValueRule = z.infer<typeof singleValueRuleSchema>;

function bandsDescendToZero({ bands, bandsMaxTotal }: PolicyDocument): boolean {
  const bounds = bands.map((band) => band.from);
  const falls = bounds.every((from, index) => from < (bounds[index - 1] ?? bandsMaxTotal + 1));
  return (
    falls && bounds.at(-1) === 0 && new Set(bands.map((band) => band.key)).size === bands.length
  );
}

function consequencesAreKnown(policy: PolicyDocument): boolean {
  const known = new Set(policy.consequences.map((entry) => entry.code));
  const used = [
    ...policy.lowestBandConsequences,
    ...policy.singleValueRules.flatMap((rule) => rule.consequences),
  ];
  return known.size === policy.consequences.length && used.every((code) => known.has(code));
}

/**
 * A versioned set of rules a cycle pins for ever. Bands run from best to lowest and end at 0.
 * Errors: `bands-not-descending`, `consequence-unknown`, `rule-needs-one-condition`, and zod's own.
 */
export const policySchema = policyShape
  .refine(bandsDescendToZero, { error: "bands-not-descending", path: ["bands"] })
  .refine(consequencesAreKnown, { error: "consequence-unknown", path: ["consequences"] });
