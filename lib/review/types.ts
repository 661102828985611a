/** The columns that hold a reviewer's words. */
export const REVIEW_TEXT_MAX = 2000;

/** What is still to be checked of one sheet, by value keys. */
export interface Needs {
  /** Values whose score HR must still verify. */
  readonly toVerify: readonly string[];
  /** Values at the top whose approval is still open. */
  readonly toApprove: readonly string[];
}

/** HR's word on one score, in half-points. */
export interface VerificationOf {
  readonly valueKey: string;
  readonly halfPoints: number;
  readonly round: number;
  readonly verdict: "confirmed" | "returned";
}

/** The approver's word on one score, in half-points. */
export interface ApprovalOf {
  readonly valueKey: string;
  readonly halfPoints: number;
  readonly verdict: "approved" | "declined";
}

/** Who was in doubt about a value, and since which round. */
interface Doubt {
  readonly byId: string;
  readonly round: number;
}

/** By value key. */
export type Doubts = ReadonlyMap<string, Doubt>;

/** Where a return points: a value and a rung of it, or nowhere. */
export interface Pin {
  readonly value: string | null;
  readonly rung: number | null;
}
