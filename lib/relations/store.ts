import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { Reading } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { askingOf, type Asking } from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import { underWay } from "@/lib/hand-over/store";
import type { DeclaredRow } from "./types";

/** Rows of declared relations inside a caller's transaction. Nothing here decides who may see or change them. */

/** The sheets under way of the one that the other holds in any post. */
export async function heldOf(tx: Tx, employeeId: string, holderId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id::text AS id FROM appraisal a JOIN cycle c ON c.id = a.cycle_id
    WHERE ${underWay} AND a.employee_id = ${employeeId}::uuid
      AND ${holderId}::uuid IN (a.manager_id, a.second_level_id, a.approver_id, a.hr_partner_id)
    ORDER BY a.id`;
  return rows.map(({ id }) => id);
}

export async function lockDeclared(tx: Tx, relationId: string) {
  await tx.$queryRaw`SELECT id FROM declared_relation WHERE id = ${relationId}::uuid FOR UPDATE`;
  return tx.declaredRelation.findUnique({ where: { id: relationId } });
}

interface FoundRow extends Omit<DeclaredRow, "mayConfirm" | "mayEnd"> {
  readonly personId: string;
  readonly otherId: string;
  readonly byId: string;
}

/** What waits for a confirmation, then the newest first. `some` is over `declared_relation r`. */
export function readDeclared(tx: Reading, some: Prisma.Sql): Promise<FoundRow[]> {
  return tx.$queryRaw<FoundRow[]>`
    SELECT r.id::text AS id, p.name AS person, p.number AS "personNumber", o.name AS other, o.number AS "otherNumber",
      r.kind::text AS kind, b.name AS by, r.by_id::text AS "byId", r.at, r.ended_at AS "endedAt", r.confirmed_at AS "confirmedAt",
      y.name AS "confirmedBy", r.person_id::text AS "personId", r.other_id::text AS "otherId",
      ARRAY(SELECT e.name FROM appraisal a JOIN cycle c ON c.id = a.cycle_id JOIN employee e ON e.id = a.employee_id
        WHERE r.ended_at IS NULL AND r.confirmed_at IS NOT NULL AND ${underWay} AND a.employee_id IN (r.person_id, r.other_id)
          AND (CASE a.employee_id WHEN r.person_id THEN r.other_id ELSE r.person_id END)
            IN (a.manager_id, a.second_level_id, a.approver_id, a.hr_partner_id)) AS stuck
    FROM declared_relation r JOIN employee p ON p.id = r.person_id JOIN employee o ON o.id = r.other_id
      JOIN employee b ON b.id = r.by_id LEFT JOIN employee y ON y.id = r.confirmed_by_id
    WHERE ${some} ORDER BY r.ended_at IS NULL AND r.confirmed_at IS NULL DESC, r.at DESC, r.id LIMIT 200`;
}

/** For SELECT: how many declarations wait for whoever asks, an HR administrator who is neither of the two. */
export const countWaiting = ({ isHrAdmin, employeeId }: Asking): Prisma.Sql =>
  Prisma.sql`(SELECT count(*)::int FROM declared_relation r WHERE ${isHrAdmin} AND r.confirmed_at IS NULL
    AND r.ended_at IS NULL AND ${employeeId} NOT IN (r.person_id, r.other_id))`;

export async function readWaiting(tx: Reading, reader: Actor): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT ${countWaiting(askingOf(reader))} AS count`;
  return row?.count ?? 0;
}
