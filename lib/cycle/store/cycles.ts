import "server-only";
import { doneStates } from "@/lib/appraisal/stages";
import type { Stage } from "@/lib/appraisal/types";
import type { Reading } from "@/lib/db/read";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";

/** Rows of cycles inside a caller's transaction. Nothing here decides who may see or change them. */

export interface FoundCycle {
  readonly id: string;
  readonly state: "open" | "closed";
  readonly version: number;
  readonly pausedAt: Date | null;
}

/** Holds the cycle alone: writes to its appraisals share this row, so they wait or have been waited for. */
export async function lockCycle(tx: Tx, cycleId: string): Promise<FoundCycle | null> {
  const [row] = await tx.$queryRaw<FoundCycle[]>`${found(cycleId)} FOR UPDATE`;
  return row ?? null;
}

export async function readCycle(tx: Reading, cycleId: string): Promise<FoundCycle | null> {
  const [row] = await tx.$queryRaw<FoundCycle[]>`${found(cycleId)}`;
  return row ?? null;
}

const found = (cycleId: string) => Prisma.sql`
  SELECT id::text AS id, state::text AS state, version, paused_at AS "pausedAt" FROM cycle WHERE id = ${cycleId}::uuid`;

const unfinishedIn = (cycleId: string) => ({
  ...{ cycleId, endedAt: null, state: { notIn: [...doneStates] } },
});

export async function countUnfinished(tx: Reading, cycleId: string): Promise<number> {
  return tx.appraisal.count({ where: unfinishedIn(cycleId) });
}

/** How many of them have until then or longer by windows of their own. */
export async function countLaterInCycle(
  tx: Reading,
  cycleId: string,
  { stage, to }: { readonly stage: Stage; readonly to: Date },
): Promise<number> {
  return tx.ownWindow.count({
    where: { stage, closesAt: { gte: to }, appraisal: unfinishedIn(cycleId) },
  });
}

export async function countExempt(tx: Reading, cycleId: string) {
  const rows = await tx.participant.groupBy({
    by: ["exemptReason"],
    where: { cycleId, exemptReason: { not: null } },
    _count: true,
  });
  return rows.flatMap(({ exemptReason: reason, _count: count }) =>
    reason === null ? [] : [{ reason, count }],
  );
}

/** From the top to a department as it stood when the cycle opened; empty for the top, null when there is no such department. */
export async function readPath(tx: Reading, cycleId: string, departmentId: string | null) {
  if (departmentId === null) return [];
  const rows = await tx.$queryRaw<{ id: string; zh: string; en: string }[]>`
    WITH RECURSIVE up (id, parent_id, depth) AS (
      SELECT department_id, parent_id, 0 FROM cycle_unit
      WHERE cycle_id = ${cycleId}::uuid AND department_id = ${departmentId}::uuid
      UNION ALL
      SELECT u.department_id, u.parent_id, depth + 1 FROM cycle_unit u
        JOIN up ON u.cycle_id = ${cycleId}::uuid AND u.department_id = up.parent_id
    ) SELECT d.id::text AS id, d.name AS zh, coalesce(d.name_en, d.name) AS en
    FROM up JOIN department d USING (id) ORDER BY depth DESC`;
  if (rows.length === 0) return null;
  return rows.map(({ id, zh, en }) => ({ id, name: { zh, en } }));
}
