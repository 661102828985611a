import type { AppraisalState, Stage } from "./stages";
import type { Holders, Relation } from "./standing";

export type { AppraisalState, Relation, Stage };

export const caseReturnReasons = ["unsupported", "mismatched", "insufficient"] as const;
export type CaseReturnReason = (typeof caseReturnReasons)[number];

export interface StageWindow {
  readonly stage: Stage;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** What authorisation and the state machine need to know of one appraisal; no content. */
export interface AppraisalSubject extends Holders {
  readonly appraisalId: string;
  readonly cycleId: string;
  readonly cycleState: "open" | "closed";
  readonly state: AppraisalState;
  readonly version: number;
  readonly round: number;
  readonly divisionId: string;
  readonly hrPartnerId: string | null;
  readonly windows: readonly StageWindow[];
}

/** The answer of every command on one appraisal: the version it stands at now, and what the command has to say. */
export interface Changed<T> {
  readonly version: number;
  readonly value: T;
}

/** The answer of a return: the note that says why. */
export interface Returned {
  readonly noteId: string;
}

/** Where the appraisal stands instead; the employee is given no state. */
export interface StaleAppraisal {
  readonly version: number;
  readonly state?: AppraisalState | undefined;
}
