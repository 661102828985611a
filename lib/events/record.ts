import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { RecordedEvent } from "./event";

export interface EventSubject {
  readonly actorId: string | null;
  readonly at: Date;
  readonly appraisalId?: string;
  readonly cycleId?: string;
  readonly employeeId?: string;
  /** In whose name, where the actor is their deputy. */
  readonly forId?: string | null;
}

/** Takes the transaction of the change it records, so neither can exist without the other. */
export async function recordEvents(
  tx: Tx,
  subject: EventSubject,
  events: readonly RecordedEvent[],
): Promise<void> {
  if (events.length > 0) await tx.$executeRaw(eventInsert(subject, events));
}

/** The same event about each of many sheets of one cycle. */
export async function recordForEach(
  tx: Tx,
  { actorId, at, cycleId }: EventSubject & { readonly cycleId: string },
  sheets: readonly { readonly appraisalId: string; readonly employeeId: string }[],
  { kind, ...payload }: RecordedEvent,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO audit_event (at, actor_id, appraisal_id, cycle_id, employee_id, kind, payload)
    SELECT ${at}, ${actorId}::uuid, sheet."appraisalId", ${cycleId}::uuid, sheet."employeeId", ${kind},
      ${JSON.stringify(payload)}::jsonb
    FROM jsonb_to_recordset(${JSON.stringify(sheets)}::jsonb) AS sheet ("appraisalId" uuid, "employeeId" uuid)`;
}

/** Somebody looked at one appraisal or cycle. */
export interface LookSubject extends EventSubject {
  readonly actorId: string;
  /** When it became another thing to look at. */
  readonly since?: Prisma.Sql;
}

/** Who looked at what leaves a trace, once a person and day. */
export async function recordLook(
  tx: Tx,
  subject: LookSubject,
  event: RecordedEvent,
): Promise<void> {
  const { actorId, appraisalId = null, cycleId = null } = subject;
  const { kind, ...payload } = event;
  const what = JSON.stringify(payload);
  // Of two at once the second waits, and finds the first one's row only with a statement of its own.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7311, hashtext(${[actorId, kind, appraisalId, cycleId, what].join(" ")}))`;
  await recordLookAlone(tx, subject, event);
}

/** The same for a caller who has locked what is looked at. Recorded anew where it became another thing to look at `since`. */
export async function recordLookAlone(
  tx: Tx,
  subject: LookSubject,
  event: RecordedEvent,
): Promise<void> {
  const { actorId, at, appraisalId = null, cycleId = null, since = Prisma.sql`NULL` } = subject;
  const { kind, ...payload } = event;
  const what = JSON.stringify(payload);
  const one =
    appraisalId === null
      ? Prisma.sql`appraisal_id IS NULL AND cycle_id = ${cycleId}::uuid`
      : Prisma.sql`appraisal_id = ${appraisalId}::uuid`;
  await tx.$executeRaw`${eventInsert(subject, [event])}
    WHERE NOT EXISTS (SELECT FROM audit_event WHERE ${one} AND kind = ${kind} AND actor_id = ${actorId}::uuid
      AND payload = ${what}::jsonb AND at > ${at}::timestamptz - interval '1 day'
      AND at >= coalesce(${since}, '-infinity'::timestamptz))`;
}

/** The statement that records them, for a change that is one statement with its events. */
export function eventInsert(subject: EventSubject, events: readonly RecordedEvent[]): Prisma.Sql {
  const { actorId, at, appraisalId = null, cycleId = null, employeeId = null } = subject;
  const { forId = null } = subject;
  const rows = JSON.stringify(events.map(({ kind, ...payload }) => ({ kind, payload })));
  return Prisma.sql`
    INSERT INTO audit_event (at, actor_id, appraisal_id, cycle_id, employee_id, for_id, kind, payload)
    SELECT ${at}, ${actorId}::uuid, ${appraisalId}::uuid, ${cycleId}::uuid, ${employeeId}::uuid, ${forId}::uuid, kind, payload
    FROM jsonb_to_recordset(${rows}::jsonb) AS event (kind text, payload jsonb)`;
}
