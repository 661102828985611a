import "server-only";
import { eventInsert } from "@/lib/events/record";
import type { RecordedEvent } from "@/lib/events/event";
import type { CommandContext } from "@/lib/authz/actor";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { ok, refuse, type AnyRefusal, type Refusal, type Success } from "@/lib/errors/outcome";
import type { AppraisalTarget } from "./schema";
import { may, type Verb } from "./permissions";
import { windowRefusal } from "./rules";
import { stageOf } from "./stages";
import { lockSubject, writeChange, type AppraisalSet, type LoadedSubject } from "./store";
import type { Changed, StaleAppraisal } from "./types";

/** What a stage's work gives back: the answer for the caller, what changed on the appraisal, and what is told of it. */
export interface Change<T> {
  readonly ok: true;
  readonly value: T;
  readonly set?: AppraisalSet;
  readonly events: readonly RecordedEvent[];
}

export interface Opened {
  readonly tx: Tx;
  readonly subject: LoadedSubject;
}

type Stale = Refusal<{ stale: StaleAppraisal }>;

/** Thrown to roll back; never leaves this file. */
class RefusedChange extends Error {}

/**
 * The one way to change an appraisal: lock the row, authorise, compare the version, check state and window, work, bump the
 * version, record. A refusal from `work` rolls everything back. Authorisation comes before the version, so that a
 * stranger learns nothing from the difference.
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
      const refusal = refusalFor(context, subject, target, verb);
      if (refusal !== null) return refusal;
      const change = await work({ tx, subject });
      if (!change.ok) {
        given.refusal = change;
        throw new RefusedChange();
      }
      const events = eventInsert(tellOf(context, subject), change.events);
      await writeChange(tx, subject.appraisalId, change.set ?? {}, events);
      return ok({ version: subject.version + 1, value: change.value });
    });
  } catch (error) {
    if (error instanceof RefusedChange && given.refusal !== null) return given.refusal;
    throw error;
  }
}

function refusalFor(
  context: CommandContext,
  subject: LoadedSubject,
  target: AppraisalTarget,
  verb: Verb,
): Stale | null {
  const allowed = may(context.actor, verb, subject);
  if (!allowed.ok && allowed.code === "not_found") return refuse("not_found");
  // Before the version, which others raise: by trying numbers the employee could count HR's and the approver's steps.
  const own = context.actor.employeeId === subject.employeeId;
  if (!allowed.ok && own) return refuse(allowed.code);
  if (target.version !== subject.version) return staleFor(context, subject);
  if (!allowed.ok) return refuse(allowed.code);
  const shut = windowRefusal(subject, stageOf(subject.state), context.now, subject.returned);
  return shut === null ? null : refuse(shut);
}

/** The employee must not learn from a refusal that a 5 is pending. */
function staleFor(context: CommandContext, subject: LoadedSubject): Stale {
  const { version, state, employeeId } = subject;
  const own = context.actor.employeeId === employeeId;
  return refuse("stale", { data: own ? { version } : { version, state } });
}

function tellOf(context: CommandContext, subject: LoadedSubject) {
  return {
    actorId: context.actor.employeeId,
    at: context.now,
    appraisalId: subject.appraisalId,
    cycleId: subject.cycleId,
    employeeId: subject.employeeId,
  };
}
