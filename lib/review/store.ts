import "server-only";
import type { AppraisalTarget } from "@/lib/appraisal/schema";
import type { LoadedSubject } from "@/lib/appraisal/store";
import type { AppraisalState } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { Prisma } from "@/lib/db/generated/client";
import type { Reading } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { refuse, type Refusal } from "@/lib/errors/outcome";
import { openQuestions } from "@/lib/questions/rules";
import type { QuestionOf } from "@/lib/questions/types";
import { readRuleset } from "@/lib/ruleset/store";
import type { Ruleset } from "@/lib/ruleset/types";
import type { SheetResult } from "@/lib/scoring";
import { resultOf } from "@/lib/sheet/rules";
import { isOf, readSheetRows, sheetsOf, type SheetRows } from "@/lib/sheet/store/read";
import type { Owed, SheetPair } from "@/lib/sheet/types";
import { owedAfter, reviewNeeds } from "./rules/needs";
import { takeBackFault } from "./rules/take-back";
import type { Doubts, Needs, Sampled } from "./types";

const decisionsSelect = {
  verifications: { orderBy: [{ round: "asc" }, { sequence: "asc" }] },
  approvals: { orderBy: [{ round: "asc" }, { sequence: "asc" }] },
  sampleItems: { select: { valueKey: true, drawn: true, halfPoints: true } },
  cycle: { select: { sampleSeed: { select: { cycleId: true } } } },
} satisfies Prisma.AppraisalSelect;

type Decisions = Prisma.AppraisalGetPayload<{ select: typeof decisionsSelect }>;

/** One appraisal as the stages after scoring need it: both sheets, the manager's result, and what is still to be checked. */
export interface Review {
  readonly ruleset: Ruleset;
  readonly sheets: SheetPair;
  readonly result: SheetResult;
  readonly doubts: Doubts;
  readonly verifications: Decisions["verifications"];
  readonly approvals: Decisions["approvals"];
  /** By value: what the approver asked and HR has not answered. */
  readonly questions: ReadonlyMap<string, QuestionOf>;
  readonly sampled: Sampled;
  readonly needs: Needs;
  readonly owed: Owed;
}

export async function readReview(
  tx: Reading,
  subject: { readonly appraisalId: string; readonly cycleId: string; readonly round: number },
): Promise<Review> {
  const ruleset = await readRuleset(tx, subject.cycleId);
  const rows = await readSheetRows(tx, subject.appraisalId);
  const sheets = sheetsOf(rows, ruleset);
  const { verifications, approvals, sampleItems, cycle } = await tx.appraisal.findUniqueOrThrow({
    where: { id: subject.appraisalId },
    select: decisionsSelect,
  });
  const result = resultOf(ruleset.framework, ruleset.policy, sheets, "manager");
  const doubts = doubtsOf(rows, ruleset);
  const sampled = { sealed: cycle.sampleSeed !== null, items: sampleItems };
  const questions = openQuestions(approvals, verifications, subject.round);
  const known = { doubts, round: subject.round, sampled, asked: questions };
  const needs = reviewNeeds(result, known, verifications, approvals);
  const owed = owedAfter(verifications, approvals);
  const words = { verifications, approvals, questions };
  return { ruleset, sheets, result, doubts, ...words, sampled, needs, owed };
}

/** What the reasons of a return may be pinned to. */
export async function readPinned(
  tx: Tx,
  { appraisalId, cycleId }: { readonly appraisalId: string; readonly cycleId: string },
) {
  const ruleset = await readRuleset(tx, cycleId);
  const rows = await readSheetRows(tx, appraisalId);
  return { framework: ruleset.framework, sheets: sheetsOf(rows, ruleset) };
}

/** What is owed for a sheet on its way up. */
export async function readOwed(tx: Tx, appraisalId: string): Promise<Owed> {
  const { verifications, approvals } = await tx.appraisal.findUniqueOrThrow({
    where: { id: appraisalId },
    select: decisionsSelect,
  });
  return owedAfter(verifications, approvals);
}

/** Of a sheet's rows: about which value who on the manager's side was in doubt, and for which round. */
export function doubtsOf({ scores }: SheetRows, { framework, valueIds }: Ruleset): Doubts {
  return new Map(
    framework.values.flatMap(({ key }) => {
      const found = scores.find(isOf("manager", valueIds[key]));
      const { inDoubtById: byId, inDoubtRound: round } = found ?? noDoubt;
      return byId === null || round === null ? [] : [[key, { byId, round }] as const];
    }),
  );
}

const noDoubt = { inDoubtById: null, inDoubtRound: null };

interface Word {
  readonly verdict: string;
  readonly byId: string;
  readonly at: Date;
}

/** Why the actor cannot take this word back; null where they can. */
export async function takeBackRefusal(
  tx: Tx,
  { actor, now }: CommandContext,
  { subject, target }: { readonly subject: LoadedSubject; readonly target: AppraisalTarget },
  stage: AppraisalState,
  word: Word | null,
): Promise<Refusal | null> {
  const at = word?.at ?? now;
  // Nobody's act, such as the draw, changes it as well.
  const others = Prisma.sql`FROM audit_event v WHERE v.appraisal_id = a.id AND v.at >= ${at}::timestamptz
    AND v.actor_id IS DISTINCT FROM ${actor.employeeId}::uuid`;
  const drawn = Prisma.sql`EXISTS (SELECT FROM sample_draw g WHERE g.cycle_id = a.cycle_id AND g.manager_id = a.manager_id
    AND g.at >= ${at}::timestamptz AND ${stage === "second_level"})`;
  const [found] = await tx.$queryRaw<
    readonly { movedByIt: boolean; changed: boolean; opened: boolean }[]
  >`
    SELECT a.state_since = ${at}::timestamptz AS "movedByIt",
      EXISTS (SELECT ${others} AND v.kind NOT LIKE '%.opened') OR ${drawn} AS changed,
      EXISTS (SELECT ${others} AND v.kind LIKE '%.opened') AS opened
    FROM appraisal a WHERE a.id = ${subject.appraisalId}::uuid`;
  const facts = found ?? { movedByIt: false, changed: true, opened: true };
  const stale = target.version !== subject.version;
  const since = { ...facts, now, stale };
  const fault = takeBackFault(stage, subject, word, actor.employeeId, since);
  return fault === null ? null : refuse(fault);
}

/** The notes that asked for another decision where one is given now. */
export async function answerNotes(
  tx: Tx,
  { appraisalId, state: toState }: LoadedSubject,
  now: Date,
): Promise<void> {
  await tx.returnNote.updateMany({
    where: { appraisalId, toState, resolvedAt: null },
    data: { resolvedAt: now },
  });
}

/** The notes of a return that is taken back: whoever was to fix something is asked for nothing any more. */
export async function settleNotes(tx: Tx, appraisalId: string, { byId, at }: Word, now: Date) {
  await tx.returnNote.updateMany({
    where: { appraisalId, byId, at, resolvedAt: null },
    data: { resolvedAt: now, takenBackAt: now },
  });
}
