import type { Dossier, DossierCase } from "@/lib/dossier/types";
import type { RefusalCode } from "@/lib/errors/codes";
import type { Bilingual, Explanation, HalfPoints } from "@/lib/scoring";
import type { HeldBetween } from "./rules";

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
}

export interface InterviewRecord extends InterviewForm {
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly confirmedAt: Date | null;
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
  /** The rung that bars the way up and what it asks. */
  readonly gate: { readonly point: number; readonly statement: Bilingual } | null;
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
}
