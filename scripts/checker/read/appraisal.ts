import { z } from "zod";
import { caseKinds, verdicts } from "@/lib/scoring";
import { normal, trimmed } from "@/lib/tables";

/** Characters of an employee number. */
export const LONGEST_NUMBER = 64;

/** Texts are taken as a cell of a table would be: without what stands invisibly at their ends. */
const line = (max: number) => z.string().overwrite(trimmed).max(max);
/** Blanks alone say nothing of a case. */
const filled = (max: number) => line(max).min(1);
/** The number of a person, the same in JSON and in a table: whoever is written in two ways is one. */
const personNumber = z.string().overwrite(normal).min(1).max(LONGEST_NUMBER);

const caseSchema = z.strictObject({
  rung: z.int().min(1).max(20),
  kind: z.enum(caseKinds),
  title: filled(2_000),
});

const valueSchema = z.strictObject({
  rungs: z.array(z.enum(verdicts).nullable()).max(20).optional(),
  cases: z.array(caseSchema).max(200).optional(),
  justification: line(20_000).nullable().optional(),
  score: z.number().min(0).max(20).multipleOf(0.5).nullable().optional(),
  inDoubt: z.boolean().optional(),
});

/** One person's sheet as a file states it. Scores in points; `rungs` by position, null and missing are not judged. */
export const appraisalSchema = z.strictObject({
  employee: personNumber,
  name: line(120).optional(),
  manager: personNumber.nullable().optional(),
  values: z.record(z.string().min(1).max(60), valueSchema),
});

/** The whole input of the checker. `framework` and `policy`: the key of a preset or a whole document. */
export const inputSchema = z.strictObject({
  framework: z.union([z.string(), z.record(z.string(), z.unknown())]),
  policy: z.union([z.string(), z.record(z.string(), z.unknown())]),
  appraisals: z.array(appraisalSchema),
});

type Appraisal = z.infer<typeof appraisalSchema>;
type AppraisalValue = z.infer<typeof valueSchema>;

/** Which part of a row a problem speaks of. */
export type Part =
  | { readonly kind: "rung"; readonly rung: number }
  | { readonly kind: "value" | "score" | "justification" };

/** Names the cell of a value's part, for inputs that have cells. */
export type PlaceOf = (value: string, part: Part) => string | undefined;

/** What a table has no column for: that nothing is written there says nothing. */
export type NotAsked = {
  readonly cases: boolean;
  readonly justification: boolean;
  readonly verdicts: boolean;
};

export type GivenValue = AppraisalValue & { readonly notAsked?: NotAsked };

/**
 * A person as a file gives them. `total`: what it states as the sum, in points; `band`: the key of the
 * band it states; `lacking`: values it has no place for.
 */
export type Sourced = {
  readonly appraisal: Omit<Appraisal, "values"> & {
    readonly values: Readonly<Record<string, GivenValue>>;
  };
  readonly placeOf?: PlaceOf;
  readonly total?: { readonly points: number; readonly cell: string };
  readonly band?: { readonly key: string; readonly cell: string };
  readonly lacking?: readonly string[];
};
