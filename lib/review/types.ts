import type { AppraisalState } from "@/lib/appraisal/types";
import type { AuditReason } from "@/lib/scoring";

/** The columns that hold a reviewer's words. */
export const REVIEW_TEXT_MAX = 2000;

/** What is still to be checked of one sheet, by value keys. */
export interface Needs {
  /** Values whose score HR must still verify. */
  readonly toVerify: readonly string[];
  /** Values at the top whose approval is still open. */
  readonly toApprove: readonly string[];
  /** Whether a score may still be drawn: until it is known the sheet does not pass HR, even with nothing to verify. */
  readonly awaitsDraw: boolean;
}

/** What the draw of its cycle has done to a sheet so far. */
export interface Sampled {
  /** Whether anything is drawn in this cycle at all. */
  readonly sealed: boolean;
  /** The scores that took part, by value, in half-points as they were then; null where that was not kept. */
  readonly items: readonly SampledScore[];
}

interface SampledScore {
  readonly valueKey: string;
  readonly drawn: boolean;
  readonly halfPoints: number | null;
}

/** HR's word on one score, in half-points. */
export interface VerificationOf {
  readonly valueKey: string;
  readonly halfPoints: number;
  readonly round: number;
  readonly verdict: "confirmed" | "returned" | "taken_back";
}

/** The approver's word on one score, in half-points. */
export interface ApprovalOf {
  readonly valueKey: string;
  readonly halfPoints: number;
  readonly verdict: "approved" | "declined" | "asked" | "taken_back";
}

/** Who was in doubt about a value, and since which round. */
interface Doubt {
  readonly byId: string;
  readonly round: number;
}

/** By value key. */
export type Doubts = ReadonlyMap<string, Doubt>;

/** How many reasons one return may hold. */
export const REASONS_AT_ONCE = 30;

/** Where a return points: a value, a rung of it, a case on that rung; or nowhere. */
export interface Pin {
  readonly value: string | null;
  readonly rung: number | null;
  readonly caseId: string | null;
}

/** What the draw asks of HR: `sample`: the score was drawn; `altered`: it is another than the one that took part. */
export type DrawMark = "sample" | "altered";

/** Why HR looks at a score: an approver's question before all else, a mark of the draw where nothing else asks for it. */
export type AuditMark = AuditReason | DrawMark | "question";

/** How long a decision that moved the sheet may be taken back although somebody may have seen it there. */
export const UNDO_MS = 10_000;

/** The answer to a decision taken back: the sheet stands where it was made. */
export interface TakenBack {
  readonly state: AppraisalState;
}
