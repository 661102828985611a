import "server-only";
import { lockOfListed, type ListedWindow } from "@/lib/appraisal/rules";
import { forWhom, wasReturned, withWindow } from "@/lib/appraisal/where";
import { isDeputyIn, isHrPartner, type Actor } from "@/lib/authz/actor";
import { following, pageOf } from "@/lib/db/cursor";
import { read, type Reading } from "@/lib/db/read";
import { Prisma } from "@/lib/db/generated/client";
import { readReadingQueue } from "@/lib/dossier/store";
import type { Place, ReadingQueue } from "@/lib/dossier/types";
import type { AuditFilter } from "../schema";
import {
  inDepartment,
  isFive,
  isSample,
  kindOf,
  markOf,
  needsView,
  queueFrom,
  waitsSince,
} from "../store";
import type { QueueDepartment, QueuePage, QueueRow } from "../types";

export const QUEUE_PAGE_SIZE = 50;

const order = Prisma.sql`${waitsSince}, a.id, v.position`;

/** HR's, and HR administrators' while a sheet waits that no partner may audit; one who comes before is told why it is empty. */
export function hasAuditRoom(actor: Actor): boolean {
  return isHrPartner(actor) || isDeputyIn("hr", actor) || actor.isHrAdmin;
}

interface ListedScore extends Omit<QueueRow, "locked" | "noPartner">, ListedWindow {
  readonly departmentId: string;
  readonly stateSince: Date;
  readonly closesAt: Date | null;
  readonly position: number;
}

/** The scores this HR partner must verify, the longest waiting first. */
export async function readQueue(actor: Actor, filter: AuditFilter, now: Date): Promise<QueuePage> {
  return read(actor, async (tx) => {
    const listed = await readListed(tx, actor, filter);
    const { counts, departments } = await readQueueFigures(tx, actor, filter);
    const page = pageOf(
      listed,
      QUEUE_PAGE_SIZE,
      ({ stateSince: at, appraisalId: id, position }) => ({
        ...{ at, id, position },
      }),
    );
    const rows = page.rows.map((row) => ({
      ...row,
      noPartner: row.deputyFor === null && !actor.hrDepartmentIds.has(row.departmentId),
      locked: lockOfListed(row, "hr_audit", now),
    }));
    return { ...page, rows, counts, departments };
  });
}

function readListed(tx: Reading, actor: Actor, filter: AuditFilter): Promise<ListedScore[]> {
  return tx.$queryRaw<ListedScore[]>`
    WITH waiting AS MATERIALIZED (
      SELECT a.id, ${waitsSince} AS state_since, a.employee_id, c.id AS cycle_id, c.paused_at, c.year, c.quarter, a.department_id,
        v.id AS value_id, v.key, v.name, v.position, s.half_points, s.max_half_points, s.justification,
        ${markOf} AS reason, ${needsView} AS needs_view, ${wasReturned} AS returned,
        a.second_level_id IS NOT NULL AND a.second_level_id = a.approver_id AS one_reviewer, ${forWhom(actor, "hr")} AS deputy_for
      ${queueFrom(actor, filter.cycle)} ${kindOf[filter.kind]} ${inDepartment(filter.department)} ${following(filter.after, order)}
      ORDER BY ${order}
      LIMIT ${QUEUE_PAGE_SIZE + 1}
    )
    SELECT q.id::text AS "appraisalId", q.state_since AS "stateSince", q.position::int AS position,
      json_build_object('year', q.year, 'quarter', q.quarter) AS cycle, q.paused_at AS "pausedAt", w.opens_at AS "opensAt", w.closes_at AS "closesAt", q.returned,
      e.name, e.number, d.id::text AS "departmentId", d.name AS department, d.name_en AS "departmentEn",
      q.key AS value, q.name AS "valueName", q.half_points::int AS "halfPoints",
      q.max_half_points::int AS "maxHalfPoints", q.reason, q.needs_view AS "needsView", q.one_reviewer AS "oneReviewer", q.deputy_for AS "deputyFor",
      char_length(btrim(q.justification)) AS written,
      cases.supporting, cases.contradicting
    FROM waiting q
      JOIN employee e ON e.id = q.employee_id
      JOIN department d ON d.id = q.department_id
      ${withWindow("hr_audit", "q")}
      CROSS JOIN LATERAL (SELECT
        count(*) FILTER (WHERE k.kind = 'supports')::int AS supporting,
        count(*) FILTER (WHERE k.kind = 'contradicts')::int AS contradicting
        FROM appraisal_case k WHERE k.appraisal_id = q.id AND k.value_id = q.value_id) cases
    ORDER BY q.state_since, q.id, q.position`;
}

interface WaitingIn extends QueueDepartment {
  readonly five: number;
  readonly sample: number;
}

/** How much waits: of one department where it is asked for, and in each. */
async function readQueueFigures(
  tx: Reading,
  actor: Actor,
  { cycle, department }: AuditFilter,
): Promise<Pick<QueuePage, "counts" | "departments">> {
  const all = await tx.$queryRaw<WaitingIn[]>`
    SELECT d.id::text AS id, d.name, d.name_en AS "nameEn", found.waiting, found.five, found.sample
    FROM (
      SELECT a.department_id, count(*)::int AS waiting, (count(*) FILTER (WHERE ${isFive}))::int AS five,
        (count(*) FILTER (WHERE ${isSample}))::int AS sample
      ${queueFrom(actor, cycle)} GROUP BY a.department_id
    ) found
      JOIN department d ON d.id = found.department_id
    ORDER BY found.waiting DESC, d.code`;
  const asked = all.filter(({ id }) => department === undefined || id === department);
  const sum = (of: (row: WaitingIn) => number) => asked.reduce((total, row) => total + of(row), 0);
  const [waiting, five, sample] = [
    sum((row) => row.waiting),
    sum((row) => row.five),
    sum((row) => row.sample),
  ];
  return {
    counts: { all: waiting, five, sample, must: waiting - five - sample },
    departments: all
      .slice(0, QUEUE_PAGE_SIZE)
      .map(({ five: _five, sample: _sample, ...listed }) => listed),
  };
}

/** What waits for this HR partner, the longest waiting first, around one score. */
export function readAuditQueue(actor: Actor, place: Place, now: Date): Promise<ReadingQueue> {
  const waiting = Prisma.sql`
    SELECT a.id, a.employee_id, v.key AS value, v.name AS value_name, s.half_points, s.max_half_points,
      ${markOf} AS mark, row_number() OVER (ORDER BY ${order}) AS place
    ${queueFrom(actor, undefined)}`;
  const sitting = { ...place, as: "hr", now, waiting } as const;
  return read(actor, (tx) => readReadingQueue(tx, actor, sitting));
}
