import "server-only";
import type { Asking } from "@/lib/appraisal/where";
import { Prisma } from "@/lib/db/generated/client";
import type { Reading } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import type { LineRow, PlanRow } from "./types";

/** Rows of reporting lines and plans inside a caller's transaction. Nothing here decides who may see or change them. */

/** Over `department d`. */
const department = Prisma.sql`json_build_object('id', d.id, 'name', d.name, 'nameEn', d.name_en)`;

/** The latest first. */
export function readLines(tx: Reading, employeeId: string): Promise<LineRow[]> {
  return tx.$queryRaw<LineRow[]>`
    SELECT l.sequence::text AS sequence, to_char(l.since, 'YYYY-MM-DD') AS since,
      to_char(lead(l.since) OVER (ORDER BY l.sequence), 'YYYY-MM-DD') AS until,
      m.name AS "managerName", ${department} AS department
    FROM reporting_line l JOIN department d ON d.id = l.department_id LEFT JOIN employee m ON m.id = l.manager_id
    WHERE l.employee_id = ${employeeId}::uuid ORDER BY l.sequence DESC LIMIT 50`;
}

const isOpen = Prisma.sql`p.cancelled_at IS NULL AND p.done_at IS NULL`;
const isUnseen = Prisma.sql`p.fault IS NOT NULL AND p.seen_at IS NULL`;

/** Over `planned_line p`: its decision by numbers. */
const decided = Prisma.sql`CASE p.decision->>'decision'
  WHEN 'hand_over' THEN json_build_object('way', p.decision->>'way',
    'handed', jsonb_array_length(p.decision->'appraisalIds') - coalesce(jsonb_array_length(p.decision->'stays'), 0),
    'stays', coalesce(jsonb_array_length(p.decision->'stays'), 0))
  WHEN 'finish' THEN json_build_object('way', NULL, 'handed', 0, 'stays', jsonb_array_length(p.decision->'appraisalIds')) END`;

/** What is still to come, and what did not fit any more and nobody has looked at; of one person, or with null of all. */
export function readPlans(tx: Reading, employeeId: string | null): Promise<PlanRow[]> {
  const whose = employeeId === null ? Prisma.empty : Prisma.sql`AND e.id = ${employeeId}::uuid`;
  return tx.$queryRaw<PlanRow[]>`
    SELECT p.id::text AS id, e.id::text AS "employeeId", e.name, e.number, to_char(p.day, 'YYYY-MM-DD') AS day,
      CASE WHEN p.manager_id IS DISTINCT FROM p.from_manager_id THEN json_build_object('name', m.name) END AS manager,
      CASE WHEN p.department_id <> p.from_department_id THEN ${department} END AS department,
      ${decided} AS sheets, p.shown, p.fault
    FROM planned_line p JOIN employee e ON e.id = p.employee_id JOIN department d ON d.id = p.department_id
      LEFT JOIN employee m ON m.id = p.manager_id
    WHERE ((${isOpen}) OR (${isUnseen})) ${whose}
    ORDER BY p.fault IS NULL, p.day, e.number LIMIT 200`;
}

/** For SELECT: how many plans did not fit any more and wait for whoever asks. */
export const countUnfit = ({ isHrAdmin }: Pick<Asking, "isHrAdmin">): Prisma.Sql =>
  Prisma.sql`(SELECT count(*)::int FROM planned_line p WHERE ${isHrAdmin} AND ${isUnseen})`;

export async function readDueIds(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id::text AS id FROM planned_line p CROSS JOIN company c
    WHERE ${isOpen} AND p.day <= (${now}::timestamptz AT TIME ZONE c.time_zone)::date
    ORDER BY p.day, p.at, p.id`;
  return rows.map(({ id }) => id);
}

/** Holds a plan until the transaction ends. Only locks first: what is read together with a lock may be old by then. */
export async function lockPlan(tx: Tx, planId: string) {
  await tx.$queryRaw`SELECT id FROM planned_line WHERE id = ${planId}::uuid FOR UPDATE`;
  return tx.plannedLine.findUnique({
    where: { id: planId },
    include: {
      manager: { select: { number: true } },
      by: { select: { id: true, name: true, number: true } },
    },
  });
}

export function hasOpenPlan(tx: Tx, employeeId: string): Promise<boolean> {
  const where = { employeeId, cancelledAt: null, doneAt: null };
  return tx.plannedLine.count({ where }).then((count) => count > 0);
}
