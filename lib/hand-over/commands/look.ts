import "server-only";
import type { CommandContext } from "@/lib/authz/actor";
import { inTransaction } from "@/lib/db/transaction";
import { ok, refuse, type Outcome } from "@/lib/errors/outcome";
import { recordEvents } from "@/lib/events/record";
import { mayHandOver } from "../permissions";
import type { LookedInput } from "../schema";
import { insertLooks } from "../store";
import type { Looked } from "../types";

/** HR has looked at what fell to the next in line, and leaves it there. What was looked at or handed on before is let be. */
export async function lookAtFallen(
  { actor, now }: CommandContext,
  { handOverIds }: LookedInput,
): Promise<Outcome<Looked>> {
  if (!mayHandOver(actor)) return refuse("not_found");
  return inTransaction(async (tx) => {
    const looked = await insertLooks(tx, actor, handOverIds, now);
    if (looked.length === 0) return refuse("already_done");
    await recordEvents(
      tx,
      { actorId: actor.employeeId, at: now },
      looked.map(({ handOverId }) => ({ kind: "fallen.looked" as const, handOverId })),
    );
    return ok({ count: looked.length });
  });
}
