import "server-only";
import { recordEvents } from "@/lib/events/record";
import type { CommandContext } from "@/lib/authz/actor";
import { isWithinBounds, outOfBounds } from "@/lib/db/fields";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { ok, refuse, type FieldFault, type Outcome } from "@/lib/errors/outcome";
import { dayIn } from "@/lib/i18n/zone";
import { mayManageCycles } from "./permissions";
import { extensionFault, movedWith, toInstant, type MovedWindow } from "./rules";
import type { ChangeWindowInput, CycleTarget, OpenCycleInput } from "./schema";
import {
  checkOpening,
  countUnfinished,
  insertParticipants,
  lockCycle,
  quarterTaken,
  readTimeZone,
} from "./store";
import type { ChangedCycle, OpenedCycle } from "./types";

/** Opening touches everybody at once: 99,000 people took 37 seconds on two busy cores, nearly all of it foreign keys. */
const openingTimeout = 120_000;

/** Opens a quarter: pins the rules, sets the windows, freezes who stands where; all or nothing. */
export async function openCycle(
  context: CommandContext,
  input: OpenCycleInput,
): Promise<Outcome<OpenedCycle>> {
  if (!mayManageCycles(context.actor)) return refuse("not_found");
  const { actor, now } = context;
  return inTransaction(async (tx) => {
    const checked = await checkOpening(tx, input, now);
    if (!checked.ok) return checked;
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
    const counts = await insertParticipants(tx, cycleId, now);
    await recordEvents(tx, { actorId: actor.employeeId, at: now, cycleId }, [
      { kind: "cycle.opened", ...counts },
    ]);
    return ok({ cycleId, ...counts });
  }, openingTimeout);
}

export async function changeWindow(
  context: CommandContext,
  input: ChangeWindowInput,
): Promise<Outcome<ChangedCycle, { stale: ChangedCycle }>> {
  return changeCycle(context, input, async (tx) => {
    const { cycleId, stage, reason, following } = input;
    const windows = await tx.stageWindow.findMany({ where: { cycleId } });
    const timeZone = await readTimeZone(tx);
    const closesAt = toInstant(input.closesAt, timeZone);
    const fault = extensionFault(windows, stage, closesAt, context.now, following);
    const own = windows.find((window) => window.stage === stage);
    const refused = (closesAt: FieldFault) => refuse("invalid_input", { fields: { closesAt } });
    if (fault !== null || own === undefined) return refused(fault ?? { code: "invalid_input" });
    const moved = [
      { stage, from: own.closesAt, to: closesAt },
      ...(following ? movedWith(windows, stage, closesAt, timeZone) : []),
    ];
    const beyond = boundsFault(moved, timeZone);
    if (beyond !== null) return refused(beyond);
    // The last one first: between two updates no stage may close after the next.
    for (const { stage: of, to } of moved.toReversed())
      await tx.stageWindow.update({
        where: { cycleId_stage: { cycleId, stage: of } },
        data: { closesAt: to },
      });
    const events = moved.map(({ stage: of, from, to }) => ({
      kind: "cycle.window_changed" as const,
      ...{ stage: of, from: from.toISOString(), to: to.toISOString(), reason },
    }));
    return ok({ events, set: {} });
  });
}

/** No deadline may be moved out of the days the database takes, whichever of them was typed. */
function boundsFault(moved: readonly MovedWindow[], timeZone: string): FieldFault | null {
  return moved.every(({ to }) => isWithinBounds(dayIn(to, timeZone)))
    ? null
    : { code: outOfBounds.error, data: outOfBounds.params };
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
    return ok({ events: [{ kind: "cycle.closed", unfinished }], set });
  });
}

type CycleWork = (tx: Tx) => Promise<
  Outcome<{
    readonly events: Parameters<typeof recordEvents>[2];
    readonly set: { state?: "closed"; closedAt?: Date; closedById?: string };
  }>
>;

async function changeCycle(
  { actor, now }: CommandContext,
  { cycleId, version }: CycleTarget,
  work: CycleWork,
): Promise<Outcome<ChangedCycle, { stale: ChangedCycle }>> {
  if (!mayManageCycles(actor)) return refuse("not_found");
  return inTransaction(async (tx) => {
    const cycle = await lockCycle(tx, cycleId);
    if (cycle === null) return refuse("not_found");
    if (cycle.state === "closed") return refuse("cycle_closed");
    if (cycle.version !== version) return refuse("stale", { data: { version: cycle.version } });
    // Work writes only after all its checks, so a refusal has nothing to undo.
    const worked = await work(tx);
    if (!worked.ok) return worked;
    const { events, set } = worked.value;
    await tx.cycle.update({ where: { id: cycleId }, data: { ...set, version: version + 1 } });
    await recordEvents(tx, { actorId: actor.employeeId, at: now, cycleId }, events);
    return ok({ version: version + 1 });
  });
}
