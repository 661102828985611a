import "server-only";
import type { Tx } from "@/lib/db/transaction";
import type { Prisma } from "@/lib/db/generated/client";
import { departmentNames } from "@/lib/departments/rules";
import { groupOf, statesOf } from "./rules";
import type { TeamGroup, TeamMember, TeamPerson } from "./types";

/** Rows of a manager's team. Nothing here decides who may see them. */

const participantSelect = {
  select: {
    employee: { select: { name: true, number: true } },
    department: { select: { name: true, nameEn: true } },
  },
} satisfies { select: Prisma.ParticipantSelect };

type ParticipantRow = Prisma.ParticipantGetPayload<typeof participantSelect>;

const memberSelect = {
  id: true,
  state: true,
  returnedFrom: true,
  selfTotal: true,
  managerTotal: true,
  participant: participantSelect,
} satisfies Prisma.AppraisalSelect;

type MemberRow = Prisma.AppraisalGetPayload<{ select: typeof memberSelect }>;

/** Whose reports, in which cycle, and which part of them in the order of their numbers. */
export interface TeamScope {
  readonly managerId: string;
  readonly cycleId: string;
  readonly group?: TeamGroup | undefined;
  readonly number?: Prisma.StringFilter;
}

/** Nobody scores themselves, so the manager's own sheet is never among the team's. */
export function teamWhere({
  managerId,
  cycleId,
  group,
  number,
}: TeamScope): Prisma.AppraisalWhereInput {
  return {
    cycleId,
    employeeId: { not: managerId },
    participant: {
      is: { managerId, cycleId, ...(number === undefined ? {} : { employee: { number } }) },
    },
    ...(group === undefined ? {} : { state: { in: statesOf(group) } }),
    ...(group === "returned" ? { returnedFrom: { not: null } } : {}),
    ...(group === "to_score" ? { returnedFrom: null } : {}),
  };
}

export interface TeamSlice {
  readonly order: "asc" | "desc";
  readonly take: number;
}

export function findMembers(tx: Tx, scope: TeamScope, { order, take }: TeamSlice) {
  return tx.appraisal.findMany({
    where: teamWhere(scope),
    orderBy: { participant: { employee: { number: order } } },
    take,
    select: memberSelect,
  });
}

/** `values`: how many values a sheet has. */
export async function toMembers(
  tx: Tx,
  rows: readonly MemberRow[],
  values: number,
): Promise<TeamMember[]> {
  const scored = await readScored(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toMember(row, values, scored.get(row.id)));
}

/**
 * Values with a score by appraisal, absent where nothing was saved yet. Asked for just these people: counted inside the
 * list's own query, Postgres would group the whole table first.
 */
async function readScored(tx: Tx, ids: string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; scored: number }[]>`
    SELECT appraisal_id AS id, count(half_points)::int AS scored FROM value_score
    WHERE appraisal_id = ANY(${ids}::uuid[]) AND side = 'manager' GROUP BY appraisal_id`;
  return new Map(rows.map(({ id, scored }) => [id, scored]));
}

/** A draft total is nobody's business before it is handed in; after a return the mended one counts, not the old. */
function toMember(row: MemberRow, values: number, scored: number | undefined): TeamMember {
  return {
    appraisalId: row.id,
    person: toPerson(row.participant),
    group: groupOf(row.state, row.returnedFrom),
    state: row.state,
    returnedFrom: row.returnedFrom,
    started: scored !== undefined,
    valuesLeft: Math.max(values - (scored ?? 0), 0),
    selfTotal: row.state === "self_review" ? null : row.selfTotal,
    managerTotal: row.managerTotal,
  };
}

function toPerson(row: ParticipantRow): TeamPerson {
  return {
    name: row.employee.name,
    number: row.employee.number,
    department: departmentNames(row.department),
  };
}

export async function readHeadRow(tx: Tx, appraisalId: string) {
  const { participant, ...row } = await tx.appraisal.findUniqueOrThrow({
    where: { id: appraisalId },
    select: {
      returnedFrom: true,
      selfSubmittedAt: true,
      managerSubmittedAt: true,
      cycle: { select: { id: true, year: true, quarter: true, state: true } },
      participant: participantSelect,
    },
  });
  return { ...row, person: toPerson(participant) };
}
