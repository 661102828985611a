import type { OwnStep, StateTask } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { Talks } from "@/lib/interview/types";
import type { Answer } from "@/lib/result/types";
import type { Bilingual, HalfPoints } from "@/lib/scoring";
import type { ShownCount } from "@/lib/small-groups/rules";
import type { QuarterRef } from "@/lib/visit/types";

/** What a person must do themselves. */
type TaskKind = StateTask | "open_cycle" | "fallen" | "plan_unfit" | "relation_waits";

export interface HomeTask {
  /** The name of whom it is done for, by a deputy; null where for oneself. */
  readonly deputyFor: string | null;
  readonly kind: TaskKind;
  readonly quarter: QuarterRef | null;
  readonly count: number;
  /** Of these, how many came back to be mended. */
  readonly returned: number;
  readonly deadline: Date | null;
  readonly href: string;
  readonly progress: { readonly done: number; readonly total: number } | null;
}

interface Waiting {
  readonly quarter: QuarterRef;
  readonly count: number;
  readonly deadline: Date | null;
  readonly href: string;
}

/** What others must do before the person can go on: on their own appraisal, by the step they are shown, or on the team's. */
export type HomeWaiting =
  | (Waiting & { readonly subject: "mine"; readonly state: OwnStep })
  | (Waiting & { readonly subject: "team"; readonly state: AppraisalState });

export interface HomeDone {
  readonly appraisalId: string;
  readonly quarter: QuarterRef;
  readonly state: AppraisalState;
  readonly total: HalfPoints | null;
  readonly maxTotal: HalfPoints;
  readonly band: Bilingual | null;
}

/** Where the person's own appraisal of an open quarter stands, with the scores they may know by now. */
export interface HomeQuarter {
  readonly appraisalId: string;
  readonly quarter: QuarterRef;
  readonly step: OwnStep;
  readonly returned: boolean;
  readonly answer: Answer["kind"] | null;
  readonly managerName: string | null;
  /** When the present step begins. */
  readonly opensAt: Date | null;
  readonly deadline: Date | null;
  /** Whose scores: the person's own until the result is published. */
  readonly side: "self" | "result";
  readonly values: readonly {
    readonly key: string;
    readonly name: Bilingual;
    readonly score: HalfPoints | null;
    readonly rungs: number;
  }[];
}

/** How far an open cycle is, for those who run it: heads only, never a score. */
export interface HomeRunning {
  readonly quarter: QuarterRef;
  readonly people: number;
  readonly done: ShownCount;
  readonly returned: ShownCount;
}

/** Why there is nothing to do: all is done, or there is nothing this person takes part in. */
export type Idle = "tasks" | "notInCycle" | "noCycle";

export interface Home extends Talks {
  readonly idle: Idle;
  readonly tasks: readonly HomeTask[];
  readonly waiting: readonly HomeWaiting[];
  readonly done: readonly HomeDone[];
  readonly quarters: readonly HomeQuarter[];
  readonly running: readonly HomeRunning[];
}
