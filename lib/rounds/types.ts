import type { AppraisalState, CaseReturnReason, Signed } from "@/lib/appraisal/types";
import type { Bilingual, HalfPoints, Verdict } from "@/lib/scoring";
import type { SheetCase, SheetValue, Side } from "@/lib/sheet/types";

/** A sheet of one side as it was handed in before what is read now. */
export interface EarlierSheet {
  readonly number: number;
  readonly at: Date;
  readonly byId: string;
  readonly values: readonly SheetValue[];
  /** By value key, in half-points. */
  readonly scores: Readonly<Record<string, HalfPoints | null>>;
}

/** Of each side, oldest first; what was taken back was read by nobody and is not among them. */
export type EarlierSheets = Readonly<Record<Side, readonly EarlierSheet[]>>;

/** A case as it stood on a sheet handed in before, where it no longer stands that way. */
export interface FormerCase extends SheetCase {
  readonly side: Side;
  readonly fate: "removed" | "rewritten" | "moved";
  /** Where a moved one stands now. */
  readonly now: { readonly value: string; readonly rung: number } | null;
  /** When it was last handed in that way. */
  readonly at: Date;
}

/** What is different about a case that stands now since the last sheet handed in before. */
export type CaseMark = "added" | "rewritten" | "moved";

/** Why a value came back, for which it was handed in again. */
export interface CameBack {
  readonly id: string;
  readonly from: AppraisalState;
  readonly byId: string;
  readonly at: Date;
  readonly reason: string;
  readonly caseReason: CaseReturnReason | null;
  readonly rung: number | null;
  readonly caseTitle: string | null;
}

/** One side of one value against the sheet handed in before. */
export interface ValueChange {
  readonly side: Side;
  /** When the sheet before was handed in. */
  readonly before: Date;
  /** In half-points; null where it is the same. */
  readonly score: { readonly from: HalfPoints | null; readonly to: HalfPoints | null } | null;
  readonly verdicts: readonly {
    readonly rung: number;
    readonly from: Verdict | null;
    readonly to: Verdict | null;
  }[];
  /** What was written before; null where it is the same. */
  readonly justification: string | null;
  /** By id: cases that were not there before. */
  readonly added: readonly string[];
  /** How many stand no longer as they did. */
  readonly former: number;
  readonly cameBack: readonly CameBack[];
  /** It came back and nothing of it is different. */
  readonly untouched: boolean;
}

/** What a reader is shown of a former case: where a moved one stands now, in words. */
export interface ShownFormerCase extends Omit<FormerCase, "now"> {
  readonly movedTo: {
    readonly value: Bilingual;
    readonly rung: number;
    readonly gated: boolean;
  } | null;
}

/** A case that a sheet no longer held as the one before it did, and the value where it stood. */
export interface LostCase {
  readonly value: Bilingual;
  readonly gated: boolean;
  readonly item: ShownFormerCase;
}

/** What a reader is shown of a change: who returned it, by name. */
export interface ShownChange extends Omit<ValueChange, "cameBack"> {
  readonly cameBack: readonly (Omit<CameBack, "byId"> & Signed)[];
}

/** What is different about one value, with the cases that no longer stand as they were handed in. */
export interface ValueRounds {
  readonly changes: readonly ShownChange[];
  readonly former: readonly ShownFormerCase[];
  /** By id, of the cases that stand there now; none of what is as it was. */
  readonly marks: Readonly<Record<string, CaseMark>>;
}
