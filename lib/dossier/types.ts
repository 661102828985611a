import type { Ground } from "@/lib/appraisal/standing";
import type { AppraisalState, CaseReturnReason } from "@/lib/appraisal/types";
import type { ApprovalOf, VerificationOf } from "@/lib/review/types";
import type {
  Bilingual,
  Explanation,
  GrantMode,
  HalfPoints,
  Routing,
  RungOutcome,
} from "@/lib/scoring";
import type { SheetCase, SheetSums, Side } from "@/lib/sheet/types";

export interface DossierCase extends SheetCase {
  readonly side: Side;
}

/** One rung as both judged it. A side is null where its judge has not decided the rung. */
export interface DossierRung {
  readonly point: number;
  readonly statement: Bilingual;
  readonly grant: GrantMode;
  /** Words or grant mode the sources do not hand down. */
  readonly assumed: boolean;
  readonly reach: RungOutcome["reach"];
  readonly verdicts: Readonly<Record<Side, RungOutcome["verdict"]>>;
  readonly cases: readonly DossierCase[];
}

/** What HR found for the score as it stands now; an earlier score's verification is in the history. */
interface DossierVerification {
  readonly verdict: VerificationOf["verdict"];
  readonly caseReason: CaseReturnReason | null;
  readonly comment: string;
  readonly beneficiaryView: string;
  readonly by: string;
  readonly at: Date;
}

interface DossierApproval {
  readonly verdict: ApprovalOf["verdict"];
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

export interface DossierValue {
  readonly key: string;
  readonly name: Bilingual;
  readonly motto: Bilingual | null;
  readonly gated: boolean;
  readonly maxHalfPoints: HalfPoints;
  readonly scores: Readonly<Record<Side, HalfPoints | null>>;
  readonly explanations: Readonly<Record<Side, Explanation>>;
  readonly justification: string;
  readonly justificationRequired: boolean;
  /** Whether the manager's score reaches the policy's pass line; null without a score or without a line. */
  readonly pass: { readonly line: HalfPoints; readonly reached: boolean } | null;
  readonly rungs: readonly DossierRung[];
  readonly routing: Routing;
  readonly verification: DossierVerification | null;
  readonly approval: DossierApproval | null;
  /** Who among the managers was in doubt; null where nobody was or the reader may not know. */
  readonly doubt: { readonly by: string } | null;
  /** Still open in the state the appraisal is in. */
  readonly toVerify: boolean;
  readonly toApprove: boolean;
}

interface Entry {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
}

export type HistoryEntry =
  | (Entry & { readonly kind: "submitted"; readonly side: Side; readonly number: number })
  | (Entry & {
      readonly kind: "returned";
      readonly from: AppraisalState;
      readonly to: AppraisalState;
      readonly reason: string;
      readonly caseReason: CaseReturnReason | null;
      readonly valueKey: string | null;
      readonly point: number | null;
      readonly resolvedAt: Date | null;
    })
  | (Entry & { readonly kind: "agreed"; readonly round: number; readonly comment: string })
  | (Entry & {
      readonly kind: "confirmed";
      readonly valueKey: string;
      readonly halfPoints: HalfPoints;
      readonly comment: string;
    })
  | (Entry & {
      readonly kind: "approved";
      readonly valueKey: string;
      readonly halfPoints: HalfPoints;
      readonly reason: string;
    });

interface DossierPerson {
  readonly name: string;
  readonly number: string;
  readonly department: string;
  readonly departmentEn: string | null;
  readonly jobTitle: string | null;
}

/** Everything one reader may see of one appraisal, and nothing more: no client of this type filters again. */
export interface Dossier {
  readonly appraisalId: string;
  /** What lets this reader in. */
  readonly seenAs: Ground;
  readonly version: number;
  readonly state: AppraisalState;
  readonly round: number;
  readonly person: DossierPerson;
  readonly managerName: string | null;
  readonly cycle: { readonly year: number; readonly quarter: number };
  readonly frameworkName: Bilingual;
  readonly selfSubmittedAt: Date | null;
  readonly managerSubmittedAt: Date | null;
  /** When the window of the present stage closes. */
  readonly dueAt: Date | null;
  /** Null for a reader who sees single values only. */
  readonly totals:
    (Readonly<Record<Side, HalfPoints | null>> & { readonly max: HalfPoints }) | null;
  readonly band: Bilingual | null;
  /** The manager's total, band and consequences in sentences; null for a reader who sees single values only. */
  readonly sums: SheetSums | null;
  readonly values: readonly DossierValue[];
  /** Newest first. */
  readonly history: readonly HistoryEntry[];
}

/** Whose decisions are listed. */
export type Decider = "second_level" | "hr" | "approver";

/** One decision of the reader's own, in cycles still open. */
export interface DecidedRow {
  readonly id: string;
  readonly appraisalId: string;
  readonly name: string;
  readonly department: string;
  readonly departmentEn: string | null;
  readonly year: number;
  readonly quarter: number;
  /** What it was about; null for a whole sheet. */
  readonly valueName: Bilingual | null;
  readonly halfPoints: HalfPoints | null;
  readonly verdict: "agreed" | "returned" | "confirmed" | "approved" | "declined";
  readonly at: Date;
  /** Where the sheet stands now. */
  readonly state: AppraisalState;
  /** Whether the reader may still open it. */
  readonly opens: boolean;
}

export interface DecidedPage {
  readonly rows: readonly DecidedRow[];
  readonly next: string | null;
}
