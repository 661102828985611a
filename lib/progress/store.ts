import "server-only";
import { appraisalStates, isDone } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import { notOwn, stillIn } from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import type { Reading } from "@/lib/db/read";
import { knownOf, progressOf, stageCounts, unitPages } from "./rules";
import type { StageCounts } from "./types";

/** How far the people of a cycle are, in numbers. Nothing here decides who may see them. */

interface DepartmentRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly zh: string;
  readonly en: string;
  /** Null where it has nobody of its own. */
  readonly state: AppraisalState | null;
  readonly count: number;
}

/**
 * Every department, in the order of codes, with its own people of a cycle by state, without the reader. Where departments
 * and people stood when the cycle opened: from a group before and after a move it would follow where who moved stands.
 */
async function readDepartmentCounts(tx: Reading, actor: Actor, cycleId: string) {
  const rows = await tx.$queryRaw<DepartmentRow[]>`
    SELECT d.id::text AS id, u.parent_id::text AS "parentId", d.name AS zh, coalesce(d.name_en, d.name) AS en,
      a.state::text AS state, count(a.id)::int AS count
    FROM cycle_unit u
      JOIN department d ON d.id = u.department_id
      LEFT JOIN (participant p JOIN appraisal a ON a.participant_id = p.id AND ${stillIn} AND ${notOwn(actor)})
        ON p.department_id = d.id AND p.cycle_id = u.cycle_id
    WHERE u.cycle_id = ${cycleId}::uuid
    GROUP BY d.id, u.parent_id, a.state ORDER BY d.code`;
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
  /** Whether the reader's own is done: where it stands would tell that a 5 is pending. Null: there is none. */
  readonly ownDone: boolean | null;
  readonly stages: readonly CountedStage[];
}

/** The people of each of these cycles, in the order asked for, and how many of them, without the reader, stand where. */
export async function countStages(
  tx: Reading,
  actor: Actor,
  cycleIds: readonly string[],
): Promise<CycleCounts[]> {
  const rows = await tx.$queryRaw<(CountedStage & { cycleId: string; people: number })[]>`
    SELECT a.cycle_id::text AS "cycleId", a.state::text AS state, count(*)::int AS people,
      (count(*) FILTER (WHERE ${notOwn(actor)}))::int AS count,
      (count(a.returned_from) FILTER (WHERE ${notOwn(actor)}))::int AS returned,
      min(a.state_since) FILTER (WHERE ${notOwn(actor)}) AS since
    FROM appraisal a WHERE a.cycle_id = ANY(${[...cycleIds]}::uuid[]) AND ${stillIn} GROUP BY 1, 2`;
  return cycleIds.map((id) => {
    const here = rows.filter(({ cycleId }) => cycleId === id);
    const stages = appraisalStates.map((state) => {
      const { count = 0, returned = 0, since = null } = here.find((a) => a.state === state) ?? {};
      return { state, count, returned, since };
    });
    const own = here.find(({ people, count }) => people > count);
    return {
      people: here.reduce((total, { people }) => total + people, 0),
      ownDone: own === undefined ? null : isDone(own.state),
      stages,
    };
  });
}

/** What is shown of a cycle's departments, whoever the reader is: only their own sheet is left out. */
export async function readUnits(tx: Reading, actor: Actor, cycleId: string) {
  const [counts] = await countStages(tx, actor, [cycleId]);
  const stages = stageCounts(counts?.stages ?? []);
  const departments = await readDepartmentCounts(tx, actor, cycleId);
  return {
    ...{ ...stages, departments, pages: unitPages(departments, knownOf(stages)) },
    ...{ people: counts?.people ?? 0, ownDone: counts?.ownDone ?? null },
  };
}
