import "server-only";
import type { Actor } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import { read } from "@/lib/db/read";
import { mayConfirm, mayReadAll } from "./permissions";
import { readDeclared } from "./store";
import type { DeclaredRow, RelationsPage } from "./types";

/** What waits for an HR administrator's confirmation; 0 for whoever confirms nothing. */
export async function waitingRelations(actor: Actor): Promise<number> {
  if (!mayReadAll(actor)) return 0;
  const { rows } = await readRelations(actor);
  return rows.filter((row) => row.mayConfirm).length;
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
      ({ personId, otherId, ...row }): DeclaredRow => {
        const waits = row.confirmedAt === null && row.endedAt === null;
        return { ...row, mayConfirm: waits && mayConfirm(actor, { personId, otherId }) };
      },
    );
    // What became of the sheets is HR's to know; where they stand is not the declarer's.
    return { ofAll, rows: ofAll ? rows : rows.map((row) => ({ ...row, stuck: [] })) };
  });
}
