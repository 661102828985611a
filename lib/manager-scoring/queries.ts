import "server-only";
import { may } from "@/lib/appraisal/permissions";
import { chain, stageOf } from "@/lib/appraisal/stages";
import { standingOf } from "@/lib/appraisal/standing";
import { windowRefusal } from "@/lib/appraisal/rules";
import { readSubject, type LoadedSubject } from "@/lib/appraisal/store";
import { hasBegun, hasRoom, inStates, stageSql } from "@/lib/appraisal/where";
import type { Stage } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import { read } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { Prisma } from "@/lib/db/generated/client";
import { readRuleset } from "@/lib/ruleset/store";
import { maxOfFramework } from "@/lib/scoring";
import { readSheets } from "@/lib/sheet/store/read";
import { countByGroup, cycleToOpen, groupAsked, groupOf, peopleOf, scoredOf } from "./rules";
import type { TeamFilter } from "./schema";
import { findMembers, findPage, readHeadRow, teamWhere, toMembers } from "./store";
import type { Deadlines, ScoringView, TeamChoice, TeamPage, TeamStrip } from "./types";

export const TEAM_PAGE_SIZE = 50;
const STRIP_EACH_WAY = 20;
const CYCLES_SHOWN = 12;

const managersTurn = chain.where(({ turn }) => turn === "manager");

/** The cycles in which this person has a team, exempt people included, the newest first. */
function readMyCycles(tx: Tx, actor: Actor, now: Date): Promise<TeamChoice[]> {
  return tx.$queryRaw<TeamChoice[]>`
    SELECT c.id, c.year, c.quarter, c.state, ${hasBegun(now)} AS begun, mine.*
    FROM cycle c
      CROSS JOIN LATERAL (SELECT count(*)::int AS waiting, min(w.closes_at) AS due
        FROM appraisal a
          JOIN participant p ON p.id = a.participant_id
          JOIN stage_window w ON w.cycle_id = a.cycle_id AND w.stage::text = ${stageSql}
        WHERE c.state = 'open' AND a.cycle_id = c.id AND p.manager_id = ${actor.employeeId}::uuid
          AND ${inStates(managersTurn)} AND w.opens_at <= ${now}::timestamptz) mine
    WHERE ${hasRoom(actor, "manager", Prisma.sql`p.cycle_id = c.id`)}
    ORDER BY c.year DESC, c.quarter DESC
    LIMIT ${CYCLES_SHOWN}`;
}

/** Null for somebody who has no reports in the cycle asked for, or in any. */
export async function readTeam(
  actor: Actor,
  filter: TeamFilter,
  now: Date,
): Promise<TeamPage | null> {
  return read(actor, async (tx) => {
    const cycles = await readMyCycles(tx, actor, now);
    const wanted = filter.cycle;
    const cycle =
      wanted === undefined ? cycleToOpen(cycles) : cycles.find(({ id }) => id === wanted);
    if (cycle === undefined) return null;
    const group = groupAsked(filter.group, filter.state);
    const counts = await readCounts(tx, actor, cycle.id);
    const exempt = await tx.participant.count({
      where: { cycleId: cycle.id, managerId: actor.employeeId, exemptReason: { not: null } },
    });
    const windows = await tx.stageWindow.findMany({
      where: { cycleId: cycle.id },
      select: { stage: true, closesAt: true },
    });
    const ruleset = await readRuleset(tx, cycle.id);
    const after =
      filter.after === undefined ? null : await readMine(tx, actor, cycle.id, filter.after);
    const { rows, more } = await findPage(
      tx,
      { managerId: actor.employeeId, cycleId: cycle.id, group },
      { after, take: TEAM_PAGE_SIZE },
    );
    const members = toMembers(rows, ruleset.framework.values.length);
    return {
      cycle,
      cycles,
      group: group ?? null,
      maxTotal: maxOfFramework(ruleset.framework),
      members,
      counts,
      total: peopleOf(counts),
      exempt,
      deadlines: toDeadlines(windows),
      continued: after !== null,
      next: more ? (members.at(-1)?.appraisalId ?? null) : null,
    };
  });
}

async function readCounts(tx: Tx, actor: Actor, cycleId: string) {
  const rows = await tx.appraisal.groupBy({
    by: ["state", "returnedFrom"],
    where: teamWhere({ managerId: actor.employeeId, cycleId }),
    _count: { _all: true },
  });
  return countByGroup(
    rows.map(({ state, returnedFrom, _count }) => ({ state, returnedFrom, count: _count._all })),
  );
}

/** Null for a sheet that is not of this team. */
async function readMine(
  tx: Tx,
  actor: Actor,
  cycleId: string,
  appraisalId: string,
): Promise<string | null> {
  const where = { ...teamWhere({ managerId: actor.employeeId, cycleId }), id: appraisalId };
  return (await tx.appraisal.findFirst({ where, select: { id: true } }))?.id ?? null;
}

function toDeadlines(windows: readonly { stage: Stage; closesAt: Date }[]): Deadlines {
  const closing = (stage: Stage) => windows.find((window) => window.stage === stage)?.closesAt;
  const [self, scoring, interview] = [
    closing("self_review"),
    closing("manager_scoring"),
    closing("interview"),
  ];
  return {
    ...(self === undefined ? {} : { awaiting_self: self }),
    ...(scoring === undefined ? {} : { to_score: scoring, returned: scoring }),
    ...(interview === undefined ? {} : { to_interview: interview }),
  };
}

/** One person's sheet for the manager frozen into the cycle; null for everybody else, the person included. */
export async function readScoring(
  actor: Actor,
  appraisalId: string,
  now: Date,
): Promise<ScoringView | null> {
  return read(actor, async (tx) => {
    const subject = await readSubject(tx, appraisalId);
    const seenAs = subject === null ? undefined : standingOf(actor, subject).get("manager");
    if (subject === null || seenAs === undefined) return null;
    const head = { ...(await readHead(tx, actor, subject)), seenAs };
    if (!may(actor, "manager.read", subject).ok) return { ...head, kind: "waiting" };
    const ruleset = await readRuleset(tx, subject.cycleId);
    const writable = may(actor, "manager.write", subject);
    return {
      ...head,
      kind: "sheet",
      version: subject.version,
      policy: ruleset.policy,
      sheets: await readSheets(tx, appraisalId, ruleset),
      locked: writable.ok
        ? windowRefusal(subject, stageOf(subject.state), now, subject.returned)
        : writable.code,
    };
  });
}

async function readHead(tx: Tx, actor: Actor, subject: LoadedSubject) {
  const row = await readHeadRow(tx, subject.appraisalId);
  const group = groupOf(subject.state, row.returnedFrom);
  const { framework } = await readRuleset(tx, subject.cycleId);
  const team = await readStrip(tx, actor, subject.cycleId, row.person.number);
  return {
    appraisalId: subject.appraisalId,
    state: subject.state,
    ...row,
    deadline: toDeadlines(subject.windows)[group] ?? null,
    framework,
    team,
  };
}

async function readStrip(
  tx: Tx,
  actor: Actor,
  cycleId: string,
  number: string,
): Promise<TeamStrip> {
  const scope = { managerId: actor.employeeId, cycleId };
  const { framework } = await readRuleset(tx, cycleId);
  const values = framework.values.length;
  const before = await findMembers(
    tx,
    { ...scope, number: { lt: number } },
    { order: "desc", take: STRIP_EACH_WAY },
  );
  const from = await findMembers(
    tx,
    { ...scope, number: { gte: number } },
    { order: "asc", take: STRIP_EACH_WAY + 1 },
  );
  const counts = await readCounts(tx, actor, cycleId);
  return {
    members: toMembers([...before.toReversed(), ...from], values),
    previous: before[0]?.id ?? null,
    next: from[1]?.id ?? null,
    total: peopleOf(counts),
    scored: scoredOf(counts),
  };
}
