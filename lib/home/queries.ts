import "server-only";
import { windowOfStep, windowsOf } from "@/lib/appraisal/rules";
import {
  chain,
  isDone,
  isPublished,
  isReturnedTo,
  stepOf,
  type OwnStep,
} from "@/lib/appraisal/stages";
import type { Actor } from "@/lib/authz/actor";
import { read, type Reading } from "@/lib/db/read";
import { readTalks } from "@/lib/interview/store/overdue";
import { answerTo, begunFirst, ownDeadlines } from "@/lib/result/rules";
import { readFrameworkVersion, readPolicyVersion } from "@/lib/ruleset/store";
import { stageCounts, withOwn } from "@/lib/progress/rules";
import { countStages } from "@/lib/progress/store";
import { bandName, maxOfFramework } from "@/lib/scoring";
import {
  countHouse,
  countStanding,
  openCycles,
  readOwn,
  type OpenCycle,
  type OwnRow,
} from "./store";
import { others, type Other } from "@/lib/visit/types";
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
import type { Home, HomeDone, HomeQuarter, HomeRunning, HomeTask, HomeWaiting } from "./types";

/** What I must do, what waits for others, what is done. */
export async function readHome(actor: Actor, now: Date): Promise<Home> {
  return read(actor, async (tx) => {
    const cycles = await openCycles(tx);
    const own = await readOwn(tx, actor.employeeId);
    const counts = await countStanding(tx, actor, now);
    const hrefIn = hrefAmong(cycles);
    const tasks = cycles.flatMap((cycle) => [
      ...ownTasks(cycle, own, now),
      ...others.flatMap((relation) => tasksOf(cycle, relation, counts[relation], hrefIn)),
    ]);
    const { unfit, fallen, relations } = await countHouse(tx, actor);
    const house: readonly HomeTask[] = [
      ...(unfit > 0 ? [houseTask("plan_unfit", "/hand-over", unfit)] : []),
      ...(fallen > 0 ? [houseTask("fallen", "/hand-over", fallen)] : []),
      ...(relations > 0 ? [houseTask("relation_waits", "/relations", relations)] : []),
      ...(actor.isHrAdmin && cycles.length === 0
        ? [houseTask("open_cycle", "/cycles/new", 1)]
        : []),
    ];
    const quarters = await quartersOf(tx, cycles, own);
    const talks = await readTalks(tx, actor, now);
    const agreed = talks.appointments.filter(({ own: mine }) => mine);
    const takesPart = quarters.length > 0 || others.some((relation) => counts[relation].length > 0);
    return {
      idle: idleOf(cycles.length, takesPart),
      tasks: [...tasks.sort(byDeadline), ...house],
      waiting: cycles
        .flatMap((cycle) => waitingIn(cycle, own, counts.manager, hrefIn))
        .filter(
          // Once a time is fixed nobody is waited for.
          ({ href }) => agreed.every(({ appraisalId }) => href !== `/interview/${appraisalId}`),
        ),
      done: await doneOf(tx, own),
      quarters: begunFirst(quarters, now),
      ...talks,
      running: actor.isHrAdmin ? await runningOf(tx, actor, cycles) : [],
    };
  });
}

/** What is of no stage of a cycle and has no deadline. */
function houseTask(kind: HomeTask["kind"], href: string, count: number): HomeTask {
  const plain = { deputyFor: null, quarter: null, returned: 0, deadline: null, progress: null };
  return { kind, href, count, ...plain };
}

/** Whoever is out of the cycle has no turn in it. */
function ownIn(own: readonly OwnRow[], { cycleId }: { readonly cycleId: string }) {
  return own.find(({ cycle, endedAt }) => cycle.id === cycleId && endedAt === null);
}

async function quartersOf(
  tx: Reading,
  cycles: readonly OpenCycle[],
  own: readonly OwnRow[],
): Promise<HomeQuarter[]> {
  const quarters: HomeQuarter[] = [];
  for (const { windows, ...quarter } of cycles) {
    const mine = ownIn(own, quarter);
    if (mine === undefined) continue;
    const held = windowsOf(windows, mine.ownWindows);
    const { framework, valueIds } = await readFrameworkVersion(tx, mine.cycle.frameworkVersionId);
    const step = stepOf(mine.state);
    const answer = answerTo(mine);
    // The manager's scores are nobody's to see before publication, the employee's least of all.
    const side = step === "result" ? "manager" : "self";
    quarters.push({
      appraisalId: mine.id,
      quarter,
      step,
      answer,
      returned: isReturnedTo("self_review", mine),
      managerName: mine.manager.name,
      opensAt: windowOfStep(held, step).opensAt,
      deadline: answer === null ? ownDeadlines(held)[step] : null,
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
  tx: Reading,
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
    const { people, ownDone } = counts;
    return [
      { quarter: { cycleId, year, quarter }, people, done: withOwn(done, ownDone), returned },
    ];
  });
}

function tasksOf(
  cycle: OpenCycle,
  relation: Other,
  counts: readonly StateCount[],
  hrefIn: HrefIn,
): HomeTask[] {
  const names = [...new Set([null, ...counts.map(({ deputyFor }) => deputyFor)])];
  return tasksOfTurn(chain.rows, relation).flatMap(({ state, task: { kind, href } }) =>
    names.flatMap((deputyFor) => {
      const { count, returned, due } = countOf(counts, cycle.cycleId, state, deputyFor);
      if (count === 0) return [];
      const work = { kind, quarter: cycle, count, returned, deadline: due, deputyFor };
      return [{ ...work, href: hrefIn(cycle, href), progress: null }];
    }),
  );
}

function ownTasks(cycle: OpenCycle, own: readonly OwnRow[], now: Date): HomeTask[] {
  const mine = ownIn(own, cycle);
  if (mine === undefined) return [];
  const windows = windowsOf(cycle.windows, mine.ownWindows);
  return tasksOfTurn(chain.rows, "self")
    .filter(({ state, stage }) => state === mine.state && hasOpened(windows, stage, now))
    .map(({ state, stage, task: { kind, href } }) => ({
      kind,
      deputyFor: null,
      quarter: cycle,
      count: 1,
      returned: mine.returnedFrom === null ? 0 : 1,
      deadline: deadlineOf(windows, stage),
      href: `${href}/${mine.id}`,
      progress: state === "self_review" ? progressOf(mine) : null,
    }));
}

function progressOf({ scores, cycle }: OwnRow) {
  const done = scores.filter(({ side, halfPoints }) => side === "self" && halfPoints !== null);
  return { done: done.length, total: cycle.frameworkVersion._count.values };
}

/** Where the employee's own part is while others have their turn. */
const pageOf: Readonly<Partial<Record<OwnStep, string>>> = {
  interview: "interview",
  result: "results",
};

function waitingIn(
  cycle: OpenCycle,
  own: readonly OwnRow[],
  team: readonly StateCount[],
  hrefIn: HrefIn,
): HomeWaiting[] {
  const mine = ownIn(own, cycle);
  const ofMine = ({ id, state, ownWindows }: OwnRow): HomeWaiting => ({
    subject: "mine",
    state: stepOf(state),
    quarter: cycle,
    count: 1,
    // The due date of the result is the employee's; the decision on their objection has none.
    deadline: isPublished(state)
      ? null
      : ownDeadlines(windowsOf(cycle.windows, ownWindows))[stepOf(state)],
    href: `/${pageOf[stepOf(state)] ?? "self-review"}/${id}`,
  });
  const ofTeam = ({ state }: (typeof chain.rows)[number]): HomeWaiting => ({
    subject: "team",
    state,
    quarter: cycle,
    count: countOf(team, cycle.cycleId, state).count,
    deadline: countOf(team, cycle.cycleId, state).due,
    href: hrefIn(cycle, `/manager-scoring?state=${state}`),
  });
  const waits =
    mine !== undefined && othersTurn(chain.rows, "self").some(({ state }) => state === mine.state);
  return [
    ...(waits ? [ofMine(mine)] : []),
    ...othersTurn(chain.rows, "manager")
      .map(ofTeam)
      .filter(({ count }) => count > 0),
  ];
}

async function doneOf(tx: Reading, own: readonly OwnRow[]): Promise<HomeDone[]> {
  const finished = own.filter(
    (a) => isPublished(a.state) && (a.cycle.state === "closed" || isDone(a.state)),
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
