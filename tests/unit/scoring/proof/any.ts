import fc from "fast-check";
import type {
  CaseRef,
  FrameworkDocument,
  PolicyDocument,
  SheetInput,
  ValueDefinition,
  ValueInput,
  Verdict,
} from "@/lib/scoring";
import { filed, policy, valueOf } from "../support";

// Whatever could be said about whatever could be written. More rungs are spoken of than most values have.

export const RUNGS = 6;
const points = Array.from({ length: RUNGS }, (_, index) => index + 1);

export const anyPoint = fc.constantFrom(...points);
export const anyStep = fc.constantFrom<1 | 2>(1, 2);
export const anyVerdict = fc.constantFrom<Verdict>("met", "partly", "unmet");

export const anyJudgements = fc
  .array(fc.option(anyVerdict, { nil: undefined }), { minLength: RUNGS, maxLength: RUNGS })
  .map((list) => Object.fromEntries(list.map((verdict, index) => [index + 1, verdict])));

const anyCase = fc
  .tuple(anyPoint, fc.constantFrom("supports" as const, "contradicts" as const), fc.boolean())
  .map(([point, kind, byEmployee]) => ({ point, kind, byEmployee }));

export const anyCases = fc.array(anyCase, { maxLength: 14 }).map((list) =>
  list.map(({ point, kind, byEmployee }, index): CaseRef => ({
    ...filed(point, kind, `-${index}`),
    byEmployee,
  })),
);

export const anyInput: fc.Arbitrary<ValueInput> = fc.record({
  judgements: anyJudgements,
  cases: anyCases,
});

export const anyLetters = fc
  .array(fc.constantFrom("p", "e"), { minLength: 1, maxLength: RUNGS })
  .map((letters) => letters.join(""));

export const anyLadder = anyLetters.map((letters) => valueOf(letters));

function capped(value: ValueDefinition, cap: number | undefined): ValueDefinition {
  return cap === undefined ? value : { ...value, cap: Math.min(cap, value.rungs.length * 2 - 1) };
}

/** Ladders and checklists, some of them capped. */
export const anyValue = fc
  .tuple(anyLetters, fc.boolean(), fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }))
  .map(([letters, gated, cap]) => capped(valueOf(letters, gated), cap));

/** The same input without what is said about rungs the value does not have. */
export function inside(value: ValueDefinition, input: ValueInput): ValueInput {
  const has = (point: number) => value.rungs.some((rung) => rung.point === point);
  const entries = Object.entries(input.judgements).filter(([point]) => has(Number(point)));
  return {
    judgements: Object.fromEntries(entries),
    cases: input.cases.filter((entry) => has(entry.rung)),
  };
}

export const anyFramework: fc.Arbitrary<FrameworkDocument> = fc
  .array(anyValue, { minLength: 1, maxLength: 4 })
  .map((values) => ({
    key: "made-up",
    name: { zh: "试", en: "made up" },
    description: { zh: "试", en: "made up" },
    values: values.map((value, index) => ({ ...value, key: `value-${index}` })),
  }));

const anyBound = fc.option(fc.integer({ min: 0, max: 12 }), { nil: null });

/** A least score for every value in the best band, and a score that brings the lowest. */
function onSingleValues(
  { bands, singleValueRules }: PolicyDocument,
  floor: number | undefined,
  set: number | undefined,
): Pick<PolicyDocument, "bands" | "singleValueRules"> {
  const rule = { equals: set, consequences: [], setsBand: bands.at(-1)?.key };
  return {
    bands: bands.map((band, index) => (index === 0 ? { ...band, eachAtLeast: floor } : band)),
    singleValueRules: set === undefined ? singleValueRules : [...singleValueRules, rule],
  };
}

/** The policies that ship, with their rows turned on, off and about. */
export const anyPolicy: fc.Arbitrary<PolicyDocument> = fc
  .record({
    base: fc.constantFrom("classic", "manual-2006", "51cto", "checklist"),
    stepHalfPoints: anyStep,
    justification: fc.record({
      exactly: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }),
      atLeast: anyBound,
      atMost: anyBound,
    }),
    audit: fc.record({
      verifyAtMost: anyBound,
      verifyAtLeast: anyBound,
      beneficiaryViewAt: anyBound,
      approveAt: anyBound,
      topRung: fc.integer({ min: 1, max: RUNGS }),
    }),
    sampled: fc.boolean(),
    passLine: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
    referWhenInDoubt: fc.boolean(),
    sanctionNeedsFacts: fc.boolean(),
    managerFirst: fc.boolean(),
    earlierToNewManager: fc.boolean(),
    floor: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    set: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
  })
  .map(({ base, sampled, passLine, audit, floor, set, ...rows }) => ({
    ...policy(base),
    ...rows,
    ...onSingleValues(policy(base), floor === undefined ? floor : floor * rows.stepHalfPoints, set),
    // What is marked as assumed points at rows that may be gone here.
    assumed: [],
    audit: sampled ? { ...audit, sample: { percent: 20 } } : audit,
    ...(passLine === undefined ? {} : { passLine }),
  }));

const anySheetValue = fc
  .tuple(anyInput, fc.constantFrom(undefined, "", " \n", "facts"), fc.boolean())
  .map(([input, justification, inDoubt]) => ({ ...input, justification, inDoubt }));

/** A sheet that may leave values out and may speak of values nobody knows. */
export const anySheet: fc.Arbitrary<SheetInput> = fc.dictionary(
  fc.constantFrom("value-0", "value-1", "value-2", "value-3", "value-9"),
  anySheetValue,
);
