import type { Bilingual, CaseKind, HalfPoints, Verdict } from "@/lib/scoring";
import type { Missing } from "./rules";

/** Limits of one sheet's texts; the database's columns have the same. Advice on length (200 words) is not a limit. */
export const sheetLimits = {
  title: 120,
  text: 2000,
  beneficiary: 400,
  justification: 4000,
  casesPerValue: 40,
  rungs: 20,
} as const;

export const sides = ["self", "manager"] as const;
export type Side = (typeof sides)[number];

/** One case as a sheet holds it. Empty texts are allowed while it is a draft. `happenedOn` is an ISO date or "". */
export interface SheetCase {
  readonly id: string;
  readonly rung: number;
  readonly kind: CaseKind;
  readonly title: string;
  readonly happenedOn: string;
  readonly happened: string;
  readonly action: string;
  readonly outcome: string;
  readonly beneficiary: string;
}

/**
 * One value of one side: the judgements made so far by rung point, the side's own cases, the justification, and whether
 * the manager is in doubt. `inDoubt` is always false on the employee's side.
 */
export interface SheetValue {
  readonly key: string;
  readonly judgements: Readonly<Partial<Record<number, Verdict>>>;
  readonly cases: readonly SheetCase[];
  readonly justification: string;
  readonly inDoubt: boolean;
}

/** All values of one side in framework order. */
export interface Sheet {
  readonly side: Side;
  readonly values: readonly SheetValue[];
}

/** Which values come back to whoever returned them, whatever their scores are now. By value key. */
export interface Owed {
  readonly hr: ReadonlySet<string>;
  readonly approver: ReadonlySet<string>;
}

export interface SheetPair {
  readonly self: Sheet;
  readonly manager: Sheet;
}

/** How a sheet comes to its total, its band and its consequences, in the sentences of lib/scoring. */
export interface SheetSums {
  readonly total: Bilingual;
  /** Null while there is no total. */
  readonly band: Bilingual | null;
  readonly consequences: readonly SheetConsequence[];
  /** The values a consequence rests on, in the framework's order; empty where the policy asks for no facts of one. */
  readonly grounds: readonly SheetGround[];
}

/** A value that must have its facts written, and why, one sentence for each reason. */
interface SheetGround {
  readonly value: string;
  readonly why: readonly Bilingual[];
}

/** A consequence the rules propose, in the policy's words. A person confirms it, never the machine alone. */
export interface SheetConsequence {
  readonly code: string;
  readonly text: Bilingual;
  /** One sentence for each rule that asks for it. */
  readonly why: readonly Bilingual[];
  /** HR sets a day by which things are better. */
  readonly dated: boolean;
}

/** The state of a side after a save, in half-points. */
export interface SavedValue {
  readonly score: HalfPoints | null;
  readonly total: HalfPoints | null;
  readonly savedAt: string;
}

/** What stands in the way of handing a sheet in. */
export interface Incomplete {
  readonly missing: readonly Missing[];
}

/** The `data` of a stale write: what stands on the server instead. */
export interface StaleSheet {
  readonly version: number;
  /** Of one's own sheet the step. */
  readonly state: string;
  /** Every value of the side: another device may have changed one that this page shows untouched. */
  readonly values: readonly SheetValue[];
}

/** The same for a save, with the value it was about. */
export interface StaleValue extends StaleSheet {
  readonly current: SheetValue;
}

/** Values that came back and would be handed in with nothing different about them. */
export interface Unchanged {
  readonly values: readonly string[];
}

/** Justifications written for another score than the value has now. */
export interface OtherScores {
  readonly texts: readonly { readonly value: string; readonly halfPoints: HalfPoints }[];
}

/** What comes with the refusals of handing a sheet in or back. */
export interface SheetRefusals {
  readonly stale: StaleSheet;
  readonly incomplete: Incomplete;
  readonly unchanged: Unchanged;
  readonly other_score: OtherScores;
}

/** Directions for improvement from an earlier quarter's interview, and who held it. */
export interface EarlierDirections {
  readonly year: number;
  readonly quarter: number;
  readonly direction: string;
  readonly by: string;
}
