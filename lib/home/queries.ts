import "server-only";
import { cache } from "react";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { Actor } from "@/lib/authz/actor";
import { isDone } from "@/lib/cycle/rules";
import { read } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import type { Prisma } from "@/lib/db/generated/client";
import { ownDeadlines, ownStepOf } from "@/lib/result/rules";
import { readFrameworkVersion, readPolicyVersion } from "@/lib/ruleset/store";
import { maxOfFramework } from "@/lib/scoring";
import {
  countStates,
  openCycles,
  readOwn,
  standing,
  type OpenCycle,
  type OwnAppraisal,
} from "./store";
import { byDeadline, countOf, deadlineOf, deadlineOfState, type StateCount } from "./rules";
import type {
  Home,
  HomeDone,
  HomeQuarter,
  HomeRunning,
  HomeTask,
  HomeWaiting,
  Rooms,
} from "./types";

/** Which rooms to offer in the navigation. Cached for the request: layout and pages ask alike. */
export const readRooms: (actor: Actor) => Promise<Rooms> = cache(async (actor) => {
  return read(actor, async (tx) => {
    const me = actor.employeeId;
    const [cycle] = await openCycles(tx);
    const anyOf = async (where: Prisma.ParticipantWhereInput) =>
      (await tx.participant.findFirst({ where, select: { id: true } })) !== null;
    const own = await tx.appraisal.findFirst({
      where: { employeeId: me },
      orderBy: [{ cycle: { year: "desc" } }, { cycle: { quarter: "desc" } }],
      select: { id: true },
    });
    const quarter = cycle
      ? { cycleId: cycle.cycleId, year: cycle.year, quarter: cycle.quarter }
      : null;
    return {
      quarter,
      ownAppraisalId: own?.id ?? null,
      team: await anyOf({ managerId: me }),
      review: (await anyOf({ secondLevelId: me })) || actor.hrDepartmentIds.size > 0,
      audit: actor.hrDepartmentIds.size > 0,
      approvals:
        (await anyOf({ approverId: me })) ||
        (actor.isHrAdmin && (await anyOf({ approverId: null, exemptReason: null }))),
      administration: actor.isHrAdmin,
    };
  });
});

/** What I must do, what waits for others, what is done. */
export async function readHome(actor: Actor): Promise<Home> {
  return read(actor, async (tx) => {
    const cycles = await openCycles(tx);
    const where = standing(actor);
    const own = await readOwn(tx, actor.employeeId);
    const team = await countStates(tx, where.team);
    const others: readonly TaskSource[] = [
      { kind: "manager_scoring", state: "manager_scoring", counts: team, href: "/team" },
      { kind: "interview", state: "interview", counts: team, href: "/team?state=interview" },
      {
        kind: "second_level",
        state: "second_level",
        counts: await countStates(tx, where.review),
        href: "/review",
      },
      {
        kind: "approval",
        state: "approval",
        counts: await countStates(tx, where.approvals),
        href: "/approvals",
      },
      ...(await auditSources(tx, actor, where.audit)),
    ];
    const tasks = cycles.flatMap((cycle) => [
      ...ownTasks(cycle, own),
      ...others.flatMap((source) => taskOf(cycle, source)),
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
    return {
      tasks: [...tasks.sort(byDeadline), ...start],
      waiting: cycles.flatMap((cycle) => waitingIn(cycle, own, team)),
      done: await doneOf(tx, own),
      quarters: await quartersOf(tx, cycles, own),
      running: actor.isHrAdmin ? await runningOf(tx, cycles) : [],
    };
  });
}

async function quartersOf(
  tx: Tx,
  cycles: readonly OpenCycle[],
  own: readonly OwnAppraisal[],
): Promise<HomeQuarter[]> {
  const quarters: HomeQuarter[] = [];
  for (const { windows, ...quarter } of cycles) {
    const mine = own.find(({ cycle }) => cycle.id === quarter.cycleId);
    if (mine === undefined) continue;
    const { framework, valueIds } = await readFrameworkVersion(tx, mine.cycle.frameworkVersionId);
    const step = ownStepOf(mine.state);
    const answer = mine.acknowledgement?.kind ?? null;
    // The manager's scores are nobody's to see before publication, the employee's least of all.
    const side = step === "result" ? "manager" : "self";
    quarters.push({
      appraisalId: mine.id,
      quarter,
      step,
      answer,
      returned: mine.state === "self_review" && mine.returnedFrom !== null,
      managerName: mine.participant.manager?.name ?? null,
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

async function runningOf(tx: Tx, cycles: readonly OpenCycle[]): Promise<HomeRunning[]> {
  const counts = await countStates(tx, { cycle: { state: "open" } });
  return cycles.map(({ cycleId, year, quarter }) => {
    const here = counts.filter((count) => count.cycleId === cycleId);
    const sum = (of: readonly StateCount[]) => of.reduce((total, { count }) => total + count, 0);
    return {
      quarter: { cycleId, year, quarter },
      people: sum(here),
      done: sum(here.filter(({ state }) => isDone(state))),
      returned: here.reduce((total, { returned }) => total + returned, 0),
    };
  });
}

interface TaskSource {
  readonly kind: HomeTask["kind"];
  readonly state: AppraisalState;
  readonly counts: readonly StateCount[];
  readonly href: string;
}

async function auditSources(
  tx: Tx,
  actor: Actor,
  where: Prisma.AppraisalWhereInput,
): Promise<TaskSource[]> {
  if (actor.hrDepartmentIds.size === 0) return [];
  const counts = await countStates(tx, where);
  return [
    { kind: "hr_audit", state: "hr_audit", counts, href: "/audit" },
    { kind: "objection", state: "objected", counts, href: "/audit" },
  ];
}

function taskOf(cycle: OpenCycle, { kind, state, counts, href }: TaskSource): HomeTask[] {
  const { count, returned } = countOf(counts, cycle.cycleId, state);
  if (count === 0) return [];
  return [
    {
      kind,
      quarter: cycle,
      count,
      returned,
      deadline: deadlineOfState(cycle.windows, state),
      href,
      progress: null,
    },
  ];
}

function ownTasks(cycle: OpenCycle, own: readonly OwnAppraisal[]): HomeTask[] {
  const mine = own.find((appraisal) => appraisal.cycle.id === cycle.cycleId);
  if (mine?.state === "self_review") {
    const done = mine.scores.filter(
      ({ side, halfPoints }) => side === "self" && halfPoints !== null,
    ).length;
    return [
      {
        kind: "self_review",
        quarter: cycle,
        count: 1,
        returned: mine.returnedFrom === null ? 0 : 1,
        deadline: deadlineOf(cycle.windows, "self_review"),
        href: `/me/reviews/${mine.id}`,
        progress: { done, total: mine.cycle.frameworkVersion._count.values },
      },
    ];
  }
  if (mine?.state !== "published") return [];
  const deadline = deadlineOf(cycle.windows, "result");
  return [
    {
      kind: "result",
      quarter: cycle,
      count: 1,
      returned: 0,
      deadline,
      href: `/me/results/${mine.id}`,
      progress: null,
    },
  ];
}

/** The employee is not told that HR audits or a 5 is pending: between scoring and interview it is one wait with one end. */
const shownToSelf: Readonly<Partial<Record<AppraisalState, AppraisalState>>> = {
  manager_scoring: "manager_scoring",
  second_level: "second_level",
  hr_audit: "second_level",
  approval: "second_level",
  interview: "interview",
};

function waitingIn(
  cycle: OpenCycle,
  own: readonly OwnAppraisal[],
  team: readonly StateCount[],
): HomeWaiting[] {
  const mine = own.find((appraisal) => appraisal.cycle.id === cycle.cycleId);
  const state = mine && shownToSelf[mine.state];
  const entry = (
    subject: "mine" | "team",
    of: AppraisalState,
    count: number,
    href: string,
  ): HomeWaiting => ({
    subject,
    state: of,
    quarter: cycle,
    count,
    deadline:
      subject === "mine"
        ? ownDeadlines(cycle.windows)[ownStepOf(of)]
        : deadlineOfState(cycle.windows, of),
    href,
  });
  const teamStates: readonly AppraisalState[] = [
    "self_review",
    "second_level",
    "hr_audit",
    "approval",
    "published",
  ];
  return [
    ...(mine && state ? [entry("mine", state, 1, `/me/reviews/${mine.id}`)] : []),
    ...teamStates
      .map((of) => entry("team", of, countOf(team, cycle.cycleId, of).count, `/team?state=${of}`))
      .filter((waiting) => waiting.count > 0),
  ];
}

const answered: ReadonlySet<AppraisalState> = new Set(["acknowledged", "objected"]);

async function doneOf(tx: Tx, own: readonly OwnAppraisal[]): Promise<HomeDone[]> {
  const finished = own.filter(
    (a) => answered.has(a.state) || (a.state === "published" && a.cycle.state === "closed"),
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
      band: policy.bands.find((b) => b.key === band)?.name ?? null,
    });
  }
  return done;
}
