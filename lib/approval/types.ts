import type { AppraisalState, Lock, Signed } from "@/lib/appraisal/types";
import type { Quarter } from "@/lib/i18n/zone";
import type { Bilingual, HalfPoints } from "@/lib/scoring";

/** The answer to an approved score. */
export interface Approved {
  readonly state: AppraisalState;
  /** Values of this sheet that still wait for an approval. */
  readonly left: number;
}

/** One score at the top that waits for this reader. */
export interface TopRow {
  readonly appraisalId: string;
  readonly version: number;
  readonly name: string;
  readonly number: string;
  readonly department: string;
  readonly departmentEn: string | null;
  readonly managerName: string;
  readonly value: string;
  readonly valueName: Bilingual;
  readonly halfPoints: HalfPoints;
  readonly maxHalfPoints: HalfPoints;
  readonly cases: number;
  readonly written: number;
  readonly verifiedBy: Signed | null;
  /** In whose name the reader approves it; null: in their own. */
  readonly deputyFor: string | null;
  readonly since: Date;
  readonly cycle: Quarter;
  readonly closesAt: Date | null;
  /** Why nothing may be decided now; null while it may. */
  readonly locked: Lock | null;
}

export interface TopPage {
  readonly rows: readonly TopRow[];
  readonly waiting: number;
  /** Decided by this reader in cycles still open. */
  readonly decided: number;
  readonly next: string | null;
}
