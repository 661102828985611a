import type { TakeOver } from "@/lib/hand-over/types";
import type { Ground } from "@/lib/appraisal/standing";
import type { AppraisalState, CaseReturnReason, Signed } from "@/lib/appraisal/types";
import type { RefusalCode } from "@/lib/errors/codes";
import type { Bilingual, FrameworkDocument, HalfPoints, PolicyDocument } from "@/lib/scoring";
import type { ValueRounds } from "@/lib/rounds/types";
import type { EarlierDirections, SheetPair } from "@/lib/sheet/types";

/** The states of an appraisal as its manager speaks of them: what waits for the manager, for others, for nobody. */
export const teamGroups = [
  "returned",
  "to_score",
  "to_interview",
  "awaiting_self",
  "in_review",
  "done",
  "ended",
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
  /** By the window that holds for this sheet; null where nothing is to do. */
  readonly due: Date | null;
  /** Whether the manager has saved anything of this sheet. */
  readonly started: boolean;
  readonly valuesLeft: number;
  /** Null before the self-review was submitted, whatever the draft holds. */
  readonly selfTotal: HalfPoints | null;
  readonly managerTotal: HalfPoints | null;
  /** Whether HR's look waits for the draw of the team's sheets. */
  readonly awaitsDraw: boolean;
  /** In whose name the reader scores; null: in their own. */
  readonly deputyFor: string | null;
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
export interface SheetNote extends Signed {
  readonly id: string;
  readonly from: AppraisalState;
  readonly to: AppraisalState;
  readonly reason: string;
  readonly caseReason: CaseReturnReason | null;
  readonly value: string | null;
  readonly rung: number | null;
  /** The case it is about, as it was called; null where it is about none. */
  readonly caseTitle: string | null;
  readonly at: Date;
  readonly open: boolean;
}

/** The people around one person, in the order of the team's list. */
export interface TeamStrip {
  readonly members: readonly TeamMember[];
  /** Who stands before this one. */
  readonly previous: TeamMember | null;
  /** Who else waits to be scored: after this one, or from the top again. */
  readonly next: TeamMember | null;
  readonly total: number;
  readonly scored: number;
}

export interface ScoringHead {
  readonly appraisalId: string;
  readonly seenAs: Ground;
  /** Of the interview before, where the reader held it. */
  readonly earlier: EarlierDirections | null;
  readonly cycle: TeamCycle;
  readonly state: AppraisalState;
  readonly returnedFrom: AppraisalState | null;
  readonly person: TeamPerson;
  readonly selfSubmittedAt: Date | null;
  readonly managerSubmittedAt: Date | null;
  readonly deadline: Date | null;
  readonly framework: FrameworkDocument;
  readonly notes: readonly SheetNote[];
  /** Null while nobody else was its manager before. */
  readonly takenOver: TakeOver | null;
  readonly team: TeamStrip;
}

export interface SheetView extends ScoringHead {
  readonly kind: "sheet";
  readonly version: number;
  readonly policy: PolicyDocument;
  readonly sheets: SheetPair;
  /** By value key: what the employee changed since the self-review was handed in before. */
  readonly rounds: Readonly<Record<string, ValueRounds>>;
  /** The values whose self-review is closed until the manager's own draft of them stands; nothing of it is in `sheets`. */
  readonly unseen: readonly string[];
  /** Whether what was handed in can be taken back: nobody has opened it. */
  readonly takeBack: boolean;
  /** Why nothing can be written now; null while the manager may write. */
  readonly locked: RefusalCode | null;
}

/** Everything the manager sees of one person. Nothing of the self-review before it is handed in. */
export type ScoringView = (ScoringHead & { readonly kind: "waiting" }) | SheetView;

export interface SubmittedSheet {
  readonly total: HalfPoints;
  readonly band: string | null;
}
