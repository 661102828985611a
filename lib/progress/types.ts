import type { AppraisalState } from "@/lib/appraisal/types";
import type { ShownCount } from "@/lib/small-groups/rules";

/** Of others: the reader's own sheet is left out. */
export interface StageCounts {
  readonly state: AppraisalState;
  readonly count: number;
  readonly returned: number;
}

/** The same as shown: small groups are hidden. */
export interface StageProgress {
  readonly state: AppraisalState;
  readonly count: ShownCount;
  /** Handed back and not yet mended. */
  readonly returned: ShownCount;
  /** Days since the longest waiting one came here; hidden with the count. */
  readonly longestDays: number | null;
}

/** A department as it stood when the cycle opened, and the people of its own by part, not those below. */
export interface DepartmentCounts {
  readonly id: string;
  readonly parentId: string | null;
  readonly parts: readonly number[];
}

export interface UnitCounts {
  readonly id: string;
  /** A department's own people alone, without those of the departments below. */
  readonly own: boolean;
  readonly people: ShownCount;
  /** How many of `progressParts` stand before the cut. */
  readonly cut: number;
  /** How many are past the cut; the others are then the rest of the people. */
  readonly past: ShownCount;
  /** By `progressParts`. */
  readonly parts: readonly number[] | null;
}

export interface UnitInCharge extends UnitCounts {
  /** How many of the units above it are in the same charge. */
  readonly depth: number;
}
