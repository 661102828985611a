import "server-only";
import { returning, type Change, type HandedBack, type Opened } from "@/lib/appraisal/change";
import { isPublished } from "@/lib/appraisal/stages";
import type { LoadedSubject } from "@/lib/appraisal/store";
import type { Returned } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { readTimeZone } from "@/lib/company/store";
import { refuse, type Refusal } from "@/lib/errors/outcome";
import type { RecordedEvent } from "@/lib/events/event";
import { giveWindows } from "@/lib/participation/store";
import { pinFaults, pinnedTo } from "@/lib/review/rules/pins";
import { readPinned } from "@/lib/review/store";
import { windowsAgain } from "./rules";
import type { Reopening } from "./schema";
import { keepResult } from "./store";
import type { ReopenState } from "./types";

/**
 * The change that gives a sheet back to where it was judged, for pinned reasons, with time for every step from there on. Its
 * rounds and words stay, and it goes its whole way again. A published result stays beside it as a former edition with its
 * minutes and answers, and the employee is told. For the work of `reopenAppraisal`, which asks whether the actor may: HR of
 * its own accord, or for an appeal.
 */
export async function reopening(
  { actor, now }: CommandContext,
  { tx, subject }: Opened,
  { to, reasons: asked }: Reopening,
): Promise<(Change<Returned> & { readonly move: HandedBack }) | Refusal> {
  const { framework, sheets } = await readPinned(tx, subject);
  const fields = pinFaults({ framework, sheets }, asked);
  if (Object.keys(fields).length > 0) return refuse("invalid_input", { fields });
  const reasons = asked.map((pin) => ({ reason: pin.reason, ...pinnedTo(sheets, pin) }));
  const { appraisalId, edition, windows } = subject;
  const again = windowsAgain(windows, to, now, await readTimeZone(tx));
  await giveWindows(tx, appraisalId, again);
  const published = isPublished(subject.state);
  if (published) await keepResult(tx, appraisalId, { to, byId: actor.employeeId, at: now });
  const anew = published ? { edition: edition + 1, publishedAt: null } : {};
  const back = returning(subject, reasons, (_reason, noteId) => eventOf(subject, to, noteId), to);
  // It goes up to the second level once more, which decides once a round.
  const up = to === "second_level" ? { round: subject.round + 1 } : {};
  return { ...back, set: { finalAt: null, ...anew, ...up } };
}

const early = {
  self_review: "hr.reopened_self",
  manager_scoring: "hr.reopened",
  second_level: "hr.reopened_second_level",
} as const satisfies Readonly<Record<ReopenState, RecordedEvent["kind"]>>;

function eventOf(
  { state, edition }: LoadedSubject,
  to: ReopenState,
  noteId: string,
): RecordedEvent {
  if (isPublished(state)) return { kind: "result.reopened", edition: edition + 1, noteId };
  return { kind: early[to], noteId };
}
