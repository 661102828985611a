import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { saveManagerValue, submitManagerSheet } from "@/lib/manager-scoring/commands";
import { sheetValueSchema } from "@/lib/sheet/schema";
import type { TestCompany } from "./company";
import { valueWith, type Scores } from "./sheets";

export function rowOf(id: string) {
  return database().appraisal.findUniqueOrThrow({ where: { id } });
}

/** What a test takes for given though no command could have written it. */
export async function behindTriggers(write: (tx: Tx) => Promise<unknown>) {
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await write(tx);
  });
}

/**
 * Lays a sheet down as a test takes it for given: with the version as it was, or as it never would grow, and in other hands
 * without a hand-over.
 */
export function alter(id: string, data: Prisma.AppraisalUncheckedUpdateInput) {
  return behindTriggers((tx) => tx.appraisal.update({ where: { id }, data }));
}

/** As if the sheet had never been opened; nothing else may stand on it yet. */
export function withoutSheet(id: string) {
  return behindTriggers((tx) => tx.appraisal.delete({ where: { id } }));
}

/** Everything a refused decision must leave as it was. */
export async function footprintOf(appraisalId: string) {
  const db = database();
  const where = { appraisalId };
  return {
    row: await rowOf(appraisalId),
    decisions: await db.secondLevelDecision.count({ where }),
    verifications: await db.hrVerification.count({ where }),
    approvals: await db.approval.count({ where }),
    notes: await db.returnNote.count({ where }),
    events: await db.recordedEvent.count({ where }),
  };
}

export async function eventsOf(appraisalId: string) {
  const rows = await database().recordedEvent.findMany({
    where: { appraisalId },
    orderBy: { id: "asc" },
  });
  return rows.map(({ kind, payload, actorId }) => ({ kind, payload, actorId }));
}

export function notesOf(appraisalId: string) {
  return database().returnNote.findMany({ where: { appraisalId }, orderBy: { at: "asc" } });
}

/** The manager mends what came back: new scores for some values, then the sheet goes up again. */
export async function resubmit(company: TestCompany, appraisalId: string, scores: Scores = {}) {
  const context = company.context("manager");
  let { version } = await rowOf(appraisalId);
  for (const [key, score] of Object.entries(scores)) {
    const definition = company.ruleset.framework.values.find((value) => value.key === key);
    if (definition === undefined) throw new Error(key);
    const value = sheetValueSchema.parse(valueWith(definition, score));
    const saved = await saveManagerValue(context, { appraisalId, version, value });
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    version = saved.value.version;
  }
  const submitted = await submitManagerSheet(context, {
    appraisalId,
    version,
    unchanged: true,
    textsStand: true,
  });
  if (!submitted.ok) throw new Error(JSON.stringify(submitted));
  return submitted.value.version;
}

/** As HR records what a beneficiary said of one value. */
export const viewOn = (appraisalId: string, value: string) => ({
  ...{ appraisalId, value, asked: "学员的班主任", askedOn: "2026-11-18", way: "phone" as const },
  ...{ said: "学员当天就收到了。", corrects: null },
});
