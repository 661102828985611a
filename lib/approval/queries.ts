import "server-only";
import { may } from "@/lib/appraisal/permissions";
import { lockOfListed, type ListedWindow } from "@/lib/appraisal/rules";
import { readSubject } from "@/lib/appraisal/store";
import { forWhom, standsAs, waitsIn, wasReturned, withWindow } from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import { following, pageOf } from "@/lib/db/cursor";
import { read, type Reading } from "@/lib/db/read";
import { Prisma } from "@/lib/db/generated/client";
import { dossierToDecide } from "@/lib/dossier/queries/dossier";
import { readReadingQueue } from "@/lib/dossier/store";
import type { DecisionDossier, Place, ReadingQueue } from "@/lib/dossier/types";
import type { ApprovalFilter } from "./schema";
import type { TopPage, TopRow } from "./types";

const TOP_PAGE_SIZE = 50;

const order = Prisma.sql`a.state_since, a.id, v.position`;

/** The scores this reader must approve, for `FROM … WHERE …`. */
function waitingFor(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    FROM appraisal a
      JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
      JOIN value_score s ON s.appraisal_id = a.id AND s.side = 'manager' AND s.needs_approval
      JOIN value v ON v.id = s.value_id
    WHERE ${waitsIn(["approval"])}
      AND ${standsAs(actor, "approver")}
      AND ((SELECT g.verdict FROM approval g
        WHERE g.appraisal_id = a.id AND g.value_key = v.key AND g.half_points = s.half_points
        ORDER BY g.round DESC, g.sequence DESC LIMIT 1) IS DISTINCT FROM 'approved'
        OR (SELECT g.verdict FROM approval g
          WHERE g.appraisal_id = a.id AND g.value_key = v.key AND g.verdict <> 'asked'
          ORDER BY g.round DESC, g.sequence DESC LIMIT 1) = 'declined')`;
}

interface ListedTop extends Omit<TopRow, "locked">, ListedWindow {
  readonly closesAt: Date | null;
  readonly position: number;
}

export async function readTops(actor: Actor, filter: ApprovalFilter, now: Date): Promise<TopPage> {
  return read(actor, async (tx) => {
    const listed = await readListed(tx, actor, filter);
    const counts = await readCounts(tx, actor);
    const page = pageOf(listed, TOP_PAGE_SIZE, (row) => ({
      at: row.since,
      id: row.appraisalId,
      position: row.position,
    }));
    const rows = page.rows.map((row) => ({ ...row, locked: lockOfListed(row, "approval", now) }));
    return { ...page, rows, ...counts };
  });
}

function readListed(tx: Reading, actor: Actor, filter: ApprovalFilter): Promise<ListedTop[]> {
  return tx.$queryRaw<ListedTop[]>`
    WITH waiting AS MATERIALIZED (
      SELECT a.id, a.version, a.state_since, a.employee_id, a.cycle_id, c.paused_at, c.year, c.quarter, a.department_id, a.manager_id,
        v.id AS value_id, v.key, v.name, v.position, s.half_points, s.max_half_points, s.justification,
        ${wasReturned} AS returned, ${forWhom(actor, "approver")} AS deputy_for
      ${waitingFor(actor)} ${following(filter.after, order)}
      ORDER BY ${order}
      LIMIT ${TOP_PAGE_SIZE + 1}
    )
    SELECT q.id::text AS "appraisalId", q.version, q.state_since AS since, q.position::int AS position,
      json_build_object('year', q.year, 'quarter', q.quarter) AS cycle, q.paused_at AS "pausedAt", q.deputy_for AS "deputyFor", w.opens_at AS "opensAt", w.closes_at AS "closesAt", q.returned, e.name, e.number, d.name AS department, d.name_en AS "departmentEn",
      m.name AS "managerName", q.key AS value, q.name AS "valueName", q.half_points::int AS "halfPoints",
      q.max_half_points::int AS "maxHalfPoints", char_length(btrim(q.justification)) AS written,
      (SELECT count(*)::int FROM appraisal_case k
        WHERE k.appraisal_id = q.id AND k.value_id = q.value_id AND k.kind = 'supports') AS cases,
      (SELECT json_build_object('by', b.name, 'byFor', (SELECT away.name FROM audit_event v JOIN employee away ON away.id = v.for_id
            WHERE v.appraisal_id = h.appraisal_id AND v.actor_id = h.by_id AND v.at = h.at AND v.for_id IS NOT NULL LIMIT 1))
        FROM hr_verification h JOIN employee b ON b.id = h.by_id
        WHERE h.appraisal_id = q.id AND h.value_key = q.key AND h.half_points = q.half_points AND h.verdict = 'confirmed'
        ORDER BY h.round DESC, h.sequence DESC LIMIT 1) AS "verifiedBy"
    FROM waiting q
      JOIN employee e ON e.id = q.employee_id
      JOIN employee m ON m.id = q.manager_id
      JOIN department d ON d.id = q.department_id
      ${withWindow("approval", "q")}
    ORDER BY q.state_since, q.id, q.position`;
}

async function readCounts(
  tx: Reading,
  actor: Actor,
): Promise<{ waiting: number; decided: number }> {
  const [row] = await tx.$queryRaw<{ waiting: number; decided: number }[]>`
    SELECT (SELECT count(*)::int ${waitingFor(actor)}) AS waiting,
      (SELECT count(*)::int FROM approval g
        JOIN appraisal a ON a.id = g.appraisal_id JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
        WHERE g.by_id = ${actor.employeeId}::uuid) AS decided`;
  return row ?? { waiting: 0, decided: 0 };
}

/** The dossier of a sheet this reader approves; anybody else's standing opens it elsewhere. */
export async function readTopDossier(
  actor: Actor,
  appraisalId: string,
  now: Date,
): Promise<DecisionDossier | null> {
  return read(actor, async (tx) => {
    const subject = await readSubject(tx, appraisalId);
    if (subject === null || !may(actor, "approval.decide", subject).ok) return null;
    return dossierToDecide(tx, actor, subject, { as: "approver", now });
  });
}

/** What waits for this approver, the longest waiting first, around one score. */
export function readTopQueue(actor: Actor, place: Place, now: Date): Promise<ReadingQueue> {
  const waiting = Prisma.sql`
    SELECT a.id, a.employee_id, v.key AS value, v.name AS value_name, s.half_points, s.max_half_points,
      NULL::text AS mark, row_number() OVER (ORDER BY ${order}) AS place
    ${waitingFor(actor)}`;
  const sitting = { ...place, as: "approver", now, waiting } as const;
  return read(actor, (tx) => readReadingQueue(tx, actor, sitting));
}
