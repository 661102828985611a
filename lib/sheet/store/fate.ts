import "server-only";
import { inStates } from "@/lib/appraisal/where";
import type { Reading } from "@/lib/db/read";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { chain } from "@/lib/appraisal/stages";
import type { AppraisalState } from "@/lib/appraisal/types";
import { writtenIn } from "../rules";
import type { Side } from "../types";

type Fate = "opened" | "taken_back";

interface Reached {
  readonly appraisalId: string;
  readonly side: Side;
  readonly byId: string;
  readonly at: Date;
}

/** Where a side stands between being handed in and being worked on by whoever it is for. */
const nextAfter = (side: Side): AppraisalState => chain.forward(writtenIn[side]);

/** True when this came first to what was handed in last. */
async function reach(tx: Tx, { appraisalId, side, byId, at }: Reached, fate: Fate) {
  const written = await tx.$executeRaw`
    INSERT INTO submission_fate (appraisal_id, side, number, fate, by_id, at)
    SELECT appraisal_id, side, max(number), ${fate}::"SubmissionFate", ${byId}::uuid, ${at}
    FROM submission WHERE appraisal_id = ${appraisalId}::uuid AND side = ${side}::"Side"
    GROUP BY appraisal_id, side
    ON CONFLICT DO NOTHING`;
  return written === 1;
}

/** For whoever the sheet is for, before they are shown it. The lock lets a sheet that is being taken back go first. */
export async function recordOpened(reached: Reached): Promise<void> {
  const { appraisalId, side } = reached;
  await inTransaction(async (tx) => {
    const found = await tx.$queryRaw<object[]>`
      SELECT a.id FROM appraisal a JOIN cycle c ON c.id = a.cycle_id AND c.state = 'open' AND c.paused_at IS NULL
      WHERE a.id = ${appraisalId}::uuid AND ${inStates([nextAfter(side)])} FOR UPDATE OF a FOR SHARE OF c`;
    if (found.length > 0) await reach(tx, reached, "opened");
  });
}

/** Whether what was handed in last waits unopened. */
export async function isUnopened(
  tx: Reading,
  { appraisalId, state }: { readonly appraisalId: string; readonly state: AppraisalState },
  side: Side,
): Promise<boolean> {
  if (state !== nextAfter(side)) return false;
  const last = await tx.submission.findFirst({
    where: { appraisalId, side },
    orderBy: { number: "desc" },
    select: { fate: { select: { fate: true } } },
  });
  return last !== null && last.fate === null;
}

/** When the side was handed in the time before, by whom nothing was taken back; null for the first time. */
function before(tx: Tx, appraisalId: string, side: Side) {
  return tx.submission.findFirst({
    where: { appraisalId, side, NOT: { fate: { is: { fate: "taken_back" } } } },
    orderBy: { number: "desc" },
    select: { submittedAt: true },
  });
}

/**
 * Takes back what was handed in last, unless it was opened: then null. The notes it settled are open again. Gives its number,
 * when the side was handed in the time before, and whence it had come back then.
 */
export async function takeBack(tx: Tx, reached: Reached) {
  const { appraisalId, side } = reached;
  if (!(await reach(tx, reached, "taken_back"))) return null;
  const last = await tx.submission.findFirstOrThrow({
    where: { appraisalId, side },
    orderBy: { number: "desc" },
    select: { number: true, submittedAt: true },
  });
  const toState = writtenIn[side];
  const where = { appraisalId, toState, resolvedAt: last.submittedAt, takenBackAt: null };
  await tx.returnNote.updateMany({ where, data: { resolvedAt: null } });
  const note = await tx.returnNote.findFirst({
    where: { appraisalId, toState, resolvedAt: null },
    orderBy: { at: "desc" },
    select: { fromState: true },
  });
  const earlier = await before(tx, appraisalId, side);
  return {
    number: last.number,
    before: earlier?.submittedAt ?? null,
    returnedFrom: note?.fromState ?? null,
  };
}
