import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
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
