import "server-only";
import { chain } from "@/lib/appraisal/stages";
import { inStates, standsAs, waitsIn, withWindow } from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import { recordLookAlone } from "@/lib/events/record";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/lib/db/generated/client";
import type { QueueKind } from "./types";
import { daysBefore, RETURNED_STUCK_AFTER_DAYS, STUCK_AFTER_DAYS } from "./rules";

/** Undefined: every open one. */
function inCycle(id: string | undefined): Prisma.Sql {
  return id === undefined ? Prisma.empty : Prisma.sql`AND a.cycle_id = ${id}::uuid`;
}

export function inDepartment(id: string | undefined): Prisma.Sql {
  return id === undefined ? Prisma.empty : Prisma.sql`AND a.department_id = ${id}::uuid`;
}

/** An approver asked about the score, and HR has not answered: `openQuestions` in SQL. */
const isAsked = Prisma.sql`EXISTS (SELECT FROM approval q
  WHERE q.appraisal_id = a.id AND q.value_key = v.key AND q.round = a.round AND q.verdict = 'asked'
    AND NOT EXISTS (SELECT FROM approval w
      WHERE w.appraisal_id = a.id AND w.value_key = v.key AND w.round = a.round AND w.sequence > q.sequence)
    AND q.id IS DISTINCT FROM (SELECT h.answers_id FROM hr_verification h
      WHERE h.appraisal_id = a.id AND h.value_key = v.key ORDER BY h.round DESC, h.sequence DESC LIMIT 1))`;

/** What an approver asked comes before everything that waits without having been asked for. */
export const waitsSince = Prisma.sql`CASE WHEN ${isAsked} THEN a.state_since - interval '50 years' ELSE a.state_since END`;

/**
 * The scores HR must look at, for `FROM … WHERE …`. Why HR must look at a score is kept in its row (`audit_reason`); one
 * without a reason was drawn, or is another than the one that took part in the draw. It leaves the list when the last verdict on it confirms it; a score in doubt, when that verdict was given since the doubt
 * was raised; one a consequence rests on, when it was given in this round; one that was returned at another score, only
 * when HR's last word on the value is no return. The same as `reviewNeeds`, in SQL.
 */
export function queueFrom(actor: Actor, cycle: string | undefined): Prisma.Sql {
  return Prisma.sql`
    FROM appraisal a
      JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
      JOIN value_score s ON s.appraisal_id = a.id AND s.side = 'manager' AND (s.audit_reason IS NOT NULL OR s.may_sample OR s.needs_approval)
      JOIN value v ON v.id = s.value_id
    WHERE (s.audit_reason IS NOT NULL OR ${isAsked} OR EXISTS (SELECT FROM sample_item i
        WHERE i.appraisal_id = a.id AND i.value_key = v.key
          AND (i.drawn OR i.half_points IS DISTINCT FROM s.half_points))) AND ${waitsIn(["hr_audit"])} ${inCycle(cycle)}
      AND ${standsAs(actor, "hr")}
      AND (${isAsked} OR (SELECT h.verdict FROM hr_verification h
        WHERE h.appraisal_id = a.id AND h.value_key = v.key AND h.half_points = s.half_points
          AND (NOT s.referred OR h.round >= s.in_doubt_round)
          AND (s.audit_reason IS DISTINCT FROM 'sanction' OR h.round >= a.round)
        ORDER BY h.round DESC, h.sequence DESC LIMIT 1) IS DISTINCT FROM 'confirmed'
        OR (SELECT h.verdict FROM hr_verification h
          WHERE h.appraisal_id = a.id AND h.value_key = v.key
          ORDER BY h.round DESC, h.sequence DESC LIMIT 1) = 'returned')`;
}

export const isFive = Prisma.sql`s.audit_reason = 'five'`;
export const isSample = Prisma.sql`(s.audit_reason IS NULL AND NOT ${isAsked})`;
/** For WHERE: what a filter of the queue leaves. */
export const kindOf: Readonly<Record<QueueKind, Prisma.Sql>> = {
  all: Prisma.empty,
  must: Prisma.sql`AND NOT ${isFive} AND NOT ${isSample}`,
  five: Prisma.sql`AND ${isFive}`,
  sample: Prisma.sql`AND ${isSample}`,
};
/** Whether those who benefited must be asked, and nobody was. */
export const needsView = Prisma.sql`s.needs_view AND NOT EXISTS (SELECT FROM beneficiary_view w
  WHERE w.appraisal_id = a.id AND w.value_key = v.key)`;
/** The mark of a score of this queue. */
export const markOf = Prisma.sql`CASE WHEN ${isAsked} THEN 'question' ELSE coalesce(s.audit_reason::text, CASE WHEN EXISTS (SELECT FROM sample_item i
  WHERE i.appraisal_id = a.id AND i.value_key = v.key AND i.drawn) THEN 'sample' ELSE 'altered' END) END`;

/**
 * Sheets that do not move though they could, for `FROM … WHERE …`: in a paused cycle none can. One's own is left out: where it stands would tell that a 5 of one's own is
 * pending.
 */
export function stuckFrom(actor: Actor, cycle: string | undefined, now: Date): Prisma.Sql {
  return Prisma.sql`
    FROM appraisal a
      JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open' AND c.paused_at IS NULL
      JOIN employee e ON e.id = a.employee_id
      JOIN department d ON d.id = a.department_id
      ${withWindow("now")}
      CROSS JOIN LATERAL (SELECT CASE
        WHEN ${inStates(["objected"])} THEN 'objected'
        WHEN w.closes_at <= ${now}::timestamptz THEN 'overdue'
        WHEN a.returned_from IS NOT NULL AND a.state_since <= ${daysBefore(now, RETURNED_STUCK_AFTER_DAYS)}::timestamptz
          THEN 'returned'
        WHEN w.opens_at <= ${daysBefore(now, STUCK_AFTER_DAYS)}::timestamptz
          AND a.state_since <= ${daysBefore(now, STUCK_AFTER_DAYS)}::timestamptz THEN 'waiting'
      END AS kind) stuck
    WHERE ${waitsIn(chain.where(({ turn }) => turn !== null))} AND stuck.kind IS NOT NULL ${inCycle(cycle)}
      AND ${standsAs(actor, "hr")}`;
}

interface Opening {
  readonly appraisalId: string;
  readonly cycleId: string;
  readonly employeeId: string;
}

/**
 * HR's look into a sheet, which the caller has locked: one that is being taken back goes first. What is agreed to anew is
 * opened anew.
 */
export async function recordOpening(
  tx: Tx,
  actor: Actor,
  opened: Opening,
  now: Date,
): Promise<void> {
  const since = Prisma.sql`(SELECT state_since FROM appraisal WHERE id = ${opened.appraisalId}::uuid)`;
  const look = { actorId: actor.employeeId, at: now, since, ...opened };
  await recordLookAlone(tx, look, { kind: "hr.opened" });
}
