import "server-only";
import { may } from "@/lib/appraisal/permissions";
import { readSubject } from "@/lib/appraisal/store";
import { inStates, inWindowOf, standsAs } from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import { following, pageOf } from "@/lib/db/cursor";
import { read } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/lib/db/generated/client";
import { dossierFor } from "@/lib/dossier/queries";
import type { Dossier } from "@/lib/dossier/types";
import type { ApprovalFilter } from "./schema";
import type { TopPage, TopRow } from "./types";

const TOP_PAGE_SIZE = 50;

const order = Prisma.sql`a.state_since, a.id, v.position`;

/** The scores this reader must approve, for `FROM … WHERE …`. */
function waitingFor(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    FROM appraisal a
      JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
      JOIN participant p ON p.id = a.participant_id
      JOIN value_score s ON s.appraisal_id = a.id AND s.side = 'manager' AND s.needs_approval
      JOIN value v ON v.id = s.value_id
    WHERE ${inStates(["approval"])}
      AND ${standsAs(actor, "approver")}
      AND (SELECT g.verdict FROM approval g
        WHERE g.appraisal_id = a.id AND g.value_key = v.key AND g.half_points = s.half_points
        ORDER BY g.round DESC LIMIT 1) IS DISTINCT FROM 'approved'`;
}

interface ListedTop extends TopRow {
  readonly position: number;
}

export async function readTops(actor: Actor, filter: ApprovalFilter): Promise<TopPage> {
  return read(actor, async (tx) => {
    const listed = await readListed(tx, actor, filter);
    const counts = await readCounts(tx, actor);
    const page = pageOf(listed, TOP_PAGE_SIZE, (row) => ({
      at: row.since,
      id: row.appraisalId,
      position: row.position,
    }));
    return { ...page, ...counts };
  });
}

function readListed(tx: Tx, actor: Actor, filter: ApprovalFilter): Promise<ListedTop[]> {
  return tx.$queryRaw<ListedTop[]>`
    WITH waiting AS MATERIALIZED (
      SELECT a.id, a.version, a.state_since, a.employee_id, a.cycle_id, c.year, c.quarter, p.department_id, p.manager_id,
        v.id AS value_id, v.key, v.name, v.position, s.half_points, s.max_half_points, s.justification
      ${waitingFor(actor)} ${following(filter.after, order)}
      ORDER BY ${order}
      LIMIT ${TOP_PAGE_SIZE + 1}
    )
    SELECT q.id::text AS "appraisalId", q.version, q.state_since AS since, q.position::int AS position,
      json_build_object('year', q.year, 'quarter', q.quarter) AS cycle, w.closes_at AS "closesAt", e.name, e.number, d.name AS department, d.name_en AS "departmentEn",
      m.name AS "managerName", q.key AS value, q.name AS "valueName", q.half_points::int AS "halfPoints",
      q.max_half_points::int AS "maxHalfPoints", char_length(btrim(q.justification)) AS written,
      (SELECT count(*)::int FROM appraisal_case k
        WHERE k.appraisal_id = q.id AND k.value_id = q.value_id AND k.kind = 'supports') AS cases,
      (SELECT b.name FROM hr_verification h JOIN employee b ON b.id = h.by_id
        WHERE h.appraisal_id = q.id AND h.value_key = q.key AND h.half_points = q.half_points AND h.verdict = 'confirmed'
        ORDER BY h.round DESC, h.sequence DESC LIMIT 1) AS "verifiedBy"
    FROM waiting q
      JOIN employee e ON e.id = q.employee_id
      JOIN employee m ON m.id = q.manager_id
      JOIN department d ON d.id = q.department_id
      JOIN stage_window w ON w.cycle_id = q.cycle_id AND ${inWindowOf("approval")}
    ORDER BY q.state_since, q.id, q.position`;
}

async function readCounts(tx: Tx, actor: Actor): Promise<{ waiting: number; decided: number }> {
  const [row] = await tx.$queryRaw<{ waiting: number; decided: number }[]>`
    SELECT (SELECT count(*)::int ${waitingFor(actor)}) AS waiting,
      (SELECT count(*)::int FROM approval g
        JOIN appraisal a ON a.id = g.appraisal_id JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
        WHERE g.by_id = ${actor.employeeId}::uuid) AS decided`;
  return row ?? { waiting: 0, decided: 0 };
}

/** The dossier of a sheet this reader approves; anybody else's standing opens it elsewhere. */
export async function readTopDossier(actor: Actor, appraisalId: string): Promise<Dossier | null> {
  return read(actor, async (tx) => {
    const subject = await readSubject(tx, appraisalId);
    if (subject === null || !may(actor, "approval.decide", subject).ok) return null;
    return dossierFor(tx, actor, subject, "approver");
  });
}
