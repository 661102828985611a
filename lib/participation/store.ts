import "server-only";
import { chain, doneStates } from "@/lib/appraisal/stages";
import { writeChange, type AppraisalSet, type LoadedSubject } from "@/lib/appraisal/store";
import type { AppraisalState, StageWindow } from "@/lib/appraisal/types";
import { inStates, stillIn } from "@/lib/appraisal/where";
import type { CommandContext } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import type { Reading } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import type { RecordedEvent } from "@/lib/events/event";
import { eventInsert } from "@/lib/events/record";
import { meantNumber } from "@/lib/people/store";
import type { CycleChangeKind, ExemptReason } from "./types";

/** Rows of who is in a cycle inside a caller's transaction. Nothing here decides who may change them. */

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly departmentId: string;
  readonly hasLeft: boolean;
  /** Null: not in the cycle at all. */
  readonly participant: {
    readonly id: string;
    readonly exemptReason: ExemptReason | null;
    readonly sheet: {
      readonly id: string;
      readonly state: AppraisalState;
      readonly ended: boolean;
      readonly ownWindows: readonly StageWindow[];
    } | null;
  } | null;
}

/** By 工号, in whatever spelling, or by a name only one has; null for nobody. */
export async function findPerson(
  tx: Reading,
  cycleId: string,
  number: string,
): Promise<FoundPerson | null> {
  const row = await tx.employee.findUnique({
    where: { numberKey: await meantNumber(tx, number) },
    select: {
      id: true,
      name: true,
      number: true,
      departmentId: true,
      status: true,
      participations: {
        where: { cycleId },
        select: {
          id: true,
          exemptReason: true,
          appraisal: {
            select: {
              id: true,
              state: true,
              endedAt: true,
              ownWindows: { select: { stage: true, opensAt: true, closesAt: true } },
            },
          },
        },
      },
    },
  });
  if (row === null) return null;
  const { status, participations, ...about } = row;
  const [found] = participations;
  const person = { ...about, hasLeft: status === "left" };
  if (found === undefined) return { ...person, participant: null };
  const { appraisal, ...participant } = found;
  const sheet = appraisal && { ...appraisal, ended: appraisal.endedAt !== null };
  return { ...person, participant: { ...participant, sheet } };
}

interface Change {
  readonly cycleId: string;
  readonly kind: CycleChangeKind;
  readonly employeeId?: string;
  readonly departmentId?: string;
  readonly windows?: readonly StageWindow[];
  readonly reason: string;
}

/** In the transaction of the change itself: at its end the database asks for the row. */
export async function insertChanges(
  tx: Tx,
  { actor, now }: CommandContext,
  changes: readonly Change[],
): Promise<void> {
  await tx.cycleChange.createMany({
    data: changes.map(({ windows, ...change }) => ({
      ...change,
      ...(windows === undefined ? {} : { windows: windows.map(asJson) }),
      ...{ byId: actor.employeeId, at: now },
    })),
  });
}

const asJson = ({ stage, opensAt, closesAt }: StageWindow) => ({
  stage,
  opensAt: opensAt.toISOString(),
  closesAt: closesAt.toISOString(),
});

/** A change of whether its person is in the cycle, and whatever comes with it. */
interface Ending {
  readonly set: AppraisalSet & { readonly endedAt: Date | null };
  readonly events: readonly RecordedEvent[];
}

/** The sheet, locked, ends where it is, or is somebody's turn again. */
export async function endSheet(
  tx: Tx,
  { actor, now }: CommandContext,
  { appraisalId, cycleId, employeeId }: LoadedSubject,
  { set, events }: Ending,
): Promise<void> {
  const about = { actorId: actor.employeeId, at: now, appraisalId, cycleId, employeeId };
  await writeChange(tx, appraisalId, set, eventInsert(about, events));
}

/** An objection is still decided, whoever raised it is there or not. */
const goesOn = chain.where(({ next, part }) => next.length > 0 && part !== "done");

/** A person's sheets that are not done in open cycles, with the participant of each. */
export function readUnfinished(tx: Reading, employeeId: string) {
  return tx.appraisal.findMany({
    where: {
      ...{ employeeId, endedAt: null, cycle: { state: "open" } },
      state: { in: [...goesOn] },
    },
    select: { id: true, cycleId: true, participantId: true, state: true },
    orderBy: { id: "asc" },
  });
}

export interface Reached {
  readonly appraisalId: string;
  readonly employeeId: string;
}

/** The sheets of a department and everything below it that are not done. */
export function readSheetsBelow(
  tx: Reading,
  cycleId: string,
  departmentId: string,
): Promise<Reached[]> {
  return tx.$queryRaw<Reached[]>`
    WITH RECURSIVE unit (id) AS (
      SELECT ${departmentId}::uuid
      UNION
      SELECT d.id FROM department d JOIN unit ON d.parent_id = unit.id
    )
    SELECT a.id::text AS "appraisalId", a.employee_id::text AS "employeeId"
    FROM appraisal a JOIN unit ON unit.id = a.department_id
    WHERE a.cycle_id = ${cycleId}::uuid AND ${stillIn} AND NOT ${inStates(doneStates)}
    ORDER BY a.id`;
}

/** Sets the deadline of a stage for these sheets; one that is later already stays. */
export async function extendSheets(
  tx: Tx,
  sheets: readonly Reached[],
  { stage, to }: { readonly stage: StageWindow["stage"]; readonly to: Date },
): Promise<void> {
  const ids = sheets.map(({ appraisalId }) => appraisalId);
  await tx.$executeRaw`
    INSERT INTO own_window (appraisal_id, stage, opens_at, closes_at)
    SELECT a.id, given.stage, given.opens_at, ${to}::timestamptz
    FROM appraisal a JOIN stage_window given ON given.cycle_id = a.cycle_id AND given.stage = ${stage}::"Stage"
    WHERE a.id = ANY(${ids}::uuid[])
    ON CONFLICT (appraisal_id, stage) DO UPDATE SET closes_at = greatest(own_window.closes_at, EXCLUDED.closes_at)`;
}

/** Which of these sheets have until then or longer already. */
export async function readLater(
  tx: Reading,
  sheets: readonly Reached[],
  { stage, to }: { readonly stage: StageWindow["stage"]; readonly to: Date },
): Promise<ReadonlySet<string>> {
  const ids = sheets.map(({ appraisalId }) => appraisalId);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT appraisal_id::text AS id FROM own_window
    WHERE appraisal_id = ANY(${ids}::uuid[]) AND stage = ${stage}::"Stage" AND closes_at >= ${to}::timestamptz`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * Gives a sheet that has come to a department the time its people were given: the latest deadline of each stage of any
 * extension of that department or one above it, moved by the pauses since. What is later already stays.
 */
export async function joinExtensions(tx: Tx, appraisalId: string, timeZone: string): Promise<void> {
  await tx.$executeRaw`
    WITH RECURSIVE unit (id, parent_id) AS (
      SELECT d.id, d.parent_id FROM department d JOIN appraisal a ON a.department_id = d.id WHERE a.id = ${appraisalId}::uuid
      UNION
      SELECT d.id, d.parent_id FROM department d JOIN unit ON d.id = unit.parent_id
    )
    INSERT INTO own_window (appraisal_id, stage, opens_at, closes_at)
    SELECT a.id, given.stage, given.opens_at,
      max((w."closesAt" AT TIME ZONE ${timeZone} + paused.days * interval '1 day') AT TIME ZONE ${timeZone})
    FROM appraisal a
      JOIN cycle_change g ON g.cycle_id = a.cycle_id AND g.kind = 'extended'
      JOIN unit ON unit.id = g.department_id
      CROSS JOIN LATERAL jsonb_to_recordset(g.windows) AS w (stage "Stage", "closesAt" timestamptz)
      JOIN stage_window given ON given.cycle_id = a.cycle_id AND given.stage = w.stage
      CROSS JOIN LATERAL (SELECT coalesce(sum((v.payload->>'days')::int), 0) AS days FROM audit_event v
        WHERE v.cycle_id = a.cycle_id AND v.kind = 'cycle.resumed' AND v.at > g.at) paused
    WHERE a.id = ${appraisalId}::uuid
    GROUP BY a.id, given.stage, given.opens_at
    ON CONFLICT (appraisal_id, stage) DO UPDATE SET closes_at = greatest(own_window.closes_at, EXCLUDED.closes_at)`;
}

/** Gives a sheet windows of its own from the beginning, or anew where it had some. */
export async function giveWindows(
  tx: Tx,
  appraisalId: string,
  windows: readonly StageWindow[],
): Promise<void> {
  const rows = JSON.stringify(windows.map(asJson));
  await tx.$executeRaw`
    INSERT INTO own_window (appraisal_id, stage, opens_at, closes_at)
    SELECT ${appraisalId}::uuid, w.stage, w."opensAt", w."closesAt"
    FROM jsonb_to_recordset(${rows}::jsonb) AS w (stage "Stage", "opensAt" timestamptz, "closesAt" timestamptz)
    ON CONFLICT (appraisal_id, stage) DO UPDATE
      SET opens_at = EXCLUDED.opens_at, closes_at = greatest(own_window.closes_at, EXCLUDED.closes_at)`;
}

/** Those of single sheets, moved like the cycle's: see `movedByPause`. */
export async function moveOwnWindows(
  tx: Tx,
  cycleId: string,
  pause: { readonly since: Date; readonly days: number; readonly timeZone: string },
): Promise<void> {
  const { since, days, timeZone } = pause;
  const moved = (
    column: Prisma.Sql,
  ) => Prisma.sql`CASE WHEN ${column} <= ${since}::timestamptz THEN ${column}
    ELSE (${column} AT TIME ZONE ${timeZone} + ${days}::int * interval '1 day') AT TIME ZONE ${timeZone} END`;
  await tx.$executeRaw`
    UPDATE own_window o SET opens_at = ${moved(Prisma.sql`o.opens_at`)}, closes_at = ${moved(Prisma.sql`o.closes_at`)}
    FROM appraisal a WHERE a.id = o.appraisal_id AND a.cycle_id = ${cycleId}::uuid`;
}

/** Why a cycle was paused the last time. */
export async function readPauseReason(tx: Reading, cycleId: string): Promise<string> {
  const row = await tx.cycleChange.findFirst({
    where: { cycleId, kind: "paused" },
    orderBy: { sequence: "desc" },
    select: { reason: true },
  });
  return row?.reason ?? "";
}

const changeSelect = {
  id: true,
  kind: true,
  employee: { select: { id: true, name: true, number: true } },
  department: { select: { name: true, nameEn: true } },
  cycle: { select: { year: true, quarter: true } },
  windows: true,
  reason: true,
  by: { select: { name: true } },
  at: true,
} satisfies Prisma.CycleChangeSelect;

/** The latest first. */
export function readChanges(tx: Reading, where: Prisma.CycleChangeWhereInput) {
  return tx.cycleChange.findMany({
    where,
    orderBy: [{ at: "desc" }, { sequence: "desc" }],
    take: 50,
    select: changeSelect,
  });
}
