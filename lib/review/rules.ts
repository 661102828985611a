import { chain } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { FieldFault } from "@/lib/errors/outcome";
import { mustVerify, type FrameworkDocument, type SheetResult } from "@/lib/scoring";
import type { ApprovalOf, Doubts, Needs, Pin, VerificationOf } from "./types";

interface Given {
  readonly valueKey: string;
  readonly halfPoints: number;
}

/** The last word on a score. Given oldest first; a return after a confirmation takes the confirmation back. */
export function lastWordOn<T extends Given>(
  oldestFirst: readonly T[],
  valueKey: string,
  halfPoints: number | null,
): T | null {
  const mine = (given: T) => given.valueKey === valueKey && given.halfPoints === halfPoints;
  return oldestFirst.findLast(mine) ?? null;
}

/**
 * What is still to be verified and approved for these scores. A confirmation or approval holds for the score it was
 * given to, in whatever round; a score that changed needs a new one. A doubt raised in a later round asks HR anew: who
 * confirmed did not know of it.
 */
export function reviewNeeds(
  { values }: Pick<SheetResult, "values">,
  doubts: Doubts,
  verifications: readonly VerificationOf[],
  approvals: readonly ApprovalOf[],
): Needs {
  const scored = values.filter(({ score }) => score !== null);
  const confirmed = ({ key, score, routing }: (typeof scored)[number]) => {
    const word = lastWordOn(verifications, key, score);
    const since = routing.refer ? (doubts.get(key)?.round ?? 0) : 0;
    return word?.verdict === "confirmed" && word.round >= since;
  };
  const approved = ({ key, score }: (typeof scored)[number]) =>
    lastWordOn(approvals, key, score)?.verdict === "approved";
  return {
    toVerify: scored
      .filter((value) => mustVerify(value.routing) && !confirmed(value))
      .map(({ key }) => key),
    toApprove: scored
      .filter((value) => value.routing.approve && !approved(value))
      .map(({ key }) => key),
  };
}

const asked: ReadonlyMap<string, keyof Needs> = new Map<AppraisalState, keyof Needs>([
  ["hr_audit", "toVerify"],
  ["approval", "toApprove"],
]);

/** The first of these states with something to do; one that asks nothing of single scores is never passed over. */
export function firstAsked<State extends string>(
  states: readonly State[],
  needs: Needs,
): State | undefined {
  return states.find((state) => {
    const need = asked.get(state);
    return need === undefined || needs[need].length > 0;
  });
}

/** Where an appraisal goes once the second level has agreed, HR has confirmed, or an approval was given. */
export function nextAfterReview(from: AppraisalState, needs: Needs): AppraisalState {
  return chain.forward(from, firstAsked(chain.row(from).next, needs));
}

export function without(keys: readonly string[], key: string): readonly string[] {
  return keys.filter((candidate) => candidate !== key);
}

/** A return is pinned to a value of this framework and a rung of that value, or to none. */
export function pinFaults(
  framework: FrameworkDocument,
  { value, rung }: Pin,
): Readonly<Record<string, FieldFault>> {
  if (value === null) return rung === null ? {} : { value: { code: "value_required" } };
  const definition = framework.values.find(({ key }) => key === value);
  if (definition === undefined) return { value: { code: "unknown_value" } };
  if (rung === null || definition.rungs.some(({ point }) => point === rung)) return {};
  return { rung: { code: "unknown_rung" } };
}
