import type { BeneficiaryLink, BeneficiaryView } from "@/lib/beneficiary/types";
import type { Ground } from "@/lib/appraisal/standing";
import type { AppraisalState, CaseReturnReason, Lock, Signed } from "@/lib/appraisal/types";
import type { ApprovalOf, AuditMark, DrawMark, VerificationOf } from "@/lib/review/types";
import type {
  Bilingual,
  Explanation,
  GrantMode,
  HalfPoints,
  Routing,
  RungOutcome,
} from "@/lib/scoring";
import type { ShownQuestion } from "@/lib/questions/types";
import type { ShownChange, ShownFormerCase, ValueRounds } from "@/lib/rounds/types";
import type { SheetCase, SheetSums, Side } from "@/lib/sheet/types";

export interface DossierCase extends SheetCase {
  readonly side: Side;
}

/** One rung as both judged it. A side is null where its judge has not decided the rung. */
export interface DossierRung {
  readonly point: number;
  readonly statement: Bilingual;
  /** How the framework explains it, what is usually taken for it and what speaks against it. */
  readonly meaning: Bilingual;
  readonly supports: readonly Bilingual[];
  readonly breaks: readonly Bilingual[];
  readonly grant: GrantMode;
  readonly reach: RungOutcome["reach"];
  readonly verdicts: Readonly<Record<Side, RungOutcome["verdict"]>>;
  readonly cases: readonly DossierCase[];
  /** Cases that stood here on a sheet handed in before and no longer do, or not with these words; the newest first. */
  readonly former: readonly ShownFormerCase[];
}

/** A rung that is not reached and what reaching it takes, in the framework's own words. */
export interface WayUp {
  readonly point: number;
  readonly statement: Bilingual;
  readonly meaning: Bilingual;
  /** What to do; or, where a contradicting case stands in the way, what to leave. */
  readonly kind: "supports" | "breaks";
  readonly hints: readonly Bilingual[];
}

/** What HR found for the score as it stands now; an earlier score's verification is in the history. */
interface DossierVerification extends Signed {
  readonly verdict: Exclude<VerificationOf["verdict"], "taken_back">;
  readonly caseReason: CaseReturnReason | null;
  readonly comment: string;
  readonly at: Date;
}

interface DossierApproval extends Signed {
  readonly verdict: Exclude<ApprovalOf["verdict"], "taken_back" | "asked">;
  readonly reason: string;
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
  /** What would raise the manager's score; empty at the top. */
  readonly waysUp: readonly WayUp[];
  readonly justification: string;
  readonly justificationRequired: boolean;
  /** Why a consequence rests on this value; empty where none does, or where the policy asks for no facts of one. */
  readonly grounds: readonly Bilingual[];
  /** Whether the manager's score reaches the policy's pass line; null without a score or without a line. */
  readonly pass: { readonly line: HalfPoints; readonly reached: boolean } | null;
  readonly rungs: readonly DossierRung[];
  /** The rung on which the manager's score stands or falls; null without a score and for a checklist, where each rule counts. */
  readonly deciding: number | null;
  readonly routing: Routing;
  readonly verification: DossierVerification | null;
  readonly approval: DossierApproval | null;
  /** What those who benefited said, the oldest first; empty for whoever is not shown what HR found. */
  readonly views: readonly BeneficiaryView[];
  /** Made for them, the newest first; empty for whoever may not ask. */
  readonly links: readonly BeneficiaryLink[];
  /** What approvers asked about it and HR answered, the oldest first; for those who are shown `views`. */
  readonly questions: readonly ShownQuestion[];
  /** Whether HR may ask who benefited and write it down now. */
  readonly mayAsk: boolean;
  /** Who among the managers was in doubt; null where nobody was or the reader may not know. */
  readonly doubt: { readonly by: string } | null;
  /** Of each side, where something is different or came back; for the person it is about of their own side alone. */
  readonly changes: readonly ShownChange[];
  readonly marks: ValueRounds["marks"];
  /** Still open in the state the appraisal is in. */
  readonly toVerify: boolean;
  readonly toApprove: boolean;
  /** What the draw asks of HR for it, null where nothing; shown to whoever is shown what HR found. */
  readonly drawn: DrawMark | null;
}

/** The part of it that follows from sheets and rules alone. */
export type JudgedValue = Omit<
  DossierValue,
  | "changes"
  | "marks"
  | "verification"
  | "approval"
  | "views"
  | "links"
  | "questions"
  | "mayAsk"
  | "doubt"
  | "toVerify"
  | "toApprove"
  | "drawn"
>;

interface Entry extends Signed {
  readonly id: string;
  readonly at: Date;
}

interface ScoreEntry extends Entry {
  readonly valueKey: string;
  readonly halfPoints: HalfPoints;
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
      readonly caseTitle: string | null;
      readonly resolvedAt: Date | null;
      readonly takenBackAt: Date | null;
    })
  /** A decision taken back; on the whole sheet where it names no value. */
  | (Entry & { readonly kind: "taken_back"; readonly valueKey: string | null })
  | (Entry & { readonly kind: "agreed"; readonly round: number; readonly comment: string })
  | (ScoreEntry & { readonly kind: "confirmed"; readonly comment: string })
  | (ScoreEntry & { readonly kind: "approved"; readonly reason: string });

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
  readonly seenAs: Ground;
  readonly version: number;
  readonly state: AppraisalState;
  readonly round: number;
  /** Whether it waits for the draw of its manager's sheets, as far as this reader may know. */
  readonly awaitsDraw: boolean;
  /** A result of it was published and reopened: where this reader may read it, or that there is one; null where there is none. */
  readonly former: "readable" | "known" | null;
  readonly person: DossierPerson;
  readonly managerName: string | null;
  /** For HR alone: who approves its 5s, no name where the administrators do; and whether that is its second level, as far as the review is seen. */
  readonly approver: { readonly name: string | null } | null;
  readonly oneReviewer: boolean;
  /** Whom a deputy scored it for. */
  readonly managerFor: string | null;
  readonly cycle: { readonly year: number; readonly quarter: number };
  readonly frameworkName: Bilingual;
  /** What the quarter's policy lets HR return a score for. */
  readonly returnReasons: readonly CaseReturnReason[];
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

/** An approved score at the top of an earlier, closed quarter, with what it rested on and without whose it is. */
export interface EarlierFive {
  readonly id: string;
  readonly valueKey: string;
  readonly halfPoints: HalfPoints;
  readonly year: number;
  readonly quarter: number;
  readonly title: string;
  /** What was done and what came of it; as in `title`, names of the department are struck out. */
  readonly words: string;
}

/** A dossier in the room where its reader decides. */
export interface DecisionDossier extends Dossier {
  /** Of the values at the top; the newest first. */
  readonly earlierFives: readonly EarlierFive[];
  /** Why nothing may be decided now; null while it may. */
  readonly locked: Lock | null;
}

/** A sheet or, where single scores are decided on, one value of it. */
export interface Place {
  readonly appraisalId: string;
  readonly value: string | null;
}

/** What waits for its reader, or what they decided in this sitting. */
export interface QueueEntry extends Place {
  readonly name: string;
  readonly valueName: Bilingual | null;
  /** The score, or the total of a sheet. */
  readonly halfPoints: HalfPoints | null;
  readonly maxHalfPoints: HalfPoints | null;
  /** Why it is looked at; of a sheet the strongest reason. */
  readonly mark: AuditMark | null;
  /** Null while it waits. */
  readonly outcome: Exclude<DecidedRow["verdict"], "taken_back"> | null;
  /** Whether the reader may still open it. */
  readonly opens: boolean;
  /** Counted from 1 in the order of the sitting. */
  readonly place: number;
}

export interface ReadingRow extends QueueEntry {
  readonly total: number;
  readonly waiting: number;
}

/** The queue of a reading room, around the place that is open. */
export interface ReadingQueue {
  readonly entries: readonly QueueEntry[];
  readonly total: number;
  readonly waiting: number;
  /** Null where what is open is not of the queue. */
  readonly here: QueueEntry | null;
  /** Neighbours that can be opened. */
  readonly previous: QueueEntry | null;
  readonly next: QueueEntry | null;
  /** The next that waits, from here on and then from the beginning. */
  readonly onward: QueueEntry | null;
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
  readonly gated: boolean | null;
  /** The level or rule a return was pinned to. */
  readonly point: number | null;
  /** The score of the value, or the total of the whole sheet, as it stood when it was decided. */
  readonly halfPoints: HalfPoints | null;
  readonly caseReason: CaseReturnReason | null;
  /** Whom the reader decided for, as their deputy. */
  readonly deputyFor: string | null;
  /** The reader's own words; empty where none were asked for or given. */
  readonly words: string;
  readonly verdict:
    "agreed" | "returned" | "confirmed" | "approved" | "declined" | "asked" | "taken_back";
  readonly at: Date;
  /** Where the sheet stands now; null where that is no longer the reader's to know. */
  readonly state: AppraisalState | null;
  /** Whether the reader may still open it. */
  readonly opens: boolean;
  /** The key of the value it was about; null for a whole sheet. */
  readonly value: string | null;
  /** When HR reopened the sheet after this decision; null where it did not. */
  readonly reopenedAt: Date | null;
  readonly former: Dossier["former"];
  /** The version of the sheet while the decision can be taken back; null where it cannot. */
  readonly reversible: number | null;
}

export interface DecidedPage {
  readonly rows: readonly DecidedRow[];
  readonly next: string | null;
}
