import "server-only";
import { may } from "@/lib/appraisal/permissions";
import { lockOfListed, type ListedWindow } from "@/lib/appraisal/rules";
import { turnOf, type StatePart } from "@/lib/appraisal/stages";
import type { Line } from "@/lib/appraisal/standing";
import { lockSubject } from "@/lib/appraisal/store";
import {
  forWhom,
  hasBegun,
  hasRoom,
  inStates,
  inWindowOf,
  standsAs,
  stillIn,
  wasReturned,
  withWindow,
} from "@/lib/appraisal/where";
import { isDeputyIn, isHrPartner, type Actor } from "@/lib/authz/actor";
import { following, pageOf, parseCursor } from "@/lib/db/cursor";
import { inTurn, read, type Reading } from "@/lib/db/read";
import { inTransaction } from "@/lib/db/transaction";
import { Prisma } from "@/lib/db/generated/client";
import { dossierToDecide } from "@/lib/dossier/queries/dossier";
import { readReadingQueue } from "@/lib/dossier/store";
import type { DecisionDossier, Place, ReadingQueue } from "@/lib/dossier/types";
import { progressParts, unitsInCharge } from "@/lib/progress/rules";
import { readUnits } from "@/lib/progress/store";
import { sumOfShown, type ShownCount } from "@/lib/small-groups/rules";
import { readWaitingTeams } from "@/lib/sample/queries";
import type { AuditFilter } from "./schema";
import {
  inDepartment,
  isFive,
  isSample,
  kindOf,
  markOf,
  needsView,
  queueFrom,
  recordOpening,
  stuckFrom,
  waitsSince,
} from "./store";
import type {
  AuditCycle,
  ProgressPage,
  QueueDepartment,
  QueuePage,
  QueueRow,
  StuckPage,
  StuckRow,
  UnitProgress,
} from "./types";

export const QUEUE_PAGE_SIZE = 50;

const order = Prisma.sql`${waitsSince}, a.id, v.position`;

/** HR's, and HR administrators' while a sheet waits that no partner may audit; one who comes before is told why it is empty. */
export function hasAuditRoom(actor: Actor): boolean {
  return isHrPartner(actor) || isDeputyIn("hr", actor) || actor.isHrAdmin;
}

interface ListedScore extends Omit<QueueRow, "locked" | "noPartner">, ListedWindow {
  readonly departmentId: string;
  readonly stateSince: Date;
  readonly closesAt: Date | null;
  readonly position: number;
}

/** The scores this HR partner must verify, the longest waiting first. */
export async function readQueue(actor: Actor, filter: AuditFilter, now: Date): Promise<QueuePage> {
  return read(actor, async (tx) => {
    const listed = await readListed(tx, actor, filter);
    const { counts, departments } = await readQueueFigures(tx, actor, filter);
    const page = pageOf(
      listed,
      QUEUE_PAGE_SIZE,
      ({ stateSince: at, appraisalId: id, position }) => ({
        ...{ at, id, position },
      }),
    );
    const rows = page.rows.map((row) => ({
      ...row,
      noPartner: row.deputyFor === null && !actor.hrDepartmentIds.has(row.departmentId),
      locked: lockOfListed(row, "hr_audit", now),
    }));
    return { ...page, rows, counts, departments };
  });
}

function readListed(tx: Reading, actor: Actor, filter: AuditFilter): Promise<ListedScore[]> {
  return tx.$queryRaw<ListedScore[]>`
    WITH waiting AS MATERIALIZED (
      SELECT a.id, ${waitsSince} AS state_since, a.employee_id, c.id AS cycle_id, c.paused_at, c.year, c.quarter, a.department_id,
        v.id AS value_id, v.key, v.name, v.position, s.half_points, s.max_half_points, s.justification,
        ${markOf} AS reason, ${needsView} AS needs_view, ${wasReturned} AS returned,
        a.second_level_id IS NOT NULL AND a.second_level_id = a.approver_id AS one_reviewer, ${forWhom(actor, "hr")} AS deputy_for
      ${queueFrom(actor, filter.cycle)} ${kindOf[filter.kind]} ${inDepartment(filter.department)} ${following(filter.after, order)}
      ORDER BY ${order}
      LIMIT ${QUEUE_PAGE_SIZE + 1}
    )
    SELECT q.id::text AS "appraisalId", q.state_since AS "stateSince", q.position::int AS position,
      json_build_object('year', q.year, 'quarter', q.quarter) AS cycle, q.paused_at AS "pausedAt", w.opens_at AS "opensAt", w.closes_at AS "closesAt", q.returned,
      e.name, e.number, d.id::text AS "departmentId", d.name AS department, d.name_en AS "departmentEn",
      q.key AS value, q.name AS "valueName", q.half_points::int AS "halfPoints",
      q.max_half_points::int AS "maxHalfPoints", q.reason, q.needs_view AS "needsView", q.one_reviewer AS "oneReviewer", q.deputy_for AS "deputyFor",
      char_length(btrim(q.justification)) AS written,
      cases.supporting, cases.contradicting
    FROM waiting q
      JOIN employee e ON e.id = q.employee_id
      JOIN department d ON d.id = q.department_id
      ${withWindow("hr_audit", "q")}
      CROSS JOIN LATERAL (SELECT
        count(*) FILTER (WHERE k.kind = 'supports')::int AS supporting,
        count(*) FILTER (WHERE k.kind = 'contradicts')::int AS contradicting
        FROM appraisal_case k WHERE k.appraisal_id = q.id AND k.value_id = q.value_id) cases
    ORDER BY q.state_since, q.id, q.position`;
}

interface WaitingIn extends QueueDepartment {
  readonly five: number;
  readonly sample: number;
}

/** How much waits: of one department where it is asked for, and in each. */
async function readQueueFigures(
  tx: Reading,
  actor: Actor,
  { cycle, department }: AuditFilter,
): Promise<Pick<QueuePage, "counts" | "departments">> {
  const all = await tx.$queryRaw<WaitingIn[]>`
    SELECT d.id::text AS id, d.name, d.name_en AS "nameEn", found.waiting, found.five, found.sample
    FROM (
      SELECT a.department_id, count(*)::int AS waiting, (count(*) FILTER (WHERE ${isFive}))::int AS five,
        (count(*) FILTER (WHERE ${isSample}))::int AS sample
      ${queueFrom(actor, cycle)} GROUP BY a.department_id
    ) found
      JOIN department d ON d.id = found.department_id
    ORDER BY found.waiting DESC, d.code`;
  const asked = all.filter(({ id }) => department === undefined || id === department);
  const sum = (of: (row: WaitingIn) => number) => asked.reduce((total, row) => total + of(row), 0);
  const [waiting, five, sample] = [
    sum((row) => row.waiting),
    sum((row) => row.five),
    sum((row) => row.sample),
  ];
  return {
    counts: { all: waiting, five, sample, must: waiting - five - sample },
    departments: all
      .slice(0, QUEUE_PAGE_SIZE)
      .map(({ five: _five, sample: _sample, ...listed }) => listed),
  };
}

/** The dossier for HR in charge. Opening it is recorded in the trail. */
export async function openAuditDossier(
  actor: Actor,
  appraisalId: string,
  now: Date,
): Promise<DecisionDossier | null> {
  const opened = await inTransaction(async (tx) => {
    const subject = await lockSubject(tx, appraisalId);
    if (subject === null || !may(actor, "hr.read", subject).ok) return null;
    const { cycleId, employeeId } = subject;
    await recordOpening(tx, actor, { appraisalId, cycleId, employeeId }, now);
    return subject;
  });
  return opened && read(actor, (tx) => dossierToDecide(tx, actor, opened, { as: "hr", now }));
}

const UNITS_PAGE_SIZE = 30;

/** How far everybody in this actor's charge is in one cycle, by department; counts only. */
function progressPage(all: readonly UnitProgress[], from: number): ProgressPage {
  const shown = all.filter(({ depth, past }) => depth === 0 || past !== null);
  const to = from + UNITS_PAGE_SIZE;
  return {
    units: shown.slice(from, to),
    ...{ small: all.length - shown.length, next: to < shown.length ? to : null },
  };
}

async function readInCharge(tx: Reading, actor: Actor, cycleId: string): Promise<UnitProgress[]> {
  const { departments, pages } = await readUnits(tx, actor, cycleId);
  return unitsInCharge(departments, pages, actor.hrDepartmentIds).flatMap((unit) => {
    const name = departments.find(({ id }) => id === unit.id)?.name;
    return name === undefined ? [] : [{ ...unit, name }];
  });
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

interface FoundCycle extends Omit<AuditCycle, "window" | "inSelfReview"> {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

interface CycleInCharge {
  readonly cycle: AuditCycle;
  readonly units: readonly UnitProgress[];
}

/** The open cycles with people in this actor's charge, the newest first, and how many sheets stand where in each. */
function readCyclesInCharge(actor: Actor, now: Date): Promise<CycleInCharge[]> {
  return read(actor, async (tx) => {
    const found = await tx.$queryRaw<FoundCycle[]>`
      SELECT c.id::text AS id, c.year, c.quarter, w.opens_at AS "opensAt", w.closes_at AS "closesAt", ${hasBegun(now)} AS begun,
        counted.*
      FROM cycle c
        JOIN stage_window w ON w.cycle_id = c.id AND ${inWindowOf("hr_audit")}
        CROSS JOIN LATERAL (SELECT
          (count(*) FILTER (WHERE ${inStates(["hr_audit"])}))::int AS "inAudit",
          (count(*) FILTER (WHERE ${inStates(["approval"])}))::int AS "inApproval"
        FROM appraisal a
        WHERE a.cycle_id = c.id AND ${stillIn} AND ${standsAs(actor, "hr")}) counted
      WHERE c.state = 'open' AND ${hasRoom(actor, "hr", Prisma.sql`c.id`)}
      ORDER BY c.year DESC, c.quarter DESC`;
    return inTurn(found, async ({ opensAt, closesAt, ...cycle }) => {
      const units = await readInCharge(tx, actor, cycle.id);
      const inSelfReview = inPart(units, "self");
      return { cycle: { ...cycle, inSelfReview, window: { opensAt, closesAt } }, units };
    });
  });
}

/** From the units alone: beside them another sum would tell of those they hide. */
function inPart(units: readonly UnitProgress[], part: StatePart): ShownCount {
  const index = progressParts.indexOf(part);
  const topmost = units.filter(({ depth }) => depth === 0);
  return sumOfShown(topmost.map(({ parts }) => parts?.[index] ?? null));
}

/** Everything the audit room shows: of the cycle asked for, or of every open one. Progress is always one cycle's: the newest that has begun. */
export async function readAuditPage(actor: Actor, asked: AuditFilter, now: Date) {
  const found = await readCyclesInCharge(actor, now);
  const cycles = found.map(({ cycle }) => cycle);
  const filter = { ...asked, cycle: cycles.find(({ id }) => id === asked.cycle)?.id };
  const shown = cycles.find(({ id }) => id === filter.cycle);
  const running = shown ?? cycles.find(({ begun }) => begun) ?? cycles[0] ?? null;
  const units = found.find(({ cycle }) => cycle === running)?.units ?? [];
  const progress = progressPage(units, asked.units);
  const [queue, stuck, waiting] = await Promise.all([
    readQueue(actor, filter, now),
    readStuck(actor, filter, now),
    readWaitingTeams(actor, filter.cycle),
  ]);
  return { cycles, filter, queue, progress, running, stuck, waiting };
}

/** What waits for this HR partner, the longest waiting first, around one score. */
export function readAuditQueue(actor: Actor, place: Place, now: Date): Promise<ReadingQueue> {
  const waiting = Prisma.sql`
    SELECT a.id, a.employee_id, v.key AS value, v.name AS value_name, s.half_points, s.max_half_points,
      ${markOf} AS mark, row_number() OVER (ORDER BY ${order}) AS place
    ${queueFrom(actor, undefined)}`;
  const sitting = { ...place, as: "hr", now, waiting } as const;
  return read(actor, (tx) => readReadingQueue(tx, actor, sitting));
}
