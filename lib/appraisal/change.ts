import "server-only";
import { lockStructure } from "@/lib/access/store";
import { eventInsert, recordEvents } from "@/lib/events/record";
import type { RecordedEvent } from "@/lib/events/event";
import type { CommandContext } from "@/lib/authz/actor";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import {
  ok,
  refuse,
  type AnyRefusal,
  type Outcome,
  type Refusal,
  type Success,
} from "@/lib/errors/outcome";
import { may, type Verb } from "./permissions";
import { changeRefusal, movedColumns, reopenRefusal, takeBackRefusal, type Stale } from "./rules";
import type { AppraisalTarget } from "./schema";
import { chain } from "./stages";
import { lockSubject, writeChange, type AppraisalSet, type LoadedSubject } from "./store";
import type { AppraisalState, CaseReturnReason, Changed, Returned } from "./types";

/** What a stage's work sets itself. Where the appraisal stands, and since when, is the move's matter. */
type Columns = Omit<
  AppraisalSet,
  "state" | "stateSince" | "returnedFrom" | "departmentId" | "divisionId" | "endedAt"
>;

/** Why something is handed back, and to which value, rung and case it is pinned. */
export interface Reason {
  readonly reason: string;
  readonly caseReason?: CaseReturnReason;
  readonly value: string | null;
  readonly rung: number | null;
  /** By the title it had: it may be removed or renamed for this very reason. */
  readonly about?: { readonly caseId: string; readonly title: string } | null;
}

interface Note extends Reason {
  readonly id: string;
}

interface Onward {
  readonly to: AppraisalState;
  readonly notes: null;
  readonly returnedFrom?: AppraisalState | null;
}

export interface HandedBack {
  readonly to: AppraisalState;
  readonly notes: readonly Note[];
}

type Place = Pick<LoadedSubject, "state">;

/** Moves on. `to` says where when there are several ways; throws where the chain has no such way. */
export function onward({ state }: Place, to?: AppraisalState): Onward {
  return { to: chain.forward(state, to), notes: null };
}

/**
 * The change that hands back for one or several reasons, each a note that both sides see and an event of its own, answered
 * with the ids of the notes. `to`: the chain's way back; throws where it has none.
 */
export function returning<R extends Reason>(
  { state }: Place,
  reasons: readonly R[],
  event: (reason: R, noteId: string) => RecordedEvent,
  to = chain.backward(state),
): Change<Returned> & { readonly move: HandedBack } {
  const notes = reasons.map((reason) => ({ ...reason, id: crypto.randomUUID() }));
  const noteIds = notes.map(({ id }) => id);
  const events = notes.map((note) => event(note, note.id));
  return { ok: true, value: { noteIds }, move: { to, notes }, events };
}

/** The change that takes a decision back: to where it was made, should it have moved the sheet. Nobody returned it. */
export function takenBack(
  { state }: Place,
  to: AppraisalState,
  events: readonly RecordedEvent[],
): Change<{ readonly state: AppraisalState }> {
  const move = state === to ? {} : { move: { to, notes: null } };
  return { ok: true, value: { state: to }, ...move, events };
}

/** The same for a sheet that was handed in and opened by nobody: as if it had never gone. `returnedFrom`: whence it came the time before. */
export function recalled(
  { state }: Place,
  returnedFrom: AppraisalState | null,
  event: RecordedEvent,
): Change<null> {
  const move = { to: chain.backward(state), notes: null, returnedFrom };
  return { ok: true, value: null, move, events: [event] };
}

/** What a stage's work gives back: the answer for the caller, what changed on the appraisal, where it goes, what is recorded. */
export interface Change<T> {
  readonly ok: true;
  readonly value: T;
  readonly set?: Columns;
  readonly move?: Onward | HandedBack;
  readonly events: readonly RecordedEvent[];
}

export interface Opened {
  readonly tx: Tx;
  readonly subject: LoadedSubject;
}

/** Thrown to roll back; never leaves this file. */
class RefusedChange extends Error {}

/**
 * The one way to change an appraisal: lock the row, authorise, compare the version, check state and window, work, move,
 * bump the version, record. A refusal from `work` rolls everything back. Authorisation comes before the version, so that
 * a stranger learns nothing from the difference.
 */
export async function changeAppraisal<T, Refused extends AnyRefusal = Refusal>(
  context: CommandContext,
  target: AppraisalTarget,
  verb: Verb,
  work: (opened: Opened) => Promise<Change<T> | Refused>,
): Promise<Success<Changed<T>> | Stale | Refused> {
  return change(context, target, verb, changeRefusal, work);
}

/**
 * The same for HR, who gives a sheet further back than the chain does, whatever the window where it stands. Nobody leaves
 * meanwhile: a published sheet is in nobody's way then, and comes back into hands.
 */
export async function reopenAppraisal<T>(
  context: CommandContext,
  target: AppraisalTarget,
  verb: Verb,
  work: (opened: Opened) => Promise<Change<T> | Refusal>,
): Promise<Success<Changed<T>> | Stale | Refusal> {
  return change<T, Refusal, Stale>(context, target, verb, reopenRefusal, work, lockStructure);
}

/** The same for a decision that is taken back: wherever it led the sheet, whatever the window there, while nobody has written since. */
export async function takeBackDecision<T>(
  context: CommandContext,
  target: AppraisalTarget,
  verb: Verb,
  work: (opened: Opened) => Promise<Change<T> | Refusal>,
): Promise<Success<Changed<T>> | Refusal> {
  return change<T, Refusal, Refusal>(context, target, verb, takeBackRefusal, work);
}

async function change<T, Refused extends AnyRefusal, Before extends AnyRefusal>(
  context: CommandContext,
  target: AppraisalTarget,
  verb: Verb,
  refusalOf: (
    context: CommandContext,
    subject: LoadedSubject,
    target: AppraisalTarget,
    verb: Verb,
  ) => Before | null,
  work: (opened: Opened) => Promise<Change<T> | Refused>,
  /** What else it locks, before the sheet. */
  lock: (tx: Tx) => Promise<void> = () => Promise.resolve(),
): Promise<Success<Changed<T>> | Before | Refusal | Refused> {
  const given: { refusal: Refused | null } = { refusal: null };
  try {
    return await inTransaction(async (tx) => {
      await lock(tx);
      const subject = await lockSubject(tx, target.appraisalId);
      if (subject === null) return refuse("not_found");
      const acting = await inWhoseName(tx, context, subject, verb);
      if (!acting.ok) return acting;
      const refusal = refusalOf(context, subject, target, verb);
      if (refusal !== null) return refusal;
      const opened = { tx, subject };
      const done = await work(opened);
      if (!done.ok) {
        given.refusal = done;
        throw new RefusedChange();
      }
      await write(context, { ...opened, forId: acting.value }, done);
      return ok({ version: subject.version + 1, value: done.value });
    });
  } catch (error) {
    if (error instanceof RefusedChange && given.refusal !== null) return given.refusal;
    throw error;
  }
}

/**
 * Work beside the sheet that others' versions must not stand against, as it shows on no page of theirs: lock, authorise,
 * check state and window, work, record. The work compares a version of its own.
 */
export async function workBeside<T, Refused extends AnyRefusal = Refusal>(
  context: CommandContext,
  appraisalId: string,
  verb: Verb,
  work: (
    opened: Opened,
  ) => Promise<(Success<T> & { readonly events: readonly RecordedEvent[] }) | Refused>,
): Promise<Success<T> | Stale | Refused> {
  return inTransaction(async (tx) => {
    const subject = await lockSubject(tx, appraisalId);
    if (subject === null) return refuse("not_found");
    const acting = await inWhoseName(tx, context, subject, verb);
    if (!acting.ok) return acting;
    const refusal = changeRefusal(context, subject, subject, verb);
    if (refusal !== null) return refusal;
    const done = await work({ tx, subject });
    if (!done.ok) return done;
    const about = { ...eventSubject(context, subject), forId: acting.value };
    await recordEvents(tx, about, done.events);
    return ok(done.value);
  });
}

/**
 * The id of whom it is done for, null for oneself. Holds the delegation until the end, so that what is done in it comes
 * before its early end or not at all.
 */
async function inWhoseName(
  tx: Tx,
  { actor, now }: CommandContext,
  subject: LoadedSubject,
  verb: Verb,
): Promise<Outcome<string | null>> {
  const allowed = may(actor, verb, subject);
  if (!allowed.ok || allowed.deputyFor === null) return ok(null);
  const { delegationId, forId } = allowed.deputyFor;
  const found = await tx.$queryRaw<object[]>`
    SELECT 1 FROM delegation WHERE id = ${delegationId}::uuid AND ended_at IS NULL
      AND starts_at <= ${now}::timestamptz AND ends_at > ${now}::timestamptz FOR SHARE`;
  return found.length > 0 ? ok(forId) : refuse("not_found");
}

/**
 * What follows for a sheet from something nobody did to it, such as a draw: no actor, no verb, no window. Inside the
 * transaction of whoever holds the sheet's lock and has asked whether it may.
 */
export async function followOn(
  tx: Tx,
  subject: LoadedSubject,
  at: Date,
  { move, events }: { readonly move: Onward; readonly events: readonly RecordedEvent[] },
): Promise<void> {
  const { appraisalId, cycleId, employeeId } = subject;
  const about = { actorId: null, at, appraisalId, cycleId, employeeId };
  await writeChange(
    tx,
    appraisalId,
    movedColumns(subject.state, move, at),
    eventInsert(about, events),
  );
}

async function write(
  context: CommandContext,
  { tx, subject, forId }: Opened & { readonly forId: string | null },
  { set, move, events }: Change<unknown>,
): Promise<void> {
  if (move?.notes) await writeNotes(context, { tx, subject }, move);
  const moved = move === undefined ? {} : movedColumns(subject.state, move, context.now);
  const recorded = eventInsert({ ...eventSubject(context, subject), forId }, events);
  await writeChange(tx, subject.appraisalId, { ...set, ...moved }, recorded);
}

async function writeNotes(
  { actor, now }: CommandContext,
  { tx, subject }: Opened,
  { to, notes }: HandedBack,
): Promise<void> {
  await tx.returnNote.createMany({
    data: notes.map(({ id, reason, caseReason, value, rung, about }) => ({
      id,
      appraisalId: subject.appraisalId,
      fromState: subject.state,
      toState: to,
      reason,
      caseReason: caseReason ?? null,
      valueKey: value,
      point: rung,
      caseId: about?.caseId ?? null,
      caseTitle: about?.title ?? null,
      byId: actor.employeeId,
      at: now,
    })),
  });
}

function eventSubject(context: CommandContext, subject: LoadedSubject) {
  return {
    actorId: context.actor.employeeId,
    at: context.now,
    appraisalId: subject.appraisalId,
    cycleId: subject.cycleId,
    employeeId: subject.employeeId,
  };
}
