import type { Ground } from "@/lib/appraisal/standing";
import type { OwnStep } from "@/lib/appraisal/stages";
import type { Dossier, DossierValue } from "@/lib/dossier/types";
import type { RefusalCode } from "@/lib/errors/codes";
import type { Appointment, InterviewRecord } from "@/lib/interview/types";
import type { Quarter } from "@/lib/i18n/zone";
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
  /** Whether the process record is open to the reader, too. */
  readonly mayTrail: boolean;
}

/** A published result of somebody's earlier quarter. */
export interface EarlierResult {
  readonly appraisalId: string;
  readonly year: number;
  readonly quarter: number;
}

/** A published result that was reopened, as it stood. */
export interface FormerResult {
  /** 1 for the first that was published. */
  readonly edition: number;
  readonly publishedAt: Date | null;
  readonly reopenedAt: Date;
  readonly reopenedBy: string;
  readonly reasons: readonly {
    readonly id: string;
    readonly reason: string;
    readonly value: Bilingual | null;
    readonly point: number | null;
  }[];
  readonly totals: {
    readonly self: HalfPoints | null;
    readonly manager: HalfPoints | null;
    readonly max: HalfPoints;
  };
  readonly band: Bilingual | null;
  readonly values: readonly DossierValue[];
  readonly interview: InterviewRecord | null;
  readonly answers: readonly Answer[];
}

/** What was published of a sheet before, with what its page needs while there is no result. */
export interface FormerResults {
  readonly appraisalId: string;
  readonly own: boolean;
  readonly seenAs: Ground;
  readonly person: { readonly name: string; readonly number: string };
  readonly cycle: Quarter;
  /** Where the sheet is meanwhile, in the employee's words, and until when each step lasts. */
  readonly step: OwnStep;
  readonly dueAt: Date | null;
  /** The latest first; none where no result was reopened. */
  readonly former: readonly FormerResult[];
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
  /** A published result is being worked on anew; the former one stays readable. */
  readonly reopened: boolean;
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
