import "server-only";
import type { Actor } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { conditionsOf, type Conditions, type Post, type Question, type Relation } from "./standing";
import type { AppraisalSubject } from "./types";

/** Rows of one appraisal for commands and queries. Nothing here decides who may see them. */

const subjectSelect = {
  id: true,
  cycleId: true,
  state: true,
  version: true,
  round: true,
  returnedFrom: true,
  employeeId: true,
  participant: {
    select: {
      managerId: true,
      secondLevelId: true,
      departmentId: true,
      divisionId: true,
      approverId: true,
      hrPartnerId: true,
    },
  },
  cycle: {
    select: { state: true, windows: { select: { stage: true, opensAt: true, closesAt: true } } },
  },
  verifications: { select: { byId: true, round: true } },
  _count: { select: { returns: true } },
} satisfies Prisma.AppraisalSelect;

type SubjectRow = Prisma.AppraisalGetPayload<{ select: typeof subjectSelect }>;

export interface LoadedSubject extends AppraisalSubject {
  readonly returned: boolean;
}

/** An address typed by hand is absent like any other; Postgres would take it for an error. */
function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

export async function readSubject(tx: Tx, appraisalId: string): Promise<LoadedSubject | null> {
  if (!isUuid(appraisalId)) return null;
  const row = await tx.appraisal.findUnique({ where: { id: appraisalId }, select: subjectSelect });
  return row === null ? null : toSubject(row);
}

/** The same, holding the appraisal's row until the transaction ends. */
export async function lockSubject(tx: Tx, appraisalId: string): Promise<LoadedSubject | null> {
  const locked = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id FROM appraisal WHERE id = ${appraisalId}::uuid FOR UPDATE`;
  if (locked.length === 0) return null;
  // Closing a cycle takes this row exclusively, so a write cannot slip in behind a closing cycle.
  await tx.$queryRaw`SELECT id FROM cycle WHERE id = (SELECT cycle_id FROM appraisal WHERE id = ${appraisalId}::uuid) FOR SHARE`;
  return readSubject(tx, appraisalId);
}

function toSubject(row: SubjectRow): LoadedSubject {
  return {
    appraisalId: row.id,
    cycleId: row.cycleId,
    cycleState: row.cycle.state,
    state: row.state,
    version: row.version,
    round: row.round,
    employeeId: row.employeeId,
    ...row.participant,
    auditorIds: row.verifications.map((v) => v.byId),
    windows: row.cycle.windows,
    // A sheet on its second round may meet windows that closed while it was being mended; nobody could move it then.
    returned: row.returnedFrom !== null || row.round > 1 || row._count.returns > 0,
  };
}

const columns: Readonly<Record<Post, Prisma.Sql>> = {
  employeeId: Prisma.sql`a.employee_id`,
  managerId: Prisma.sql`p.manager_id`,
  secondLevelId: Prisma.sql`p.second_level_id`,
  approverId: Prisma.sql`p.approver_id`,
};

const truth = (is: boolean) => (is ? Prisma.sql`TRUE` : Prisma.sql`FALSE`);

/** What the actor alone decides is written as a constant, which Postgres plans away. */
function yes(question: Question, actor: Actor): Prisma.Sql {
  switch (question.kind) {
    case "holds":
      return Prisma.sql`${columns[question.post]} = ${actor.employeeId}::uuid`;
    case "vacant":
      return Prisma.sql`${columns[question.post]} IS NULL`;
    case "hr_of_department": {
      const granted = [...actor.hrDepartmentIds];
      return granted.length === 0
        ? truth(false)
        : Prisma.sql`p.department_id = ANY(${granted}::uuid[])`;
    }
    case "hr_admin":
      return truth(actor.isHrAdmin);
    case "audited":
      return Prisma.sql`EXISTS (SELECT 1 FROM hr_verification heard
        WHERE heard.appraisal_id = a.id AND heard.by_id = ${actor.employeeId}::uuid)`;
  }
}

/** A post held by nobody is not held by the actor, so NULL must count as no. */
function no(question: Question, actor: Actor): Prisma.Sql {
  return question.kind === "holds"
    ? Prisma.sql`${columns[question.post]} IS DISTINCT FROM ${actor.employeeId}::uuid`
    : Prisma.sql`NOT ${yes(question, actor)}`;
}

/** For WHERE, FILTER and CASE, over `appraisal a` and its `participant p`: the same as `standingOf`, by the same table. */
export function meets(actor: Actor, { grounds, conflicts }: Conditions): Prisma.Sql {
  const granted = grounds.map((given) =>
    Prisma.join(
      given.map((question) => yes(question, actor)),
      " AND ",
    ),
  );
  const clear = conflicts.map((question) => no(question, actor));
  return Prisma.join([Prisma.sql`(${Prisma.join(granted, " OR ")})`, ...clear], " AND ");
}

export const standsAs = (actor: Actor, relation: Relation): Prisma.Sql =>
  meets(actor, conditionsOf(relation));

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
