import type { Ground } from "@/lib/appraisal/standing";
import type { RecordedEvent } from "@/lib/events/event";
import type { LostCase } from "@/lib/rounds/types";
import type { Bilingual, HalfPoints } from "@/lib/scoring";

type SelfSubmitted = Extract<RecordedEvent, { readonly kind: "self.submitted" }>;

/** To whom a part of the self-review is closed its scores are absent. */
export type ShownEvent =
  | Exclude<RecordedEvent, SelfSubmitted>
  | (Omit<SelfSubmitted, "total" | "scores"> & Partial<Pick<SelfSubmitted, "total" | "scores">>);

/** A score that was given before the self-review was seen, and the one that was handed in, in half-points. */
export interface ChangedScore {
  readonly value: string;
  readonly first: HalfPoints;
  readonly now: HalfPoints;
}

interface TrailPlace {
  readonly value: Bilingual | null;
  readonly point: number;
  /** False where the point is a rule of a checklist. */
  readonly gated: boolean;
}

/** What the trail shows of an event: scores only where its reader may see them. */
export interface TrailEntry {
  readonly id: string;
  readonly at: Date;
  /** When the first of the saves this entry stands for was made; `at` for everything else. */
  readonly since: Date;
  readonly by: string | null;
  /** Whom a deputy did it for. */
  readonly byFor: string | null;
  readonly event: ShownEvent;
  /** Of a return: its reason, where it is pinned. */
  readonly note: {
    readonly reason: string;
    readonly value: Bilingual | null;
    readonly point: number | null;
    /** False where the point is a rule of a checklist. */
    readonly gated: boolean;
  } | null;
  readonly value: Bilingual | null;
  /** Of a manager's submission: what differs from the scores given before the self-review was seen. */
  readonly changed: readonly (Omit<ChangedScore, "value"> & Pick<TrailEntry, "value">)[];
  /** Of a case that was moved: where it stood, and where it was put. */
  readonly moved: { readonly from: TrailPlace; readonly to: TrailPlace } | null;
  /** Of a sheet handed in again: cases that it no longer holds as the one before did. */
  readonly lost: readonly LostCase[];
  /** Of an answer, for those who may read them. */
  readonly words: string | null;
  /** Of a hand-over: from whom to whom; null where nobody is named. */
  readonly hands: { readonly from: string | null; readonly to: string | null } | null;
  /** How many saves of one day this entry stands for. */
  readonly times: number;
}

export interface Trail {
  readonly appraisalId: string;
  readonly seenAs: Ground;
  readonly year: number;
  readonly quarter: number;
  readonly person: { readonly name: string; readonly number: string };
  readonly own: boolean;
  readonly published: boolean;
  /** The company's, by which days begin and end. */
  readonly timeZone: string;
  /** Newest first. */
  readonly entries: readonly TrailEntry[];
}
