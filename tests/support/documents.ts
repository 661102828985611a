import fc from "fast-check";
import type { Bilingual, FrameworkDocument, PolicyDocument, ValueDefinition } from "@/lib/scoring";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { policySchema } from "@/lib/scoring/documents/policy";

/** What a person can write: any script, no control characters, not blank. */
const words = fc
  .string({ unit: "grapheme", maxLength: 24 })
  .map((text) => `字${text.replaceAll(/[\p{Cc}\p{Cs}]/gu, "")}`);
const bilingual: fc.Arbitrary<Bilingual> = fc.record({ zh: words, en: words });
const key = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const edition = fc.option(words, { nil: undefined });

/** A record without the fields that were left out, of plain objects: as JSON has it. */
function without<T extends object>(record: T): T {
  const whole = structuredClone(record);
  for (const [name, value] of Object.entries(whole))
    if (value === undefined) Reflect.deleteProperty(whole, name);
  return whole;
}

const rung = fc
  .record({
    grant: fc.constantFrom("presumed", "evidenced"),
    statement: bilingual,
    meaning: bilingual,
    supports: fc.array(bilingual, { maxLength: 3 }),
    breaks: fc.array(bilingual, { maxLength: 3 }),
    halfPoint: fc.constantFrom("usual", "exceptional"),
    halfPointAdvice: fc.option(bilingual, { nil: undefined }),
    assumed: fc.boolean(),
  })
  .map(without);

const value: fc.Arbitrary<Omit<ValueDefinition, "key">> = fc
  .record({
    name: bilingual,
    motto: fc.option(bilingual, { nil: undefined }),
    gated: fc.boolean(),
    capShare: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
    rungs: fc.array(rung, { maxLength: 6 }),
  })
  .map(({ capShare, rungs, ...rest }) => {
    const most = rungs.length * 2;
    const cap =
      capShare === undefined || most < 2 ? undefined : Math.ceil((capShare * (most - 1)) / 99);
    return without({
      ...rest,
      ...(cap === undefined ? {} : { cap }),
      rungs: rungs.map((one, index) => ({ ...one, point: index + 1 })),
    });
  });

/** Any framework that may be stored: ladders and checklists, capped and not, with and without rungs. */
export const anyFramework: fc.Arbitrary<FrameworkDocument> = fc
  .record({
    key,
    edition,
    name: bilingual,
    description: bilingual,
    values: fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 4 }),
  })
  .map(({ values, ...rest }) =>
    without({
      ...rest,
      values: [...new Map(values)].map(([name, one]) => ({ key: name, ...one })),
    }),
  );

const threshold = fc.option(fc.integer({ min: 0, max: 20 }));
const composite = fc.option(
  fc.record({
    valuesPercent: fc.integer({ min: 0, max: 100 }),
    basis: fc.constantFrom("total", "rating"),
  }),
  { nil: undefined },
);

const bands = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 5 }),
    fc.boolean(),
    fc.array(bilingual, { minLength: 6, maxLength: 6 }),
  )
  .map(([bounds, closed, names]) => {
    const from = [...bounds.toSorted((a, b) => b - a), 0];
    return from.map((bound, index) => ({
      key: `band-${index}`,
      name: names[index] ?? { zh: "等", en: "band" },
      from: bound,
      rating: (index * 75 + 25) / 100,
      ...(closed ? { to: (from[index - 1] ?? 61) - 1 } : {}),
    }));
  });

const distribution = fc
  .record({ top: fc.integer({ min: 0, max: 100 }), enforce: fc.constantFrom("warn", "block") })
  .map(({ top, enforce }) => ({
    shares: [
      { key: "top", name: { zh: "前", en: "top" }, percent: top },
      { key: "rest", name: { zh: "后", en: "rest" }, percent: 100 - top },
    ],
    minGroup: 10,
    enforce,
  }));

/** Any policy that may be stored. */
export const anyPolicy: fc.Arbitrary<PolicyDocument> = fc
  .record({
    key,
    edition,
    name: bilingual,
    description: bilingual,
    assumed: fc.option(
      fc.array(
        fc.record({ path: fc.constantFrom("/bands", "/bands/0/from", "/audit"), note: bilingual }),
        {
          maxLength: 3,
        },
      ),
      { nil: undefined },
    ),
    stepHalfPoints: fc.constantFrom(1, 2),
    justification: fc.record({
      exactly: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 4 }),
      atLeast: threshold,
      atMost: threshold,
    }),
    bands,
    bandsMaxTotal: fc.constant(60),
    lowestBandConsequences: fc.subarray(["warning", "plan"]),
    singleValueRules: fc.array(
      fc.oneof(
        fc.record({
          below: fc.integer({ min: 0, max: 20 }),
          consequences: fc.constantFrom("plan").map((code) => [code]),
        }),
        fc.record({
          equals: fc.integer({ min: 0, max: 20 }),
          consequences: fc.constantFrom("warning").map((code) => [code]),
        }),
      ),
      { maxLength: 3 },
    ),
    consequences: fc.tuple(bilingual, bilingual).map(([warning, plan]) => [
      { code: "warning", text: warning },
      { code: "plan", text: plan, dated: true },
    ]),
    audit: fc.record({
      verifyAtMost: threshold,
      verifyAtLeast: threshold,
      beneficiaryViewAt: threshold,
      approveAt: threshold,
      topRung: fc.integer({ min: 1, max: 20 }),
    }),
    requireDeductionInInterview: fc.boolean(),
    composite,
    promotion: composite,
    distribution: fc.option(distribution, { nil: undefined }),
  })
  .map(without);

const file = path.join(import.meta.dirname, "../unit/scoring/golden/classic-2.json");

/**
 * Classic as its second edition shipped it, before facts were asked for whatever leads to a consequence: for tests that
 * are about something else, and for cycles that keep the edition they were opened with.
 */
export const classicBefore = z
  .object({ policy: policySchema })
  .parse(JSON.parse(readFileSync(file, "utf8"))).policy;
