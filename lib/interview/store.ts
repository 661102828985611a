import "server-only";
import type { Tx } from "@/lib/db/transaction";
import { dayIn } from "@/lib/i18n/zone";
import type { HeldBetween } from "./rules";
import type { InterviewRecord } from "./types";

export async function readRecord(tx: Tx, appraisalId: string): Promise<InterviewRecord | null> {
  const row = await tx.interview.findUnique({
    where: { appraisalId },
    include: { recordedBy: { select: { name: true } } },
  });
  if (row === null) return null;
  const { good, short, direction, deductions, minutes, recordedAt, confirmedAt } = row;
  return {
    heldOn: row.heldOn.toISOString().slice(0, 10),
    good,
    short,
    direction,
    deductions,
    minutes,
    recordedBy: row.recordedBy.name,
    recordedAt,
    confirmedAt,
  };
}

/** The same days for the form and for the command that judges it. */
export async function readHeldBetween(
  tx: Tx,
  appraisalId: string,
  now: Date,
): Promise<HeldBetween> {
  const [row] = await tx.$queryRaw<{ timeZone: string; finalAt: Date | null }[]>`
    SELECT c.time_zone AS "timeZone", a.final_at AS "finalAt" FROM company c, appraisal a
    WHERE a.id = ${appraisalId}::uuid`;
  if (row === undefined) throw new Error("readHeldBetween: no row");
  const { timeZone, finalAt } = row;
  return {
    from: finalAt === null ? null : dayIn(finalAt, timeZone),
    to: dayIn(now, timeZone),
  };
}
