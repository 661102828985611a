import "server-only";
import type { Actor } from "@/lib/authz/actor";
import { Prisma, type Appraisal } from "@/lib/db/generated/client";
import type { Reading } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import type { Relation } from "./standing";
import { chain } from "./stages";
import type { AppraisalSubject, Stage } from "./types";
import {
  keepsApproverApart,
  opensToLater,
  partnersOfSheet,
  presentManager,
  standsAs,
  wasReturned,
  windowsOfSheet,
} from "./where";

/** Rows of one appraisal for commands and queries. Nothing here decides who may see them. */

export interface LoadedSubject extends AppraisalSubject {
  readonly returned: boolean;
}

/** An address typed by hand is absent like any other; Postgres would take it for an error. */
function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

interface SubjectRow extends Omit<LoadedSubject, "windows" | "turn"> {
  readonly windows: readonly {
    readonly stage: Stage;
    readonly opensAt: string;
    readonly closesAt: string;
  }[];
}

/** Who did something at an instant, to the name of whom it was done for. */
export type DoneFor = (byId: string | null, at: Date | null) => string | null;

interface Act {
  readonly byId: string;
  readonly at: Date;
  /** Whom it was done for. */
  readonly name: string;
}

const deputiesActs = (appraisalId: string) => Prisma.sql`
    SELECT DISTINCT v.actor_id::text AS "byId", v.at, away.name
    FROM audit_event v JOIN employee away ON away.id = v.for_id
    WHERE v.appraisal_id = ${appraisalId}::uuid AND v.for_id IS NOT NULL`;

function doneForOf(acts: readonly Act[]): DoneFor {
  const names = new Map(acts.map(({ byId, at, name }) => [`${byId} ${at.getTime()}`, name]));
  return (byId, at) => names.get(`${byId ?? ""} ${at?.getTime() ?? 0}`) ?? null;
}

/** What deputies did on one sheet: an act and its event are of one instant. */
export async function readDoneFor(tx: Reading, appraisalId: string): Promise<DoneFor> {
  return doneForOf(await tx.$queryRaw<Act[]>(deputiesActs(appraisalId)));
}

/** The same, and the names of these people, in one statement. */
export async function readSigners(
  tx: Reading,
  appraisalId: string,
  ids: readonly (string | null)[],
) {
  const rows = await tx.$queryRaw<(Omit<Act, "at"> & { readonly at: Date | null })[]>`
    SELECT id::text AS "byId", NULL::timestamptz AS at, name FROM employee WHERE id = ANY(${[...new Set(ids.filter((id) => id !== null))]}::uuid[])
    UNION ALL ${deputiesActs(appraisalId)}`;
  const names = new Map(rows.flatMap(({ at, byId, name }) => (at === null ? [[byId, name]] : [])));
  const acts = rows.flatMap(({ at, ...act }) => (at === null ? [] : [{ ...act, at }]));
  const nameOf = (id: string | null): string => names.get(id ?? "") ?? "";
  return { nameOf, doneFor: doneForOf(acts) };
}

const done = (
  whose: "actor_id" | "for_id",
  work: string,
) => Prisma.sql`SELECT ${Prisma.raw(whose)} FROM audit_event
  WHERE appraisal_id = a.id AND for_id IS NOT NULL AND kind LIKE ${`${work}.%`}`;

/** Who did the work of the post before it was handed over, or in another's name: holding alone is not scoring. */
const parts = (post: "manager" | "second_level") => Prisma.sql`ARRAY(
  SELECT from_id FROM hand_over former WHERE appraisal_id = a.id AND post = ${post}::"HandOverPost"
    AND EXISTS (SELECT FROM audit_event WHERE appraisal_id = a.id AND actor_id = former.from_id AND kind LIKE ${`${post}.%`})
  UNION ALL ${done("actor_id", post)})`;

/** Who had a deputy do the work. */
const had = (work: "hr" | "approval") => done("for_id", work);

export async function readSubject(tx: Reading, appraisalId: string): Promise<LoadedSubject | null> {
  if (!isUuid(appraisalId)) return null;
  const [row] = await tx.$queryRaw<SubjectRow[]>`
    SELECT a.id AS "appraisalId", a.cycle_id AS "cycleId", c.state AS "cycleState", a.state, a.version, a.round, a.edition,
      a.employee_id AS "employeeId", a.manager_id AS "managerId", a.second_level_id AS "secondLevelId",
      a.department_id AS "departmentId", a.division_id AS "divisionId", a.approver_id AS "approverId",
      a.hr_partner_id AS "hrPartnerId",
      a.published_at IS NOT NULL AS published, ${keepsApproverApart} AS "approverApart",
      ARRAY(SELECT CASE person_id WHEN a.employee_id THEN other_id ELSE person_id END FROM declared_relation
        WHERE ended_at IS NULL AND confirmed_at IS NOT NULL AND a.employee_id IN (person_id, other_id)) AS "relatedIds",
      ${parts("manager")} AS "scorerIds", ${parts("second_level")} AS "reviewerIds",
      ARRAY(SELECT by_id FROM hr_verification WHERE appraisal_id = a.id UNION ALL ${had("hr")}) AS "auditorIds",
      ARRAY(SELECT by_id FROM approval WHERE appraisal_id = a.id UNION ALL ${had("approval")}) AS "voterIds",
      ${partnersOfSheet} AS "partnerIds", (${presentManager}) AS "presentManagerId", ${opensToLater} AS "opensToLater",
      c.paused_at AS "pausedAt", a.ended_at AS "endedAt", ${windowsOfSheet} AS windows,
      ${wasReturned} AS returned
    FROM appraisal a JOIN cycle c ON c.id = a.cycle_id
    WHERE a.id = ${appraisalId}::uuid`;
  return row === undefined ? null : toSubject(row);
}

/** Windows come as the texts JSON has for times. */
function toSubject({ windows, ...row }: SubjectRow): LoadedSubject {
  const times = windows.map(({ stage, opensAt, closesAt }) => ({
    stage,
    opensAt: new Date(opensAt),
    closesAt: new Date(closesAt),
  }));
  return { ...row, turn: chain.row(row.state).turn, windows: times };
}

/**
 * The same, with two locks until the transaction ends: on the appraisal, and on its cycle against closing, so that nothing
 * is written once a cycle is closed. The first statement only locks and the second reads, because the first may wait for
 * a lock, and what it had read of other rows could be old by then. The cycle comes first: who holds it alone may go on to its
 * sheets.
 */
export async function lockSubject(tx: Tx, appraisalId: string): Promise<LoadedSubject | null> {
  if (!isUuid(appraisalId)) return null;
  await tx.$queryRaw`
    SELECT a.id FROM appraisal a JOIN cycle c ON c.id = a.cycle_id
    WHERE a.id = ${appraisalId}::uuid FOR SHARE OF c FOR UPDATE OF a`;
  return readSubject(tx, appraisalId);
}

/** What a command may change on an appraisal's own row, by the columns' names in the database. */
const ownColumns = {
  state: "state",
  stateSince: "state_since",
  returnedFrom: "returned_from",
  round: "round",
  edition: "edition",
  selfSubmittedAt: "self_submitted_at",
  selfTotal: "self_total",
  managerSubmittedAt: "manager_submitted_at",
  managerTotal: "manager_total",
  band: "band",
  managerId: "manager_id",
  secondLevelId: "second_level_id",
  approverId: "approver_id",
  hrPartnerId: "hr_partner_id",
  departmentId: "department_id",
  divisionId: "division_id",
  finalAt: "final_at",
  publishedAt: "published_at",
  endedAt: "ended_at",
} as const;

const allColumns = Prisma.raw(Object.values(ownColumns).join(", "));

export type AppraisalSet = Partial<Pick<Appraisal, keyof typeof ownColumns>>;

/** Raises the version and records the events with it, in one statement. */
export async function writeChange(
  tx: Tx,
  appraisalId: string,
  set: AppraisalSet,
  events: Prisma.Sql,
): Promise<void> {
  const given: Readonly<Record<string, unknown>> = set;
  const columns = Object.entries(ownColumns).filter(([name]) => given[name] !== undefined);
  const row = JSON.stringify(
    Object.fromEntries(columns.map(([name, column]) => [column, given[name]])),
  );
  await tx.$executeRaw`
    WITH recorded AS (${events})
    UPDATE appraisal SET version = version + 1, (${allColumns}) = (
      SELECT ${allColumns} FROM json_populate_record(appraisal, ${row}::json)
    ) WHERE id = ${appraisalId}::uuid`;
}

/** Whether the actor stands to any appraisal in one of these relations. */
export async function standsAnywhere(
  tx: Reading,
  actor: Actor,
  relations: readonly Relation[],
): Promise<boolean> {
  const standing = relations.map((relation) => Prisma.sql`(${standsAs(actor, relation)})`);
  const [found] = await tx.$queryRaw<readonly { readonly stands: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM appraisal a WHERE ${Prisma.join(standing, " OR ")}
    ) AS stands`;
  return found?.stands === true;
}
