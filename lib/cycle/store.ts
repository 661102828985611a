import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { refuse, type FieldFault, type Refusal } from "@/lib/errors/outcome";
import { progressOf, toWindows, windowFaults } from "./rules";
import type { OpenCycleInput } from "./schema";
import { appraisalStates, doneStates } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import { notOwn } from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import type { Bilingual } from "@/lib/scoring";
import type { OpeningPreview, StageCounts, StageWindowView } from "./types";

/** Rows of cycles inside a caller's transaction. Nothing here decides who may see or change them. */

export async function readTimeZone(tx: Tx): Promise<string> {
  const { timeZone } = await tx.company.findFirstOrThrow({ select: { timeZone: true } });
  return timeZone;
}

interface Scope {
  /** Null: everybody. */
  readonly departmentIds: readonly string[] | null;
  /** Who joined after this ISO day is exempt; "": nobody for that reason. */
  readonly joinedAfter: string;
}

/**
 * Lays out where everybody in scope stands today in the table `in_scope`, which lives as long as the transaction. Heads
 * and HR partners are gathered once for each department, nearest first; a person then takes the first who is neither
 * they nor their manager. Two steps with fresh statistics, because the planner cannot guess the size of a recursive
 * query: as one statement a hundred thousand people took more than a minute.
 */
async function layOutScope(tx: Tx, { departmentIds, joinedAfter }: Scope): Promise<void> {
  const everybody = departmentIds === null;
  const joined = joinedAfter === "" ? null : joinedAfter;
  await tx.$executeRaw`CREATE TEMPORARY TABLE unit_line
    (department_id uuid, division_id uuid, heads uuid[], partners uuid[]) ON COMMIT DROP`;
  await tx.$executeRaw`CREATE TEMPORARY TABLE in_scope
    (employee_id uuid, manager_id uuid, second_level_id uuid, department_id uuid, division_id uuid,
     approver_id uuid, hr_partner_id uuid, exempt_reason "ExemptReason") ON COMMIT DROP`;
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
  await tx.$executeRaw`
    INSERT INTO in_scope
    SELECT e.id, m.id, s.id, e.department_id, u.division_id,
      (SELECT h FROM unnest(u.heads) WITH ORDINALITY AS t (h, n)
        WHERE h <> e.id AND h IS DISTINCT FROM m.id ORDER BY n LIMIT 1),
      (SELECT h FROM unnest(u.partners) WITH ORDINALITY AS t (h, n)
        WHERE h <> e.id AND h IS DISTINCT FROM m.id ORDER BY n LIMIT 1),
      (CASE WHEN m.id IS NULL THEN 'no_manager'
        WHEN e.status = 'on_leave' THEN 'on_leave'
        WHEN e.hire_date > ${joined}::date THEN 'joined_late'
      END)::"ExemptReason"
    FROM employee e
      JOIN unit_line u ON u.department_id = e.department_id
      LEFT JOIN employee m ON m.id = e.manager_id AND m.status <> 'left'
      LEFT JOIN employee s ON s.id = m.manager_id AND s.status <> 'left' AND s.id <> e.id
    WHERE e.status <> 'left'`;
  await tx.$executeRaw`ANALYZE in_scope`;
}

/** Freezes what `checkOpening` laid out and gives everybody who is not exempt an appraisal: two statements for any number. */
export async function insertParticipants(
  tx: Tx,
  cycleId: string,
  now: Date,
): Promise<{ people: number; exempt: number }> {
  const all = await tx.$executeRaw`
    INSERT INTO participant (id, cycle_id, employee_id, manager_id, second_level_id, department_id, division_id,
      approver_id, hr_partner_id, exempt_reason)
    SELECT gen_random_uuid(), ${cycleId}::uuid, employee_id, manager_id, second_level_id, department_id, division_id,
      approver_id, hr_partner_id, exempt_reason
    FROM in_scope`;
  const people = await tx.$executeRaw`
    INSERT INTO appraisal (id, participant_id, cycle_id, employee_id, state_since)
    SELECT gen_random_uuid(), id, cycle_id, employee_id, ${now}
    FROM participant WHERE cycle_id = ${cycleId}::uuid AND exempt_reason IS NULL`;
  return { people, exempt: all - people };
}

export function quarterTaken(): Refusal {
  return refuse("duplicate", { fields: { quarter: { code: "quarter_taken" } } });
}

type Checked = { readonly ok: true; readonly windows: readonly StageWindowView[] };

/** A value list has no rungs to judge: it is a starting point for a framework and can be pinned by no cycle. */
export const scorable = { values: { every: { rungs: { some: {} } } } } as const;

/** Everything that can be wrong with an opening, for the preview and the opening alike; lays out the people for both. */
export async function checkOpening(
  tx: Tx,
  input: OpenCycleInput,
  now: Date,
): Promise<Checked | Refusal> {
  const windows = toWindows(input.windows, await readTimeZone(tx));
  const fields: Record<string, FieldFault> = windowFaults(windows, now);
  const { year, quarter, frameworkVersionId, policyVersionId } = input;
  const departmentIds = input.departmentIds ?? [];
  const unknown: FieldFault = { code: "value_required" };
  const framework = { id: frameworkVersionId };
  if ((await tx.frameworkVersion.count({ where: framework })) === 0)
    fields["frameworkVersionId"] = unknown;
  else if ((await tx.frameworkVersion.count({ where: { ...framework, ...scorable } })) === 0)
    fields["frameworkVersionId"] = { code: "framework_without_rungs" };
  if ((await tx.policyVersion.count({ where: { id: policyVersionId } })) === 0)
    fields["policyVersionId"] = unknown;
  const known = await tx.department.count({
    where: { id: { in: departmentIds }, closedAt: null },
  });
  if (known < new Set(departmentIds).size) fields["departmentIds"] = { code: "unknown_department" };
  if (Object.keys(fields).length > 0) return refuse("invalid_input", { fields });
  if ((await tx.cycle.count({ where: { year, quarter } })) > 0) return quarterTaken();
  await layOutScope(tx, input);
  const [somebody] = await tx.$queryRaw<object[]>`
    SELECT 1 FROM in_scope WHERE exempt_reason IS NULL LIMIT 1`;
  return somebody === undefined
    ? refuse("invalid_input", { fields: { departmentIds: { code: "nobody_in_scope" } } })
    : { ok: true, windows };
}

export interface LockedCycle {
  readonly id: string;
  readonly state: "open" | "closed";
  readonly version: number;
}

/** Holds the cycle alone: writes to its appraisals share this row, so they wait or have been waited for. */
export async function lockCycle(tx: Tx, cycleId: string): Promise<LockedCycle | null> {
  const [row] = await tx.$queryRaw<LockedCycle[]>`
    SELECT id::text AS id, state::text AS state, version FROM cycle WHERE id = ${cycleId}::uuid FOR UPDATE`;
  return row ?? null;
}

export async function countUnfinished(tx: Tx, cycleId: string): Promise<number> {
  return tx.appraisal.count({
    where: { cycleId, state: { notIn: [...doneStates] } },
  });
}

export async function countExempt(tx: Tx, cycleId: string) {
  const rows = await tx.participant.groupBy({
    by: ["exemptReason"],
    where: { cycleId, exemptReason: { not: null } },
    _count: true,
  });
  return rows.flatMap(({ exemptReason: reason, _count: count }) =>
    reason === null ? [] : [{ reason, count }],
  );
}

/** Counts over the same table that opening writes from, so the preview cannot promise something else. */
export async function previewStanding(tx: Tx): Promise<OpeningPreview> {
  const [counts] = await tx.$queryRaw<
    Omit<OpeningPreview, "exempt" | "exemptPeople" | "departmentsWithoutHrPartner" | "divisions">[]
  >`SELECT count(*)::int AS "people",
      (count(*) FILTER (WHERE second_level_id IS NULL))::int AS "withoutSecondLevel",
      (count(*) FILTER (WHERE approver_id IS DISTINCT FROM d.head_id AND approver_id IS NOT NULL))::int AS "approverAbove",
      (count(*) FILTER (WHERE approver_id IS NULL))::int AS "withoutApprover",
      (count(*) FILTER (WHERE hr_partner_id IS NULL))::int AS "withoutHrPartner"
    FROM in_scope JOIN department d ON d.id = division_id WHERE exempt_reason IS NULL`;
  const exempt = await tx.$queryRaw<OpeningPreview["exempt"]>`
    SELECT exempt_reason::text AS "reason", count(*)::int AS "count"
    FROM in_scope WHERE exempt_reason IS NOT NULL GROUP BY 1 ORDER BY 1`;
  const exemptPeople = await tx.$queryRaw<OpeningPreview["exemptPeople"]>`
    SELECT e.name, e.number, exempt_reason::text AS "reason"
    FROM in_scope JOIN employee e ON e.id = employee_id
    WHERE exempt_reason IS NOT NULL ORDER BY e.number LIMIT 20`;
  const departmentsWithoutHrPartner = await tx.$queryRaw<Bilingual[]>`
    SELECT d.name AS "zh", coalesce(d.name_en, d.name) AS "en"
    FROM in_scope JOIN department d ON d.id = in_scope.department_id
    WHERE exempt_reason IS NULL AND hr_partner_id IS NULL GROUP BY d.id ORDER BY d.code LIMIT 20`;
  const divisions = await tx.$queryRaw<{ id: string; zh: string; en: string; people: number }[]>`
    SELECT d.id::text AS id, d.name AS zh, coalesce(d.name_en, d.name) AS en, count(*)::int AS people
    FROM in_scope JOIN department d ON d.id = division_id
    WHERE exempt_reason IS NULL GROUP BY d.id ORDER BY d.code LIMIT 50`;
  if (counts === undefined) throw new Error("a count has one row");
  const named = divisions.map(({ id, zh, en, people }) => ({ id, name: { zh, en }, people }));
  return { ...counts, exempt, exemptPeople, departmentsWithoutHrPartner, divisions: named };
}

/** From the top to a department; empty for the top, null when there is no such department. */
export async function readPath(tx: Tx, departmentId: string | null) {
  if (departmentId === null) return [];
  const rows = await tx.$queryRaw<{ id: string; zh: string; en: string }[]>`
    WITH RECURSIVE up (id, parent_id, depth) AS (
      SELECT id, parent_id, 0 FROM department WHERE id = ${departmentId}::uuid
      UNION ALL SELECT d.id, d.parent_id, depth + 1 FROM department d JOIN up ON d.id = up.parent_id
    ) SELECT d.id::text AS id, d.name AS zh, coalesce(d.name_en, d.name) AS en
    FROM up JOIN department d USING (id) ORDER BY depth DESC`;
  if (rows.length === 0) return null;
  return rows.map(({ id, zh, en }) => ({ id, name: { zh, en } }));
}

interface DepartmentRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly zh: string;
  readonly en: string;
  /** Null where it has nobody of its own. */
  readonly state: AppraisalState | null;
  readonly count: number;
}

/** Every department, in the order of codes, with its own people of a cycle by state, without the reader. */
export async function readDepartmentCounts(tx: Tx, actor: Actor, cycleId: string) {
  const rows = await tx.$queryRaw<DepartmentRow[]>`
    SELECT d.id::text AS id, d.parent_id::text AS "parentId", d.name AS zh, coalesce(d.name_en, d.name) AS en,
      a.state::text AS state, count(a.id)::int AS count
    FROM department d
      LEFT JOIN (participant p JOIN appraisal a ON a.participant_id = p.id AND ${notOwn(actor)})
        ON p.department_id = d.id AND p.cycle_id = ${cycleId}::uuid
    GROUP BY d.id, a.state ORDER BY d.code`;
  const found = Map.groupBy(rows, ({ id }) => id);
  return [...found.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { id, parentId, zh, en } = first;
    return [{ id, parentId, name: { zh, en }, parts: progressOf(byState(group)) }];
  });
}

function byState(group: readonly DepartmentRow[]) {
  const counts: Partial<Record<AppraisalState, number>> = {};
  for (const { state, count } of group) if (state !== null) counts[state] = count;
  return counts;
}

interface CountedStage extends StageCounts {
  /** Since when the one waiting longest waits; null where nobody does. */
  readonly since: Date | null;
}

export interface CycleCounts {
  /** Everybody's, the reader's own, too. */
  readonly people: number;
  readonly stages: readonly CountedStage[];
}

/** The people of each of these cycles, in the order asked for, and how many of them, without the reader, stand where. */
export async function countStages(
  tx: Tx,
  actor: Actor,
  cycleIds: readonly string[],
): Promise<CycleCounts[]> {
  const rows = await tx.$queryRaw<(CountedStage & { cycleId: string; people: number })[]>`
    SELECT a.cycle_id::text AS "cycleId", a.state::text AS state, count(*)::int AS people,
      (count(*) FILTER (WHERE ${notOwn(actor)}))::int AS count,
      (count(a.returned_from) FILTER (WHERE ${notOwn(actor)}))::int AS returned,
      min(a.state_since) FILTER (WHERE ${notOwn(actor)}) AS since
    FROM appraisal a WHERE a.cycle_id = ANY(${[...cycleIds]}::uuid[]) GROUP BY 1, 2`;
  return cycleIds.map((id) => {
    const here = rows.filter(({ cycleId }) => cycleId === id);
    const stages = appraisalStates.map((state) => {
      const row = here.find((candidate) => candidate.state === state);
      return {
        state,
        count: row?.count ?? 0,
        returned: row?.returned ?? 0,
        since: row?.since ?? null,
      };
    });
    return { people: here.reduce((total, { people }) => total + people, 0), stages };
  });
}
