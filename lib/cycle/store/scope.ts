import "server-only";
import { barsTo } from "@/lib/appraisal/rules";
import type { Post, Question, Relation } from "@/lib/appraisal/standing";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { unitLines } from "@/lib/departments/store";
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
  const below = Prisma.sql`d.id IN (
    WITH RECURSIVE scope (id) AS (
      SELECT id FROM department WHERE ${everybody} OR id = ANY(${[...(departmentIds ?? [])]}::uuid[])
      UNION
      SELECT d.id FROM department d JOIN scope ON d.parent_id = scope.id
    ) SELECT id FROM scope)`;
  await tx.$executeRaw`INSERT INTO unit_line ${unitLines(below)}`;
  await tx.$executeRaw`ANALYZE unit_line`;
}

/** Who else holds the sheet, by the columns of whatever row names them. */
interface Line extends Record<Post, Prisma.Sql> {
  /** Whether the policy keeps the second level from approving. */
  readonly apart: Prisma.Sql;
}

/** Whether something keeps `who` from a sheet that nobody has written on: nobody has judged anything yet. */
function isSo(question: Question, who: Prisma.Sql, line: Line): Prisma.Sql | null {
  switch (question.kind) {
    case "holds":
      return Prisma.sql`${who} IS NOT DISTINCT FROM ${line[question.post]}`;
    case "related":
      return Prisma.sql`are_related(${who}, ${line.employeeId})`;
    case "reviewed_and_apart":
      return Prisma.sql`(${who} IS NOT DISTINCT FROM ${line.secondLevelId} AND ${line.apart})`;
    default:
      return null;
  }
}

/** The same as `barTo` of standing.ts finds nothing against, for such a sheet. */
function mayHold(relation: Relation, who: Prisma.Sql, line: Line): Prisma.Sql {
  const bars = barsTo(relation).map((question) => isSo(question, who, line));
  return Prisma.sql`NOT (${Prisma.join(
    bars.filter((bar) => bar !== null),
    " OR ",
  )})`;
}

/** The line of a sheet as far as it is laid out: `e` and the manager `m`, then the second level `s`, approved by nobody yet. */
const nobody = Prisma.sql`NULL::uuid`;
const unlined = { managerId: nobody, secondLevelId: nobody, approverId: nobody };
const ofOne = { employeeId: Prisma.sql`e.id`, apart: Prisma.sql`FALSE`, ...unlined };
const scored = { ...ofOne, managerId: Prisma.sql`m.id` };

/**
 * The first in the line from `start` upwards who is here and can hold it. Only for the few whose own line does not say so at
 * once.
 */
const nextInLine = (start: Prisma.Sql, relation: Relation, line: Line): Prisma.Sql => Prisma.sql`
  (WITH RECURSIVE up (id, manager_id, status, depth) AS (
      SELECT x.id, x.manager_id, x.status, 0 FROM employee x WHERE x.id = ${start}
      UNION ALL
      SELECT x.id, x.manager_id, x.status, up.depth + 1 FROM employee x JOIN up ON x.id = up.manager_id
      WHERE up.depth < 100
    ) SELECT up.id FROM up
    WHERE up.status = 'active' AND ${mayHold(relation, Prisma.sql`up.id`, line)}
    ORDER BY up.depth LIMIT 1)`;

/** `who` where they can hold it, the next in their line where not. */
function orNext(who: Prisma.Sql, relation: Relation, line: Line): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${who}.status = 'active' AND ${mayHold(relation, Prisma.sql`${who}.id`, line)} THEN ${who}.id
    ELSE ${nextInLine(Prisma.sql`${who}.manager_id`, relation, line)} END`;
}

/** The first of `among`, nearest first, who can hold it. */
const firstOf = (among: Prisma.Sql, relation: Relation, line: Line): Prisma.Sql => Prisma.sql`(
      SELECT h FROM unnest(${among}) WITH ORDINALITY AS t (h, n)
        WHERE ${mayHold(relation, Prisma.sql`h`, line)} ORDER BY n LIMIT 1)`;

/**
 * Lays out where everybody in scope stands today in the table `in_scope`, which lives as long as the transaction. Heads
 * and HR partners are gathered once for each department, nearest first; a person then takes the first whom standing.ts has
 * nothing against. Two steps with fresh statistics, because the planner cannot guess the size of a recursive query: as one
 * statement a hundred thousand people took more than a minute. Who has left or is on long leave scores nobody: the line goes
 * past them, and the last two columns say past whom.
 */
export async function layOutScope(
  tx: Tx,
  { departmentIds, joinedAfter, employeeId, policyVersionId, ...quarter }: Scope,
) {
  const only = employeeId === undefined ? Prisma.empty : Prisma.sql`AND e.id = ${employeeId}::uuid`;
  const apart = Prisma.sql`EXISTS (SELECT FROM policy_version
    WHERE id = ${policyVersionId}::uuid AND document->>'approverNotSecondLevel' = 'true')`;
  const reviewed = { ...scored, secondLevelId: Prisma.sql`s.id`, apart };
  const joined = joinedAfter === "" ? null : joinedAfter;
  await layOutUnits(tx, { departmentIds });
  await tx.$executeRaw`CREATE TEMPORARY TABLE in_scope
    (employee_id uuid, manager_id uuid, second_level_id uuid, department_id uuid, division_id uuid,
     approver_id uuid, hr_partner_id uuid, exempt_reason "ExemptReason",
     absent_manager_id uuid, absent_second_level_id uuid) ON COMMIT DROP`;
  await tx.$executeRaw`
    INSERT INTO in_scope
    SELECT e.id, m.id, s.id, e.department_id, u.division_id,
      ${firstOf(Prisma.sql`u.heads`, "approver", reviewed)}, ${firstOf(Prisma.sql`u.partners`, "hr", reviewed)},
      (CASE WHEN m.id IS NULL THEN 'no_manager'
        WHEN e.status = 'on_leave' THEN 'on_leave'
        WHEN e.hire_date > LEAST(${joined}::date, ${lastDayOf(quarter)}::date) THEN 'joined_late'
      END)::"ExemptReason",
      CASE WHEN direct.status <> 'active' THEN direct.id END,
      CASE WHEN above.status <> 'active' THEN above.id END
    FROM employee e
      JOIN unit_line u ON u.department_id = e.department_id
      LEFT JOIN employee direct ON direct.id = e.manager_id
      LEFT JOIN LATERAL (SELECT ${orNext(Prisma.sql`direct`, "manager", ofOne)} AS id) scoring ON direct.id IS NOT NULL
      LEFT JOIN employee m ON m.id = scoring.id
      LEFT JOIN employee above ON above.id = m.manager_id
      LEFT JOIN LATERAL (SELECT ${orNext(Prisma.sql`above`, "second_level", scored)} AS id) over ON above.id IS NOT NULL
      LEFT JOIN employee s ON s.id = over.id
    WHERE e.status <> 'left' ${only}`;
  await tx.$executeRaw`ANALYZE in_scope`;
}
