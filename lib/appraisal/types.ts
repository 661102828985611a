import type { AppraisalState, Stage } from "./stages";

export type { AppraisalState, Stage };

/** How a person stands to one appraisal. One person can stand in several relations. */
export type Relation = "self" | "manager" | "second_level" | "hr" | "approver";

export const caseReturnReasons = ["unsupported", "mismatched", "insufficient"] as const;
export type CaseReturnReason = (typeof caseReturnReasons)[number];

export interface StageWindow {
  readonly stage: Stage;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** What authorisation and the state machine need to know of one appraisal; no content. */
export interface AppraisalSubject {
  readonly appraisalId: string;
  readonly cycleId: string;
  readonly cycleState: "open" | "closed";
  readonly state: AppraisalState;
  readonly version: number;
  readonly round: number;
  readonly employeeId: string;
  readonly managerId: string | null;
  readonly secondLevelId: string | null;
  readonly departmentId: string;
  readonly divisionId: string;
  readonly approverId: string | null;
  readonly hrPartnerId: string | null;
  /** Who confirmed or returned a value in HR's audit in the current round. */
  readonly auditorIds: readonly string[];
  readonly windows: readonly StageWindow[];
}

export interface PersonRef {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly department: string;
}
