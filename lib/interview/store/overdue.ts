import "server-only";
import { notOwn, standsAs, waitsIn, withWindow } from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import type { Reading } from "@/lib/db/read";
import { shownOf, type ShownCount } from "@/lib/small-groups/rules";
import type { Arranged, Talks } from "../types";

/**
 * Sheets of `cycle c` whose interview is not recorded; `due.at`: the due date, or the day after the appointment `p` is over,
 * whichever is first.
 */
const unheldFrom = Prisma.sql`
  FROM appraisal a
    JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
    ${withWindow("interview")}
    LEFT JOIN LATERAL (SELECT starts_at, minutes, place FROM appointment
      WHERE appraisal_id = a.id AND edition = a.edition ORDER BY sequence DESC LIMIT 1) p ON TRUE
    CROSS JOIN LATERAL (SELECT LEAST(w.closes_at, p.starts_at + interval '1 day') AS at) due
  WHERE ${waitsIn(["interview"])}`;

/** Nobody is late while nobody may write. */
const isOverdue = (now: Date): Prisma.Sql =>
  Prisma.sql`(due.at <= ${now}::timestamptz AND c.paused_at IS NULL)`;

/** More would be a list of everybody; the first in the calendar and the longest overdue come first. */
const MOST = 30;

interface TalkRow extends Omit<Arranged, "with"> {
  readonly overdue: boolean;
  readonly mine: boolean;
  readonly name: string;
  readonly manager: string;
  readonly closesAt: Date;
  readonly dueAt: Date;
}

/**
 * What is agreed on and not recorded yet, for the two it is between, in the order of the calendar; and what should have been
 * held, for the manager who must hold it, and for the second level and HR who see to it.
 */
export async function readTalks(tx: Reading, actor: Actor, now: Date): Promise<Talks> {
  const manages = standsAs(actor, "manager");
  const own = Prisma.sql`NOT ${notOwn(actor)}`;
  const seesTo = Prisma.sql`((${manages}) OR (${standsAs(actor, "second_level")}) OR (${standsAs(actor, "hr")}))`;
  const columns = Prisma.sql`a.id AS "appraisalId", a.employee_id, a.manager_id, (${own}) AS own, (${manages}) AS mine,
    p.starts_at AS "startsAt", p.minutes::int AS minutes, p.place, w.closes_at AS "closesAt", due.at AS "dueAt"`;
  const rows = await tx.$queryRaw<TalkRow[]>`
    SELECT t.*, e.name, m.name AS manager FROM (
      (SELECT FALSE AS overdue, ${columns} ${unheldFrom} AND p.starts_at IS NOT NULL AND ((${own}) OR (${manages}))
        ORDER BY p.starts_at, a.id LIMIT ${MOST})
      UNION ALL
      (SELECT TRUE AS overdue, ${columns} ${unheldFrom} AND ${isOverdue(now)} AND ${notOwn(actor)} AND ${seesTo}
        ORDER BY due.at, a.id LIMIT ${MOST})) t
    JOIN employee e ON e.id = t.employee_id JOIN employee m ON m.id = t.manager_id
    ORDER BY t.overdue, CASE WHEN t.overdue THEN t."dueAt" ELSE t."startsAt" END, t."appraisalId"`;
  return {
    appointments: rows
      .filter(({ overdue }) => !overdue)
      .map(({ appraisalId, own: mine, name, manager, startsAt, minutes, place }) => ({
        ...{ appraisalId, own: mine, startsAt, minutes, place },
        with: mine ? manager : name,
      })),
    overdue: rows
      .filter(({ overdue }) => overdue)
      .map(({ appraisalId, mine, name, manager, closesAt, dueAt }) => ({
        ...{ appraisalId, mine, name, manager },
        appointed: dueAt < closesAt,
        days: Math.floor((now.getTime() - dueAt.getTime()) / 86_400_000),
      })),
  };
}

/** Of a whole cycle, nobody's own; hidden where few are, or few of those at this step are not. */
export async function countOverdue(
  tx: Reading,
  actor: Actor,
  cycleId: string,
  now: Date,
): Promise<ShownCount> {
  const [row] = await tx.$queryRaw<{ overdue: number; people: number }[]>`
    SELECT count(*) FILTER (WHERE ${isOverdue(now)})::int AS overdue, count(*)::int AS people
    ${unheldFrom} AND a.cycle_id = ${cycleId}::uuid AND ${notOwn(actor)}`;
  return row === undefined ? 0 : shownOf(row.overdue, row.people);
}
