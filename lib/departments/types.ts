import type { DepartmentName, PersonLink } from "@/lib/people/types";

export interface DepartmentNode extends DepartmentName {
  readonly code: string;
  readonly isDivision: boolean;
  readonly version: number;
  readonly parentId: string | null;
  readonly head: PersonLink | null;
  /** Own people without those who left, not counting the departments below. */
  readonly people: number;
  readonly depth: number;
  /** Stays for what refers to it; nobody and nothing new may be put there. */
  readonly closed: boolean;
}

/** What keeps a department from being closed; all 0 where nothing does. */
export interface DepartmentUse {
  readonly people: number;
  /** Open ones directly below. */
  readonly departments: number;
  /** Sheets of open cycles frozen into it. */
  readonly sheets: number;
  /** Roles as its HR partner. */
  readonly partners: number;
}

/** The answer of every command on one department. */
export interface ChangedDepartment {
  readonly departmentId: string;
  readonly version: number;
}

/** A department as the form has it: every field is text, a checkbox "on" or "". */
interface DepartmentTexts {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly parentId: string;
  readonly headNumber: string;
  readonly isDivision: string;
}

/** What stands there instead of what a change was based on. */
export interface StaleDepartment {
  readonly version: number;
  readonly current: DepartmentTexts;
}

/** What comes with a refusal to close one or to open it again. */
export interface ClosingRefused {
  readonly stale: StaleDepartment;
  readonly department_in_use: DepartmentUse;
}
