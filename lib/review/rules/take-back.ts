import type { AppraisalState } from "@/lib/appraisal/types";
import { UNDO_MS } from "../types";

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
