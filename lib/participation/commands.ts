import "server-only";
import { lockSubject } from "@/lib/appraisal/store";
import type { CommandContext } from "@/lib/authz/actor";
import type { Tx } from "@/lib/db/transaction";
import { isUnwritten } from "./rules";
import { endSheet, insertChanges, readUnfinished } from "./store";
import type { OwnSheetWay } from "./types";

interface Leaving {
  readonly employeeId: string;
  readonly own: OwnSheetWay;
  readonly reason: string;
}

/**
 * What somebody who leaves has not finished ends where it is, in every open cycle; what was handed in goes on without them
 * where HR says so.
 */
export async function endForLeaver(
  tx: Tx,
  context: CommandContext,
  { employeeId, own, reason }: Leaving,
): Promise<void> {
  for (const { id, cycleId, participantId, state } of await readUnfinished(tx, employeeId)) {
    if (own === "go_on" && !isUnwritten(state)) continue;
    await insertChanges(tx, context, [{ cycleId, kind: "left", employeeId, reason }]);
    await tx.participant.update({ where: { id: participantId }, data: { exemptReason: "left" } });
    const subject = await lockSubject(tx, id);
    if (subject === null) continue;
    const events = [{ kind: "participation.left" as const }];
    await endSheet(tx, context, subject, { set: { endedAt: context.now }, events });
  }
}
