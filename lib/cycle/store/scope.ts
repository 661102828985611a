import "server-only";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { lastDayOf, type Quarter } from "@/lib/i18n/zone";

/** Where everybody in scope stands today, laid out for an opening. Nothing here decides who may see it. */

interface Scope extends Quarter {
  /** Null: everybody. */
  readonly departmentIds: readonly string[] | null;
  /** Only this one of them. */
  readonly employeeId?: string;
  /** Who joined after this ISO day is exempt, and who joined after the quarter in any case; "": only those. */
  readonly joinedAfter: string;
  readonly policyVersionId: string;
}

/** Heads and HR partners of each department in scope, nearest first, in the table `unit_line`. */
async function layOutUnits(tx: Tx, { departmentIds }: Pick<Scope, "departmentIds">) {
  const everybody = departmentIds === null;
  await tx.$executeRaw`CREATE TEMPORARY TABLE unit_line
    (department_id uuid, division_id uuid, heads uuid[], partners uuid[]) ON COMMIT DROP`;
  await tx.$executeRaw`
    WITH RECURSIVE scope (id) AS (
      SELECT id FROM department WHERE ${everybody} OR id = ANY(${[...(departmentIds ?? [])]}::uuid[])
      UNION
      SELECT d.id FROM department d JOIN scope ON d.parent_id = scope.id
    ), path (department_id, id, parent_id, head_id, is_division, depth) AS (
      SELECT id, id, parent_id, head_id, is_division, 0 FROM department
      UNION ALL
      SELECT path.department_id, d.id, d.parent_id, d.head_id, d.is_division, depth + 1
      FROM path JOIN department d ON d.id = path.parent_id
    ), division AS (
      SELECT DISTINCT ON (department_id) department_id, id, depth FROM path
      ORDER BY department_id, is_division DESC, CASE WHEN is_division THEN depth ELSE -depth END
    ), heads AS (
      SELECT path.department_id, array_agg(path.head_id ORDER BY path.depth) AS ids
      FROM path JOIN division USING (department_id)
        JOIN employee e ON e.id = path.head_id AND e.status = 'active'
      WHERE path.depth >= division.depth
      GROUP BY 1
    ), partners AS (
      SELECT path.department_id, array_agg(e.id ORDER BY path.depth, e.number) AS ids
      FROM path
        JOIN role_grant g ON g.department_id = path.id AND g.role = 'hr_partner' AND g.revoked_at IS NULL
        JOIN employee e ON e.id = g.employee_id AND e.status = 'active'
      GROUP BY 1
    )
    INSERT INTO unit_line
    SELECT scope.id, division.id, heads.ids, partners.ids
    FROM scope JOIN division ON division.department_id = scope.id
      LEFT JOIN heads ON heads.department_id = scope.id
      LEFT JOIN partners ON partners.department_id = scope.id`;
  await tx.$executeRaw`ANALYZE unit_line`;
}

/**
 * The first in the line from `start` upwards who can score `subject`: here, neither they nor a declared relation of theirs.
 * Only for the few whose own line does not say so at once.
 */
const nextInLine = (start: Prisma.Sql, subject: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (WITH RECURSIVE up (id, manager_id, status, depth) AS (
      SELECT x.id, x.manager_id, x.status, 0 FROM employee x WHERE x.id = ${start}
      UNION ALL
      SELECT x.id, x.manager_id, x.status, up.depth + 1 FROM employee x JOIN up ON x.id = up.manager_id
      WHERE up.depth < 100
    ) SELECT up.id FROM up
    WHERE up.status = 'active' AND up.id <> ${subject} AND NOT are_related(up.id, ${subject})
    ORDER BY up.depth LIMIT 1)`;

/** `who` where they can score `subject`, the next in their line where not. */
const orNext = (who: Prisma.Sql, subject: Prisma.Sql): Prisma.Sql => Prisma.sql`
  CASE WHEN ${who}.status = 'active' AND ${who}.id <> ${subject} AND NOT are_related(${who}.id, ${subject}) THEN ${who}.id
    ELSE ${nextInLine(Prisma.sql`${who}.manager_id`, subject)} END`;

/**
 * Lays out where everybody in scope stands today in the table `in_scope`, which lives as long as the transaction. Heads
 * and HR partners are gathered once for each department, nearest first; a person then takes the first who is neither
 * they nor their manager, nor a declared relation of theirs. Two steps with fresh statistics, because the planner cannot
 * guess the size of a recursive query: as one statement a hundred thousand people took more than a minute. Who has left or
 * is on long leave scores nobody: the line goes past them, and the last two columns say past whom.
 */
export async function layOutScope(
  tx: Tx,
  { departmentIds, joinedAfter, employeeId, policyVersionId, ...quarter }: Scope,
) {
  const only = employeeId === undefined ? Prisma.empty : Prisma.sql`AND e.id = ${employeeId}::uuid`;
  const apart = Prisma.sql`EXISTS (SELECT FROM policy_version
    WHERE id = ${policyVersionId}::uuid AND document->>'approverNotSecondLevel' = 'true')`;
  const joined = joinedAfter === "" ? null : joinedAfter;
  await layOutUnits(tx, { departmentIds });
  await tx.$executeRaw`CREATE TEMPORARY TABLE in_scope
    (employee_id uuid, manager_id uuid, second_level_id uuid, department_id uuid, division_id uuid,
     approver_id uuid, hr_partner_id uuid, exempt_reason "ExemptReason",
     absent_manager_id uuid, absent_second_level_id uuid) ON COMMIT DROP`;
  await tx.$executeRaw`
    INSERT INTO in_scope
    SELECT e.id, m.id, s.id, e.department_id, u.division_id,
      (SELECT h FROM unnest(u.heads) WITH ORDINALITY AS t (h, n)
        WHERE h <> e.id AND h IS DISTINCT FROM m.id AND NOT are_related(h, e.id)
          AND (h IS DISTINCT FROM s.id OR NOT ${apart}) ORDER BY n LIMIT 1),
      (SELECT h FROM unnest(u.partners) WITH ORDINALITY AS t (h, n)
        WHERE h <> e.id AND h IS DISTINCT FROM m.id AND NOT are_related(h, e.id) ORDER BY n LIMIT 1),
      (CASE WHEN m.id IS NULL THEN 'no_manager'
        WHEN e.status = 'on_leave' THEN 'on_leave'
        WHEN e.hire_date > LEAST(${joined}::date, ${lastDayOf(quarter)}::date) THEN 'joined_late'
      END)::"ExemptReason",
      CASE WHEN direct.status <> 'active' THEN direct.id END,
      CASE WHEN above.status <> 'active' THEN above.id END
    FROM employee e
      JOIN unit_line u ON u.department_id = e.department_id
      LEFT JOIN employee direct ON direct.id = e.manager_id
      LEFT JOIN LATERAL (SELECT ${orNext(Prisma.sql`direct`, Prisma.sql`e.id`)} AS id) scoring ON direct.id IS NOT NULL
      LEFT JOIN employee m ON m.id = scoring.id
      LEFT JOIN employee above ON above.id = m.manager_id
      LEFT JOIN LATERAL (SELECT ${orNext(Prisma.sql`above`, Prisma.sql`e.id`)} AS id) over ON above.id IS NOT NULL
      LEFT JOIN employee s ON s.id = over.id
    WHERE e.status <> 'left' ${only}`;
  await tx.$executeRaw`ANALYZE in_scope`;
}
