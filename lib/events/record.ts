import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { RecordedEvent } from "./event";

export interface AuditSubject {
  readonly actorId: string | null;
  readonly at: Date;
  readonly appraisalId?: string;
  readonly cycleId?: string;
  readonly employeeId?: string;
}

/** Takes the transaction of the change it tells of, so neither can exist without the other. */
export async function recordEvents(
  tx: Tx,
  subject: AuditSubject,
  events: readonly RecordedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.recordedEvent.createMany({
    data: events.map(({ kind, ...payload }) => ({ ...subject, kind, payload })),
  });
}
