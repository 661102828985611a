import "server-only";
import { eventInsert } from "@/lib/events/record";
import type { RecordedEvent } from "@/lib/events/event";
import type { CommandContext } from "@/lib/authz/actor";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { ok, refuse, type AnyRefusal, type Refusal, type Success } from "@/lib/errors/outcome";
import type { Verb } from "./permissions";
import { changeRefusal, movedColumns, type Stale } from "./rules";
import type { AppraisalTarget } from "./schema";
import { chain } from "./stages";
import { lockSubject, writeChange, type AppraisalSet, type LoadedSubject } from "./store";
import type { AppraisalState, CaseReturnReason, Changed } from "./types";

/** What a stage's work sets itself. Where the appraisal stands, and since when, is the move's matter. */
type Columns = Pick<
  AppraisalSet,
  "round" | "selfSubmittedAt" | "selfTotal" | "managerSubmittedAt" | "managerTotal" | "band"
>;

/** Why something is handed back, and to which value and rung it is pinned. */
interface Reason {
  readonly reason: string;
  readonly caseReason?: CaseReturnReason;
  readonly value: string | null;
  readonly rung: number | null;
}

interface Onward {
  readonly to: AppraisalState;
  readonly note: null;
}

interface HandedBack {
  readonly to: AppraisalState;
  readonly note: Reason & { readonly id: string };
}

type Place = Pick<LoadedSubject, "state">;

/** Moves on. `to` says where when there are several ways; throws where the chain has no such way. */
export function onward({ state }: Place, to?: AppraisalState): Onward {
  return { to: chain.forward(state, to), note: null };
}

/** Hands back, with a note that both sides see; throws where the chain has no way back. */
export function handBack({ state }: Place, reason: Reason): HandedBack {
  return { to: chain.backward(state), note: { ...reason, id: crypto.randomUUID() } };
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
  const given: { refusal: Refused | null } = { refusal: null };
  try {
    return await inTransaction(async (tx) => {
      const subject = await lockSubject(tx, target.appraisalId);
      if (subject === null) return refuse("not_found");
      const refusal = changeRefusal(context, subject, target, verb);
      if (refusal !== null) return refusal;
      const opened = { tx, subject };
      const change = await work(opened);
      if (!change.ok) {
        given.refusal = change;
        throw new RefusedChange();
      }
      await write(context, opened, change);
      return ok({ version: subject.version + 1, value: change.value });
    });
  } catch (error) {
    if (error instanceof RefusedChange && given.refusal !== null) return given.refusal;
    throw error;
  }
}

async function write(
  context: CommandContext,
  { tx, subject }: Opened,
  { set, move, events }: Change<unknown>,
): Promise<void> {
  if (move?.note) await writeNote(context, { tx, subject }, move);
  const moved = move === undefined ? {} : movedColumns(subject.state, move, context.now);
  const recorded = eventInsert(eventSubject(context, subject), events);
  await writeChange(tx, subject.appraisalId, { ...set, ...moved }, recorded);
}

async function writeNote(
  { actor, now }: CommandContext,
  { tx, subject }: Opened,
  { to, note: { id, reason, caseReason, value, rung } }: HandedBack,
): Promise<void> {
  await tx.returnNote.create({
    data: {
      id,
      appraisalId: subject.appraisalId,
      fromState: subject.state,
      toState: to,
      reason,
      caseReason: caseReason ?? null,
      valueKey: value,
      point: rung,
      byId: actor.employeeId,
      at: now,
    },
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
