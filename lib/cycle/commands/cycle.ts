import "server-only";
import { readTimeZone } from "@/lib/company/store";
import { recordEvents } from "@/lib/events/record";
import { stages } from "@/lib/appraisal/stages";
import type { CommandContext } from "@/lib/authz/actor";
import { concernsOneself } from "@/lib/authz/not-yourself";
import type { Reading } from "@/lib/db/read";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { ok, refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { insertChanges, moveOwnWindows } from "@/lib/participation/store";
import { readPolicyVersion } from "@/lib/ruleset/store";
import { revealSeeds, sealSeed } from "@/lib/sample/store";
import { mayManageCycles } from "../permissions";
import { movedByPause, pausedDays } from "../rules/windows";
import type { CycleTarget, OpenCycleInput, PauseCycleInput, ResumeCycleInput } from "../schema";
import { countUnfinished, lockCycle, readCycle, type FoundCycle } from "../store/cycles";
import { checkOpening, insertParticipants, previewStanding, quarterTaken } from "../store/opening";
import type { ChangedCycle, OpenedCycle, OpeningPreview } from "../types";

/** Opening touches everybody at once: 99,000 people took 37 seconds on two busy cores, nearly all of it foreign keys. */
const openingTimeout = 120_000;

/**
 * Opens a quarter: pins the rules, sets the windows, freezes who stands where; all or nothing. Refused with what it would
 * do now where somebody has joined, left or moved since the preview.
 */
export async function openCycle(
  context: CommandContext,
  input: OpenCycleInput,
): Promise<Outcome<OpenedCycle, { stale: OpeningPreview }>> {
  if (!mayManageCycles(context.actor)) return refuse("not_found");
  const { actor, now } = context;
  return inTransaction(async (tx) => {
    const isOwn = (id: string) => concernsOneself(actor, [id]);
    const checked = await checkOpening(tx, input, { now, isOwn });
    if (!checked.ok) return checked;
    const preview = await previewStanding(tx);
    if (preview.standing !== input.standing) return refuse("stale", { data: preview });
    const { year, quarter, frameworkVersionId, policyVersionId } = input;
    const cycleId = crypto.randomUUID();
    const { count } = await tx.cycle.createMany({
      data: {
        ...{ id: cycleId, year, quarter, frameworkVersionId, policyVersionId },
        ...{ openedAt: now, openedById: actor.employeeId },
      },
      // The second of two at once waits here for the first and then finds the quarter taken.
      skipDuplicates: true,
    });
    if (count === 0) return quarterTaken();
    await tx.stageWindow.createMany({
      data: checked.windows.map((window) => ({ cycleId, ...window })),
    });
    await insertChanges(
      tx,
      context,
      checked.byHand.map((one) => ({ cycleId, ...one })),
    );
    const counts = await insertParticipants(tx, cycleId, now);
    const { policy } = await readPolicyVersion(tx, policyVersionId);
    if (policy.audit.sample !== undefined) await sealSeed(tx, cycleId, now);
    await recordEvents(tx, { actorId: actor.employeeId, at: now, cycleId }, [
      { kind: "cycle.opened", ...counts },
    ]);
    return ok({ cycleId, ...counts });
  }, openingTimeout);
}

/** Nothing in a closed cycle changes any more; the database refuses it, too. */
export async function closeCycle(
  context: CommandContext,
  input: CycleTarget,
): Promise<Outcome<ChangedCycle, { stale: ChangedCycle }>> {
  return changeCycle(context, input, async (tx) => {
    const unfinished = await countUnfinished(tx, input.cycleId);
    const set = {
      state: "closed" as const,
      closedAt: context.now,
      closedById: context.actor.employeeId,
    };
    const revealed = await revealSeeds(tx, context.now, input.cycleId);
    const events = [
      ...revealed.map(() => ({ kind: "sample.revealed" as const })),
      { kind: "cycle.closed" as const, unfinished },
    ];
    return ok({ events, set });
  });
}

type Done = Outcome<ChangedCycle, { stale: ChangedCycle }>;

/** Nobody writes in a paused cycle, and everybody is shown why; the administration of it goes on. */
export async function pauseCycle(context: CommandContext, input: PauseCycleInput): Promise<Done> {
  return changeCycle(context, input, async (tx, { pausedAt }) => {
    if (pausedAt !== null) return refuse("already_done");
    const { cycleId, reason } = input;
    await insertChanges(tx, context, [{ cycleId, kind: "paused", reason }]);
    return ok({ events: [{ kind: "cycle.paused", reason }], set: { pausedAt: context.now } });
  });
}

/** The windows still to come move by the pause, as it was shown, or stay. */
export async function resumeCycle(context: CommandContext, input: ResumeCycleInput): Promise<Done> {
  return changeCycle(context, input, async (tx, { pausedAt }) => {
    if (pausedAt === null) return refuse("already_done");
    const { cycleId, days, reason } = input;
    const now = pausedDays(pausedAt, context.now);
    if (days !== 0 && days !== now)
      return refuse("invalid_input", {
        fields: { days: { code: "pause_longer", data: { days: now } } },
      });
    const windows = days === 0 ? [] : await movePaused(tx, cycleId, { since: pausedAt, days });
    await insertChanges(tx, context, [{ cycleId, kind: "resumed", windows, reason }]);
    return ok({ events: [{ kind: "cycle.resumed", reason, days }], set: { pausedAt: null } });
  });
}

/** The cycle's windows and those of single sheets. */
async function movePaused(
  tx: Tx,
  cycleId: string,
  pause: { readonly since: Date; readonly days: number },
) {
  const timeZone = await readTimeZone(tx);
  const given = await tx.stageWindow.findMany({ where: { cycleId } });
  const moved = movedByPause(
    given.toSorted((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage)),
    { ...pause, timeZone },
  );
  // The last one first: between two updates no stage may close after the next.
  for (const { stage, opensAt, closesAt } of moved.toReversed())
    await tx.stageWindow.update({
      where: { cycleId_stage: { cycleId, stage } },
      data: { opensAt, closesAt },
    });
  await moveOwnWindows(tx, cycleId, { ...pause, timeZone });
  return moved;
}

export type CycleWork = (
  tx: Tx,
  cycle: FoundCycle,
) => Promise<
  Outcome<{
    readonly events: Parameters<typeof recordEvents>[2];
    readonly set: {
      state?: "closed";
      closedAt?: Date;
      closedById?: string;
      pausedAt?: Date | null;
    };
  }>
>;

/** One write on a cycle: who may, the lock, the version, the work, the record; one transaction. */
export async function changeCycle(
  { actor, now }: CommandContext,
  { cycleId, version }: CycleTarget,
  work: CycleWork,
  /** What else it locks, before the cycle. */
  lock: (tx: Tx) => Promise<void> = () => Promise.resolve(),
): Promise<Outcome<ChangedCycle, { stale: ChangedCycle }>> {
  if (!mayManageCycles(actor)) return refuse("not_found");
  return inTransaction(async (tx) => {
    await lock(tx);
    const cycle = await lockOpen(tx, { cycleId, version });
    if ("ok" in cycle) return cycle;
    // Work writes only after all its checks, so a refusal has nothing to undo.
    const worked = await work(tx, cycle);
    if (!worked.ok) return worked;
    const { events, set } = worked.value;
    await tx.cycle.update({ where: { id: cycleId }, data: { ...set, version: version + 1 } });
    await recordEvents(tx, { actorId: actor.employeeId, at: now, cycleId }, events);
    return ok({ version: version + 1 });
  });
}

type OpenCycle = FoundCycle | Refusal<{ stale: ChangedCycle }>;

/** The cycle of this version, locked, while it may be changed. */
async function lockOpen(tx: Tx, target: CycleTarget): Promise<OpenCycle> {
  return openOf(await lockCycle(tx, target.cycleId), target);
}

/** For a look before a change: nobody's save waits for it. */
export async function readOpen(tx: Reading, target: CycleTarget): Promise<OpenCycle> {
  return openOf(await readCycle(tx, target.cycleId), target);
}

function openOf(cycle: FoundCycle | null, { version }: CycleTarget): OpenCycle {
  if (cycle === null) return refuse("not_found");
  if (cycle.state === "closed") return refuse("cycle_closed");
  if (cycle.version !== version) return refuse("stale", { data: { version: cycle.version } });
  return cycle;
}
