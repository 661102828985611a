import type { RungDefinition, ValueDefinition } from "../documents/framework";
import type { CaseKind, RungOutcome, ValueResult, Verdict } from "./types";

type Granted = Pick<RungDefinition, "grant">;

/** A presumed rung is argued with contradicting cases, an evidenced one with supporting ones. */
export function caseKindOf({ grant }: Granted): CaseKind {
  return grant === "presumed" ? "contradicts" : "supports";
}

/** Whether a verdict on the rung stands only with a case: below met where it is presumed, above unmet where it is evidenced. */
export function needsCase({ grant }: Granted, verdict: Verdict): boolean {
  return grant === "presumed" ? verdict !== "met" : verdict !== "unmet";
}

/** Nothing but presumed rungs: silence alone would score, so it takes one act to say that nothing is against it. */
export function isPresumed({ rungs }: Pick<ValueDefinition, "rungs">): boolean {
  return rungs.every(({ grant }) => grant === "presumed");
}

/** The presumed rungs on which the judge has given no verdict, by their points. */
export function silentPoints(
  rungs: readonly Pick<RungDefinition, "point" | "grant">[],
  judgements: Readonly<Partial<Record<number, Verdict>>>,
): readonly number[] {
  return rungs
    .filter(({ point, grant }) => grant === "presumed" && judgements[point] === undefined)
    .map(({ point }) => point);
}

/** What may be shown as the verdict on a rung: what silence would grant is none while the judge has given none. */
export function verdictSaid(
  { judged, complete }: Pick<ValueResult, "judged" | "complete">,
  { verdict, because }: Pick<RungOutcome, "verdict" | "because">,
): RungOutcome["verdict"] {
  return judged || complete || because !== "no-contradiction" ? verdict : "open";
}
