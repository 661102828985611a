import "server-only";
import { lockSubject, writeChange, type LoadedSubject } from "@/lib/appraisal/store";
import type { CommandContext } from "@/lib/authz/actor";
import { readTimeZone } from "@/lib/company/store";
import { joinExtensions } from "@/lib/participation/store";
import { concernsOneself } from "@/lib/authz/not-yourself";
import type { Tx } from "@/lib/db/transaction";
import { atField, refuse, type Refusal } from "@/lib/errors/outcome";
import { eventInsert } from "@/lib/events/record";
import { holdersIn, movedPosts, movedUnits, openStates } from "../rules";
import { askHandOvers, insertHandOvers, readUnits, type HandOverRow } from "../store";

interface Transfer {
  readonly appraisalIds: readonly string[];
  readonly departmentId: string;
  readonly reason: string;
}

/**
 * Moves sheets under way into another department: its division, its HR partner and, in another division, its head follow.
 * Null where all moved; a refusal is for the caller to roll back.
 */
export async function transfer(
  tx: Tx,
  context: CommandContext,
  { appraisalIds, departmentId, reason }: Transfer,
): Promise<Refusal | null> {
  const unit = (await readUnits(tx, [departmentId]))(departmentId);
  const timeZone = await readTimeZone(tx);
  for (const id of appraisalIds.toSorted()) {
    const subject = await lockSubject(tx, id);
    const fault = subject === null ? refuse("not_found") : faultOf(context, subject);
    if (subject === null || fault !== null) return fault;
    const { divisionId } = unit;
    const people = holdersIn(subject, divisionId, unit);
    await write(tx, context, subject, { ...people, departmentId, divisionId }, reason);
    await joinExtensions(tx, id, timeZone);
  }
  await askHandOvers(tx);
  return null;
}

function faultOf({ actor }: CommandContext, subject: LoadedSubject): Refusal | null {
  if (subject.cycleState === "closed") return refuse("cycle_closed");
  if (subject.endedAt !== null) return refuse("sheet_ended");
  if (!openStates.includes(subject.state)) return refuse("wrong_state");
  return concernsOneself(actor, [subject.employeeId])
    ? atField("appraisalIds", "not_yourself")
    : null;
}

type After = ReturnType<typeof holdersIn> & {
  readonly departmentId: string;
  readonly divisionId: string;
};

async function write(
  tx: Tx,
  { actor, now }: CommandContext,
  subject: LoadedSubject,
  after: After,
  reason: string,
): Promise<void> {
  const { appraisalId, version, cycleId, employeeId, departmentId } = subject;
  const moved = movedPosts(subject, { ...subject, ...after });
  const rows = [...movedUnits(subject, after), ...moved].map((one): HandOverRow => {
    const ofPerson = one.post !== "department" && one.post !== "division";
    // Nobody was found in the new department: HR is told.
    const fell = ofPerson && one.to === null;
    const way = ofPerson ? ("continue" as const) : null;
    return { id: crypto.randomUUID(), moved: one, way, fell, draft: null };
  });
  const by = { byId: actor.employeeId, at: now };
  await insertHandOvers(tx, { appraisalId, version, reason, note: "", ...by }, rows);
  const about = { actorId: actor.employeeId, at: now, appraisalId, cycleId, employeeId };
  const events = moved.map(({ post, from, to }) => ({
    kind: `hand_over.${post}` as const,
    from,
    to,
  }));
  const unit = { kind: "sheet.transferred" as const, from: departmentId, to: after.departmentId };
  await writeChange(tx, appraisalId, after, eventInsert(about, [unit, ...events]));
}
