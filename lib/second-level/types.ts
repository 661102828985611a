import type { ListedWindow } from "@/lib/appraisal/rules";
import type { AppraisalState, Lock } from "@/lib/appraisal/types";
import type { RefusalCode } from "@/lib/errors/codes";
import type { AuditReason, Bilingual, HalfPoints } from "@/lib/scoring";

/** How many sheets one press may agree to. */
export const AGREE_AT_ONCE = 50;

/** What became of each sheet agreed to in one go. */
export interface AgreeAnswer {
  readonly agreed: readonly {
    readonly appraisalId: string;
    readonly version: number;
    readonly state: AppraisalState;
  }[];
  readonly refused: readonly { readonly appraisalId: string; readonly code: RefusalCode }[];
}

interface ReviewColumn {
  readonly key: string;
  readonly name: Bilingual;
  readonly maxHalfPoints: HalfPoints;
  readonly rungs: number;
  readonly gated: boolean;
}

export interface ReviewCell {
  readonly key: string;
  readonly self: HalfPoints | null;
  readonly manager: HalfPoints | null;
  /** HR will have to look at it; `five`: the division head, too. */
  readonly flag: "verify" | "five" | null;
  /** The manager was in doubt and refers it to one over one and HR. */
  readonly doubt: boolean;
}

export interface ReviewRow {
  readonly appraisalId: string;
  readonly version: number;
  readonly name: string;
  readonly number: string;
  readonly department: string;
  readonly departmentEn: string | null;
  readonly round: number;
  /** In whose name the reader decides; null: in their own. */
  readonly deputyFor: string | null;
  /** It falls to the reader as HR administrator: nobody stands above its manager, and no partner of the department may. */
  readonly noPartner: boolean;
  readonly submittedAt: Date | null;
  readonly selfTotal: HalfPoints | null;
  readonly managerTotal: HalfPoints | null;
  readonly band: Bilingual | null;
  readonly cells: readonly ReviewCell[];
  /** Why nothing may be decided now; null while it may. */
  readonly locked: Lock | null;
}

/** The sheets of one manager in one cycle; all rows have the same columns. */
export interface ReviewGroup {
  readonly id: string;
  readonly managerName: string;
  readonly managerNumber: string;
  readonly cycle: { readonly year: number; readonly quarter: number };
  readonly closesAt: Date | null;
  readonly maxTotal: HalfPoints;
  readonly columns: readonly ReviewColumn[];
  readonly rows: readonly ReviewRow[];
}

export interface ReviewPage {
  readonly waiting: number;
  /** Decided by this reader in cycles still open. */
  readonly decided: number;
  readonly groups: readonly ReviewGroup[];
  readonly next: string | null;
}

/** One row of the list as the query reads it. */
export interface ListedSheet extends ListedWindow {
  readonly deputyFor: string | null;
  readonly noPartner: boolean;
  readonly appraisalId: string;
  readonly version: number;
  readonly round: number;
  readonly cycleId: string;
  readonly year: number;
  readonly quarter: number;
  readonly selfTotal: HalfPoints | null;
  readonly managerTotal: HalfPoints | null;
  readonly band: string | null;
  readonly submittedAt: Date | null;
  readonly name: string;
  readonly number: string;
  readonly department: string;
  readonly departmentEn: string | null;
  readonly managerId: string;
  readonly managerName: string;
  readonly managerNumber: string;
}

export interface ScorePair {
  readonly appraisalId: string;
  readonly key: string;
  readonly self: HalfPoints | null;
  readonly manager: HalfPoints | null;
  readonly doubt: boolean;
  /** Why HR will look at the manager's score; null where HR need not. */
  readonly reason: AuditReason | null;
  readonly approval: boolean;
}
