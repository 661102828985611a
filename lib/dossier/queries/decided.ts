import "server-only";
import { statesFor } from "@/lib/appraisal/permissions";
import { barOf } from "@/lib/appraisal/rules";
import type { LoadedSubject } from "@/lib/appraisal/store";
import { inStates, standsAs } from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import { pageOf, parseCursor } from "@/lib/db/cursor";
import { Prisma } from "@/lib/db/generated/client";
import { read } from "@/lib/db/read";
import type { DecidedFilter } from "../schema";
import { decisions, keyOf, lookOf, reversible, standsOnTurn } from "../store";
import type { DecidedPage, DecidedRow, Decider } from "../types";

const DECIDED_PAGE_SIZE = 20;

type Bars = Pick<LoadedSubject, "cycleState" | "pausedAt" | "endedAt">;

/** When HR gave the sheet back after a decision `g`, the last time. */
const reopenedAfter = Prisma.sql`(SELECT max(r.at) FROM audit_event r
  WHERE r.appraisal_id = g.appraisal_id AND r.at > g.at AND (r.kind LIKE 'hr.reopened%' OR r.kind = 'result.reopened'))`;

/** The reader's own decisions of open cycles, the newest first; of sheets they still stand to or would on their turn. */
export async function readDecided(
  actor: Actor,
  decider: Decider,
  filter: DecidedFilter,
): Promise<DecidedPage> {
  const cursor = parseCursor(filter.after);
  const from =
    cursor === null
      ? Prisma.empty
      : Prisma.sql`AND (g.at, g.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`;
  const stands = standsAs(actor, decider);
  const opens = Prisma.sql`(${inStates(statesFor(lookOf[decider], decider))} AND ${stands})`;
  const about = keyOf(decider);
  // Who reads results follows the sheet to the end; an approver's look is over with the decision.
  const readsFormer = statesFor("former.read", decider).length > 0 ? "readable" : "known";
  const follows = statesFor("result.read", decider).length > 0;
  const state = Prisma.sql`CASE WHEN ${follows ? stands : opens} THEN a.state END`;
  const listed = await read(
    actor,
    (tx) => tx.$queryRaw<(DecidedRow & Bars)[]>`
      SELECT g.id::text AS id, a.id::text AS "appraisalId", e.name, d.name AS department, d.name_en AS "departmentEn",
        c.year, c.quarter, v.name AS "valueName", v.gated, g.point::int AS point, g.verdict, g.case_reason AS "caseReason", g.words, g.at,
        (SELECT away.name FROM audit_event v JOIN employee away ON away.id = v.for_id
          WHERE v.appraisal_id = g.appraisal_id AND v.actor_id = g.by_id AND v.at = g.at AND v.for_id IS NOT NULL LIMIT 1) AS "deputyFor", ${state} AS state,
        coalesce(g.half_points::int, CASE WHEN g.value_key IS NULL THEN (m.sheet->>'total')::int
          ELSE (m.sheet->'scores'->>g.value_key)::int END) AS "halfPoints",
        ${reopenedAfter} AS "reopenedAt", CASE WHEN a.edition > 1 THEN ${readsFormer}::text END AS former,
        ${opens} AS opens, ${about} AS value, ${reversible(decider, actor)} AS reversible,
        c.state AS "cycleState", c.paused_at AS "pausedAt", a.ended_at AS "endedAt"
      FROM (${decisions[decider]}) g
        JOIN appraisal a ON a.id = g.appraisal_id
        JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
        JOIN employee e ON e.id = a.employee_id
        JOIN department d ON d.id = a.department_id
        LEFT JOIN value v ON v.framework_version_id = c.framework_version_id AND v.key = g.value_key
        LEFT JOIN LATERAL (SELECT s.sheet FROM submission s
          WHERE s.appraisal_id = a.id AND s.side = 'manager' AND s.submitted_at <= g.at
          ORDER BY s.number DESC LIMIT 1) m ON true
      WHERE g.by_id = ${actor.employeeId}::uuid AND ${standsOnTurn(actor, decider)} ${from}
      ORDER BY g.at DESC, g.id DESC
      LIMIT ${DECIDED_PAGE_SIZE + 1}`,
  );
  const rows = listed.map(({ cycleState, pausedAt, endedAt, ...row }) => {
    const barred = barOf({ cycleState, pausedAt, endedAt }) !== null;
    return barred ? { ...row, reversible: null } : row;
  });
  return pageOf(rows, DECIDED_PAGE_SIZE, ({ at, id }) => ({ at, id, position: 0 }));
}
