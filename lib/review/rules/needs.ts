import { chain } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import { isGround, mustVerify, type SheetResult, type SheetValueResult } from "@/lib/scoring";
import type { Owed } from "@/lib/sheet/types";
import type { ApprovalOf, Doubts, DrawMark, Needs, Sampled, VerificationOf } from "../types";

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

/** The values whose last word that stands, whatever their score was then, is `no`; one taken back uncovers the one before. */
function refusedIn<T extends Said>(oldestFirst: readonly T[], no: T["verdict"]) {
  const standing = new Map<string, readonly Said[]>();
  for (const word of oldestFirst) {
    const words = standing.get(word.valueKey) ?? [];
    const last = words.at(-1);
    // One no for several reasons is taken back as one.
    const again = last?.verdict === word.verdict && last.round === word.round;
    const before = again || word.verdict === "taken_back" ? words.slice(0, -1) : words;
    standing.set(word.valueKey, word.verdict === "taken_back" ? before : [...before, word]);
  }
  const refused = [...standing].filter(([, words]) => words.at(-1)?.verdict === no);
  return new Set(refused.map(([key]) => key));
}

/** A question is neither yes nor no. */
const isVote = ({ verdict }: ApprovalOf) => verdict !== "asked";

interface Said {
  readonly valueKey: string;
  readonly verdict: string;
  readonly round?: number;
}

/**
 * What HR returned and an approver declined comes back to them, whatever its new score, until they have said yes to what
 * it is now. The second level sees every sheet that goes up, so nothing is owed to it.
 */
export function owedAfter(
  verifications: readonly VerificationOf[],
  approvals: readonly ApprovalOf[],
): Owed {
  return {
    hr: refusedIn(verifications, "returned"),
    approver: refusedIn(approvals.filter(isVote), "declined"),
  };
}

interface Known {
  readonly doubts: Doubts;
  readonly round: number;
  readonly sampled: Sampled;
  /** By value: what an approver asked and HR has not answered. */
  readonly asked?: Pick<ReadonlyMap<string, unknown>, "has">;
}

/**
 * What the draw asks of HR for a value's score, null where nothing; one HR must look at anyway has a stronger reason. A score
 * that is another than the one that took part is looked at, or whoever knows what was not drawn could choose it anew.
 */
export function drawMark(
  { items }: Sampled,
  { key, score, routing }: Pick<SheetValueResult, "key" | "score" | "routing">,
): DrawMark | null {
  const item = items.find(({ valueKey }) => valueKey === key);
  if (!routing.sample || item === undefined) return null;
  if (item.drawn) return "sample";
  return item.halfPoints === score ? null : "altered";
}

/**
 * What is still to be verified and approved for these scores. A confirmation or approval holds for the score it was
 * given to, in whatever round; a score that changed needs a new one. A doubt raised in a later round asks HR anew: who
 * confirmed did not know of it. So does a consequence: its facts were written, and its total reached, in this round; and
 * what was returned, at whatever score: see `owedAfter`.
 */
export function reviewNeeds(
  { values }: Pick<SheetResult, "values">,
  { doubts, round, sampled, asked = new Map() }: Known,
  verifications: readonly VerificationOf[],
  approvals: readonly ApprovalOf[],
): Needs {
  const scored = values.filter(({ score }) => score !== null);
  const owed = owedAfter(verifications, approvals);
  const confirmed = ({ key, score, routing }: (typeof scored)[number]) => {
    if (owed.hr.has(key) || asked.has(key)) return false;
    const word = lastWordOn(verifications, key, score);
    const doubted = routing.refer ? (doubts.get(key)?.round ?? 0) : 0;
    const since = isGround(routing) ? round : doubted;
    return word?.verdict === "confirmed" && word.round >= since;
  };
  const approved = ({ key, score }: (typeof scored)[number]) =>
    !owed.approver.has(key) && lastWordOn(approvals, key, score)?.verdict === "approved";
  return {
    toVerify: scored
      .filter(
        (value) =>
          (asksHr(value, owed) || drawMark(sampled, value) !== null || asked.has(value.key)) &&
          !confirmed(value),
      )
      .map(({ key }) => key),
    toApprove: scored
      .filter((value) => asksApprover(value, owed) && !approved(value))
      .map(({ key }) => key),
    awaitsDraw:
      sampled.sealed &&
      scored.some(
        ({ key, routing }) =>
          routing.sample && !sampled.items.some(({ valueKey }) => valueKey === key),
      ),
  };
}

type Routed = Pick<SheetResult["values"][number], "key" | "routing">;

/** Whether HR has a word on the score: by the policy, or because HR returned the value. */
export function asksHr({ key, routing }: Routed, owed: Owed): boolean {
  return mustVerify(routing) || owed.hr.has(key);
}

/** Whether an approver has a word on the score: at the top, or because an approver declined the value. */
export function asksApprover({ key, routing }: Routed, owed: Owed): boolean {
  return routing.approve || owed.approver.has(key);
}

/** Whether HR still has something to do with a sheet, or has to wait for its draw. */
export const staysWithHr = ({ toVerify, awaitsDraw }: Omit<Needs, "toApprove">): boolean =>
  toVerify.length > 0 || awaitsDraw;

const asked: ReadonlyMap<string, (needs: Needs) => boolean> = new Map<
  AppraisalState,
  (needs: Needs) => boolean
>([
  ["hr_audit", staysWithHr],
  ["approval", ({ toApprove }) => toApprove.length > 0],
]);

/** The first of these states with something to do; one that asks nothing of single scores is never passed over. */
export function firstAsked<State extends string>(
  states: readonly State[],
  needs: Needs,
): State | undefined {
  return states.find((state) => asked.get(state)?.(needs) ?? true);
}

/** Where an appraisal goes once the second level has agreed, HR has confirmed, or an approval was given. */
export function nextAfterReview(from: AppraisalState, needs: Needs): AppraisalState {
  return chain.forward(from, firstAsked(chain.row(from).next, needs));
}

export function without(keys: readonly string[], key: string): readonly string[] {
  return keys.filter((candidate) => candidate !== key);
}
