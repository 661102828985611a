import type { AppraisalState, Lock } from "@/lib/appraisal/types";
import type { Quarter } from "@/lib/i18n/zone";
import type { AuditMark } from "@/lib/review/types";
import type { Bilingual, HalfPoints } from "@/lib/scoring";
import type { UnitInCharge } from "@/lib/progress/types";
import type { ShownCount } from "@/lib/small-groups/rules";

export const queueKinds = ["all", "must", "five", "sample"] as const;
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
}

export interface QueueRow extends InCycle {
  readonly appraisalId: string;
  readonly name: string;
  readonly number: string;
  readonly department: string;
  readonly departmentEn: string | null;
  readonly value: string;
  readonly valueName: Bilingual;
  readonly halfPoints: HalfPoints;
  readonly maxHalfPoints: HalfPoints;
  readonly reason: AuditMark;
  /** The same person is the sheet's second level and would approve it. */
  readonly oneReviewer: boolean;
  /** It falls to the reader as HR administrator: of the department's partners there is none who may audit it. */
  readonly noPartner: boolean;
  /** Those who benefited must be asked, and nobody was. */
  readonly needsView: boolean;
  /** In whose name the reader verifies it; null: in their own. */
  readonly deputyFor: string | null;
  readonly supporting: number;
  readonly contradicting: number;
  /** Characters of the manager's written facts. */
  readonly written: number;
  /** When it is due; null without a window. */
  readonly closesAt: Date | null;
  /** Why nothing may be decided now; null while it may. */
  readonly locked: Lock | null;
}

interface QueueCounts {
  readonly all: number;
  readonly must: number;
  readonly five: number;
  readonly sample: number;
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

/** A department in the reader's charge, with all below it or with its own people alone. */
export interface UnitProgress extends UnitInCharge {
  readonly name: Bilingual;
}

export interface ProgressPage {
  readonly units: readonly UnitProgress[];
  /** How many more stand below those and are too small to be shown by themselves. */
  readonly small: number;
  /** How many to pass over for the next page. */
  readonly next: number | null;
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
  readonly closesAt: Date;
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
