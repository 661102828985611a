import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/lib/db/generated/client";
import { departmentNames } from "@/lib/departments/rules";
import { inStates, notOwn, notOwnWhere } from "@/lib/appraisal/where";
import { writtenIn } from "@/lib/sheet/rules";
import { groupOf, statesOf } from "./rules";
import {
  teamGroups,
  type SheetNote,
  type TeamGroup,
  type TeamMember,
  type TeamPerson,
} from "./types";

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
  scores: { where: { side: "manager" }, select: { halfPoints: true } },
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
    ...notOwnWhere({ employeeId: managerId }),
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

function inGroup(group: TeamGroup): Prisma.Sql {
  const returned = Prisma.sql`a.returned_from IS ${group === "returned" ? Prisma.sql`NOT NULL` : Prisma.sql`NULL`}`;
  const states = inStates(statesOf(group));
  return group === "returned" || group === "to_score"
    ? Prisma.sql`${states} AND ${returned}`
    : states;
}

/** Where a sheet stands in the list: first what waits for the manager, then by number. */
const rank = Prisma.sql`CASE ${Prisma.join(
  teamGroups.map((group, index) => Prisma.sql`WHEN ${inGroup(group)} THEN ${index}::int`),
  " ",
)} END`;

/** A page of the team, and whether more follow; `after` is the last one of the page before. */
export async function findPage(
  tx: Tx,
  { managerId, cycleId, group }: Omit<TeamScope, "number">,
  { after, take }: { readonly after: string | null; readonly take: number },
): Promise<{ readonly rows: readonly MemberRow[]; readonly more: boolean }> {
  const among =
    group === undefined ? Prisma.sql`TRUE` : Prisma.sql`place = ${teamGroups.indexOf(group)}::int`;
  const from =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (place, number) > (SELECT place, number FROM team WHERE id = ${after}::uuid)`;
  const found = await tx.$queryRaw<{ id: string }[]>`
    WITH team AS (
      SELECT a.id, e.number, ${rank} AS place
      FROM appraisal a JOIN participant p ON p.id = a.participant_id JOIN employee e ON e.id = a.employee_id
      WHERE a.cycle_id = ${cycleId}::uuid AND p.manager_id = ${managerId}::uuid AND ${notOwn({ employeeId: managerId })}
    )
    SELECT id::text AS id FROM team WHERE ${among} ${from} ORDER BY place, number LIMIT ${take + 1}`;
  const ids = found.slice(0, take).map(({ id }) => id);
  const rows = await tx.appraisal.findMany({ where: { id: { in: ids } }, select: memberSelect });
  const inOrder = ids.flatMap((id) => rows.filter((row) => row.id === id));
  return { rows: inOrder, more: found.length > take };
}

/** `values`: how many values a sheet has. */
export function toMembers(rows: readonly MemberRow[], values: number): TeamMember[] {
  return rows.map((row) => toMember(row, values));
}

/** A draft total is nobody's business before it is handed in; after a return the mended one counts, not the old. */
function toMember(row: MemberRow, values: number): TeamMember {
  const scored = row.scores.filter(({ halfPoints }) => halfPoints !== null).length;
  return {
    appraisalId: row.id,
    person: toPerson(row.participant),
    group: groupOf(row.state, row.returnedFrom),
    state: row.state,
    returnedFrom: row.returnedFrom,
    started: row.scores.length > 0,
    valuesLeft: Math.max(values - scored, 0),
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

/** Only what goes to the manager or from the manager to the person; the second level's and HR's own exchanges do not. */
const notesSelect = {
  where: { toState: { in: Object.values(writtenIn) } },
  orderBy: [{ at: "desc" }, { id: "asc" }],
  take: 40,
  include: { by: { select: { name: true } } },
} satisfies Prisma.Appraisal$returnsArgs;

function toNote(note: Prisma.ReturnNoteGetPayload<typeof notesSelect>): SheetNote {
  return {
    id: note.id,
    from: note.fromState,
    to: note.toState,
    reason: note.reason,
    caseReason: note.caseReason,
    value: note.valueKey,
    rung: note.point,
    by: note.by.name,
    at: note.at,
    open: note.resolvedAt === null,
  };
}

export async function readHeadRow(tx: Tx, appraisalId: string) {
  const { participant, returns, ...row } = await tx.appraisal.findUniqueOrThrow({
    where: { id: appraisalId },
    select: {
      returnedFrom: true,
      selfSubmittedAt: true,
      managerSubmittedAt: true,
      cycle: { select: { id: true, year: true, quarter: true, state: true } },
      participant: participantSelect,
      returns: notesSelect,
    },
  });
  return { ...row, person: toPerson(participant), notes: returns.map(toNote) };
}
