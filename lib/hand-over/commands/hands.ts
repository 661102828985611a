import "server-only";
import type { LoadedSubject } from "@/lib/appraisal/store";
import type { CommandContext } from "@/lib/authz/actor";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { RecordedEvent } from "@/lib/events/event";
import { readRuleset } from "@/lib/ruleset/store";
import { isWritten } from "@/lib/sheet/rules";
import { carryOpenings } from "@/lib/sheet/store/openings";
import { readSheets } from "@/lib/sheet/store/read";
import { clearSide } from "@/lib/sheet/store/write";
import type { Sheet } from "@/lib/sheet/types";
import type { Moved } from "../rules";
import { insertHandOvers } from "../store";
import type { Way } from "../types";

interface Hands {
  readonly moved: readonly (Moved & { readonly way: Way; readonly fell: boolean })[];
  readonly reason: string;
  readonly note: string;
}

/**
 * Records who gives what of a sheet to whom, and gives the events of it: both for the change of the sheet, which the caller
 * writes next. A manager's draft stays as they leave it.
 */
export async function recordHands(
  tx: Tx,
  { actor, now }: CommandContext,
  subject: LoadedSubject,
  { moved, reason, note }: Hands,
): Promise<readonly RecordedEvent[]> {
  const { appraisalId, version } = subject;
  const scored = moved.find(({ post }) => post === "manager");
  const draft = scored === undefined ? null : await draftOf(tx, subject);
  const rows = moved.map(({ way, fell, ...one }) => ({
    ...{ id: crypto.randomUUID(), moved: one, way, fell },
    draft: one.post === "manager" ? draft : null,
  }));
  const by = { byId: actor.employeeId, at: now };
  await insertHandOvers(tx, { appraisalId, version, reason, note, ...by }, rows);
  if (scored?.way === "anew") await clearSide(tx, appraisalId, "manager");
  else if (scored !== undefined) await carryOpenings(tx, appraisalId, scored);
  return moved.map(({ post, from, to }) => ({ kind: `hand_over.${post}` as const, from, to }));
}

/** The manager's sheet as its author leaves it, so that it stays theirs whatever the successor makes of it. */
async function draftOf(
  tx: Tx,
  { appraisalId, cycleId }: LoadedSubject,
): Promise<Prisma.InputJsonObject | null> {
  const { manager } = await readSheets(tx, appraisalId, await readRuleset(tx, cycleId));
  return isEmpty(manager) ? null : asJson(manager);
}

const isEmpty = ({ values }: Sheet) =>
  values.every(
    ({ judgements, cases, justification }) =>
      Object.keys(judgements).length === 0 && !cases.some(isWritten) && justification === "",
  );

/** Interfaces have no index signature, so Prisma's JSON type does not take them as they are. */
const asJson = ({ values }: Sheet) => ({
  values: values.map((value) => ({
    ...value,
    judgements: { ...value.judgements },
    cases: value.cases.map((item) => ({ ...item })),
  })),
});
