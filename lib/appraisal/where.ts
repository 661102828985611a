import type { Actor, DeputyRoom, Deputyship } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import {
  awayOf,
  conditionsOf,
  deputyConditionsOf,
  roomGrounds,
  roomOf,
  type Asked,
  type Conditions,
  type Post,
  type Question,
  type Relation,
} from "./standing";
import { chain, stageOf, type Names, type Row } from "./stages";
import type { AppraisalState } from "./types";

/** A sheet's holders stand on `appraisal a`; of who is exempt, `participant p` keeps whom it was opened for. */
type Held = "a" | "p";
const column = (held: Held, name: string) => Prisma.raw(`${held}.${name}`);

const columns: Readonly<Record<Post, string>> = {
  employeeId: "employee_id",
  managerId: "manager_id",
  secondLevelId: "second_level_id",
  approverId: "approver_id",
};

/** States, stages and rows of a policy are words of ours, never input. */
const literal = (word: string) => Prisma.raw(`'${word}'`);
const all = (parts: readonly Prisma.Sql[]) => Prisma.join([...parts], " AND ");
const truth = (is: boolean) => (is ? Prisma.sql`TRUE` : Prisma.sql`FALSE`);

/** An actor as a statement writes them. */
export interface Asking {
  readonly employeeId: Prisma.Sql;
  readonly isHrAdmin: Prisma.Sql;
  readonly isHrOf: (departmentId: Prisma.Sql) => Prisma.Sql;
  /** Asked in place of where the sheet stands. */
  readonly waitsForHr?: Prisma.Sql;
}

/** What the actor alone decides is written as a constant, which Postgres plans away. */
export function askingOf({ employeeId, isHrAdmin, hrDepartmentIds }: Asked): Asking {
  const granted = [...hrDepartmentIds];
  return {
    employeeId: Prisma.sql`${employeeId}::uuid`,
    isHrAdmin: truth(isHrAdmin),
    isHrOf: (departmentId) =>
      granted.length === 0 ? truth(false) : Prisma.sql`${departmentId} = ANY(${granted}::uuid[])`,
  };
}

function yes(question: Question, asking: Asking, held: Held): Prisma.Sql {
  switch (question.kind) {
    case "holds":
      return Prisma.sql`${column(held, columns[question.post])} = ${asking.employeeId}`;
    case "vacant":
      return Prisma.sql`${column(held, columns[question.post])} IS NULL`;
    case "hr_of_department":
      return asking.isHrOf(column(held, "department_id"));
    case "hr_admin":
      return asking.isHrAdmin;
    case "no_partner_clear":
      return Prisma.sql`NOT EXISTS (SELECT FROM ${partners(held)} AND ${clearOf(conditionsOf(question.of).conflicts, partnerAsking, held)})`;
    case "waits_for_hr":
      return asking.waitsForHr ?? inStates(chain.where(({ turn }) => turn === "hr"));
    case "related":
      return Prisma.sql`EXISTS (SELECT 1 FROM declared_relation tie WHERE tie.ended_at IS NULL AND tie.confirmed_at IS NOT NULL
        AND (tie.person_id, tie.other_id) IN ((${asking.employeeId}, ${column(held, "employee_id")}), (${column(held, "employee_id")}, ${asking.employeeId})))`;
    case "scored":
      return hadPart("manager", asking);
    case "reviewed":
      return hadPart("second_level", asking);
    case "reviewed_and_apart":
      // Whether the post is held by the actor must be yes or no before the policy is asked.
      return Prisma.sql`((a.second_level_id IS NOT DISTINCT FROM ${asking.employeeId} OR ${hadPart("second_level", asking)})
        AND ${keepsApproverApart})`;
    case "audited":
      return Prisma.sql`(EXISTS (SELECT 1 FROM hr_verification heard
        WHERE heard.appraisal_id = a.id AND heard.by_id = ${asking.employeeId}) OR ${hadDone("hr", asking)})`;
    case "voted":
      return Prisma.sql`(EXISTS (SELECT 1 FROM approval vote
        WHERE vote.appraisal_id = a.id AND vote.by_id = ${asking.employeeId}) OR ${hadDone("approval", asking)})`;
    case "present_manager":
      return Prisma.sql`EXISTS (${presentManager} AND lead.id = ${asking.employeeId})`;
    case "opens_to_later":
      return opensToLater;
  }
}

/** For FROM, with its WHERE: `partner`, the HR partners of the sheet's department who are here. */
const partners = (
  held: Held,
) => Prisma.sql`role_grant office JOIN employee partner ON partner.id = office.employee_id
  WHERE office.role = 'hr_partner' AND office.revoked_at IS NULL AND partner.status = 'active' AND office.department_id IN (
    WITH RECURSIVE unit (id) AS (
      SELECT ${column(held, "department_id")}
      UNION SELECT up.parent_id FROM department up JOIN unit ON up.id = unit.id WHERE up.parent_id IS NOT NULL
    ) SELECT id FROM unit)`;

const partnerAsking: Asking = {
  employeeId: Prisma.sql`partner.id`,
  isHrAdmin: truth(false),
  isHrOf: () => truth(false),
};

/** Over `appraisal a`: their ids. */
export const partnersOfSheet = Prisma.sql`ARRAY(SELECT DISTINCT partner.id FROM ${partners("a")})`;

/** Over `appraisal a`: whether the policy of its cycle has the row. */
const rules = (row: "approverNotSecondLevel" | "earlierToNewManager") =>
  Prisma.sql`EXISTS (SELECT 1 FROM cycle ruled
  JOIN policy_version ruling ON ruling.id = ruled.policy_version_id
  WHERE ruled.id = a.cycle_id AND ruling.document->>${literal(row)} = 'true')`;

export const keepsApproverApart = rules("approverNotSecondLevel");
export const opensToLater = rules("earlierToNewManager");

/** Over `appraisal a`, to be closed by the caller: whom its person reports to today, neither of them gone nor the manager away. */
export const presentManager = Prisma.sql`SELECT lead.id FROM employee report JOIN employee lead ON lead.id = report.manager_id
  WHERE report.id = a.employee_id AND report.status <> 'left' AND lead.status = 'active'`;

/** Did the work of the post before a hand-over, or in another's name; to have held it alone is no part. */
const hadPart = (post: "manager" | "second_level", { employeeId }: Asking) =>
  Prisma.sql`(EXISTS (SELECT 1 FROM hand_over former
    WHERE former.appraisal_id = a.id AND former.post = ${literal(post)} AND former.from_id = ${employeeId}
      AND EXISTS (SELECT 1 FROM audit_event wrote WHERE wrote.appraisal_id = a.id AND wrote.actor_id = former.from_id
        AND wrote.kind LIKE ${literal(`${post}.%`)}))
    OR EXISTS (SELECT 1 FROM audit_event done WHERE done.appraisal_id = a.id AND done.actor_id = ${employeeId}
      AND done.for_id IS NOT NULL AND done.kind LIKE ${literal(`${post}.%`)}))`;

/** Had a deputy do it. */
const hadDone = (work: "hr" | "approval", { employeeId }: Asking) =>
  Prisma.sql`EXISTS (SELECT 1 FROM audit_event done WHERE done.appraisal_id = a.id AND done.for_id = ${employeeId}
    AND done.kind LIKE ${literal(`${work}.%`)})`;

/** A post held by nobody is not held by the actor, so NULL must count as no. */
function no(question: Question, asking: Asking, held: Held): Prisma.Sql {
  return question.kind === "holds"
    ? Prisma.sql`${column(held, columns[question.post])} IS DISTINCT FROM ${asking.employeeId}`
    : Prisma.sql`NOT ${yes(question, asking, held)}`;
}

function fulfils(asking: Asking, { grounds, conflicts }: Conditions, held: Held): Prisma.Sql {
  const granted = grounds.map((given) => all(given.map((one) => yes(one, asking, held))));
  const given = Prisma.sql`(${Prisma.join(granted, " OR ")})`;
  return all([given, ...conflicts.map((one) => no(one, asking, held))]);
}

const clearOf = (conflicts: readonly Question[], asking: Asking, held: Held) =>
  all(conflicts.map((one) => no(one, asking, held)));

/** For WHERE, FILTER and CASE, over `appraisal a`: the same as `standingOf`, by the same table. */
export const meets = (actor: Actor, conditions: Conditions): Prisma.Sql =>
  fulfils(askingOf(actor), conditions, "a");

/** The same without deputies, for whoever is only just being read. */
export const standsBy = (asking: Asking, relation: Relation): Prisma.Sql =>
  fulfils(asking, conditionsOf(relation), "a");

export function standsAs(actor: Actor, relation: Relation, asking = askingOf(actor)): Prisma.Sql {
  const own = standsBy(asking, relation);
  const room = roomOf(relation);
  if (room === undefined) return own;
  const deputy = deputyships(actor, room).map((one) => actsFor(one, room, actor));
  return deputy.length === 0 ? own : Prisma.sql`(${Prisma.join([own, ...deputy], " OR ")})`;
}

const deputyships = ({ deputyFor = [] }: Actor, room: DeputyRoom) =>
  deputyFor.filter(({ rooms }) => rooms.includes(room));

function actsFor(deputyship: Deputyship, room: DeputyRoom, actor: Actor): Prisma.Sql {
  const { employeeIds, departmentIds, above } = deputyship;
  const { away, own } = deputyConditionsOf(room);
  const clear = own.map((question) => no(question, askingOf(actor), "a"));
  const of = (column: string, ids: readonly string[]) =>
    Prisma.sql`${Prisma.raw(column)} = ANY(${[...ids]}::uuid[])`;
  const named = employeeIds.length + departmentIds.length > 0;
  const scope = named
    ? [Prisma.sql`(${of("a.employee_id", employeeIds)} OR ${of("a.department_id", departmentIds)})`]
    : [];
  const conditions = [
    fulfils(askingOf(awayOf(deputyship)), away, "a"),
    ...[...clear, ...scope],
    Prisma.sql`a.published_at IS NULL`,
    Prisma.sql`NOT ${of("a.employee_id", above)}`,
  ];
  return Prisma.sql`(${all(conditions)})`;
}

/** For SELECT, over `appraisal a` where the actor stands so: the name of whom they stand in for; NULL where for themselves. */
export function forWhom(actor: Actor, room: DeputyRoom): Prisma.Sql {
  const deputy = deputyships(actor, room).map(
    (one) => Prisma.sql`WHEN ${actsFor(one, room, actor)} THEN ${one.forName}::text`,
  );
  if (deputy.length === 0) return Prisma.sql`NULL::text`;
  const own = meets(actor, conditionsOf(room));
  return Prisma.sql`CASE WHEN ${own} THEN NULL ${Prisma.join(deputy, " ")} END`;
}

/**
 * For WHERE and FILTER, over `appraisal a`: everybody's sheet but the actor's. Nobody works on their own, and where it stands must not
 * follow from a count: it would show that a 5 of one's own is pending.
 */
export const notOwn = ({ employeeId }: Pick<Actor, "employeeId">): Prisma.Sql =>
  Prisma.sql`a.employee_id <> ${employeeId}::uuid`;

/** Whether there is anybody, in the cycle or in any, for whom the relation's room is the actor's: see `roomGrounds`. */
export function hasRoom(actor: Actor, relation: DeputyRoom, cycleId?: Prisma.Sql): Prisma.Sql {
  const own = givesRoom(askingOf(actor), relation, cycleId);
  const among = cycleId === undefined ? Prisma.empty : Prisma.sql`AND a.cycle_id = ${cycleId}`;
  const deputy = deputyships(actor, relation).map(
    (one) =>
      Prisma.sql`EXISTS (SELECT FROM appraisal a WHERE ${actsFor(one, relation, actor)} ${among})`,
  );
  return deputy.length === 0 ? own : Prisma.sql`(${Prisma.join([own, ...deputy], " OR ")})`;
}

export function givesRoom(asking: Asking, relation: DeputyRoom, cycleId?: Prisma.Sql): Prisma.Sql {
  const among = (held: Held) =>
    cycleId === undefined ? Prisma.empty : Prisma.sql`AND ${column(held, "cycle_id")} = ${cycleId}`;
  const of = (held: Held, conditions: Conditions) =>
    Prisma.sql`${fulfils(asking, conditions, held)} ${among(held)}`;
  // An EXISTS for each ground, so that each may take its own index.
  const found = roomGrounds(relation).flatMap(({ conditions, exemptToo }) => [
    Prisma.sql`EXISTS (SELECT FROM appraisal a WHERE ${of("a", conditions)})`,
    ...(exemptToo
      ? [
          Prisma.sql`EXISTS (SELECT FROM participant p
            WHERE p.exempt_reason IS NOT NULL AND ${of("p", conditions)})`,
        ]
      : []),
  ]);
  return Prisma.sql`(${Prisma.join(found, " OR ")})`;
}

/** For WHERE and FILTER, over `appraisal a`. No statement types a state itself, so a new one cannot be forgotten in it. */
export function inStates(states: readonly AppraisalState[]): Prisma.Sql {
  return Prisma.sql`a.state IN (${Prisma.join(states.map(literal))})`;
}

/** It is somebody's turn in one of these states: whoever is out of the cycle has nobody's turn left. */
export const waitsIn = (states: readonly AppraisalState[]): Prisma.Sql =>
  Prisma.sql`(${inStates(states)} AND ${stillIn})`;

/** Over `appraisal a`: its person is in the cycle. */
export const stillIn = Prisma.sql`a.ended_at IS NULL`;

/** The cycle's window of a stage and the sheet's own make the one that holds: `windowsOf` says the same. */
const holding = {
  opensAt: Prisma.sql`coalesce(own.opens_at, given.opens_at)`,
  closesAt: Prisma.sql`greatest(given.closes_at, own.closes_at)`,
};

/**
 * For FROM, after the sheet: `w (opens_at, closes_at)`, the window that holds for it at a stage; nulls where there is none.
 * The sheet is `a`, or whatever row has its `id` and `cycle_id`.
 */
export function withWindow(stage: AppraisalState | "now", sheet: "a" | "q" = "a"): Prisma.Sql {
  const of = stage === "now" ? stageSql : literal(stageOf(stage));
  const [id, cycleId] = [Prisma.raw(`${sheet}.id`), Prisma.raw(`${sheet}.cycle_id`)];
  return Prisma.sql`
    LEFT JOIN stage_window given ON given.cycle_id = ${cycleId} AND given.stage::text = ${of}
    LEFT JOIN own_window own ON own.appraisal_id = ${id} AND own.stage = given.stage
    CROSS JOIN LATERAL (SELECT ${holding.opensAt} AS opens_at, ${holding.closesAt} AS closes_at) w`;
}

/** Over `appraisal a`: all its windows, as JSON. */
export const windowsOfSheet = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('stage', given.stage, 'opensAt', ${holding.opensAt}, 'closesAt', ${holding.closesAt})), '[]')
  FROM stage_window given LEFT JOIN own_window own ON own.appraisal_id = a.id AND own.stage = given.stage
  WHERE given.cycle_id = a.cycle_id)`;

/** For the JOIN of `stage_window w`: the cycle's window a state's work must be done in. */
export const inWindowOf = (state: AppraisalState): Prisma.Sql =>
  Prisma.sql`w.stage = ${literal(stageOf(state))}`;

/**
 * Over `appraisal a`, for `windowRefusal`: a sheet ever handed back may meet windows that closed while it was being mended,
 * and nobody could move it then.
 */
export const wasReturned = Prisma.sql`(a.returned_from IS NOT NULL OR a.round > 1
  OR EXISTS (SELECT FROM return_note given WHERE given.appraisal_id = a.id))`;

/** Whether any window of a `cycle c` has opened: one may be opened months ahead. */
export const hasBegun = (now: Date): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT FROM stage_window begun WHERE begun.cycle_id = c.id AND begun.opens_at <= ${now}::timestamptz)`;

/** A CASE over `a.state` with an answer for every row of the chain. */
export function byState<N extends Names>(
  rows: readonly Row<N>[],
  answer: (row: Row<N>) => Prisma.Sql,
): Prisma.Sql {
  const cases = rows.map((row) => Prisma.sql`WHEN ${literal(row.state)} THEN ${answer(row)}`);
  return Prisma.sql`CASE a.state ${Prisma.join(cases, " ")} END`;
}

/** The stage, as text, whose window an appraisal must keep. */
export const stageSql = byState(chain.rows, ({ stage }) => literal(stage));
