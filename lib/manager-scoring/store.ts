import "server-only";
import type { Reading } from "@/lib/db/read";
import { Prisma } from "@/lib/db/generated/client";
import { departmentNames } from "@/lib/departments/rules";
import type { AppraisalState, Stage } from "@/lib/appraisal/types";
import { readDoneFor, type DoneFor } from "@/lib/appraisal/store";
import { forWhom, standsAs, stillIn, waitsIn, withWindow } from "@/lib/appraisal/where";
import type { Actor } from "@/lib/authz/actor";
import type { HalfPoints } from "@/lib/scoring";
import { takeOverOf } from "@/lib/hand-over/rules";
import { managersBefore } from "@/lib/hand-over/store";
import { awaitsDraw } from "@/lib/sample/store";
import { writtenIn } from "@/lib/sheet/rules";
import { tellsOfUnseen } from "@/lib/sheet/store/openings";
import { groupOf, isToScore, statesOf } from "./rules";
import {
  teamGroups,
  type SheetNote,
  type TeamGroup,
  type TeamMember,
  type TeamPerson,
} from "./types";

/** Rows of a manager's team. Nothing here decides who may see them. */

const personSelect = {
  employee: { select: { name: true, number: true } },
  department: { select: { name: true, nameEn: true } },
} satisfies Prisma.AppraisalSelect;

type PersonRow = Prisma.AppraisalGetPayload<{ select: typeof personSelect }>;

/** A sheet of the team in its list, as JSON. */
interface MemberRow {
  readonly id: string;
  readonly state: AppraisalState;
  readonly returnedFrom: AppraisalState | null;
  readonly ended: boolean;
  readonly due: string | null;
  readonly selfTotal: HalfPoints | null;
  readonly managerTotal: HalfPoints | null;
  readonly name: string;
  readonly number: string;
  readonly department: string;
  readonly departmentEn: string | null;
  readonly awaitsDraw: boolean;
  readonly deputyFor: string | null;
  /** Values of which the manager has saved anything, and those with a score. */
  readonly begun: number;
  readonly scored: number;
}

interface CountRow {
  readonly state: AppraisalState;
  readonly returnedFrom: AppraisalState | null;
  readonly ended: boolean;
  readonly count: number;
}

/** Whose team, in which cycle. */
interface TeamScope {
  readonly manager: Actor;
  readonly cycleId: string;
  /** How many values must be open to the manager before the self total is; 0 where no policy closes any. */
  readonly mustOpen: number;
}

const selfTotal = (mustOpen: number): Prisma.Sql =>
  mustOpen === 0
    ? Prisma.sql`m.self_total`
    : Prisma.sql`CASE WHEN ${mustOpen}::int <= (SELECT count(*) FROM self_review_opening o
        WHERE o.appraisal_id = a.id AND o.holder_id = a.manager_id) THEN m.self_total END`;

function inGroup(group: TeamGroup): Prisma.Sql {
  const returned = Prisma.sql`a.returned_from IS ${group === "returned" ? Prisma.sql`NOT NULL` : Prisma.sql`NULL`}`;
  if (group === "ended") return Prisma.sql`NOT ${stillIn}`;
  const states = waitsIn(statesOf(group));
  return isToScore(group) ? Prisma.sql`${states} AND ${returned}` : states;
}

/** Where a sheet stands in the list: first what waits for the manager, then by number. */
const rank = Prisma.sql`CASE ${Prisma.join(
  teamGroups.map((group, index) => Prisma.sql`WHEN ${inGroup(group)} THEN ${index}::int`),
  " ",
)} END`;

/** The places of what the manager has to write on. */
const toScore = teamGroups.flatMap((group, index) => (isToScore(group) ? [index] : []));

/** The table `team`. */
const teamOf = ({
  manager,
  cycleId,
}: Omit<TeamScope, "mustOpen">): Prisma.Sql => Prisma.sql`team AS (
    SELECT a.id, a.state, a.returned_from, a.ended_at IS NOT NULL AS ended, w.closes_at AS due, a.self_total, a.manager_total, e.name, e.number, a.department_id, ${rank} AS place,
      ${forWhom(manager, "manager")} AS deputy_for
    FROM appraisal a JOIN employee e ON e.id = a.employee_id ${withWindow("now")}
    WHERE a.cycle_id = ${cycleId}::uuid AND ${standsAs(manager, "manager")}
  )`;

/** Some of the team, e.g. "team WHERE …", as `MemberRow`s in this order. */
const membersOf =
  ({ mustOpen }: Pick<TeamScope, "mustOpen">) =>
  (some: Prisma.Sql, order: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(json_agg(listed), '[]') FROM (
    SELECT m.id, m.state, m.returned_from AS "returnedFrom", m.ended, m.due, ${selfTotal(mustOpen)} AS "selfTotal",
      m.manager_total AS "managerTotal", m.name, m.number, d.name AS department, d.name_en AS "departmentEn",
      m.deputy_for AS "deputyFor", s.begun, s.scored, ${waitsIn(["hr_audit"])} AND ${awaitsDraw} AS "awaitsDraw"
    FROM (SELECT * FROM ${some}) m
      JOIN appraisal a ON a.id = m.id
      JOIN department d ON d.id = m.department_id
      CROSS JOIN LATERAL (SELECT count(*) AS begun, count(half_points) AS scored
        FROM value_score WHERE appraisal_id = m.id AND side = 'manager') s
    ORDER BY ${order}
  ) listed)`;

/** The whole team as `CountRow`s. */
const counts = Prisma.sql`(
  SELECT coalesce(json_agg(counted), '[]') FROM (
    SELECT state, returned_from AS "returnedFrom", ended, count(*) AS count FROM team GROUP BY state, returned_from, ended
  ) counted)`;

interface FoundPage {
  /** One more than asked for where others follow. */
  readonly rows: readonly MemberRow[];
  readonly counts: readonly CountRow[];
  /** Whether people came before these. */
  readonly continued: boolean;
  readonly exempt: number;
  readonly windows: readonly { readonly stage: Stage; readonly closesAt: string }[];
}

/** A page of the team and what stands around it; `after` is the last one of the page before, of no effect in another team. */
export async function findPage(
  tx: Reading,
  { manager, cycleId, mustOpen, group }: TeamScope & { readonly group: TeamGroup | undefined },
  { after, take }: { readonly after: string | null; readonly take: number },
): Promise<FoundPage> {
  const members = membersOf({ mustOpen });
  const among =
    group === undefined ? Prisma.sql`TRUE` : Prisma.sql`place = ${teamGroups.indexOf(group)}::int`;
  const [row] = await tx.$queryRaw<FoundPage[]>`
    WITH ${teamOf({ manager, cycleId })},
      before AS (SELECT place, number FROM team WHERE id = ${after}::uuid),
      page AS (
        SELECT * FROM team
        WHERE ${among} AND (NOT EXISTS (SELECT FROM before) OR (place, number) > (SELECT place, number FROM before))
        ORDER BY place, number LIMIT ${take + 1}
      )
    SELECT ${members(Prisma.sql`page`, Prisma.sql`m.place, m.number`)} AS rows, ${counts} AS counts,
      EXISTS (SELECT FROM before) AS continued,
      (SELECT count(*)::int FROM participant
        WHERE cycle_id = ${cycleId}::uuid AND manager_id = ${manager.employeeId}::uuid AND exempt_reason IS NOT NULL
          AND NOT EXISTS (SELECT FROM appraisal a WHERE a.participant_id = participant.id)) AS exempt,
      (SELECT json_agg(json_build_object('stage', stage, 'closesAt', closes_at))
        FROM stage_window WHERE cycle_id = ${cycleId}::uuid) AS windows`;
  if (row === undefined) throw new Error("findPage: no row");
  return row;
}

interface FoundStrip {
  /** From the next one backwards. */
  readonly before: readonly MemberRow[];
  readonly from: readonly MemberRow[];
  /** At most one: who else waits to be scored, after this one first. */
  readonly waiting: readonly MemberRow[];
  readonly counts: readonly CountRow[];
}

/** In the order of the list: at most `each` before this one, then this one and at most `each` after it. */
export async function findAround(
  tx: Reading,
  scope: TeamScope,
  { appraisalId, each }: { readonly appraisalId: string; readonly each: number },
): Promise<FoundStrip> {
  const here = Prisma.sql`(SELECT place, number FROM here)`;
  const members = membersOf(scope);
  const before = Prisma.sql`team WHERE (place, number) < ${here} ORDER BY place DESC, number DESC LIMIT ${each}`;
  const from = Prisma.sql`team WHERE NOT EXISTS ${here} OR (place, number) >= ${here} ORDER BY place, number LIMIT ${each + 1}`;
  const waiting = Prisma.sql`team WHERE place IN (${Prisma.join(toScore)}) AND id <> ${appraisalId}::uuid
    ORDER BY coalesce((place, number) > ${here}, FALSE) DESC, place, number LIMIT 1`;
  const [row] = await tx.$queryRaw<FoundStrip[]>`
    WITH ${teamOf(scope)}, here AS (SELECT place, number FROM team WHERE id = ${appraisalId}::uuid)
    SELECT ${members(before, Prisma.sql`m.place DESC, m.number DESC`)} AS before,
      ${members(from, Prisma.sql`m.place, m.number`)} AS from, ${members(waiting, Prisma.sql`m.place`)} AS waiting,
      ${counts} AS counts`;
  if (row === undefined) throw new Error("findAround: no row");
  return row;
}

/** `values`: how many values a sheet has. */
export function toMembers(rows: readonly MemberRow[], values: number): TeamMember[] {
  return rows.map((row) => toMember(row, values));
}

/** Where something is to be done by the manager or waited for. */
const hasDue: readonly TeamGroup[] = ["returned", "to_score", "to_interview", "awaiting_self"];

/** A draft total is nobody's business before it is handed in; after a return the mended one counts, not the old. */
function toMember(row: MemberRow, values: number): TeamMember {
  const { name, number, department, departmentEn } = row;
  const group = groupOf(row);
  return {
    appraisalId: row.id,
    person: {
      name,
      number,
      department: departmentNames({ name: department, nameEn: departmentEn }),
    },
    group,
    due: row.due === null || !hasDue.includes(group) ? null : new Date(row.due),
    state: row.state,
    returnedFrom: row.returnedFrom,
    started: row.begun > 0,
    valuesLeft: Math.max(values - row.scored, 0),
    selfTotal: row.state === "self_review" ? null : row.selfTotal,
    managerTotal: row.managerTotal,
    awaitsDraw: row.awaitsDraw,
    deputyFor: row.deputyFor,
  };
}

function toPerson(row: PersonRow): TeamPerson {
  return {
    name: row.employee.name,
    number: row.employee.number,
    department: departmentNames(row.department),
  };
}

/** Only what goes to the manager or from the manager to the person; the second level's and HR's own exchanges do not. */
const notesSelect = {
  // What was taken back asks for nothing.
  where: { toState: { in: Object.values(writtenIn) }, takenBackAt: null },
  orderBy: [{ at: "desc" }, { id: "asc" }],
  take: 40,
  include: { by: { select: { name: true } } },
} satisfies Prisma.Appraisal$returnsArgs;

function toNote(
  note: Prisma.ReturnNoteGetPayload<typeof notesSelect>,
  doneFor: DoneFor,
): SheetNote {
  return {
    id: note.id,
    from: note.fromState,
    to: note.toState,
    reason: note.reason,
    caseReason: note.caseReason,
    value: note.valueKey,
    rung: note.point,
    caseTitle: note.caseTitle,
    by: note.by.name,
    byFor: doneFor(note.byId, note.at),
    at: note.at,
    open: note.resolvedAt === null,
  };
}

/** `unseen`: the values whose self-review the reader has not seen: what others said of it is not read either. */
export async function readHeadRow(
  tx: Reading,
  appraisalId: string,
  { unseen, readerId }: { readonly unseen: ReadonlySet<string>; readonly readerId: string },
) {
  const { employee, department, returns, handOvers, managerId, ...row } =
    await tx.appraisal.findUniqueOrThrow({
      where: { id: appraisalId },
      select: {
        returnedFrom: true,
        managerId: true,
        selfSubmittedAt: true,
        managerSubmittedAt: true,
        cycle: { select: { id: true, year: true, quarter: true, state: true } },
        ...personSelect,
        returns: notesSelect,
        handOvers: managersBefore,
      },
    });
  const doneFor = await readDoneFor(tx, appraisalId);
  return {
    ...row,
    person: toPerson({ employee, department }),
    notes: returns
      .filter((note) => !tellsOfUnseen(note, unseen, readerId))
      .map((note) => toNote(note, doneFor)),
    // What was left to the successor is for no deputy of theirs.
    takenOver: managerId === readerId ? takeOverOf(handOvers) : null,
  };
}
