import "server-only";
import type { LoadedSubject } from "@/lib/appraisal/store";
import type { CommandContext } from "@/lib/authz/actor";
import type { Tx } from "@/lib/db/transaction";
import type { RecordedEvent } from "@/lib/events/event";
import { readGone } from "@/lib/people/store";
import { lineAfter, movedPosts, openStates, postsOf, type People } from "../rules";
import { readAbove, readUnits } from "../store";
import { recordHands } from "./hands";

/** For the change that brings the sheet back: who holds it, and the events of that. */
interface Passed {
  readonly set: Partial<People>;
  readonly events: readonly RecordedEvent[];
}

/**
 * For whatever brings a sheet back under way, before it writes that: what is held by who left or is on long leave falls to the
 * next in line, and HR is told. Somebody may have gone while it was published or its person out of the cycle, when nobody asks
 * for a hand-over. `subject`: locked, under the lock of the structure; `to`: where it comes back to. Null, and nothing written,
 * where nobody is left to score it.
 */
export async function passGoneOn(
  tx: Tx,
  context: CommandContext,
  subject: LoadedSubject,
  to = subject.state,
): Promise<Passed | null> {
  const wasThere = subject.endedAt === null && openStates.includes(subject.state);
  if (wasThere || !openStates.includes(to)) return { set: {}, events: [] };
  const { managerId, secondLevelId, approverId, hrPartnerId } = subject;
  const gone = await readGone(tx, [managerId, secondLevelId, approverId, hrPartnerId]);
  if (gone.length === 0) return { set: {}, events: [] };
  const taken = gone.flatMap((id) => postsOf(subject, id));
  const from = taken.includes("manager") ? managerId : secondLevelId;
  const after = await nextInLine(
    tx,
    { ...subject, state: to },
    { taken, from: from ?? subject.employeeId },
  );
  if (after === null) return null;
  const moved = movedPosts(subject, after).map((one) => ({
    ...one,
    way: "continue" as const,
    fell: one.from !== null && gone.includes(one.from),
  }));
  const events = await recordHands(tx, context, subject, {
    moved,
    reason: "holder_gone",
    note: "",
  });
  return { set: after, events };
}

/** Where nobody above the former holder is left, those above the employee today are asked. */
async function nextInLine(
  tx: Tx,
  subject: LoadedSubject,
  { from, taken }: { readonly from: string; readonly taken: ReturnType<typeof postsOf> },
): Promise<People | null> {
  const unit = (await readUnits(tx, [subject.departmentId]))(subject.departmentId);
  const above = [...(await readAbove(tx, from)), ...(await readAbove(tx, subject.employeeId))];
  return lineAfter(subject, from, taken, null, { ...unit, above });
}
