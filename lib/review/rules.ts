import { chain } from "@/lib/appraisal/stages";
import {
  caseReturnReasons,
  type AppraisalState,
  type CaseReturnReason,
} from "@/lib/appraisal/types";
import type { FieldFault } from "@/lib/errors/outcome";
import {
  isGround,
  mustVerify,
  type FrameworkDocument,
  type SheetResult,
  type SheetValueResult,
} from "@/lib/scoring";
import { valueOf } from "@/lib/sheet/rules";
import type { Owed, SheetCase, SheetPair } from "@/lib/sheet/types";
import {
  UNDO_MS,
  type ApprovalOf,
  type Doubts,
  type DrawMark,
  type Needs,
  type Pin,
  type Sampled,
  type VerificationOf,
} from "./types";

interface ReturnReasons {
  readonly returnReasons?: readonly CaseReturnReason[] | undefined;
}

/** The reasons HR may return a score for: those the policy lists, and every one where it has no list. */
export function returnReasonsOf({
  returnReasons = caseReturnReasons,
}: ReturnReasons): readonly CaseReturnReason[] {
  return returnReasons;
}

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

type Faults = Readonly<Record<string, FieldFault>>;

/** A reason is pinned to a value of this framework, a rung of that value and a case that stands there, or to none. */
export function pinFaults(
  { framework, sheets }: { readonly framework: FrameworkDocument; readonly sheets: SheetPair },
  reasons: readonly Pin[],
): Faults {
  const faults = reasons.flatMap((pin, at) => {
    const [field, code] = pinFault(framework, sheets, pin) ?? [];
    return field === undefined || code === undefined
      ? []
      : [[`reasons.${String(at)}.${field}`, { code }] as const];
  });
  return Object.fromEntries(faults);
}

function pinFault(
  framework: FrameworkDocument,
  sheets: SheetPair,
  { value, rung, caseId }: Pin,
): readonly [keyof Pin, string] | null {
  if (value === null) return rung === null && caseId === null ? null : ["value", "value_required"];
  const definition = framework.values.find(({ key }) => key === value);
  if (definition === undefined) return ["value", "unknown_value"];
  if (rung !== null && !definition.rungs.some(({ point }) => point === rung))
    return ["rung", "unknown_rung"];
  if (caseId === null) return null;
  const found = caseIn(sheets, value, caseId);
  return found === undefined || (rung !== null && found.rung !== rung)
    ? ["caseId", "unknown_case"]
    : null;
}

function caseIn(sheets: SheetPair, value: string, caseId: string): SheetCase | undefined {
  return [sheets.self, sheets.manager]
    .flatMap((sheet) => valueOf(sheet, value).cases)
    .find(({ id }) => id === caseId);
}

/** Where a checked pin points, in full: a case stands on its rung. */
export function pinnedTo(sheets: SheetPair, { value, rung, caseId }: Pin) {
  const found = value === null || caseId === null ? undefined : caseIn(sheets, value, caseId);
  return {
    value,
    rung: found?.rung ?? rung,
    about: found === undefined ? null : { caseId: found.id, title: found.title },
  };
}

interface Word {
  readonly verdict: string;
  readonly byId: string;
  readonly at: Date;
}

interface Since {
  readonly now: Date;
  /** Whether the sheet has another version than the one who decided knows. */
  readonly stale: boolean;
  /** Whether the sheet stands where this word moved it. */
  readonly movedByIt: boolean;
  /** Whether anybody else has changed it since, or opened it. */
  readonly changed: boolean;
  readonly opened: boolean;
}

/** The way over the wire takes time, too. */
const GRACE_MS = 5_000;

/**
 * Why a word on a sheet cannot be taken back; null where it can: while the sheet stands where it was given, and once it has
 * moved by it, while nobody else has changed it and the time to undo runs, or, at HR's audit, whose looks are recorded,
 * while nobody has opened it.
 */
export function takeBackFault(
  stage: AppraisalState,
  subject: { readonly state: AppraisalState },
  word: Word | null,
  actorId: string,
  { now, stale, movedByIt, changed, opened }: Since,
): "not_found" | "moved_on" | "already_done" | null {
  if (word === null || word.byId !== actorId) return "not_found";
  if (stale) return "moved_on";
  if (word.verdict === "taken_back") return "already_done";
  if (subject.state === stage) return null;
  const inTime = now.getTime() - word.at.getTime() <= UNDO_MS + GRACE_MS;
  const unseen = subject.state === "hr_audit" && !opened;
  return movedByIt && !changed && (inTime || unseen) ? null : "moved_on";
}

/** Whether the other no was said in the same breath. */
export function sentWith(word: Word, other: Word): boolean {
  return (
    other.verdict === word.verdict &&
    other.byId === word.byId &&
    other.at.getTime() === word.at.getTime()
  );
}

/** One score may be refused for several reasons. */
export function oncePerValue<T extends { readonly valueKey: string }>(words: readonly T[]): T[] {
  return [...new Map(words.map((word) => [word.valueKey, word])).values()];
}
