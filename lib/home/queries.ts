import "server-only";
import { cache } from "react";
import { windowOfStep } from "@/lib/appraisal/rules";
import { chain, isPublished, isReturnedTo, stepOf } from "@/lib/appraisal/stages";
import { isHrPartner, type Actor } from "@/lib/authz/actor";
import { clock } from "@/lib/clock";
import { read } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { begunFirst, ownDeadlines } from "@/lib/result/rules";
import { readFrameworkVersion, readPolicyVersion } from "@/lib/ruleset/store";
import { stageCounts } from "@/lib/cycle/rules";
import { countStages } from "@/lib/cycle/store";
import { bandName, maxOfFramework } from "@/lib/scoring";
import {
  countStanding,
  findRooms,
  openCycles,
  others,
  readOwn,
  type OpenCycle,
  type Other,
  type OwnRow,
} from "./store";
import {
  byDeadline,
  countOf,
  deadlineOf,
  idleOf,
  hasOpened,
  hrefAmong,
  othersTurn,
  tasksOfTurn,
  type HrefIn,
  type StateCount,
} from "./rules";
import type {
  Home,
  HomeDone,
  HomeQuarter,
  HomeRunning,
  HomeTask,
  HomeWaiting,
  Rooms,
} from "./types";

/** Nobody has anything left to do in these: an objection still waits for its decision. */
const turnlessStates = chain.where(({ turn }) => turn === null);

/** Which rooms to offer in the navigation. Cached for the request: layout and pages ask alike. */
export const readRooms: (actor: Actor) => Promise<Rooms> = cache(async (actor) => {
  const found = await read(actor, (tx) => findRooms(tx, actor, clock.now()));
  return {
    quarter: found.quarter,
    ownAppraisalId: found.ownAppraisalId,
    managerScoring: found.managerScoring,
    // HR does what no second level is there to do, so its partners find the room even while there is nothing in it.
    secondLevel: found.secondLevel || isHrPartner(actor),
    hrAudit: isHrPartner(actor),
    approvals: found.approvals,
    administration: actor.isHrAdmin,
  };
});

/** What I must do, what waits for others, what is done. */
export async function readHome(actor: Actor, now: Date): Promise<Home> {
  return read(actor, async (tx) => {
    const cycles = await openCycles(tx);
    const own = await readOwn(tx, actor.employeeId);
    const counts = await countStanding(tx, actor);
    const hrefIn = hrefAmong(cycles);
    const tasks = cycles.flatMap((cycle) => [
      ...ownTasks(cycle, own, now),
      ...others.flatMap((relation) => tasksOf(cycle, relation, counts[relation], { hrefIn, now })),
    ]);
    const start: readonly HomeTask[] =
      actor.isHrAdmin && cycles.length === 0
        ? [
            {
              kind: "open_cycle",
              quarter: null,
              count: 1,
              returned: 0,
              deadline: null,
              href: "/cycles/new",
              progress: null,
            },
          ]
        : [];
    const quarters = await quartersOf(tx, cycles, own);
    const takesPart = quarters.length > 0 || others.some((relation) => counts[relation].length > 0);
    return {
      idle: idleOf(cycles.length, takesPart),
      tasks: [...tasks.sort(byDeadline), ...start],
      waiting: cycles.flatMap((cycle) => waitingIn(cycle, own, counts.manager, { hrefIn, now })),
      done: await doneOf(tx, own),
      quarters: begunFirst(quarters, now),
      running: actor.isHrAdmin ? await runningOf(tx, actor, cycles) : [],
    };
  });
}

async function quartersOf(
  tx: Tx,
  cycles: readonly OpenCycle[],
  own: readonly OwnRow[],
): Promise<HomeQuarter[]> {
  const quarters: HomeQuarter[] = [];
  for (const { windows, ...quarter } of cycles) {
    const mine = own.find(({ cycle }) => cycle.id === quarter.cycleId);
    if (mine === undefined) continue;
    const { framework, valueIds } = await readFrameworkVersion(tx, mine.cycle.frameworkVersionId);
    const step = stepOf(mine.state);
    const answer = mine.acknowledgements[0]?.kind ?? null;
    // The manager's scores are nobody's to see before publication, the employee's least of all.
    const side = step === "result" ? "manager" : "self";
    quarters.push({
      appraisalId: mine.id,
      quarter,
      step,
      answer,
      returned: isReturnedTo("self_review", mine),
      managerName: mine.participant.manager?.name ?? null,
      opensAt: windowOfStep(windows, step).opensAt,
      deadline: answer === null ? ownDeadlines(windows)[step] : null,
      side: side === "self" ? "self" : "result",
      values: framework.values.map(({ key, name, rungs }) => ({
        key,
        name,
        score:
          mine.scores.find((score) => score.side === side && score.valueId === valueIds[key])
            ?.halfPoints ?? null,
        rungs: rungs.length,
      })),
    });
  }
  return quarters;
}

async function runningOf(
  tx: Tx,
  actor: Actor,
  cycles: readonly OpenCycle[],
): Promise<HomeRunning[]> {
  const counted = await countStages(
    tx,
    actor,
    cycles.map(({ cycleId }) => cycleId),
  );
  return cycles.flatMap(({ cycleId, year, quarter }, index) => {
    const counts = counted[index];
    if (counts === undefined) return [];
    const { done, returned } = stageCounts(counts.stages);
    return [{ quarter: { cycleId, year, quarter }, people: counts.people, done, returned }];
  });
}

function tasksOf(
  cycle: OpenCycle,
  relation: Other,
  counts: readonly StateCount[],
  { hrefIn, now }: { readonly hrefIn: HrefIn; readonly now: Date },
): HomeTask[] {
  return tasksOfTurn(chain.rows, relation).flatMap(({ state, stage, task: { kind, href } }) => {
    const { count, returned } = countOf(counts, cycle.cycleId, state);
    const deadline = deadlineOf(cycle.windows, stage);
    return count === 0 || !hasOpened(cycle.windows, stage, now)
      ? []
      : [
          {
            kind,
            quarter: cycle,
            count,
            returned,
            deadline,
            href: hrefIn(cycle, href),
            progress: null,
          },
        ];
  });
}

function ownTasks(cycle: OpenCycle, own: readonly OwnRow[], now: Date): HomeTask[] {
  const mine = own.find((appraisal) => appraisal.cycle.id === cycle.cycleId);
  if (mine === undefined) return [];
  return tasksOfTurn(chain.rows, "self")
    .filter(({ state, stage }) => state === mine.state && hasOpened(cycle.windows, stage, now))
    .map(({ state, stage, task: { kind, href } }) => ({
      kind,
      quarter: cycle,
      count: 1,
      returned: mine.returnedFrom === null ? 0 : 1,
      deadline: deadlineOf(cycle.windows, stage),
      href: `${href}/${mine.id}`,
      progress: state === "self_review" ? progressOf(mine) : null,
    }));
}

function progressOf({ scores, cycle }: OwnRow) {
  const done = scores.filter(({ side, halfPoints }) => side === "self" && halfPoints !== null);
  return { done: done.length, total: cycle.frameworkVersion._count.values };
}

function waitingIn(
  cycle: OpenCycle,
  own: readonly OwnRow[],
  team: readonly StateCount[],
  { hrefIn, now }: { readonly hrefIn: HrefIn; readonly now: Date },
): HomeWaiting[] {
  const mine = own.find((appraisal) => appraisal.cycle.id === cycle.cycleId);
  const { windows } = cycle;
  const ofMine = ({ id, state }: OwnRow): HomeWaiting => ({
    subject: "mine",
    state: stepOf(state),
    quarter: cycle,
    count: 1,
    deadline: ownDeadlines(windows)[stepOf(state)],
    href: `/self-review/${id}`,
  });
  const ofTeam = ({ state, stage }: (typeof chain.rows)[number]): HomeWaiting => ({
    subject: "team",
    state,
    quarter: cycle,
    count: countOf(team, cycle.cycleId, state).count,
    deadline: deadlineOf(windows, stage),
    href: hrefIn(cycle, `/manager-scoring?state=${state}`),
  });
  const waits =
    mine !== undefined && othersTurn(chain.rows, "self").some(({ state }) => state === mine.state);
  return [
    ...(waits ? [ofMine(mine)] : []),
    ...othersTurn(chain.rows, "manager")
      .filter(({ stage }) => hasOpened(windows, stage, now))
      .map(ofTeam)
      .filter(({ count }) => count > 0),
  ];
}

async function doneOf(tx: Tx, own: readonly OwnRow[]): Promise<HomeDone[]> {
  const finished = own.filter(
    (a) => isPublished(a.state) && (a.cycle.state === "closed" || turnlessStates.includes(a.state)),
  );
  const done: HomeDone[] = [];
  for (const { id, state, managerTotal, band, cycle } of finished) {
    // Versions are read once per process, so this is no query per row.
    const { framework } = await readFrameworkVersion(tx, cycle.frameworkVersionId);
    const { policy } = await readPolicyVersion(tx, cycle.policyVersionId);
    done.push({
      appraisalId: id,
      quarter: { cycleId: cycle.id, year: cycle.year, quarter: cycle.quarter },
      state,
      total: managerTotal,
      maxTotal: maxOfFramework(framework),
      band: bandName(policy, band),
    });
  }
  return done;
}
