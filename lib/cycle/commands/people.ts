import "server-only";
import { lockStructure } from "@/lib/access/store";
import { isPublished } from "@/lib/appraisal/stages";
import { lockSubject } from "@/lib/appraisal/store";
import type { StageWindow } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { readTimeZone } from "@/lib/company/store";
import { concernsOneself } from "@/lib/authz/not-yourself";
import type { Tx } from "@/lib/db/transaction";
import type { RecordedEvent } from "@/lib/events/event";
import { recordEvents } from "@/lib/events/record";
import { atField, ok, refuse, type FieldCode, type Outcome } from "@/lib/errors/outcome";
import { passGoneOn } from "@/lib/hand-over/commands/gone";
import { mayChangeParticipation } from "@/lib/participation/permissions";
import {
  endSheet,
  findPerson,
  giveWindows,
  insertChanges,
  joinExtensions,
  type FoundPerson,
} from "@/lib/participation/store";
import { toWindows, windowFaults } from "../rules/windows";
import type { ExemptInput, IncludeInput } from "../schema";
import { insertLate } from "../store/opening";
import type { ChangedCycle } from "../types";
import { changeCycle, type CycleWork } from "./cycle";

type Done = Outcome<ChangedCycle, { stale: ChangedCycle }>;

const nothingMore = ok({ events: [], set: {} });

/** Takes somebody out of a running cycle: a sheet they had ends where it is. Never of somebody whose result is published. */
export async function exemptPerson(context: CommandContext, input: ExemptInput): Promise<Done> {
  if (!mayChangeParticipation(context.actor)) return refuse("not_found");
  return changeCycle(context, input, async (tx) => {
    const { cycleId, number, reason } = input;
    const found = await findPerson(tx, cycleId, number);
    const fault = exemptFault(context, found);
    if (found === null || found.participant === null || fault !== null)
      return atField("number", fault ?? "unknown_person");
    const { id: employeeId, participant } = found;
    await insertChanges(tx, context, [{ cycleId, kind: "exempted", employeeId, reason }]);
    await tx.participant.update({
      where: { id: participant.id },
      data: { exemptReason: "by_hand" },
    });
    const event = { kind: "participation.exempted" as const, reason };
    const sheet = participant.sheet && (await lockSubject(tx, participant.sheet.id));
    if (sheet !== null)
      await endSheet(tx, context, sheet, { set: { endedAt: context.now }, events: [event] });
    else await recordAbout(tx, context, { cycleId, employeeId }, event);
    return nothingMore;
  });
}

function exemptFault({ actor }: CommandContext, found: FoundPerson | null): FieldCode | null {
  if (found === null) return "unknown_person";
  if (concernsOneself(actor, [found.id])) return "not_yourself";
  if (found.participant === null) return "not_in_cycle";
  const { exemptReason, sheet } = found.participant;
  if (exemptReason !== null) return "already_exempt";
  return sheet !== null && isPublished(sheet.state) ? "exempt_published" : null;
}

/** Takes somebody into a running cycle, with windows of their own; who was taken out goes on where the sheet ended. */
export async function includePerson(context: CommandContext, input: IncludeInput): Promise<Done> {
  if (!mayChangeParticipation(context.actor)) return refuse("not_found");
  const work: CycleWork = async (tx) => {
    const { cycleId, number, reason } = input;
    const timeZone = await readTimeZone(tx);
    const asked = toWindows(input.windows, timeZone);
    const found = await findPerson(tx, cycleId, number);
    const fault = includeFault(context, found);
    const faults = windowFaults(asked, context.now);
    if (found === null || fault !== null) return atField("number", fault ?? "unknown_person");
    if (Object.keys(faults).length > 0) return refuse("invalid_input", { fields: faults });
    const { id: employeeId } = found;
    const windows = await notBeforeGiven(tx, cycleId, asked);
    const event = { kind: "participation.included" as const, reason };
    const sheet = await beginOrResume(tx, context, { found, cycleId, event });
    if (sheet === null)
      return atField("number", found.participant?.sheet ? "nobody_scores" : "no_manager");
    await insertChanges(tx, context, [{ cycleId, kind: "included", employeeId, windows, reason }]);
    await giveWindows(tx, sheet, windows);
    await joinExtensions(tx, sheet, timeZone);
    return nothingMore;
  };
  return changeCycle(context, input, work, lockStructure);
}

/** Own windows only ever give more time: where the cycle's closes later it holds, and is what HR's record says. */
async function notBeforeGiven(tx: Tx, cycleId: string, windows: readonly StageWindow[]) {
  const given = await tx.stageWindow.findMany({ where: { cycleId } });
  return windows.map((window) => {
    const own = given.find(({ stage }) => stage === window.stage);
    const closesAt = own === undefined || own.closesAt < window.closesAt ? window : own;
    return { ...window, closesAt: closesAt.closesAt };
  });
}

function includeFault({ actor }: CommandContext, found: FoundPerson | null): FieldCode | null {
  if (found === null) return "unknown_person";
  if (concernsOneself(actor, [found.id])) return "not_yourself";
  if (found.hasLeft) return "left_already";
  return found.participant !== null && found.participant.exemptReason === null
    ? "already_in"
    : null;
}

interface Joining {
  readonly found: FoundPerson;
  readonly cycleId: string;
  readonly event: RecordedEvent;
}

/** The id of the sheet; null where nobody would score it. */
async function beginOrResume(
  tx: Tx,
  context: CommandContext,
  { found, cycleId, event }: Joining,
): Promise<string | null> {
  const { id: employeeId, participant } = found;
  const ended = participant?.sheet ? await lockSubject(tx, participant.sheet.id) : null;
  if (participant !== null && ended !== null) {
    const passed = await passGoneOn(tx, context, ended);
    if (passed === null) return null;
    await tx.participant.update({ where: { id: participant.id }, data: { exemptReason: null } });
    const events = [event, ...passed.events];
    await endSheet(tx, context, ended, { set: { endedAt: null, ...passed.set }, events });
    return ended.appraisalId;
  }
  const participantId = participant?.id ?? null;
  const begun = await insertLate(tx, found, { cycleId, participantId, now: context.now });
  if (begun === null) return null;
  await recordAbout(tx, context, { cycleId, employeeId, appraisalId: begun }, event);
  return begun;
}

function recordAbout(
  tx: Tx,
  { actor, now }: CommandContext,
  about: { readonly cycleId: string; readonly employeeId: string; readonly appraisalId?: string },
  event: RecordedEvent,
): Promise<void> {
  return recordEvents(tx, { actorId: actor.employeeId, at: now, ...about }, [event]);
}
