import "server-only";
import { lockSubject } from "@/lib/appraisal/store";
import type { CommandContext } from "@/lib/authz/actor";
import type { Tx } from "@/lib/db/transaction";
import { endSheet, insertChanges, readUnfinished } from "./store";

/** What somebody who leaves has not finished ends where it is, in every open cycle. */
export async function endForLeaver(
  tx: Tx,
  context: CommandContext,
  employeeId: string,
): Promise<void> {
  for (const { id, cycleId, participantId } of await readUnfinished(tx, employeeId)) {
    await insertChanges(tx, context, [{ cycleId, kind: "left", employeeId, reason: "" }]);
    await tx.participant.update({ where: { id: participantId }, data: { exemptReason: "left" } });
    const subject = await lockSubject(tx, id);
    if (subject === null) continue;
    const events = [{ kind: "participation.left" as const }];
    await endSheet(tx, context, subject, { set: { endedAt: context.now }, events });
  }
}
