import "server-only";
import { may } from "@/lib/appraisal/permissions";
import { turnOf } from "@/lib/appraisal/stages";
import { inCharge, type Line } from "@/lib/appraisal/standing";
import { readSubject } from "@/lib/appraisal/store";
import {
  hasBegun,
  hasRoom,
  inStates,
  inWindowOf,
  meets,
  notOwn,
  standsAs,
} from "@/lib/appraisal/where";
import { isHrPartner, type Actor } from "@/lib/authz/actor";
import { following, pageOf, parseCursor } from "@/lib/db/cursor";
import { read } from "@/lib/db/read";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { Prisma } from "@/lib/db/generated/client";
import { dossierFor } from "@/lib/dossier/queries";
import type { Dossier } from "@/lib/dossier/types";
import { isFew } from "@/lib/small-groups/rules";
import { departmentCounts, statesOf, type DepartmentCounts } from "./rules";
import type { AuditFilter } from "./schema";
import { isFive, queueFrom, recordOpening, stuckFrom } from "./store";
import type {
  AuditCycle,
  ProgressPage,
  QueueCounts,
  QueueDepartment,
  QueueKind,
  QueuePage,
  QueueRow,
  StuckPage,
  StuckRow,
} from "./types";

export const QUEUE_PAGE_SIZE = 50;

const order = Prisma.sql`a.state_since, a.id, v.position`;

/**
 * The audit room is HR's, and the navigation offers it to HR partners alone; an HR administrator without a grant who goes
 * there is answered why it is empty, everyone else finds no such page.
 */
export function hasAuditRoom(actor: Actor): boolean {
  return isHrPartner(actor) || actor.isHrAdmin;
}

const kindOf: Readonly<Record<QueueKind, Prisma.Sql>> = {
  all: Prisma.empty,
  must: Prisma.sql`AND NOT ${isFive}`,
  five: Prisma.sql`AND ${isFive}`,
};

interface ListedScore extends QueueRow {
  readonly stateSince: Date;
  readonly position: number;
}

/** The scores this HR partner must verify, the longest waiting first. */
export async function readQueue(actor: Actor, filter: AuditFilter): Promise<QueuePage> {
  return read(actor, async (tx) => {
    const listed = await readListed(tx, actor, filter);
    const counts = await readQueueCounts(tx, actor, filter);
    const departments = await readQueueDepartments(tx, actor, filter);
    const page = pageOf(listed, QUEUE_PAGE_SIZE, (row) => ({
      at: row.stateSince,
      id: row.appraisalId,
      position: row.position,
    }));
    return { ...page, counts, departments };
  });
}

function inDepartment(id: string | undefined): Prisma.Sql {
  return id === undefined ? Prisma.empty : Prisma.sql`AND p.department_id = ${id}::uuid`;
}

function readListed(tx: Tx, actor: Actor, filter: AuditFilter): Promise<ListedScore[]> {
  return tx.$queryRaw<ListedScore[]>`
    WITH waiting AS MATERIALIZED (
      SELECT a.id, a.version, a.state_since, a.employee_id, c.id AS cycle_id, c.year, c.quarter, p.department_id,
        v.id AS value_id, v.key, v.name, v.position, v.gated, s.half_points, s.max_half_points, s.justification,
        s.audit_reason, s.needs_view
      ${queueFrom(actor, filter.cycle)} ${kindOf[filter.kind]} ${inDepartment(filter.department)} ${following(filter.after, order)}
      ORDER BY ${order}
      LIMIT ${QUEUE_PAGE_SIZE + 1}
    )
    SELECT q.id::text AS "appraisalId", q.version, q.state_since AS "stateSince", q.position::int AS position,
      json_build_object('year', q.year, 'quarter', q.quarter) AS cycle, w.closes_at AS "closesAt",
      e.name, e.number, d.name AS department, d.name_en AS "departmentEn",
      q.key AS value, q.name AS "valueName", q.gated, q.half_points::int AS "halfPoints",
      q.max_half_points::int AS "maxHalfPoints", q.audit_reason AS reason, q.needs_view AS "needsView",
      (SELECT count(*)::int FROM rung r WHERE r.value_id = q.value_id) AS rungs,
      char_length(btrim(q.justification)) AS written,
      cases.supporting, cases.contradicting
    FROM waiting q
      JOIN employee e ON e.id = q.employee_id
      JOIN department d ON d.id = q.department_id
      JOIN stage_window w ON w.cycle_id = q.cycle_id AND ${inWindowOf("hr_audit")}
      CROSS JOIN LATERAL (SELECT
        count(*) FILTER (WHERE k.kind = 'supports')::int AS supporting,
        count(*) FILTER (WHERE k.kind = 'contradicts')::int AS contradicting
        FROM appraisal_case k WHERE k.appraisal_id = q.id AND k.value_id = q.value_id) cases
    ORDER BY q.state_since, q.id, q.position`;
}

async function readQueueCounts(
  tx: Tx,
  actor: Actor,
  { cycle, department }: AuditFilter,
): Promise<QueueCounts> {
  const [row] = await tx.$queryRaw<{ all: number; five: number }[]>`
    SELECT count(*)::int AS all, (count(*) FILTER (WHERE ${isFive}))::int AS five
    ${queueFrom(actor, cycle)} ${inDepartment(department)}`;
  const { all, five } = row ?? { all: 0, five: 0 };
  return { all, five, must: all - five };
}

function readQueueDepartments(
  tx: Tx,
  actor: Actor,
  { cycle }: AuditFilter,
): Promise<QueueDepartment[]> {
  return tx.$queryRaw<QueueDepartment[]>`
    SELECT d.id::text AS id, d.name, d.name_en AS "nameEn", found.waiting
    FROM (
      SELECT p.department_id, count(*)::int AS waiting ${queueFrom(actor, cycle)} GROUP BY p.department_id
    ) found
      JOIN department d ON d.id = found.department_id
    ORDER BY found.waiting DESC, d.code
    LIMIT ${QUEUE_PAGE_SIZE}`;
}

/** The dossier for HR in charge. Opening it is recorded in the trail. */
export async function openAuditDossier(
  actor: Actor,
  appraisalId: string,
  now: Date,
): Promise<Dossier | null> {
  const opened = await inTransaction(async (tx) => {
    const subject = await readSubject(tx, appraisalId);
    if (subject === null || !may(actor, "hr.read", subject).ok) return null;
    const { cycleId, employeeId } = subject;
    await recordOpening(tx, actor, { appraisalId, cycleId, employeeId }, now);
    return subject;
  });
  return opened && read(actor, (tx) => dossierFor(tx, actor, opened, "hr"));
}

const UNITS_PAGE_SIZE = 30;

/** How far every granted department is in one cycle; counts only. Reviews, audit and approval are one part, so no count gives away a 5. */
export async function readProgress(actor: Actor, filter: AuditFilter): Promise<ProgressPage> {
  const { cycle, units: asked } = filter;
  // Where another department stands in the order of codes is nothing for this reader.
  const after = asked !== undefined && actor.hrDepartmentIds.has(asked) ? asked : null;
  if (cycle === undefined) return { units: [], next: null };
  const found = await read(
    actor,
    (tx) => tx.$queryRaw<DepartmentCounts[]>`
    SELECT d.id::text AS id, d.name, d.name_en AS "nameEn", count(*)::int AS people,
      (count(*) FILTER (WHERE ${inStates(statesOf("self"))} AND a.version = 1))::int AS untouched,
      (count(*) FILTER (WHERE ${inStates(statesOf("self"))} AND a.version > 1))::int AS self,
      (count(*) FILTER (WHERE ${inStates(statesOf("manager"))}))::int AS manager,
      (count(*) FILTER (WHERE ${inStates(statesOf("checks"))}))::int AS checks,
      (count(*) FILTER (WHERE ${inStates(statesOf("done"))}))::int AS done
    FROM appraisal a
      JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open'
      JOIN participant p ON p.id = a.participant_id
      JOIN department d ON d.id = p.department_id
    WHERE a.cycle_id = ${cycle}::uuid AND ${notOwn(actor)} AND ${meets(actor, inCharge)}
    GROUP BY d.id
    ORDER BY d.code`,
  );
  const all = departmentCounts(found);
  const from = all.findIndex(({ id }) => id === after) + 1;
  const units = all.slice(from, from + UNITS_PAGE_SIZE);
  return { units, next: from + units.length < all.length ? (units.at(-1)?.id ?? null) : null };
}

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
        json_build_object('employeeId', a.employee_id, 'managerId', p.manager_id, 'secondLevelId', p.second_level_id,
          'hrPartnerId', p.hr_partner_id, 'approverId', p.approver_id) AS line,
        (SELECT json_object_agg(named.id, named.name) FROM employee named WHERE named.id IN
          (a.employee_id, p.manager_id, p.second_level_id, p.hr_partner_id, p.approver_id)) AS names
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

interface FoundCycle extends Omit<AuditCycle, "window" | "inSelfReview"> {
  readonly inSelfReview: number;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** The open cycles with people in this actor's charge, the newest first, and how many sheets stand where in each. */
export async function readAuditCycles(actor: Actor, now: Date): Promise<AuditCycle[]> {
  const found = await read(
    actor,
    (tx) => tx.$queryRaw<FoundCycle[]>`
      SELECT c.id::text AS id, c.year, c.quarter, w.opens_at AS "opensAt", w.closes_at AS "closesAt", ${hasBegun(now)} AS begun,
        counted.*
      FROM cycle c
        JOIN stage_window w ON w.cycle_id = c.id AND ${inWindowOf("hr_audit")}
        CROSS JOIN LATERAL (SELECT
          (count(*) FILTER (WHERE ${inStates(["self_review"])}))::int AS "inSelfReview",
          (count(*) FILTER (WHERE ${inStates(["hr_audit"])}))::int AS "inAudit",
          (count(*) FILTER (WHERE ${inStates(["approval"])}))::int AS "inApproval"
        FROM appraisal a JOIN participant p ON p.id = a.participant_id
        WHERE a.cycle_id = c.id AND ${standsAs(actor, "hr")}) counted
      WHERE c.state = 'open' AND ${hasRoom(actor, "hr", Prisma.sql`p.cycle_id = c.id`)}
      ORDER BY c.year DESC, c.quarter DESC`,
  );
  return found.map(({ opensAt, closesAt, inSelfReview, ...cycle }) => ({
    ...cycle,
    inSelfReview: isFew(inSelfReview) ? null : inSelfReview,
    window: { opensAt, closesAt },
  }));
}

/** Everything the audit room shows: of the cycle asked for, or of every open one. Progress is always one cycle's: the newest that has begun. */
export async function readAuditPage(actor: Actor, asked: AuditFilter, now: Date) {
  const cycles = await readAuditCycles(actor, now);
  const filter = { ...asked, cycle: cycles.find(({ id }) => id === asked.cycle)?.id };
  const shown = cycles.find(({ id }) => id === filter.cycle);
  const running = shown ?? cycles.find(({ begun }) => begun) ?? cycles[0] ?? null;
  const [queue, progress, stuck] = await Promise.all([
    readQueue(actor, filter),
    readProgress(actor, { ...filter, cycle: running?.id }),
    readStuck(actor, filter, now),
  ]);
  return { cycles, filter, queue, progress, running, stuck };
}
