import "server-only";
import { turnOf } from "@/lib/appraisal/stages";
import type { Line } from "@/lib/appraisal/standing";
import type { Actor } from "@/lib/authz/actor";
import { pageOf, parseCursor } from "@/lib/db/cursor";
import { read } from "@/lib/db/read";
import { Prisma } from "@/lib/db/generated/client";
import type { AuditFilter } from "../schema";
import { stuckFrom } from "../store";
import type { StuckPage, StuckRow } from "../types";

const STUCK_PAGE_SIZE = 10;

interface FoundStuck extends Omit<StuckRow, "holder"> {
  readonly line: Line;
  /** By id. */
  readonly names: Readonly<Record<string, string>>;
}

/** HR asks itself: its own turn has no name to ask. */
function toStuckRow({ line, names, ...row }: FoundStuck): StuckRow {
  const turn = turnOf({ ...line, state: row.state });
  const asked = turn === null || turn.relation === "hr" ? null : turn.personId;
  return { ...row, holder: asked === null ? null : (names[asked] ?? null) };
}

/** Sheets that do not move: objected to, past their window, handed back and not mended, or waiting long. */
export async function readStuck(actor: Actor, filter: AuditFilter, now: Date): Promise<StuckPage> {
  const cursor = parseCursor(filter.stuck);
  const after =
    cursor === null
      ? Prisma.empty
      : Prisma.sql`AND (a.state_since, a.id) > (${cursor.at}::timestamptz, ${cursor.id}::uuid)`;
  return read(actor, async (tx) => {
    const found = await tx.$queryRaw<FoundStuck[]>`
      SELECT a.id::text AS "appraisalId", e.name, e.number, d.name AS department, d.name_en AS "departmentEn",
        json_build_object('year', c.year, 'quarter', c.quarter) AS cycle, a.state, a.state_since AS since, w.closes_at AS "closesAt", stuck.kind,
        json_build_object('employeeId', a.employee_id, 'managerId', a.manager_id, 'secondLevelId', a.second_level_id,
          'hrPartnerId', a.hr_partner_id, 'approverId', a.approver_id) AS line,
        (SELECT json_object_agg(named.id, named.name) FROM employee named WHERE named.id IN
          (a.employee_id, a.manager_id, a.second_level_id, a.hr_partner_id, a.approver_id)) AS names
      ${stuckFrom(actor, filter.cycle, now)} ${after}
      ORDER BY a.state_since, a.id
      LIMIT ${STUCK_PAGE_SIZE + 1}`;
    const counted = await tx.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total ${stuckFrom(actor, filter.cycle, now)}`;
    const { rows, next } = pageOf(found, STUCK_PAGE_SIZE, (row) => ({
      at: row.since,
      id: row.appraisalId,
      position: 0,
    }));
    return { rows: rows.map(toStuckRow), total: counted[0]?.total ?? 0, next };
  });
}
