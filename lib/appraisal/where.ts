import type { Actor } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import {
  conditionsOf,
  roomGrounds,
  type Conditions,
  type Post,
  type Question,
  type Relation,
} from "./standing";
import { chain, stageOf, type Names, type Row } from "./stages";
import type { AppraisalState } from "./types";

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
    case "voted":
      return Prisma.sql`EXISTS (SELECT 1 FROM approval vote
        WHERE vote.appraisal_id = a.id AND vote.by_id = ${actor.employeeId}::uuid)`;
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

/**
 * For WHERE and FILTER, over `appraisal a`: everybody's sheet but the actor's. Nobody works on their own, and where it stands must not
 * follow from a count: it would show that a 5 of one's own is pending.
 */
export const notOwn = ({ employeeId }: Pick<Actor, "employeeId">): Prisma.Sql =>
  Prisma.sql`a.employee_id <> ${employeeId}::uuid`;

/** The same for a query of the client. */
export const notOwnWhere = ({ employeeId }: Pick<Actor, "employeeId">) => ({
  employeeId: { not: employeeId },
});

/** Whether there is anybody among these participants `p` for whom the relation's room is the actor's: see `roomGrounds`. */
export function hasRoom(
  actor: Actor,
  relation: Exclude<Relation, "self">,
  among = Prisma.sql`TRUE`,
): Prisma.Sql {
  // An EXISTS for each ground, so that each may take its own index.
  const found = roomGrounds(relation).map(({ conditions, exemptToo }) => {
    const taking = exemptToo ? Prisma.empty : Prisma.sql`AND p.exempt_reason IS NULL`;
    return Prisma.sql`EXISTS (SELECT FROM participant p WHERE ${among} AND ${meets(actor, conditions)} ${taking})`;
  });
  return Prisma.sql`(${Prisma.join(found, " OR ")})`;
}

/** States and stages are words of the chain, never input. */
const literal = (word: string) => Prisma.raw(`'${word}'`);

/** For WHERE and FILTER, over `appraisal a`. No statement types a state itself, so a new one cannot be forgotten in it. */
export function inStates(states: readonly AppraisalState[]): Prisma.Sql {
  return Prisma.sql`a.state IN (${Prisma.join(states.map(literal))})`;
}

/** For the JOIN of `stage_window w`: the window a state's work must be done in. */
export const inWindowOf = (state: AppraisalState): Prisma.Sql =>
  Prisma.sql`w.stage = ${literal(stageOf(state))}`;

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
