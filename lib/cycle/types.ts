import type { AppraisalState, Stage } from "@/lib/appraisal/types";
import type { Quarter } from "@/lib/i18n/zone";
import type { Bilingual, FrameworkDocument, PolicyDocument } from "@/lib/scoring";
import type { ShownCount } from "@/lib/small-groups/rules";

export const windowReasonLimit = 500;

export const exemptReasons = ["joined_late", "on_leave", "no_manager", "left"] as const;
export type ExemptReason = (typeof exemptReasons)[number];

/** One window as the form holds it: wall-clock times of the company's zone, "2026-11-24T18:00". */
export interface WindowDraft {
  readonly stage: Stage;
  readonly opensAt: string;
  readonly closesAt: string;
}

export interface StageWindowView {
  readonly stage: Stage;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

export interface CycleSummary extends Quarter {
  readonly id: string;
  readonly state: "open" | "closed";
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  /** Appraisals, without the exempt. */
  readonly people: number;
  /** Acknowledged or objected to, the reader's own left out; hidden where those or the others are few. */
  readonly done: ShownCount;
}

interface VersionChoice<D> {
  readonly id: string;
  readonly version: number;
  readonly document: D;
}

/** Everything the form for a new cycle offers. */
export interface CycleOptions {
  readonly timeZone: string;
  readonly quarters: readonly QuarterChoice[];
  readonly frameworks: readonly VersionChoice<FrameworkDocument>[];
  readonly policies: readonly VersionChoice<PolicyDocument>[];
  readonly departments: readonly { id: string; name: Bilingual; depth: number }[];
  readonly defaults: Quarter & {
    readonly frameworkVersionId: string;
    readonly policyVersionId: string;
  };
}

/** A quarter that may be opened, with what is proposed for it. */
export interface QuarterChoice extends Quarter {
  readonly taken: boolean;
  readonly joinedAfter: string;
  readonly windows: readonly WindowDraft[];
}

interface NamedPerson {
  readonly name: string;
  readonly number: string;
}

/** What opening would do, before it does. */
export interface OpeningPreview {
  readonly people: number;
  readonly exempt: readonly { reason: ExemptReason; count: number }[];
  /** The first of them by number. */
  readonly exemptPeople: readonly (NamedPerson & { reason: ExemptReason })[];
  /** HR reviews in the place of the second level. */
  readonly withoutSecondLevel: number;
  /** Somebody above approves, because the division head is the person or their manager. */
  readonly approverAbove: number;
  /** An HR administrator approves, because nobody stands above. */
  readonly withoutApprover: number;
  readonly withoutHrPartner: number;
  readonly departmentsWithoutHrPartner: readonly Bilingual[];
  readonly divisions: readonly { id: string; name: Bilingual; people: number }[];
}

/** The answer to an opened cycle, in people. */
export interface OpenedCycle {
  readonly cycleId: string;
  readonly people: number;
  readonly exempt: number;
}

/** The version a cycle stands at. */
export interface ChangedCycle {
  readonly version: number;
}

/** Of others: the reader's own sheet is left out. */
export interface StageCounts {
  readonly state: AppraisalState;
  readonly count: number;
  readonly returned: number;
}

/** The same as shown: small groups are hidden. */
export interface StageProgress {
  readonly state: AppraisalState;
  readonly count: ShownCount;
  /** Handed back and not yet mended. */
  readonly returned: ShownCount;
  /** Days since the longest waiting one came here. */
  readonly longestDays: number;
}

export interface UnitCounts {
  readonly id: string;
  /** A department's own people alone, without those of the departments below. */
  readonly own: boolean;
  readonly people: ShownCount;
  /** By `progressParts`; all of them or none. */
  readonly parts: readonly ShownCount[];
}

export interface UnitProgress extends UnitCounts {
  readonly name: Bilingual;
  readonly hasBelow: boolean;
}

export interface CycleView extends CycleSummary {
  /** Handed back and not yet mended, at all steps; hidden where a step's is. */
  readonly returned: ShownCount;
  readonly version: number;
  readonly timeZone: string;
  readonly framework: { readonly name: Bilingual; readonly version: number };
  readonly policy: { readonly name: Bilingual; readonly version: number };
  readonly windows: readonly StageWindowView[];
  readonly exempt: readonly { reason: ExemptReason; count: number }[];
  readonly stages: readonly StageProgress[];
  /** The departments below the chosen one (or the top), each with everything under it. */
  readonly units: readonly UnitProgress[];
  /** From the top to the chosen department. */
  readonly path: readonly { id: string; name: Bilingual }[];
}
