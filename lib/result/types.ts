import type { OwnStep } from "@/lib/appraisal/stages";
import type { Dossier } from "@/lib/dossier/types";
import type { RefusalCode } from "@/lib/errors/codes";
import type { InterviewRecord } from "@/lib/interview/types";
import type { Bilingual, HalfPoints } from "@/lib/scoring";

export const objectionLimit = 2000;

/** The result was read: with agreement, or with reservations. */
export const readings = ["accepted", "reserved"] as const;
export type Reading = (typeof readings)[number];

/** The last word: an objection may follow the reading. */
export interface Answer {
  readonly kind: Reading | "objected";
  /** An objection's words are between the employee and HR; null for the other readers. */
  readonly text: string | null;
  readonly at: Date;
}

export interface Result {
  readonly dossier: Dossier;
  readonly publishedAt: Date | null;
  readonly interview: InterviewRecord | null;
  readonly answer: Answer | null;
  /** The bands of the policy in half-points of this framework's total, best first. */
  readonly bands: readonly {
    readonly key: string;
    readonly name: Bilingual;
    readonly from: HalfPoints;
  }[];
  /** Why bounds of the bands stand as they do where the sources are silent. */
  readonly assumedBounds: readonly Bilingual[];
  /** The key of the band the total falls into; null while there is no total. */
  readonly reached: string | null;
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
