import "server-only";
import type { Actor } from "@/lib/authz/actor";
import { Prisma, type Appraisal } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { Relation } from "./standing";
import type { AppraisalSubject, Stage } from "./types";
import { standsAs } from "./where";

/** Rows of one appraisal for commands and queries. Nothing here decides who may see them. */

export interface LoadedSubject extends AppraisalSubject {
  readonly returned: boolean;
}

/** An address typed by hand is absent like any other; Postgres would take it for an error. */
function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

interface SubjectRow extends Omit<LoadedSubject, "windows"> {
  readonly windows: readonly {
    readonly stage: Stage;
    readonly opensAt: string;
    readonly closesAt: string;
  }[];
}

export async function readSubject(tx: Tx, appraisalId: string): Promise<LoadedSubject | null> {
  if (!isUuid(appraisalId)) return null;
  const [row] = await tx.$queryRaw<SubjectRow[]>`
    SELECT a.id AS "appraisalId", a.cycle_id AS "cycleId", c.state AS "cycleState", a.state, a.version, a.round,
      a.employee_id AS "employeeId", p.manager_id AS "managerId", p.second_level_id AS "secondLevelId",
      p.department_id AS "departmentId", p.division_id AS "divisionId", p.approver_id AS "approverId",
      p.hr_partner_id AS "hrPartnerId",
      ARRAY(SELECT by_id FROM hr_verification WHERE appraisal_id = a.id) AS "auditorIds",
      ARRAY(SELECT by_id FROM approval WHERE appraisal_id = a.id) AS "voterIds",
      (SELECT json_agg(json_build_object('stage', stage, 'opensAt', opens_at, 'closesAt', closes_at))
        FROM stage_window WHERE cycle_id = a.cycle_id) AS windows,
      -- A sheet on its second round may meet windows that closed while it was being mended; nobody could move it then.
      a.returned_from IS NOT NULL OR a.round > 1
        OR EXISTS (SELECT FROM return_note WHERE appraisal_id = a.id) AS returned
    FROM appraisal a JOIN participant p ON p.id = a.participant_id JOIN cycle c ON c.id = a.cycle_id
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
  return { ...row, windows: times };
}

/**
 * The same, with two locks until the transaction ends: on the appraisal, and on its cycle against closing, so that nothing
 * is written once a cycle is closed. The first statement only locks and the second reads, because the first may wait for
 * a lock, and what it had read of other rows could be old by then.
 */
export async function lockSubject(tx: Tx, appraisalId: string): Promise<LoadedSubject | null> {
  if (!isUuid(appraisalId)) return null;
  await tx.$queryRaw`
    SELECT a.id FROM appraisal a JOIN cycle c ON c.id = a.cycle_id
    WHERE a.id = ${appraisalId}::uuid FOR UPDATE OF a FOR SHARE OF c`;
  return readSubject(tx, appraisalId);
}

/** What a command may change on an appraisal's own row, by the columns' names in the database. */
const ownColumns = {
  state: "state",
  stateSince: "state_since",
  returnedFrom: "returned_from",
  round: "round",
  selfSubmittedAt: "self_submitted_at",
  selfTotal: "self_total",
  managerSubmittedAt: "manager_submitted_at",
  managerTotal: "manager_total",
  band: "band",
  finalAt: "final_at",
  publishedAt: "published_at",
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
  tx: Tx,
  actor: Actor,
  relations: readonly Relation[],
): Promise<boolean> {
  const standing = relations.map((relation) => Prisma.sql`(${standsAs(actor, relation)})`);
  const [found] = await tx.$queryRaw<readonly { readonly stands: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM appraisal a JOIN participant p ON p.id = a.participant_id
      WHERE ${Prisma.join(standing, " OR ")}
    ) AS stands`;
  return found?.stands === true;
}
