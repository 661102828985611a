import type { Ground } from "@/lib/appraisal/standing";
import type { Signed, StaleAppraisal } from "@/lib/appraisal/types";
import type { Dossier, DossierCase, WayUp } from "@/lib/dossier/types";
import type { RefusalCode } from "@/lib/errors/codes";
import type { Bilingual, Explanation, HalfPoints } from "@/lib/scoring";
import type { Placed } from "./rules/appointment";
import type { HeldBetween } from "./rules/talk";

/** Limits of the texts; the database's columns have the same. */
export const interviewLimits = {
  good: 2000,
  short: 2000,
  direction: 2000,
  deductions: 4000,
  minutes: 4000,
} as const;

/** What is written down of an interview. */
export interface InterviewForm {
  /** ISO date. */
  readonly heldOn: string;
  readonly good: string;
  readonly short: string;
  readonly direction: string;
  readonly deductions: string;
  readonly minutes: string;
  /** Keys of the values whose deductions and facts were told face to face. */
  readonly told: readonly string[];
}

/** Minutes as their author left them; version 0: nothing was saved yet. */
export interface InterviewDraft {
  readonly version: number;
  readonly form: InterviewForm;
}

export const preparationLimit = 4000;

/** What one side noted down for itself; version 0: nothing was saved yet. */
export interface Preparation {
  readonly version: number;
  /** What to talk about. */
  readonly topics: string;
  readonly notes: string;
}

export interface StalePreparation extends StaleAppraisal {
  readonly preparation?: Preparation;
}

export interface SavedDraft {
  readonly savedAt: string;
}

export const appointmentLimits = { place: 200, note: 500 } as const;

/** When and where the interview is to be held, as one side proposed it. */
export interface Appointment {
  /** 0 for the first. */
  readonly sequence: number;
  readonly startsAt: Date;
  readonly minutes: number;
  /** A room or a link. */
  readonly place: string;
  readonly note: string;
  readonly by: string;
  readonly at: Date;
}

/** An appointment as it stands on the page of somebody who takes part. */
export interface Arranged extends Pick<Appointment, "startsAt" | "minutes" | "place"> {
  readonly appraisalId: string;
  /** Whether it is about the reader. */
  readonly own: boolean;
  /** The other side's name. */
  readonly with: string;
}

/** An interview that should have been held. */
export interface OverdueInterview {
  readonly appraisalId: string;
  /** Whether it is the reader's to hold. */
  readonly mine: boolean;
  readonly name: string;
  readonly manager: string;
  /** Whole days since it was due. */
  readonly days: number;
  /** Its appointment is over, which came before the due date. */
  readonly appointed: boolean;
}

/** Of the running quarters, for one reader. */
export interface Talks {
  readonly appointments: readonly Arranged[];
  readonly overdue: readonly OverdueInterview[];
}

/** What stands instead of what a proposal was based on. */
export interface StaleAppointment extends StaleAppraisal {
  readonly current?: Placed;
}

/** What a page shows of it, newest first. */
export interface Arranging {
  readonly appointments: readonly Appointment[];
  readonly timeZone: string;
  /** Why no proposal can be made now; null where it can. */
  readonly shut: RefusalCode | null;
}

/** What stands instead of what a save or a recording was based on; no draft where it is the appraisal that moved on. */
export interface StaleDraft extends StaleAppraisal {
  readonly draft?: InterviewDraft;
}

export interface InterviewRecord extends InterviewForm {
  /** Every proposal, newest first. */
  readonly appointments: readonly Appointment[];
  readonly recordedBy: Signed;
  readonly recordedAt: Date;
  readonly confirmedAt: Date | null;
  /** What differs in the employee's words; null where they said nothing of the kind. */
  readonly contest: { readonly text: string; readonly at: Date } | null;
}

/** One value as the interview sheet puts it on the table. */
export interface TalkingPoint {
  readonly key: string;
  readonly name: Bilingual;
  readonly self: HalfPoints | null;
  readonly manager: HalfPoints;
  readonly maxHalfPoints: HalfPoints;
  readonly explanation: Explanation;
  readonly justification: string;
  /** Facts recorded for and against rungs of this value, by either side. */
  readonly support: readonly DossierCase[];
  readonly against: readonly DossierCase[];
  readonly gated: boolean;
  readonly waysUp: readonly WayUp[];
}

/** What the manager holds the interview with. */
export interface InterviewGuide {
  readonly dossier: Dossier;
  /** Highest first. */
  readonly good: readonly TalkingPoint[];
  /** Lowest first. */
  readonly short: readonly TalkingPoint[];
  /** Scored lower than the employee did, or with facts against: to be explained in person. */
  readonly deducted: readonly TalkingPoint[];
  readonly deductionsRequired: boolean;
  /** From this band up the rules ask for directions for improvement; null where they do not for this total. */
  readonly directionsFrom: Bilingual | null;
  readonly heldBetween: HeldBetween;
  /** Why the interview cannot be recorded now although it is its turn. */
  readonly recordShut: RefusalCode | null;
  readonly record: InterviewRecord | null;
  readonly arranging: Arranging;
  /** Where self-review and manager differ most, at most three, the largest first. */
  readonly differences: readonly TalkingPoint[];
  /** The reader's own; null where they cannot write it. */
  readonly preparation: Preparation | null;
  /** The reader's own minutes so far; null where they cannot write them. */
  readonly draft: InterviewDraft | null;
}

/** What the employee prepares the interview with, before anything is published. */
export interface OwnInterview {
  readonly appraisalId: string;
  readonly seenAs: Ground;
  readonly cycle: { readonly year: number; readonly quarter: number };
  readonly managerName: string;
  readonly dueAt: Date | null;
  readonly arranging: Arranging;
  readonly preparation: Preparation;
  /** Their own self-review. */
  readonly values: readonly {
    readonly key: string;
    readonly name: Bilingual;
    readonly score: HalfPoints | null;
    readonly rungs: number;
  }[];
}
