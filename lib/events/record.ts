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
}

/** Takes the transaction of the change it records, so neither can exist without the other. */
export async function recordEvents(
  tx: Tx,
  subject: EventSubject,
  events: readonly RecordedEvent[],
): Promise<void> {
  if (events.length > 0) await tx.$executeRaw(eventInsert(subject, events));
}

/** The statement that records them, for a change that is one statement with its events. */
export function eventInsert(subject: EventSubject, events: readonly RecordedEvent[]): Prisma.Sql {
  const { actorId, at, appraisalId = null, cycleId = null, employeeId = null } = subject;
  const rows = JSON.stringify(events.map(({ kind, ...payload }) => ({ kind, payload })));
  return Prisma.sql`
    INSERT INTO audit_event (at, actor_id, appraisal_id, cycle_id, employee_id, kind, payload)
    SELECT ${at}, ${actorId}::uuid, ${appraisalId}::uuid, ${cycleId}::uuid, ${employeeId}::uuid, kind, payload
    FROM jsonb_to_recordset(${rows}::jsonb) AS event (kind text, payload jsonb)`;
}
