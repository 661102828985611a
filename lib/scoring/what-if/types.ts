import type { FrameworkDocument } from "../documents/framework";
import type { HalfPoints } from "../figures";
import type { PolicyDocument } from "../documents/policy";
import type { BandLimit } from "../sheet/bands";
import type { JustificationRule, Routing } from "../sheet/routing";
import type { ProposedConsequence, SheetInput } from "../sheet/types";

/** What a cycle was scored by, or might have been. */
export type Rules = { readonly framework: FrameworkDocument; readonly policy: PolicyDocument };

/** One person's final sheet. `id` is the caller's name for it. */
export type ReplayInput = { readonly id: string; readonly values: SheetInput };

/** The same as signals of the framework before; see `Scorer`. `written`, `inDoubt`: keys of values. */
export type PackedReplayInput = {
  readonly id: string;
  readonly signals: Uint8Array;
  readonly at: number;
  readonly written: readonly string[];
  readonly inDoubt: readonly string[];
};

export type Effect = "gained" | "lost";
export type Queue = keyof Routing;
export const queues = [
  "verify",
  "sample",
  "beneficiaryView",
  "approve",
  "refer",
  "sanction",
] as const;

/** `step`: the half point counts under one policy only; `framework`: the value or its rungs are others. */
export type ScoreChange = {
  readonly kind: "score";
  readonly value: string;
  readonly before: HalfPoints | null;
  readonly after: HalfPoints | null;
  readonly because: "step" | "framework";
};

/** `parts` re-add: before + Σ delta = after. Empty where one of the totals is not known. */
type TotalChange = {
  readonly kind: "total";
  readonly before: HalfPoints | null;
  readonly after: HalfPoints | null;
  readonly parts: readonly { readonly value: string; readonly delta: HalfPoints }[];
};

/** `band` is null where the total is not known; `by`: the values whose rules lowered it, empty where the total decides. */
type BandSide = {
  readonly band: string | null;
  readonly total: HalfPoints | null;
  readonly by: readonly BandLimit[];
};
export type BandChange = {
  readonly kind: "band";
  readonly before: BandSide;
  readonly after: BandSide;
};

/** Why it is asked for under the policy that asks: the one after where it is gained, the one before where it is lost. */
export type ConsequenceChange = {
  readonly kind: "consequence";
  readonly effect: Effect;
  readonly code: string;
  readonly because: readonly ProposedConsequence["because"][];
};

/** `score` and `rule` stand under the policy that asks. `missing`: nothing is written for it. */
export type JustificationChange = {
  readonly kind: "justification";
  readonly effect: Effect;
  readonly value: string;
  readonly score: HalfPoints | null;
  readonly rule: JustificationRule;
  readonly missing: boolean;
};

/**
 * A score that enters or leaves one of HR's or the approver's queues; `score` stands under the policy that asks; it is
 * null where a value is referred before it is decided.
 */
type QueueChange = {
  readonly kind: "queue";
  readonly effect: Effect;
  readonly queue: Queue;
  readonly value: string;
  readonly score: HalfPoints | null;
};

export type Change =
  ScoreChange | TotalChange | BandChange | ConsequenceChange | JustificationChange | QueueChange;

/** Everything that would be another way for one person, each with its reason; empty when nothing would. */
export type ReplayRecord = {
  readonly id: string;
  readonly before: { readonly total: HalfPoints | null; readonly band: string | null };
  readonly after: { readonly total: HalfPoints | null; readonly band: string | null };
  readonly changes: readonly Change[];
};

/** How something stands before and after, each of all counted once: before = kept + lost, after = kept + gained. */
export type Flow = {
  readonly kept: number;
  readonly gained: number;
  readonly lost: number;
  readonly neither: number;
};

/** The same by score and by person: a person counts once in each of the four where any of their scores does. */
export type ScoreFlow = { readonly scores: Flow; readonly people: Flow };

/** `undecided`: no figure under at least one of the two. */
export type Moves = {
  readonly same: number;
  readonly up: number;
  readonly down: number;
  readonly undecided: number;
};

export type ReplayCounts = {
  readonly people: number;
  /** People with at least one change of any kind. */
  readonly changed: number;
  /** People by the score of each value, in the framework's order. */
  readonly scores: readonly ({ readonly value: string } & Moves)[];
  /** People with at least one value's score changed. */
  readonly scored: number;
  readonly totals: Moves;
  /**
   * People from every band before to every band after: `matrix[i][j]` from `from[i]` to `to[j]`, best first, at the
   * end null for no band. `changed`: people whose band has another key.
   */
  readonly bands: {
    readonly from: readonly (string | null)[];
    readonly to: readonly (string | null)[];
    readonly matrix: readonly (readonly number[])[];
    readonly changed: number;
  };
  /** People by consequence: the codes before, then those only the policy after has. */
  readonly consequences: readonly ({ readonly code: string } & Flow)[];
  /** Scores that need written facts; `unwritten`: of the gained, those with nothing written. */
  readonly justifications: ScoreFlow & { readonly unwritten: number };
  /** Scores by queue. */
  readonly queues: Readonly<Record<Queue, ScoreFlow>>;
};
