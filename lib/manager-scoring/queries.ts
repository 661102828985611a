import "server-only";
import { may } from "@/lib/appraisal/permissions";
import { chain, stageOf } from "@/lib/appraisal/stages";
import { standingOf } from "@/lib/appraisal/standing";
import { windowRefusal } from "@/lib/appraisal/rules";
import { readSubject, type LoadedSubject } from "@/lib/appraisal/store";
import { hasBegun, hasRoom, standsAs, waitsIn, withWindow } from "@/lib/appraisal/where";
import type { Stage } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import { read, type Reading } from "@/lib/db/read";
import { Prisma } from "@/lib/db/generated/client";
import { readSelfRounds } from "@/lib/rounds/store";
import { readRuleset } from "@/lib/ruleset/store";
import { unseenValues, maxOfFramework } from "@/lib/scoring";
import { writtenIn } from "@/lib/sheet/rules";
import { isUnopened, recordOpened } from "@/lib/sheet/store/fate";
import { readEarlierDirections } from "@/lib/sheet/store/directions";
import { readUnseen, withoutUnseen } from "@/lib/sheet/store/openings";
import { readSheets } from "@/lib/sheet/store/read";
import { countByGroup, cycleToOpen, groupAsked, groupOf, peopleOf, scoredOf } from "./rules";
import type { TeamFilter } from "./schema";
import { findAround, findPage, readHeadRow, toMembers } from "./store";
import type { Deadlines, ScoringView, TeamChoice, TeamPage, TeamStrip } from "./types";

export const TEAM_PAGE_SIZE = 50;
const STRIP_EACH_WAY = 20;
const CYCLES_SHOWN = 12;

const managersTurn = chain.where(({ turn }) => turn === "manager");

/** The cycles in which this person has a team, exempt people included, the newest first. */
function readMyCycles(tx: Reading, actor: Actor, now: Date): Promise<TeamChoice[]> {
  return tx.$queryRaw<TeamChoice[]>`
    SELECT c.id, c.year, c.quarter, c.state, ${hasBegun(now)} AS begun, mine.*
    FROM cycle c
      CROSS JOIN LATERAL (SELECT count(*)::int AS waiting, min(w.closes_at) AS due
        FROM appraisal a
          ${withWindow("now")}
        WHERE c.state = 'open' AND a.cycle_id = c.id AND ${standsAs(actor, "manager")}
          AND ${waitsIn(managersTurn)} AND w.opens_at <= ${now}::timestamptz) mine
    WHERE ${hasRoom(actor, "manager", Prisma.sql`c.id`)}
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
    const { framework, policy } = await readRuleset(tx, cycle.id);
    const mustOpen = unseenValues({ framework, policy }, new Set()).size;
    const { rows, windows, exempt, continued, ...found } = await findPage(
      tx,
      { manager: actor, cycleId: cycle.id, mustOpen, group },
      { after: filter.after ?? null, take: TEAM_PAGE_SIZE },
    );
    const members = toMembers(rows.slice(0, TEAM_PAGE_SIZE), framework.values.length);
    const counts = countByGroup(found.counts);
    return {
      cycle,
      cycles,
      group: group ?? null,
      maxTotal: maxOfFramework(framework),
      members,
      counts,
      total: peopleOf(counts),
      exempt,
      deadlines: toDeadlines(
        windows.map(({ stage, closesAt }) => ({ stage, closesAt: new Date(closesAt) })),
      ),
      continued,
      next: rows.length > members.length ? (members.at(-1)?.appraisalId ?? null) : null,
    };
  });
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
  const unopened = await read(actor, async (tx) => {
    const subject = await readSubject(tx, appraisalId);
    const reads = subject !== null && standingOf(actor, subject).has("manager");
    return reads && (await isUnopened(tx, subject, "self"));
  });
  if (unopened) await recordOpened({ appraisalId, side: "self", byId: actor.employeeId, at: now });
  return read(actor, async (tx) => {
    const subject = await readSubject(tx, appraisalId);
    const seenAs = subject === null ? undefined : standingOf(actor, subject).get("manager");
    if (subject === null || seenAs === undefined) return null;
    const earlier = await readEarlierDirections(tx, subject, actor.employeeId);
    const ruleset = await readRuleset(tx, subject.cycleId);
    const unseen = await readUnseen(tx, subject, ruleset);
    const head = { ...(await readHead(tx, actor, subject, unseen)), seenAs, earlier };
    if (!may(actor, "manager.read", subject).ok) return { ...head, kind: "waiting" };
    const writable = may(actor, "manager.write", subject);
    const sheets = await readSheets(tx, appraisalId, ruleset);
    const cameBack = head.notes.some(({ to }) => to === writtenIn.self);
    const rounds = cameBack ? await readSelfRounds(tx, subject, sheets, ruleset) : {};
    return {
      ...head,
      kind: "sheet",
      version: subject.version,
      policy: ruleset.policy,
      sheets: withoutUnseen(sheets, unseen),
      unseen: [...unseen],
      rounds: Object.fromEntries(Object.entries(rounds).filter(([key]) => !unseen.has(key))),
      takeBack: await mayTakeBack(tx, actor, subject, now),
      locked: writable.ok
        ? windowRefusal(subject, stageOf(subject.state), now, subject.returned)
        : writable.code,
    };
  });
}

/** As long as nobody has opened it and the window in which it was written is open. */
async function mayTakeBack(tx: Reading, actor: Actor, subject: LoadedSubject, now: Date) {
  if (!may(actor, "manager.take_back", subject).ok) return false;
  const shut = windowRefusal(subject, stageOf(writtenIn.manager), now, subject.returned);
  return shut === null && (await isUnopened(tx, subject, "manager"));
}

async function readHead(
  tx: Reading,
  actor: Actor,
  subject: LoadedSubject,
  unseen: ReadonlySet<string>,
) {
  const row = await readHeadRow(tx, subject.appraisalId, { unseen, readerId: actor.employeeId });
  const group = groupOf({ ...row, state: subject.state, ended: subject.endedAt !== null });
  const { framework } = await readRuleset(tx, subject.cycleId);
  const team = await readStrip(tx, actor, subject);
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
  tx: Reading,
  actor: Actor,
  { cycleId, appraisalId }: LoadedSubject,
): Promise<TeamStrip> {
  const { framework, policy } = await readRuleset(tx, cycleId);
  const mustOpen = unseenValues({ framework, policy }, new Set()).size;
  const { before, from, waiting, ...found } = await findAround(
    tx,
    { manager: actor, cycleId, mustOpen },
    { appraisalId, each: STRIP_EACH_WAY },
  );
  const counts = countByGroup(found.counts);
  return {
    members: toMembers([...before.toReversed(), ...from], framework.values.length),
    previous: toMembers(before.slice(0, 1), framework.values.length)[0] ?? null,
    next: toMembers(waiting, framework.values.length)[0] ?? null,
    total: peopleOf(counts),
    scored: scoredOf(counts),
  };
}
