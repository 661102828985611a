import type { GrantMode } from "../documents/framework";
import type { HalfPoints } from "../figures";
import type { Explanation } from "../explain/types";

export const verdicts = ["met", "partly", "unmet"] as const;
export type Verdict = (typeof verdicts)[number];

export const caseKinds = ["supports", "contradicts"] as const;
export type CaseKind = (typeof caseKinds)[number];

/** The little of a case that scoring needs; callers map into it. */
export type CaseRef = {
  readonly id: string;
  readonly rung: number;
  readonly kind: CaseKind;
  readonly title: string;
  /** The employee's own, where somebody else judges over it. */
  readonly byEmployee?: boolean | undefined;
};

/** What one judge said about one value: verdicts by rung point, absent where not judged, and the cases filed. */
export type ValueInput = {
  readonly judgements: Readonly<Partial<Record<number, Verdict>>>;
  readonly cases: readonly CaseRef[];
  /**
   * The judge is still at it, so silence is no consent: without any verdict the value has no score, whatever is
   * presumed, and a contradicting case waits for the judge's own word. Absent: finished, what is presumed stands.
   */
  readonly underWay?: boolean | undefined;
};

/** Why a rung has its effective verdict. The cases it speaks of are those filed for the rung, by kind. */
export type RungReason =
  | "no-contradiction"
  | "supported"
  | "contradicted"
  | "excused"
  | "lowered-without-case"
  | "not-reached"
  | "unproven"
  | "half-not-allowed"
  | "not-judged"
  | "stated";

/**
 * One rung after judging. `passed`: met and nothing below bars it; `gate`: the rung itself is not met and bars the
 * way; `closed`: behind the gate, whatever was judged. On a checklist every rung not met is its own gate.
 */
export type RungOutcome = {
  readonly point: number;
  readonly grant: GrantMode;
  readonly verdict: Verdict | "open";
  readonly counts: boolean;
  readonly reach: "passed" | "gate" | "closed";
  readonly because: RungReason;
};

export const problemCodes = [
  "not-judged",
  "case-required",
  "contradicting-case-required",
  "contradicted",
  "case-not-counted",
  "half-above-gate",
  "half-exceptional",
  "half-not-allowed",
  "no-rungs",
  "unknown-rung",
  "unknown-value",
  "justification-required",
  "sanction-facts-required",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** An `error` stops a submission, an `info` only shows. `data.gate` is a rung point, `data.score` half-points. */
export type Problem = {
  readonly code: ProblemCode;
  readonly severity: "error" | "info";
  readonly value: string;
  readonly rung?: number;
  readonly data?: { readonly gate?: number; readonly score?: HalfPoints };
};

/** What the verdicts and the mere presence of cases decide: the same for everybody judged alike. */
export type LadderOutcome = {
  /** Null while a rung that decides the score is still open: a missing score is a state, never 0. */
  readonly score: HalfPoints | null;
  readonly soFar: HalfPoints;
  readonly complete: boolean;
  /** The first rung of a ladder that is not met; null when all are met and for a checklist, which has no gate. */
  readonly gate: number | null;
  readonly rungs: readonly RungOutcome[];
  readonly problems: readonly Problem[];
  readonly parts: Explanation["parts"];
};

export type ValueResult = Omit<LadderOutcome, "parts"> & {
  readonly key: string;
  readonly maxHalfPoints: HalfPoints;
  /** Whether the judge has given any verdict. While none is given, `rungs` show what silence would grant. */
  readonly judged: boolean;
  readonly explanation: Explanation;
};
