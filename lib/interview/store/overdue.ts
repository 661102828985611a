import "server-only";
import { notOwn, standsAs, waitsIn, withWindow } from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import type { Reading } from "@/lib/db/read";
import { shownOf, type ShownCount } from "@/lib/small-groups/rules";
import type { Arranged, Talks } from "../types";

/**
 * Sheets of `cycle c` whose interview is not recorded although its due date is past, or the day after the appointment is
 * over, whichever was first: `due.at`.
 */
const overdueFrom = Prisma.sql`
  FROM appraisal a
    JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
    ${withWindow("interview")}
    LEFT JOIN LATERAL (SELECT starts_at, minutes, place FROM appointment
      WHERE appraisal_id = a.id AND edition = a.edition ORDER BY sequence DESC LIMIT 1) p ON TRUE
    CROSS JOIN LATERAL (SELECT LEAST(w.closes_at, p.starts_at + interval '1 day') AS at) due
  WHERE ${waitsIn(["interview"])}`;

/** More would be a list of everybody; the oldest come first. */
const MOST = 30;

interface TalkRow extends Omit<Arranged, "with"> {
  readonly mine: boolean;
  readonly name: string;
  readonly manager: string;
  readonly arranged: boolean;
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
  const rows = await tx.$queryRaw<TalkRow[]>`
    SELECT o.*, e.name, m.name AS manager FROM (
      SELECT a.id AS "appraisalId", a.employee_id, a.manager_id, (${own}) AS own, (${manages}) AS mine,
        (p.starts_at IS NOT NULL) AS arranged, p.starts_at AS "startsAt", p.minutes::int AS minutes, p.place,
        w.closes_at AS "closesAt", due.at AS "dueAt"
      ${overdueFrom} AND (
        ((${own}) OR (${manages})) AND p.starts_at IS NOT NULL
        OR due.at <= ${now}::timestamptz AND ${notOwn(actor)}
          AND ((${manages}) OR (${standsAs(actor, "second_level")}) OR (${standsAs(actor, "hr")})))
      ORDER BY due.at, a.id LIMIT ${2 * MOST}) o
    JOIN employee e ON e.id = o.employee_id JOIN employee m ON m.id = o.manager_id
    ORDER BY o."dueAt", o."appraisalId"`;
  const agreed = rows.filter(({ own, mine, arranged }) => arranged && (own || mine));
  const overdue = rows.filter(({ own, dueAt }) => !own && dueAt <= now);
  return {
    appointments: agreed
      .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
      .map(({ appraisalId, own, name, manager, startsAt, minutes, place }) => ({
        ...{ appraisalId, own, startsAt, minutes, place },
        with: own ? manager : name,
      })),
    overdue: overdue.slice(0, MOST).map((row) => ({
      ...{ appraisalId: row.appraisalId, mine: row.mine, name: row.name, manager: row.manager },
      appointed: row.dueAt < row.closesAt,
      days: Math.floor((now.getTime() - row.dueAt.getTime()) / 86_400_000),
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
    SELECT count(*) FILTER (WHERE due.at <= ${now}::timestamptz)::int AS overdue, count(*)::int AS people
    ${overdueFrom} AND a.cycle_id = ${cycleId}::uuid AND ${notOwn(actor)}`;
  return row === undefined ? 0 : shownOf(row.overdue, row.people);
}
