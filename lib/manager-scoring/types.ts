import type { Ground } from "@/lib/appraisal/standing";
import type { AppraisalState, CaseReturnReason } from "@/lib/appraisal/types";
import type { RefusalCode } from "@/lib/errors/codes";
import type { Bilingual, FrameworkDocument, HalfPoints, PolicyDocument } from "@/lib/scoring";
import type { SheetPair } from "@/lib/sheet/types";

/** The column `return_note.reason`. */
export const RETURN_REASON_MAX = 2000;

/** The states of an appraisal as its manager speaks of them: what waits for the manager, for others, for nobody. */
export const teamGroups = [
  "returned",
  "to_score",
  "to_interview",
  "awaiting_self",
  "in_review",
  "done",
] as const;
export type TeamGroup = (typeof teamGroups)[number];

export interface TeamPerson {
  readonly name: string;
  readonly number: string;
  readonly department: Bilingual;
}

export interface TeamMember {
  readonly appraisalId: string;
  readonly person: TeamPerson;
  readonly group: TeamGroup;
  readonly state: AppraisalState;
  readonly returnedFrom: AppraisalState | null;
  /** Whether the manager has saved anything of this sheet. */
  readonly started: boolean;
  readonly valuesLeft: number;
  /** Null before the self-review was submitted, whatever the draft holds. */
  readonly selfTotal: HalfPoints | null;
  readonly managerTotal: HalfPoints | null;
}

export interface TeamCycle {
  readonly id: string;
  readonly year: number;
  readonly quarter: number;
  readonly state: "open" | "closed";
}

/** One of the cycles to choose from. */
export interface TeamChoice extends TeamCycle {
  /** How many sheets wait for this manager now. */
  readonly waiting: number;
  /** When the first of them is due. */
  readonly due: Date | null;
  /** Whether any of its windows has opened. */
  readonly begun: boolean;
}

export type Deadlines = Readonly<Partial<Record<TeamGroup, Date>>>;

export interface TeamPage {
  readonly cycle: TeamCycle;
  readonly cycles: readonly TeamChoice[];
  readonly group: TeamGroup | null;
  readonly maxTotal: HalfPoints;
  readonly members: readonly TeamMember[];
  readonly counts: Readonly<Record<TeamGroup, number>>;
  readonly total: number;
  readonly exempt: number;
  readonly deadlines: Deadlines;
  /** Whether people came before these. */
  readonly continued: boolean;
  /** The last member shown when more follow. */
  readonly next: string | null;
}

/** Why a sheet came back, pinned where it says so. */
export interface SheetNote {
  readonly id: string;
  readonly from: AppraisalState;
  readonly to: AppraisalState;
  readonly reason: string;
  readonly caseReason: CaseReturnReason | null;
  readonly value: string | null;
  readonly rung: number | null;
  readonly by: string;
  readonly at: Date;
  readonly open: boolean;
}

/** The people around one person by number: an order that stays while they are scored. */
export interface TeamStrip {
  readonly members: readonly TeamMember[];
  readonly previous: string | null;
  readonly next: string | null;
  readonly total: number;
  readonly scored: number;
}

export interface ScoringHead {
  readonly appraisalId: string;
  readonly seenAs: Ground;
  readonly cycle: TeamCycle;
  readonly state: AppraisalState;
  readonly returnedFrom: AppraisalState | null;
  readonly person: TeamPerson;
  readonly selfSubmittedAt: Date | null;
  readonly managerSubmittedAt: Date | null;
  readonly deadline: Date | null;
  readonly framework: FrameworkDocument;
  readonly notes: readonly SheetNote[];
  readonly team: TeamStrip;
}

export interface SheetView extends ScoringHead {
  readonly kind: "sheet";
  readonly version: number;
  readonly policy: PolicyDocument;
  readonly sheets: SheetPair;
  /** Why nothing can be written now; null while the manager may write. */
  readonly locked: RefusalCode | null;
}

/** Everything the manager sees of one person. Nothing of the self-review before it is handed in. */
export type ScoringView = (ScoringHead & { readonly kind: "waiting" }) | SheetView;

export interface SubmittedSheet {
  readonly total: HalfPoints;
  readonly band: string | null;
}
