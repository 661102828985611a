import { z } from "zod";
import { bandFaults } from "./bands";
import { assumedSchema, bilingual, keySchema, MOST_ASSUMED, text } from "./framework";
import { isPart, leadsSomewhere, listOf, partOf, readable, repeats, type OwnFault } from "./loose";
import { caseReturnReasons } from "../cases";

const points = z.int().min(0).max(800);
const threshold = points.nullable();
const codes = z.array(keySchema).max(12);
const percent = z.int().min(0).max(100);

/**
 * A label a total earns: `from` and, where written, `to` are its inclusive bounds in half-points of a total out of
 * `bandsMaxTotal`. `rating` is the figure the band stands for in ratings and composites. `eachAtLeast`, in half-points of
 * one value: a sheet with a value below it comes to the next worse band at best (“the top band only with every value
 * from 2 up”).
 */
export const bandSchema = z.strictObject({
  key: keySchema,
  name: bilingual(60),
  from: points,
  to: points.optional(),
  rating: z.number().min(0).max(100).multipleOf(0.01).optional(),
  eachAtLeast: points.min(1).optional(),
});

/**
 * What one value's score alone brings about. Exactly one of `below` (exclusive) and `equals`, in half-points; at least one
 * consequence or `setsBand`: the band the sheet comes to whatever its total, unless the total earns a worse one.
 */
export const singleValueRuleSchema = z.strictObject({
  below: points.optional(),
  equals: points.optional(),
  consequences: codes,
  setsBand: keySchema.optional(),
});

/** A consequence the rules may propose; HR confirms it. `dated`: it asks for a day by which things are better. */
export const consequenceSchema = z.strictObject({
  code: keySchema,
  text: bilingual(300),
  dated: z.boolean().optional(),
});

/** When facts are written beside a score, in half-points: any of the three, or, with `whenExcused`, a half left for an excusable lapse. */
export const justificationSchema = z.strictObject({
  exactly: z.array(points).max(20),
  atLeast: threshold,
  atMost: threshold,
  whenExcused: z.boolean().optional(),
});

/** The draw among scores that are not verified anyway: whole percent of them, by manager, rounded up. */
export const sampleSchema = z.strictObject({ percent: z.int().min(1).max(100) });

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
  sample: sampleSchema.optional(),
});

/**
 * How values and performance make one figure. `total` weighs shares of the most that can be reached and gives points
 * of 100; `rating` weighs the band's rating against the performance rating, both on the same scale.
 */
export const compositeSchema = z.strictObject({
  valuesPercent: percent,
  basis: z.enum(["total", "rating"]),
});

/** From which share of the most that can be reached, in percent, values and results count as strong. */
export const quadrantsSchema = z.strictObject({ valuesFrom: percent, performanceFrom: percent });

/**
 * Distribution guidance such as 20/70/10, best first. Groups smaller than `minGroup` are pooled with their siblings;
 * `warn` shows what is over, `block` stops the hand-in until it fits.
 */
export const distributionSchema = z.strictObject({
  shares: z
    .array(z.strictObject({ key: keySchema, name: bilingual(60), percent }))
    .min(2)
    .max(8),
  minGroup: z.int().min(1).max(1000),
  enforce: z.enum(["warn", "block"]),
});

const returnReasonSchema = z.enum(caseReturnReasons);

/** How four quarters make the year. `exact` proposes the average itself, `half-point` the nearest half, halves up. */
export const yearSchema = z.strictObject({
  proposal: z.enum(["exact", "half-point"]),
  trend: z.boolean(),
  settledBySecondLevelAndHr: z.boolean(),
});

/** The shape alone: what must hold between the parts is checked by `policyFaults`. */
export const policyShape = z.strictObject({
  key: keySchema,
  edition: text(60).optional(),
  name: bilingual(120),
  description: bilingual(2000),
  /** Parts the sources do not hand down, by JSON pointer into this document. */
  assumed: assumedSchema.optional(),
  /** 1: halves are scored; 2: whole points only. */
  stepHalfPoints: z.literal([1, 2]),
  justification: justificationSchema,
  bands: z.array(bandSchema).min(1).max(12),
  bandsMaxTotal: z.int().min(1).max(800),
  lowestBandConsequences: codes,
  singleValueRules: z.array(singleValueRuleSchema).max(12),
  consequences: z.array(consequenceSchema).max(24),
  /**
   * Whatever leads to a consequence (the lowest band, a single-value rule, a rung not met against the employee's own
   * supporting case) needs the manager's written facts for the values that caused it, and HR verifies them (ours).
   */
  sanctionNeedsFacts: z.boolean().optional(),
  /** From this band up directions for improvement are named in the interview. */
  directionsFromBand: keySchema.optional(),
  /** Half-points of one value: the usual standard, and from where its cases are candidates for the library. */
  passLine: points.optional(),
  libraryFrom: points.optional(),
  audit: auditSchema,
  /** With which reasons HR returns a case. */
  returnReasons: z.array(returnReasonSchema).min(1).max(3).optional(),
  /** Whoever is, or was, the second level of a sheet does not approve its 5s; the next above does (ours). */
  approverNotSecondLevel: z.boolean().optional(),
  /** The self-review of a value stays closed to the manager until their own draft of that value stands (ours). */
  managerFirst: z.boolean().optional(),
  /** Results by this policy may be read by whoever the employee reports to later (ours). */
  earlierToNewManager: z.boolean().optional(),
  /** A value the manager is in doubt about is referred to one over one and HR. */
  referWhenInDoubt: z.boolean().optional(),
  /** A manager who does not follow the rules, or whose scores do not differ between people, is marked in their own appraisal. */
  markManagers: z.boolean().optional(),
  requireDeductionInInterview: z.boolean(),
  composite: compositeSchema.optional(),
  promotion: compositeSchema.optional(),
  quadrants: quadrantsSchema.optional(),
  distribution: distributionSchema.optional(),
  year: yearSchema.optional(),
});

export type PolicyDocument = z.infer<typeof policyShape>;
export type PolicyBand = z.infer<typeof bandSchema>;
export type SingleValueRule = z.infer<typeof singleValueRuleSchema>;
export type CompositeRule = z.infer<typeof compositeSchema>;
export type QuadrantRule = z.infer<typeof quadrantsSchema>;
export type DistributionRule = z.infer<typeof distributionSchema>;
export type YearRule = z.infer<typeof yearSchema>;

const fault = (code: string, ...path: (string | number)[]): OwnFault => ({ code, path });
const listAt = (input: unknown, name: string) => listOf(partOf(input)[name]);

function faultsOfBands(input: unknown): OwnFault[] {
  const bands = listAt(input, "bands").map((band) => {
    const { key, from, to, eachAtLeast } = partOf(band);
    return {
      key: readable(keySchema, key),
      from: readable(points, from) ?? Number.NaN,
      to: readable(points, to) ?? Number.NaN,
      eachAtLeast: readable(points, eachAtLeast) ?? Number.NaN,
    };
  });
  const maxTotal = readable(policyShape.shape.bandsMaxTotal, partOf(input)["bandsMaxTotal"]);
  const faults = bandFaults(bands, maxTotal ?? Number.NaN).map((found): OwnFault => ({
    ...found,
    path: ["bands", ...found.path],
  }));
  const from = readable(keySchema, partOf(input)["directionsFromBand"]);
  if (from !== undefined && !bands.some(({ key }) => key === from))
    faults.push(fault("band-unknown", "directionsFromBand"));
  const keys = bands.map(({ key }) => key);
  return [...faults, ...listAt(input, "singleValueRules").flatMap(setBandFault(keys))];
}

const setBandFault = (keys: readonly (string | undefined)[]) => (rule: unknown, index: number) => {
  const set = readable(keySchema, partOf(rule)["setsBand"]);
  const place = keys.indexOf(set);
  if (set === undefined || place > 0) return [];
  const code = place === 0 ? "band-cannot-be-set" : "band-unknown";
  return [fault(code, "singleValueRules", index, "setsBand")];
};

/** Where whole points alone are scored, a floor between two of them is never met exactly. */
function faultsOfSteps(input: unknown): OwnFault[] {
  const step = readable(policyShape.shape.stepHalfPoints, partOf(input)["stepHalfPoints"]) ?? 1;
  return listAt(input, "bands").flatMap((band, index) => {
    const floor = readable(points, partOf(band)["eachAtLeast"]);
    if (floor === undefined || floor % step === 0) return [];
    return [{ code: "not-a-step", path: ["bands", index, "eachAtLeast"], data: { step } }];
  });
}

function faultsOfConsequences(input: unknown): OwnFault[] {
  const described = listAt(input, "consequences").map((item) =>
    readable(keySchema, partOf(item)["code"]),
  );
  const known = new Set(described);
  const unknown = (list: unknown, ...path: (string | number)[]) =>
    listOf(list).flatMap((item, index) => {
      const code = readable(keySchema, item);
      return code === undefined || known.has(code)
        ? []
        : [fault("consequence-unknown", ...path, index)];
    });
  return [
    ...repeats(described).map((index) =>
      fault("consequence-repeated", "consequences", index, "code"),
    ),
    ...unknown(partOf(input)["lowestBandConsequences"], "lowestBandConsequences"),
    ...listAt(input, "singleValueRules").flatMap((rule, index) =>
      unknown(partOf(rule)["consequences"], "singleValueRules", index, "consequences"),
    ),
  ];
}

function faultsOfRules(input: unknown): OwnFault[] {
  return listAt(input, "singleValueRules").flatMap((rule, index) => {
    if (!isPart(rule)) return [];
    const { below, equals, consequences, setsBand } = partOf(rule);
    const one = (below === undefined) !== (equals === undefined);
    const idle = setsBand === undefined && Array.isArray(consequences) && consequences.length === 0;
    return [
      ...(one ? [] : [fault("rule-needs-one-condition", "singleValueRules", index)]),
      ...(idle ? [fault("rule-without-effect", "singleValueRules", index)] : []),
    ];
  });
}

function faultsOfRatings(input: unknown): OwnFault[] {
  const { composite, promotion } = partOf(input);
  if (![composite, promotion].some((rule) => partOf(rule)["basis"] === "rating")) return [];
  return listAt(input, "bands").flatMap((band, index) =>
    isPart(band) && partOf(band)["rating"] === undefined
      ? [fault("rating-missing", "bands", index, "rating")]
      : [],
  );
}

function faultsOfShares(input: unknown): OwnFault[] {
  const path = ["distribution", "shares"];
  const shares = listOf(partOf(partOf(input)["distribution"])["shares"]).map(partOf);
  const repeated = repeats(shares.map(({ key }) => readable(keySchema, key)));
  const faults = repeated.map((index) => fault("share-repeated", ...path, index, "key"));
  const percents = shares.map((share) => readable(percent, share["percent"]));
  const sum = percents.reduce<number>((all, share) => all + (share ?? 0), 0);
  if (percents.length === 0 || percents.includes(undefined) || sum === 100) return faults;
  return [...faults, { code: "shares-not-hundred", path, data: { sum } }];
}

function faultsOfReasons(input: unknown): OwnFault[] {
  const reasons = listAt(input, "returnReasons").map((item) => readable(returnReasonSchema, item));
  return repeats(reasons).map((index) => fault("return-reason-repeated", "returnReasons", index));
}

const pointer = z.string().max(200).startsWith("/");

/** Every pointer walks the document, so no more of them than are allowed. */
function faultsOfPointers(input: unknown): OwnFault[] {
  const entries = listAt(input, "assumed").slice(0, MOST_ASSUMED);
  return entries.flatMap((entry, index) => {
    const path = readable(pointer, partOf(entry)["path"]);
    if (path === undefined || leadsSomewhere(input, path)) return [];
    return [fault("pointer-leads-nowhere", "assumed", index, "path")];
  });
}

/** What does not hold between the parts of a policy, as far as the parts can be read. */
export function policyFaults(input: unknown): OwnFault[] {
  return [
    ...faultsOfBands(input),
    ...faultsOfSteps(input),
    ...faultsOfConsequences(input),
    ...faultsOfRules(input),
    ...faultsOfRatings(input),
    ...faultsOfShares(input),
    ...faultsOfReasons(input),
    ...faultsOfPointers(input),
  ];
}

/**
 * A versioned set of rules a cycle pins for ever. Bands run from best to lowest, without overlap or hole, down to 0.
 * Every fault is reported, with its path. Own errors: `bands-not-descending`, `bands-overlap`, `bands-leave-hole`,
 * `band-out-of-reach`, `band-upside-down`, `band-repeated`, `band-unknown`, `band-cannot-be-set`,
 * `band-floor-idle`, `band-floor-lower`, `consequence-repeated`, `consequence-unknown`, `rating-missing`, `rule-needs-one-condition`,
 * `rule-without-effect`, `share-repeated`, `shares-not-hundred`, `return-reason-repeated`, `pointer-leads-nowhere`.
 */
export const policySchema = policyShape.superRefine((policy, context) => {
  for (const { code, path } of policyFaults(policy))
    context.addIssue({ code: "custom", message: code, path: [...path] });
});
