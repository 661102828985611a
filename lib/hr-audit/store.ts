import "server-only";
import { chain } from "@/lib/appraisal/stages";
import { inStates, stageSql, standsAs } from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/lib/db/generated/client";
import { daysBefore, RETURNED_STUCK_AFTER_DAYS, STUCK_AFTER_DAYS } from "./rules";

/** Undefined: every open one. */
function inCycle(id: string | undefined): Prisma.Sql {
  return id === undefined ? Prisma.empty : Prisma.sql`AND a.cycle_id = ${id}::uuid`;
}

/**
 * The scores HR must look at, for `FROM … WHERE …`. Why HR must look at a score is kept in its row (`audit_reason`). It
 * leaves the list when the last verdict on it confirms it; a score in doubt, when that verdict was given since the doubt
 * was raised. The same as `reviewNeeds`, in SQL.
 */
export function queueFrom(actor: Actor, cycle: string | undefined): Prisma.Sql {
  return Prisma.sql`
    FROM appraisal a
      JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
      JOIN participant p ON p.id = a.participant_id
      JOIN value_score s ON s.appraisal_id = a.id AND s.side = 'manager' AND s.audit_reason IS NOT NULL
      JOIN value v ON v.id = s.value_id
    WHERE ${inStates(["hr_audit"])} ${inCycle(cycle)}
      AND ${standsAs(actor, "hr")}
      AND (SELECT h.verdict FROM hr_verification h
        WHERE h.appraisal_id = a.id AND h.value_key = v.key AND h.half_points = s.half_points
          AND (NOT s.referred OR h.round >= s.in_doubt_round)
        ORDER BY h.round DESC, h.sequence DESC LIMIT 1) IS DISTINCT FROM 'confirmed'`;
}

export const isFive = Prisma.sql`s.audit_reason = 'five'`;

/**
 * Sheets that do not move, for `FROM … WHERE …`. One's own is left out: where it stands would tell that a 5 of one's own is
 * pending.
 */
export function stuckFrom(actor: Actor, cycle: string | undefined, now: Date): Prisma.Sql {
  return Prisma.sql`
    FROM appraisal a
      JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
      JOIN participant p ON p.id = a.participant_id
      JOIN employee e ON e.id = a.employee_id
      JOIN department d ON d.id = p.department_id
      JOIN stage_window w ON w.cycle_id = a.cycle_id AND w.stage::text = ${stageSql}
      CROSS JOIN LATERAL (SELECT CASE
        WHEN ${inStates(["objected"])} THEN 'objected'
        WHEN w.closes_at <= ${now}::timestamptz THEN 'overdue'
        WHEN a.returned_from IS NOT NULL AND a.state_since <= ${daysBefore(now, RETURNED_STUCK_AFTER_DAYS)}::timestamptz
          THEN 'returned'
        WHEN w.opens_at <= ${daysBefore(now, STUCK_AFTER_DAYS)}::timestamptz
          AND a.state_since <= ${daysBefore(now, STUCK_AFTER_DAYS)}::timestamptz THEN 'waiting'
      END AS kind) stuck
    WHERE ${inStates(chain.where(({ turn }) => turn !== null))} AND stuck.kind IS NOT NULL ${inCycle(cycle)}
      AND ${standsAs(actor, "hr")}`;
}

interface Opening {
  readonly appraisalId: string;
  readonly cycleId: string;
  readonly employeeId: string;
}

/**
 * HR's look into a sheet leaves a trace, once per person and day. Reading is what is recorded here, so it belongs to a
 * query and cannot go through the recorder of changes.
 */
export async function recordOpening(
  tx: Tx,
  actor: Actor,
  opened: Opening,
  now: Date,
): Promise<void> {
  const before = await tx.recordedEvent.findFirst({
    where: {
      appraisalId: opened.appraisalId,
      actorId: actor.employeeId,
      kind: "hr.opened",
      at: { gt: daysBefore(now, 1) },
    },
    select: { id: true },
  });
  if (before !== null) return;
  const { appraisalId, cycleId, employeeId } = opened;
  await tx.recordedEvent.create({
    data: {
      appraisalId,
      cycleId,
      employeeId,
      actorId: actor.employeeId,
      at: now,
      kind: "hr.opened",
      payload: {},
    },
  });
}
