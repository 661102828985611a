import type { Quarter } from "@/lib/i18n/zone";
import type { Bilingual, HalfPoints, Queue, ReplayRecord, Rules } from "@/lib/scoring";
import type { ShownCount } from "@/lib/small-groups/rules";

/** Which of the changed people a list shows: everybody, or those with a change of one sort. */
export const listKinds = ["all", "score", "band", "consequence", "load"] as const;
export type ListKind = (typeof listKinds)[number];

/** `mine`: the departments granted to an HR partner, person by person; `company`: everybody, in counts. */
export type Scope = "mine" | "company";

export interface PolicyChoice {
  readonly id: string;
  readonly name: Bilingual;
  readonly version: number;
}

/** A closed quarter that may be replayed. */
export interface ReplayableCycle extends Quarter {
  readonly cycleId: string;
}

export interface WhatIfHead extends Quarter {
  readonly cycleId: string;
  readonly scopes: readonly Scope[];
  /** May go back to the cycle's own page. */
  readonly managesCycles: boolean;
  readonly policy: PolicyChoice;
  /** Every other policy version, the newest first. */
  readonly choices: readonly PolicyChoice[];
}

export interface FlowFigures {
  readonly before: ShownCount;
  readonly after: ShownCount;
  readonly gained: ShownCount;
  readonly lost: ShownCount;
}

export interface MoveFigures {
  readonly same: ShownCount;
  readonly up: ShownCount;
  readonly down: ShownCount;
  readonly undecided: ShownCount;
}

export interface BandMatrix {
  /** Names of the bands, best first; null: no band. */
  readonly from: readonly (Bilingual | null)[];
  readonly to: readonly (Bilingual | null)[];
  /** People; `same` where the band keeps its key. */
  readonly cells: readonly (readonly { readonly people: ShownCount; readonly same: boolean }[])[];
  /** Whether both policies have the same bands, so that another one is a move up or down. */
  readonly comparable: boolean;
}

export interface WhatIfCounts {
  readonly changed: ShownCount;
  readonly scored: ShownCount;
  readonly banded: ShownCount;
  readonly totals: MoveFigures;
  readonly scores: readonly ({ readonly key: string; readonly name: Bilingual } & MoveFigures)[];
  readonly bands: BandMatrix;
  readonly consequences: readonly ({
    readonly code: string;
    readonly text: Bilingual;
  } & FlowFigures)[];
  /** Scores, not people. */
  readonly justifications: FlowFigures & { readonly unwritten: ShownCount };
  readonly queues: readonly ({ readonly queue: Queue } & FlowFigures)[];
}

export interface WhatIfFigures {
  readonly scope: Scope;
  readonly target: PolicyChoice;
  readonly people: number;
  /** Whose appraisals never became final: not replayed. */
  readonly unfinished: number;
  /** Null where fewer than five people are in scope. */
  readonly counts: WhatIfCounts | null;
}

export interface ChangedPerson {
  readonly appraisalId: string;
  readonly name: string;
  readonly number: string;
  readonly department: Bilingual;
  readonly before: { readonly total: HalfPoints | null; readonly band: Bilingual | null };
  readonly after: { readonly total: HalfPoints | null; readonly band: Bilingual | null };
  readonly changes: ReplayRecord["changes"];
}

export interface ChangedPage {
  readonly head: WhatIfHead;
  readonly target: PolicyChoice;
  readonly kind: ListKind;
  /** What the changes are explained by. */
  readonly rules: { readonly before: Rules; readonly after: Rules };
  readonly people: readonly ChangedPerson[];
  readonly next: string | null;
}
