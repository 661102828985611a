import "server-only";
import type { Actor } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import { read } from "@/lib/db/read";
import { mayConfirm, mayEnd, mayReadAll } from "./permissions";
import { readDeclared, readWaiting } from "./store";
import type { DeclaredRow, RelationsPage } from "./types";

/** What waits for an HR administrator's confirmation; 0 for whoever confirms nothing. */
export async function waitingRelations(actor: Actor): Promise<number> {
  return mayReadAll(actor) ? read(actor, (tx) => readWaiting(tx, actor)) : 0;
}

/** Everybody's own declarations; for the HR administrators all, save for what others declared of them. */
export function readRelations(actor: Actor): Promise<RelationsPage> {
  const ofAll = mayReadAll(actor);
  const me = Prisma.sql`${actor.employeeId}::uuid`;
  const some = ofAll
    ? Prisma.sql`(r.by_id = ${me} OR ${me} NOT IN (r.person_id, r.other_id))`
    : Prisma.sql`r.by_id = ${me}`;
  return read(actor, async (tx) => {
    const rows = (await readDeclared(tx, some)).map(
      ({ personId, otherId, byId, ...row }): DeclaredRow => {
        const declared = { personId, otherId, byId, confirmedAt: row.confirmedAt };
        const runs = row.endedAt === null;
        return {
          ...row,
          mayConfirm: runs && row.confirmedAt === null && mayConfirm(actor, declared),
          mayEnd: runs && mayEnd(actor, declared),
        };
      },
    );
    // What became of the sheets is HR's to know; where they stand is not the declarer's.
    return { ofAll, rows: ofAll ? rows : rows.map((row) => ({ ...row, stuck: [] })) };
  });
}
