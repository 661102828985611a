import "server-only";
import { returning, type Change, type HandedBack, type Opened } from "@/lib/appraisal/change";
import { isAfter, isPublished } from "@/lib/appraisal/stages";
import type { LoadedSubject } from "@/lib/appraisal/store";
import type { Returned } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { readTimeZone } from "@/lib/company/store";
import { atField, refuse, type Refusal } from "@/lib/errors/outcome";
import type { RecordedEvent } from "@/lib/events/event";
import { passGoneOn } from "@/lib/hand-over/commands/gone";
import { giveWindows } from "@/lib/participation/store";
import { lastWordOn } from "@/lib/review/rules/needs";
import { pinFaults, pinnedTo } from "@/lib/review/rules/pins";
import { readPinned, readReview } from "@/lib/review/store";
import { windowsAgain } from "./rules";
import type { Reopening } from "./schema";
import { keepResult } from "./store";
import type { ReopenState } from "./types";

/**
 * The change that gives a sheet back to where it was judged, for pinned reasons, with time for every step from there on. Its
 * rounds and words stay, and it goes its whole way again. A published result stays beside it as a former edition with its
 * minutes and answers, and the employee is told; what is held by who is gone by then falls to the next in line. For the work
 * of `reopenAppraisal`, which asks whether the actor may: HR of its own accord, or for an appeal.
 */
export async function reopening(
  context: CommandContext,
  opened: Opened,
  { to, reasons: asked }: Reopening,
): Promise<(Change<Returned> & { readonly move: HandedBack }) | Refusal> {
  const { actor, now } = context;
  const { tx, subject } = opened;
  if (!isAfter(subject.state, to)) return refuse("invalid_input", { fields: { to: notBehind } });
  const { framework, sheets } = await readPinned(tx, subject);
  const fields = pinFaults({ framework, sheets }, asked);
  if (Object.keys(fields).length > 0) return refuse("invalid_input", { fields });
  const reasons = asked.map((pin) => ({ reason: pin.reason, ...pinnedTo(sheets, pin) }));
  const passed = await passGoneOn(tx, context, subject, to);
  if (passed === null) return atField("to", "nobody_scores");
  const withdrawn = to === "hr_audit" ? await auditAgain(context, opened, asked) : [];
  if ("ok" in withdrawn) return withdrawn;
  const { appraisalId, edition, windows } = subject;
  const again = windowsAgain(windows, to, now, await readTimeZone(tx));
  await giveWindows(tx, appraisalId, again);
  const published = isPublished(subject.state);
  if (published) await keepResult(tx, appraisalId, { to, byId: actor.employeeId, at: now });
  const anew = published ? { edition: edition + 1, publishedAt: null } : {};
  const back = returning(subject, reasons, (_reason, noteId) => eventOf(subject, to, noteId), to);
  // It goes up to the second level once more, which decides once a round.
  const up = to === "second_level" ? { round: subject.round + 1 } : {};
  const events = [...back.events, ...withdrawn, ...passed.events];
  return { ...back, events, set: { finalAt: null, ...anew, ...up, ...passed.set } };
}

const notBehind = { code: "invalid_input" } as const;

/**
 * Withdraws what HR verified of the values a reason is pinned to, of all of them where one is about the whole sheet, so that
 * each is verified anew as it stands. Refused where HR has verified nothing of what is named: nobody could lead it on.
 */
async function auditAgain(
  { actor, now }: CommandContext,
  { tx, subject }: Opened,
  reasons: Reopening["reasons"],
): Promise<readonly RecordedEvent[] | Refusal> {
  const { appraisalId } = subject;
  const { verifications, result } = await readReview(tx, subject);
  const verified = result.values.flatMap(({ key, score }) => {
    const word = lastWordOn(verifications, key, score);
    return word?.verdict === "confirmed" ? [word] : [];
  });
  const named = (value: string | null) =>
    verified.filter(({ valueKey }) => value === null || valueKey === value);
  const fields = reasons.flatMap(({ value }, at) =>
    named(value).length > 0
      ? []
      : [[`reasons.${String(at)}.value`, { code: "nothing_to_verify" }] as const],
  );
  if (fields.length > 0) return refuse("invalid_input", { fields: Object.fromEntries(fields) });
  const again = [...new Set(reasons.flatMap(({ value }) => named(value)))];
  const taken = again.map(({ round, valueKey, halfPoints }) => ({ round, valueKey, halfPoints }));
  await tx.hrVerification.createMany({
    data: taken.map((word) => ({
      ...{ appraisalId, ...word, verdict: "taken_back" as const },
      ...{ comment: "", byId: actor.employeeId, at: now },
    })),
  });
  return taken.map(({ valueKey: value, ...word }) => ({ kind: "hr.taken_back", value, ...word }));
}

const early = {
  self_review: "hr.reopened_self",
  manager_scoring: "hr.reopened",
  second_level: "hr.reopened_second_level",
  hr_audit: "hr.reopened_audit",
} as const satisfies Readonly<Record<ReopenState, RecordedEvent["kind"]>>;

function eventOf(
  { state, edition }: LoadedSubject,
  to: ReopenState,
  noteId: string,
): RecordedEvent {
  if (isPublished(state)) return { kind: "result.reopened", edition: edition + 1, noteId };
  return { kind: early[to], noteId };
}
