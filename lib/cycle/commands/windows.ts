import "server-only";
import { windowOfStep, windowsOf } from "@/lib/appraisal/rules";
import { isDone, stepOfStage } from "@/lib/appraisal/stages";
import type { StageWindow } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { concernsOneself } from "@/lib/authz/not-yourself";
import { readTimeZone } from "@/lib/company/store";
import { read, type Reading } from "@/lib/db/read";
import {
  atField,
  ok,
  refuse,
  type FieldFault,
  type Outcome,
  type Refusal,
} from "@/lib/errors/outcome";
import { recordForEach } from "@/lib/events/record";
import { isWithinBounds, outOfBounds } from "@/lib/fields/dates";
import { dayIn } from "@/lib/i18n/zone";
import { mayChangeParticipation } from "@/lib/participation/permissions";
import {
  extendSheets,
  findPerson,
  insertChanges,
  readLater,
  readSheetsBelow,
  type Reached,
} from "@/lib/participation/store";
import { mayManageCycles } from "../permissions";
import { extensionFault, movedWith, toInstant, type MovedWindow } from "../rules/windows";
import type {
  ChangeWindowInput,
  ExtendInput,
  PreviewExtensionInput,
  PreviewWindowInput,
} from "../schema";
import { countLaterInCycle, countUnfinished } from "../store/cycles";
import type { ChangedCycle, ExtensionPreview, NamedPerson } from "../types";
import { isFew, shownOf } from "@/lib/small-groups/rules";
import { changeCycle, readOpen } from "./cycle";

type Stale = { stale: ChangedCycle };
type Done = Outcome<ChangedCycle, Stale>;
type Previewed = Outcome<ExtensionPreview, Stale>;

/** More time at a stage for everybody. */
export async function changeWindow(
  context: CommandContext,
  input: ChangeWindowInput,
): Promise<Done> {
  return changeCycle(context, input, async (tx) => {
    const { cycleId, reason } = input;
    const plan = await planMove(tx, context.now, input);
    if ("ok" in plan) return plan;
    // The last one first: between two updates no stage may close after the next.
    for (const { stage: of, to } of plan.moved.toReversed())
      await tx.stageWindow.update({
        where: { cycleId_stage: { cycleId, stage: of } },
        data: { closesAt: to },
      });
    const events = plan.moved.map(({ stage: of, from, to }) => ({
      kind: "cycle.window_changed" as const,
      ...{ stage: of, from: from.toISOString(), to: to.toISOString(), reason },
    }));
    return ok({ events, set: {} });
  });
}

/** What `changeWindow` would do, before it does. */
export async function previewWindow(
  { actor, now }: CommandContext,
  input: PreviewWindowInput,
): Promise<Previewed> {
  if (!mayManageCycles(actor)) return refuse("not_found");
  return read(actor, async (tx) => {
    const cycle = await readOpen(tx, input);
    if ("ok" in cycle) return cycle;
    const plan = await planMove(tx, now, input);
    if ("ok" in plan) return plan;
    const to = toInstant(input.closesAt, plan.timeZone);
    const people = await countUnfinished(tx, cycle.id);
    const later = await countLaterInCycle(tx, cycle.id, { stage: input.stage, to });
    return ok({ person: null, ...shownCounts(people, later), moved: plan.moved.map(asText) });
  });
}

/** More time at a stage for one person, or for everybody of a department; the cycle's deadline stays for the others. */
export async function extendFor(context: CommandContext, input: ExtendInput): Promise<Done> {
  if (!mayChangeParticipation(context.actor)) return refuse("not_found");
  return changeCycle(context, input, async (tx) => {
    const { cycleId, reason } = input;
    const whom = await readWhom(tx, context, input);
    if ("ok" in whom) return whom;
    const plan = await planMove(tx, context.now, input, whom.ownWindows);
    if ("ok" in plan) return plan;
    const { windows, moved } = plan;
    const { sheets, target } = whom;
    await insertChanges(tx, context, [
      {
        ...{ cycleId, kind: "extended", reason, ...target },
        windows: movedAmong(windows, moved),
      },
    ]);
    const about = { actorId: context.actor.employeeId, at: context.now, cycleId };
    // Each sheet is told of the first deadline that moves for it: one that has longer already keeps its own.
    let untold = sheets;
    for (const { stage: of, to } of moved) {
      const later = await readLater(tx, untold, { stage: of, to });
      const reached = untold.filter(({ appraisalId }) => !later.has(appraisalId));
      await recordForEach(tx, about, reached, {
        ...{ kind: "participation.extended", stage: of, to: to.toISOString(), reason },
        ...stepMoved(windows, moved, of),
      });
      untold = untold.filter(({ appraisalId }) => later.has(appraisalId));
      await extendSheets(tx, sheets, { stage: of, to });
    }
    return ok({ events: [], set: {} });
  });
}

/** What `extendFor` would do, before it does. */
export async function previewExtension(
  context: CommandContext,
  input: PreviewExtensionInput,
): Promise<Previewed> {
  if (!mayChangeParticipation(context.actor)) return refuse("not_found");
  return read(context.actor, async (tx) => {
    const cycle = await readOpen(tx, input);
    if ("ok" in cycle) return cycle;
    const whom = await readWhom(tx, context, input);
    if ("ok" in whom) return whom;
    const plan = await planMove(tx, context.now, input, whom.ownWindows);
    if ("ok" in plan) return plan;
    const { person, sheets } = whom;
    const to = toInstant(input.closesAt, plan.timeZone);
    const { size: later } = await readLater(tx, sheets, { stage: input.stage, to });
    const counts = { people: sheets.length, later };
    const shown = person === null ? shownCounts(sheets.length, later) : counts;
    return ok({ person, ...shown, moved: plan.moved.map(asText) });
  });
}

/** Where an appraisal stands is nobody's to work out from numbers: docs/decisions/2026-11-30-small-groups.md. */
const shownCounts = (people: number, later: number) => ({
  people: isFew(people) ? null : people,
  later: isFew(people) ? null : shownOf(later, people),
});

const asText = ({ stage, from, to }: MovedWindow) => ({
  ...{ stage, from: from.toISOString(), to: to.toISOString() },
});

interface Plan {
  /** As they hold now. */
  readonly windows: readonly StageWindow[];
  /** The stage asked for first. */
  readonly moved: readonly MovedWindow[];
  readonly timeZone: string;
}

/** Which deadlines would move, or why they may not; `own`: of the one sheet it is about. */
async function planMove(
  tx: Reading,
  now: Date,
  { cycleId, stage, following, ...input }: PreviewWindowInput,
  own: readonly StageWindow[] = [],
): Promise<Plan | Refusal> {
  const timeZone = await readTimeZone(tx);
  const windows = windowsOf(await tx.stageWindow.findMany({ where: { cycleId } }), own);
  const closesAt = toInstant(input.closesAt, timeZone);
  const fault = extensionFault(windows, stage, closesAt, now, following);
  const window = windows.find((one) => one.stage === stage);
  const refused = (found: FieldFault) => refuse("invalid_input", { fields: { closesAt: found } });
  if (fault !== null || window === undefined) return refused(fault ?? { code: "invalid_input" });
  const moved = [
    { stage, from: window.closesAt, to: closesAt },
    ...(following ? movedWith(windows, stage, closesAt, timeZone) : []),
  ];
  // No deadline may be moved out of the days the database takes, whichever of them was typed.
  return moved.every(({ to }) => isWithinBounds(dayIn(to, timeZone)))
    ? { windows, moved, timeZone }
    : refused({ code: outOfBounds.error, data: outOfBounds.params });
}

type Moved = readonly { readonly stage: StageWindow["stage"]; readonly to: Date }[];

function movedAmong(windows: readonly StageWindow[], moved: Moved): StageWindow[] {
  return windows.flatMap((window) => {
    const to = moved.find(({ stage }) => stage === window.stage)?.to;
    return to === undefined ? [] : [{ ...window, closesAt: to }];
  });
}

/** For the employee, who is shown the step alone. */
function stepMoved(windows: readonly StageWindow[], moved: Moved, stage: StageWindow["stage"]) {
  const step = stepOfStage(stage);
  const before = windowOfStep(windows, step).closesAt;
  const after = windowOfStep([...windows, ...movedAmong(windows, moved)], step).closesAt;
  return before === null || after === null || after <= before
    ? {}
    : { stepTo: after.toISOString() };
}

interface Whom {
  readonly person: NamedPerson | null;
  readonly target: { readonly employeeId: string } | { readonly departmentId: string };
  readonly sheets: readonly Reached[];
  readonly ownWindows: Parameters<typeof windowsOf>[1];
}

async function readWhom(
  tx: Reading,
  { actor }: CommandContext,
  { cycleId, number, departmentId }: PreviewExtensionInput,
): Promise<Whom | Refusal> {
  if (number === "" && departmentId === null) return atField("number", "whom_required");
  if (number === "" && departmentId !== null) {
    const sheets = await readSheetsBelow(tx, cycleId, departmentId);
    const among = sheets.map((sheet) => sheet.employeeId);
    if (concernsOneself(actor, among)) return atField("departmentId", "not_yourself");
    return sheets.length === 0
      ? atField("departmentId", "nobody_in_scope")
      : { person: null, target: { departmentId }, sheets, ownWindows: [] };
  }
  const found = await findPerson(tx, cycleId, number);
  if (found === null) return atField("number", "unknown_person");
  const { id: employeeId, participant } = found;
  if (concernsOneself(actor, [employeeId])) return atField("number", "not_yourself");
  const sheet = participant?.sheet ?? null;
  if (sheet === null || sheet.ended) return atField("number", "not_in_cycle");
  if (isDone(sheet.state)) return atField("number", "done_already");
  const sheets = [{ appraisalId: sheet.id, employeeId }];
  const { name, number: own } = found;
  const person = { name, number: own };
  return { person, target: { employeeId }, sheets, ownWindows: sheet.ownWindows };
}
