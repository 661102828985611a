import "server-only";
import { stepOf } from "@/lib/appraisal/stages";
import { askingOf, waitsIn, type Asking } from "@/lib/appraisal/where";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import type { Reading } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { unitLines } from "@/lib/departments/store";
import { readLines } from "@/lib/people/store";
import {
  openStates,
  postsOf,
  type Candidate,
  type Candidates,
  type Moved,
  type MovedUnit,
  type People,
} from "./rules";
import { handOverLimits, type FallenRow, type HeldSheet, type Holder, type Way } from "./types";

/** Rows of hand-overs inside a caller's transaction. Nothing here decides who may see or change them. */

/** Over `appraisal a` and its `cycle c`: a sheet that somebody has yet to bring to its result. */
export const underWay = Prisma.sql`c.state = 'open' AND ${waitsIn(openStates)}`;

/** Over `appraisal a`: whether whoever asks answers for the sheet, the same as `mayHandOverIn`. */
const inCharge = ({ isHrAdmin, isHrOf }: Asking) =>
  Prisma.sql`(${isHrAdmin} OR ${isHrOf(Prisma.sql`a.department_id`)})`;

interface HeldRow extends Omit<HeldSheet, "posts" | "step">, People {
  readonly state: AppraisalState;
  readonly employeeId: string;
}

/** The sheets under way this person holds in any post, as far as the reader answers for them. */
export async function readHeld(tx: Reading, reader: Actor, personId: string): Promise<HeldSheet[]> {
  const rows = await tx.$queryRaw<HeldRow[]>`
    SELECT a.id::text AS "appraisalId", e.name, e.number, c.year, c.quarter, a.state, a.employee_id AS "employeeId",
      a.manager_id AS "managerId", a.second_level_id AS "secondLevelId", a.approver_id AS "approverId",
      a.hr_partner_id AS "hrPartnerId"
    FROM appraisal a JOIN cycle c ON c.id = a.cycle_id JOIN employee e ON e.id = a.employee_id
    WHERE ${underWay} AND ${inCharge(askingOf(reader))} AND (a.manager_id = ${personId}::uuid OR a.second_level_id = ${personId}::uuid
      OR a.approver_id = ${personId}::uuid OR a.hr_partner_id = ${personId}::uuid)
    ORDER BY c.year, c.quarter, e.number`;
  return rows.map((row) => toHeld(row, reader.employeeId, postsOf(row, personId)));
}

/** The person's own sheets under way that somebody else than `managerId` scores. */
export async function readOwnHeld(
  tx: Tx,
  reader: Pick<Actor, "employeeId">,
  employeeId: string,
  managerId: string,
): Promise<(HeldSheet & { readonly managerId: string })[]> {
  const rows = await tx.$queryRaw<(HeldRow & { managerId: string })[]>`
    SELECT a.id::text AS "appraisalId", e.name, e.number, c.year, c.quarter, a.state, a.employee_id AS "employeeId", a.manager_id AS "managerId"
    FROM appraisal a JOIN cycle c ON c.id = a.cycle_id JOIN employee e ON e.id = a.employee_id
    WHERE ${underWay} AND a.employee_id = ${employeeId}::uuid AND a.manager_id <> ${managerId}::uuid
    ORDER BY c.year, c.quarter`;
  return rows.map((row) => ({
    ...toHeld(row, reader.employeeId, ["manager"]),
    managerId: row.managerId,
  }));
}

/** The person's own sheets under way that are in another department. */
export async function readOwnIn(
  tx: Tx,
  reader: Pick<Actor, "employeeId">,
  employeeId: string,
  departmentId: string,
): Promise<HeldSheet[]> {
  const rows = await tx.$queryRaw<Omit<HeldRow, keyof People>[]>`
    SELECT a.id::text AS "appraisalId", e.name, e.number, c.year, c.quarter, a.state, a.employee_id AS "employeeId"
    FROM appraisal a JOIN cycle c ON c.id = a.cycle_id JOIN employee e ON e.id = a.employee_id
    WHERE ${underWay} AND a.employee_id = ${employeeId}::uuid AND a.department_id <> ${departmentId}::uuid
    ORDER BY c.year, c.quarter`;
  return rows.map((row) => toHeld(row, reader.employeeId, ["department"]));
}

function toHeld(
  row: Omit<HeldRow, keyof People>,
  readerId: string,
  posts: HeldSheet["posts"],
): HeldSheet {
  const { appraisalId, name, number, year, quarter, state } = row;
  const step = row.employeeId === readerId ? null : stepOf(state);
  return { appraisalId, name, number, year, quarter, step, posts };
}

/** The sheets of those asked for, with the name of who holds each as its manager now. */
export function readTaken(tx: Tx, appraisalIds: readonly string[]) {
  return tx.$queryRaw<{ name: string; number: string; holder: string }[]>`
    SELECT e.name, e.number, m.name AS holder
    FROM appraisal a JOIN employee e ON e.id = a.employee_id JOIN employee m ON m.id = a.manager_id
    WHERE a.id = ANY(${[...appraisalIds]}::uuid[]) ORDER BY e.number`;
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

/** Who can take over in the line of a person, as opening a cycle would find them. */
export async function readAbove(tx: Tx, personId: string): Promise<Candidate[]> {
  const line = (await readLines(tx, [personId])).get(personId) ?? [];
  const all = idsOf(line);
  return line.flatMap(({ id, here }, index) => (here ? [{ id, line: all.slice(index + 1) }] : []));
}

/** The division of a department and who can take over there, as opening a cycle would find them. */
export interface Unit extends Pick<Candidates, "heads" | "partners"> {
  readonly divisionId: string;
}

interface UnitRow {
  readonly id: string;
  readonly divisionId: string;
  readonly heads: readonly string[];
  readonly partners: readonly string[];
}

export async function readUnits(
  tx: Tx,
  departmentIds: readonly string[],
): Promise<(departmentId: string) => Unit> {
  const some = Prisma.sql`d.id = ANY(${[...new Set(departmentIds)]}::uuid[])`;
  const rows = await tx.$queryRaw<UnitRow[]>`
    SELECT department_id::text AS id, division_id::text AS "divisionId", coalesce(heads, '{}')::text[] AS heads,
      coalesce(partners, '{}')::text[] AS partners
    FROM (${unitLines(some)}) unit`;
  const lines = await readLines(
    tx,
    rows.flatMap(({ heads, partners }) => [...heads, ...partners]),
  );
  const withLine = (id: string) => ({ id, line: idsOf(lines.get(id) ?? []) });
  const units = new Map(
    rows.map(({ id, divisionId, heads, partners }) => [
      id,
      { divisionId, heads: heads.map(withLine), partners: partners.map(withLine) },
    ]),
  );
  return (id) => units.get(id) ?? { divisionId: id, heads: [], partners: [] };
}

/** Of these sheets those whose work the person did or had done: scored, agreed, audited, asked, approved or declined. */
export async function readActedOn(
  tx: Tx,
  appraisalIds: readonly string[],
  personId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT appraisal_id::text AS id FROM audit_event
    WHERE appraisal_id = ANY(${[...appraisalIds]}::uuid[]) AND ${personId}::uuid IN (actor_id, for_id)
      AND kind ~ '^(manager|second_level|hr|approval)[.]' AND kind !~ '[.](re)?opened'`;
  return new Set(idsOf(rows));
}

export interface HandOverRow {
  readonly id: string;
  readonly moved: Moved | MovedUnit;
  /** Null of a department and a division. */
  readonly way: Way | null;
  readonly fell: boolean;
  readonly draft: Prisma.InputJsonObject | null;
}

interface Given {
  readonly appraisalId: string;
  /** The appraisal's, before the hand-over. */
  readonly version: number;
  readonly reason: string;
  readonly note: string;
  readonly byId: string;
  readonly at: Date;
}

/** Before the change itself, which the database asks for when the transaction ends. */
export async function insertHandOvers(
  tx: Tx,
  { appraisalId, version, reason, note, byId, at }: Given,
  rows: readonly HandOverRow[],
): Promise<void> {
  await tx.handOver.createMany({
    data: rows.map(({ id, moved: { post, from, to }, way, fell, draft }) => ({
      ...{ id, appraisalId, version: version + 1, post, way, fell },
      ...(way === null ? { fromUnitId: from, toUnitId: to } : { fromId: from, toId: to }),
      ...{ reason, note: way === "sealed" ? note : "", byId, at },
      ...(draft === null ? {} : { draft }),
    })),
  });
}

/** A hand-over is asked for its change when the transaction ends; before a sheet changes hands again in it, it is asked now. */
export async function askHandOvers(tx: Tx): Promise<void> {
  await tx.$executeRaw`SET CONSTRAINTS hand_over_took_place, appraisal_changes_hands_openly IMMEDIATE`;
  await tx.$executeRaw`SET CONSTRAINTS hand_over_took_place, appraisal_changes_hands_openly DEFERRED`;
}

/** For a query of the client: the changes of its manager, the last first. */
export const managersBefore = {
  where: { post: "manager" },
  orderBy: { version: "desc" },
  take: 20,
  select: { at: true, way: true, note: true, draft: true, from: { select: { name: true } } },
} satisfies Prisma.Appraisal$handOversArgs;

/** The holders of sheets under way who are not there. */
export function readAbsent(tx: Reading, reader: Actor): Promise<Holder[]> {
  return tx.$queryRaw<Holder[]>`
    WITH held AS (
      SELECT holder.id, a.id AS appraisal_id
      FROM appraisal a JOIN cycle c ON c.id = a.cycle_id
        CROSS JOIN LATERAL (VALUES (a.manager_id), (a.second_level_id), (a.approver_id), (a.hr_partner_id)) AS holder (id)
      WHERE ${underWay} AND ${inCharge(askingOf(reader))}
    )
    SELECT e.id::text AS id, e.name, e.number, e.status, count(DISTINCT held.appraisal_id)::int AS sheets
    FROM held JOIN employee e ON e.id = held.id AND e.status <> 'active'
    GROUP BY e.id ORDER BY e.number LIMIT 50`;
}

/**
 * Over `hand_over h` and its `appraisal a` and `cycle c`: what fell to the next in line, nobody of HR has looked at and
 * nobody handed on since. Of one's own sheet another of HR looks at it.
 */
const fallenUnseen = (who: Asking) => Prisma.sql`h.fell AND ${underWay} AND ${inCharge(who)}
  AND a.employee_id <> ${who.employeeId}
  AND NOT EXISTS (SELECT FROM hand_over_look look WHERE look.hand_over_id = h.id)
  AND NOT EXISTS (SELECT FROM hand_over next WHERE next.appraisal_id = h.appraisal_id AND next.post = h.post AND next.version > h.version)`;

const fallenFrom = Prisma.sql`hand_over h JOIN appraisal a ON a.id = h.appraisal_id JOIN cycle c ON c.id = a.cycle_id`;

/** For SELECT: how many of these wait for whoever asks. */
export const countFallen = (who: Asking): Prisma.Sql =>
  Prisma.sql`(SELECT count(*)::int FROM ${fallenFrom} WHERE ${fallenUnseen(who)})`;

/** What fell to the next in line and waits for HR, the latest first. */
export function readFallen(tx: Reading, reader: Actor): Promise<FallenRow[]> {
  return tx.$queryRaw<FallenRow[]>`
    SELECT h.id::text AS id, e.name, e.number, h.post, t.id::text AS "toId", t.name AS "to", h.at
    FROM ${fallenFrom} JOIN employee e ON e.id = a.employee_id LEFT JOIN employee t ON t.id = h.to_id
    WHERE ${fallenUnseen(askingOf(reader))}
    ORDER BY h.at DESC, h.id LIMIT ${handOverLimits.sheets}`;
}

/** Notes that somebody of HR has looked at these; answers the sheets of those that still waited for it. */
export function insertLooks(
  tx: Tx,
  reader: Actor,
  ids: readonly string[],
  at: Date,
): Promise<{ readonly handOverId: string; readonly appraisalId: string }[]> {
  return tx.$queryRaw`
    WITH seen AS (
      INSERT INTO hand_over_look (hand_over_id, by_id, at)
      SELECT h.id, ${reader.employeeId}::uuid, ${at}::timestamptz FROM ${fallenFrom}
      WHERE h.id = ANY(${[...ids]}::uuid[]) AND ${fallenUnseen(askingOf(reader))}
      ON CONFLICT DO NOTHING RETURNING hand_over_id
    ) SELECT h.id::text AS "handOverId", h.appraisal_id::text AS "appraisalId"
      FROM seen JOIN hand_over h ON h.id = seen.hand_over_id`;
}

export async function readHolder(tx: Reading, personId: string) {
  return tx.employee.findUnique({
    where: { id: personId },
    select: { id: true, name: true, number: true, status: true },
  });
}
