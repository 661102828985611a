import type { AppraisalState } from "@/lib/appraisal/types";
import type { Dossier } from "@/lib/dossier/types";
import type { InterviewRecord } from "@/lib/interview/types";
import type { Bilingual, HalfPoints, ProposedConsequence } from "@/lib/scoring";

export interface Answer {
  readonly kind: "accepted" | "objected";
  readonly text: string;
  readonly at: Date;
}

/** A consequence the rules propose, with its words and what asks for it. A person confirms it, never the machine alone. */
export interface ProposedText {
  readonly code: string;
  readonly text: Bilingual;
  readonly because: ProposedConsequence["because"];
}

export interface Result {
  readonly dossier: Dossier;
  readonly publishedAt: Date | null;
  readonly interview: InterviewRecord | null;
  readonly answer: Answer | null;
  readonly consequences: readonly ProposedText[];
  /** The bands of the policy in half-points of this framework's total, best first. */
  readonly bands: readonly {
    readonly key: string;
    readonly name: Bilingual;
    readonly from: HalfPoints;
  }[];
  /** Whether the reader is the employee, who alone can answer. */
  readonly own: boolean;
}

export interface OwnAppraisal {
  readonly appraisalId: string;
  readonly year: number;
  readonly quarter: number;
  readonly state: AppraisalState;
  readonly open: boolean;
  readonly deadline: Date | null;
  /** Null before publication. */
  readonly result: {
    readonly total: HalfPoints | null;
    readonly maxTotal: HalfPoints;
    readonly band: Bilingual | null;
    readonly values: readonly {
      readonly key: string;
      readonly name: Bilingual;
      readonly score: HalfPoints | null;
      readonly rungs: number;
    }[];
  } | null;
}
