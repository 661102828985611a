import "server-only";
import type { Tx } from "@/lib/db/client";
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
