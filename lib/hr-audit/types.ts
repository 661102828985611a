import type { AppraisalState } from "@/lib/appraisal/types";
import type { Quarter } from "@/lib/i18n/zone";
import type { AuditReason, Bilingual, HalfPoints } from "@/lib/scoring";
import type { ShownCount } from "@/lib/small-groups/rules";

export const queueKinds = ["all", "must", "five"] as const;
export type QueueKind = (typeof queueKinds)[number];

/** The answer to a confirmed score. */
export interface Audited {
  readonly state: AppraisalState;
  /** Values of this sheet HR must still look at. */
  readonly left: number;
}

/** Several cycles may be open at once, so every row says which it is of. */
interface InCycle {
  readonly cycle: Quarter;
  /** When the work asked for is due. */
  readonly closesAt: Date;
}

export interface QueueRow extends InCycle {
  readonly appraisalId: string;
  readonly version: number;
  readonly name: string;
  readonly number: string;
  readonly department: string;
  readonly departmentEn: string | null;
  readonly value: string;
  readonly valueName: Bilingual;
  /** How many rungs, or rules of a checklist, there are to point at; a cap may let them earn less. */
  readonly rungs: number;
  readonly gated: boolean;
  readonly halfPoints: HalfPoints;
  readonly maxHalfPoints: HalfPoints;
  readonly reason: AuditReason;
  readonly needsView: boolean;
  readonly supporting: number;
  readonly contradicting: number;
  /** Characters of the manager's written facts. */
  readonly written: number;
}

export interface QueueCounts {
  readonly all: number;
  readonly must: number;
  readonly five: number;
}

export interface QueueDepartment {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly waiting: number;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  readonly counts: QueueCounts;
  readonly departments: readonly QueueDepartment[];
  readonly next: string | null;
}

/** People of one department by how far they are; counts only. */
export const departmentParts = ["untouched", "self", "manager", "checks", "done"] as const;
export type DepartmentPart = (typeof departmentParts)[number];

export interface DepartmentProgress {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  /** Of the others: the reader's own sheet is left out, small groups are hidden. */
  readonly people: ShownCount;
  /** All of them or none. */
  readonly counts: Readonly<Record<DepartmentPart, ShownCount>>;
}

export interface ProgressPage {
  readonly units: readonly DepartmentProgress[];
  readonly next: string | null;
}

/** Why a sheet counts as stuck, the strongest first. */
export type StuckKind = "objected" | "overdue" | "returned" | "waiting";

export interface StuckRow extends InCycle {
  readonly appraisalId: string;
  readonly name: string;
  readonly number: string;
  readonly department: string;
  readonly departmentEn: string | null;
  readonly state: AppraisalState;
  readonly since: Date;
  readonly kind: StuckKind;
  /** Whose turn it is; null: HR's. */
  readonly holder: string | null;
}

export interface StuckPage {
  readonly rows: readonly StuckRow[];
  readonly total: number;
  readonly next: string | null;
}

/** An open cycle HR works in. */
export interface AuditCycle extends Quarter {
  readonly id: string;
  readonly window: { readonly opensAt: Date; readonly closesAt: Date };
  /** Whether any of its windows has opened. */
  readonly begun: boolean;
  /** Hidden where they are few: HR does not see those one by one. */
  readonly inSelfReview: ShownCount;
  readonly inAudit: number;
  readonly inApproval: number;
}
