import type { Stage } from "@/lib/appraisal/types";
import type { ExemptReason } from "@/lib/participation/types";
import type { SampleState } from "@/lib/sample/types";
import type { Quarter } from "@/lib/i18n/zone";
import type { Bilingual, FrameworkDocument, PolicyDocument } from "@/lib/scoring";
import type { StageProgress, UnitCounts } from "@/lib/progress/types";
import type { ShownCount } from "@/lib/small-groups/rules";

export const windowReasonLimit = 500;
/** People decided on by hand at an opening. */
export const byHandLimit = 100;

/** How the stages of a schedule follow each other. */
export const paces = ["together", "in_turn"] as const;
export type Pace = (typeof paces)[number];

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
  /** Acknowledged; an objection that is undecided is not done. Hidden where those or the others are few without the reader's own. */
  readonly done: ShownCount;
}

interface VersionChoice<D> {
  readonly id: string;
  readonly version: number;
  readonly document: D;
}

/** Everything the form for a new cycle offers. */
export interface CycleOptions {
  /** Cycles still open, the newest first. */
  readonly open: readonly Pick<CycleSummary, "id" | "year" | "quarter" | "people" | "done">[];
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

export interface NamedPerson {
  readonly name: string;
  readonly number: string;
}

/** What opening would do, before it does. */
export interface OpeningPreview {
  /** Changes whenever anybody in it joins, leaves or has another line, even if no number does. */
  readonly standing: string;
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
  /** The lines that go past somebody who has left or is on long leave. */
  readonly past: readonly PassedOver[];
  readonly divisions: readonly { id: string; name: Bilingual; people: number }[];
}

/** Somebody who could not be frozen in a post of their reports' sheets. */
interface PassedOver extends NamedPerson {
  readonly status: "left" | "on_leave";
  readonly post: "manager" | "second_level";
  /** Who stands there instead; null: nobody above is here. */
  readonly to: string | null;
  readonly people: number;
}

/** What more time at a stage would do, before it does. */
export interface ExtensionPreview {
  /** The one it is about; null: a department, or everybody. */
  readonly person: NamedPerson | null;
  /** Whose sheets are not done; null where so few are that it would be known who. */
  readonly people: ShownCount;
  /** How many of them have until then or longer already; null likewise. */
  readonly later: ShownCount;
  /** Instants in ISO 8601; of a department, of the windows of the cycle. */
  readonly moved: readonly { readonly stage: Stage; readonly from: string; readonly to: string }[];
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

export interface UnitProgress extends UnitCounts {
  readonly name: Bilingual;
  readonly hasBelow: boolean;
}

/** A pause that has not ended. */
export interface Pause {
  readonly since: Date;
  readonly reason: string;
}

export interface CycleView extends CycleSummary {
  /** Null while it runs. */
  readonly paused: Pause | null;
  /** Handed back and not yet mended, at all steps; hidden where a step's is. */
  readonly returned: ShownCount;
  /** Interviews that should have been held. */
  readonly overdueInterviews: ShownCount;
  readonly version: number;
  readonly timeZone: string;
  readonly framework: { readonly name: Bilingual; readonly version: number };
  readonly policy: { readonly name: Bilingual; readonly version: number };
  readonly windows: readonly StageWindowView[];
  readonly sample: SampleState;
  readonly exempt: readonly { reason: ExemptReason; count: number }[];
  /** Whether the reader's own sheet, which is in none of the counts by step, is done; null: there is none. */
  readonly ownDone: boolean | null;
  readonly stages: readonly StageProgress[];
  /** The departments below the chosen one (or the top), each with everything under it. */
  readonly units: readonly UnitProgress[];
  /** From the top to the chosen department. */
  readonly path: readonly { id: string; name: Bilingual }[];
}
