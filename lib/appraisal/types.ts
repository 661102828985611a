import type { RefusalCode } from "@/lib/errors/codes";
import type { AppraisalState, Stage } from "./stages";
import type { Holders, Relation } from "./standing";

export type { AppraisalState, Relation, Stage };

export { caseReturnReasons, type CaseReturnReason } from "@/lib/scoring/cases";

export interface StageWindow {
  readonly stage: Stage;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** Why nothing may be written now; `at` is when the window opens or closed, null where there is none. */
export interface Lock {
  readonly code: RefusalCode;
  readonly at: Date | null;
}

/** What authorisation and the state machine need to know of one appraisal; no content. */
export interface AppraisalSubject extends Holders {
  readonly appraisalId: string;
  readonly cycleId: string;
  readonly cycleState: "open" | "closed";
  readonly state: AppraisalState;
  readonly version: number;
  readonly round: number;
  /** Of the result: 1, and one more each time a published one was reopened. */
  readonly edition: number;
  readonly divisionId: string;
  readonly hrPartnerId: string | null;
  /** Since when the cycle is paused; null while it runs. */
  readonly pausedAt: Date | null;
  /** Since when its person is out of the cycle. */
  readonly endedAt: Date | null;
  /** Those that hold for this sheet. */
  readonly windows: readonly StageWindow[];
}

/** Whose name stands at something that was done. */
export interface Signed {
  readonly by: string;
  /** Whom a deputy did it for; null where it was done for oneself. */
  readonly byFor: string | null;
}

/** The answer of every command on one appraisal: the version it stands at now, and what the command has to say. */
export interface Changed<T> {
  readonly version: number;
  readonly value: T;
}

/** The answer of a return: the notes that say why, one for each reason. */
export interface Returned {
  readonly noteIds: readonly string[];
}

/** Where the appraisal stands instead; the employee is given no state. */
export interface StaleAppraisal {
  readonly version: number;
  readonly state?: AppraisalState | undefined;
}
