import type { Way } from "@/lib/hand-over/types";
import type { DepartmentName } from "@/lib/people/types";

/** Whom somebody reported to in which department, by days of the company's calendar. */
export interface LineRow {
  readonly sequence: string;
  /** Null: since before this was kept. */
  readonly since: string | null;
  /** The day the next one began; null of the present one. */
  readonly until: string | null;
  readonly managerName: string | null;
  readonly department: DepartmentName;
}

interface PlannedSheets {
  /** How many go along with the change. */
  readonly handed: number;
  /** How many are finished first. */
  readonly stays: number;
  /** How the new manager has them; null where none are handed over. */
  readonly way: Way | null;
}

/** A change for a day to come, or one that did not fit any more when its day came. */
export interface PlanRow {
  readonly id: string;
  readonly employeeId: string;
  readonly name: string;
  readonly number: string;
  readonly day: string;
  /** The new manager, named null where there is to be none; null where the manager stays. */
  readonly manager: { readonly name: string | null } | null;
  /** The new department; null where it stays. */
  readonly department: DepartmentName | null;
  /** What was decided about the sheets under way; null where there were none. */
  readonly sheets: PlannedSheets | null;
  /** Whether the person is shown it before its day. */
  readonly shown: boolean;
  /** Why it was not carried out; null: it is still to come. */
  readonly fault: string | null;
}

/** What the person themself is shown of a plan. */
export type OwnPlan = Pick<PlanRow, "id" | "day" | "manager" | "department">;

export interface ReportingOf {
  readonly lines: readonly LineRow[];
  readonly plans: readonly PlanRow[];
}

export interface Planned {
  readonly planId: string;
}
