import type { OwnStep } from "@/lib/appraisal/stages";
import type { Dossier } from "@/lib/dossier/types";
import type { RefusalCode } from "@/lib/errors/codes";
import type { Appointment, InterviewRecord } from "@/lib/interview/types";
import type { Bilingual, HalfPoints } from "@/lib/scoring";

/** Of the words of an answer: an objection, or what is reserved. */
export const answerLimit = 2000;

/** The result was read: with agreement, or with reservations. */
export const readings = ["accepted", "reserved"] as const;
export type Reading = (typeof readings)[number];

export interface Answer {
  readonly kind: Reading | "objected";
  /** Null: none, or an objection's, which are between the employee and HR. */
  readonly text: string | null;
  readonly at: Date;
}

export interface Result {
  readonly dossier: Dossier;
  readonly publishedAt: Date | null;
  readonly interview: InterviewRecord | null;
  /** In the order given: an objection may follow the reading, which stays. */
  readonly answers: readonly Answer[];
  /** The bands of the policy in half-points of this framework's total, best first. */
  readonly bands: readonly {
    readonly key: string;
    readonly name: Bilingual;
    readonly from: HalfPoints;
  }[];
  /** The key of the band; null while there is no total. */
  readonly reached: string | null;
  /** Whether a single value brought that band and not the total. */
  readonly lowered: boolean;
  /** Whether the reader is the employee, who alone can answer. */
  readonly own: boolean;
  /** Why no answer can be given now although one is open; null when it can, or when none is open. */
  readonly answerShut: RefusalCode | null;
  /** Whether the reader, who has read it, may still object. */
  readonly mayObject: boolean;
}

export interface OwnAppraisal {
  readonly appraisalId: string;
  readonly year: number;
  readonly quarter: number;
  readonly open: boolean;
  readonly step: OwnStep;
  /** The self-review came back to be mended. */
  readonly returned: boolean;
  /** When the present step begins. */
  readonly opensAt: Date | null;
  readonly deadlines: Readonly<Record<OwnStep, Date | null>>;
  readonly managerName: string | null;
  /** The interview that is agreed on and not recorded yet. */
  readonly appointment: Pick<Appointment, "startsAt" | "minutes" | "place"> | null;
  /** Null before publication. */
  readonly result: OwnResult | null;
}

export interface OwnResult {
  readonly answer: Answer["kind"] | null;
  readonly total: HalfPoints | null;
  readonly maxTotal: HalfPoints;
  readonly band: Bilingual | null;
  readonly values: readonly {
    readonly key: string;
    readonly name: Bilingual;
    readonly score: HalfPoints | null;
    readonly rungs: number;
  }[];
}
