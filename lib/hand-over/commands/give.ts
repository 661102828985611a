import "server-only";
import { lockStructure } from "@/lib/access/store";
import { lockSubject, writeChange, type LoadedSubject } from "@/lib/appraisal/store";
import type { CommandContext } from "@/lib/authz/actor";
import { concernsOneself } from "@/lib/authz/not-yourself";
import type { Prisma } from "@/lib/db/generated/client";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { atField, ok, refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { eventInsert } from "@/lib/events/record";
import { readRuleset } from "@/lib/ruleset/store";
import { isWritten } from "@/lib/sheet/rules";
import { carryOpenings } from "@/lib/sheet/store/openings";
import { readSheets } from "@/lib/sheet/store/read";
import { clearSide } from "@/lib/sheet/store/write";
import type { Sheet } from "@/lib/sheet/types";
import { meantNumber } from "@/lib/people/store";
import { mayHandOver, mayHandOverIn } from "../permissions";
import {
  lineAfter,
  movedPosts,
  openStates,
  postsOf,
  successorFault,
  wayFor,
  type People,
  type Successor,
} from "../rules";
import type { Decision, HandOverInput } from "../schema";
import {
  insertHandOvers,
  readCandidates,
  readSuccessor,
  readTaken,
  type HandOverRow,
} from "../store";
import type { HandedOver, PersonPost, TakenSheets } from "../types";

/** Many sheets at once: a head of a division approves for thousands. */
const patience = 60_000;

type Given = Outcome<HandedOver, { stale: TakenSheets }>;

/** Gives everything somebody holds of these sheets to the successor, or to the next in line; all or nothing. */
export async function handOver(context: CommandContext, input: HandOverInput): Promise<Given> {
  if (!mayHandOver(context.actor)) return refuse("not_found");
  const { fromId, appraisalIds, ...decision } = input;
  return inTransaction(async (tx) => {
    await lockStructure(tx);
    return give(tx, context, { fromId, appraisalIds, posts: null, decision });
  }, patience);
}

interface Task {
  readonly fromId: string;
  readonly appraisalIds: readonly string[];
  /** Null: whatever they hold. */
  readonly posts: readonly PersonPost[] | null;
  readonly decision: Decision;
  /** Nobody is named as who moved it: a declared relation, and who declared it, is confidential. */
  readonly unnamed?: boolean;
}

interface Step {
  readonly subject: LoadedSubject;
  readonly after: People;
  readonly named: boolean;
}

/** All sheets are looked at before the first is written, so a refusal has nothing to undo. */
export async function give(tx: Tx, context: CommandContext, task: Task): Promise<Given> {
  const { decision, fromId } = task;
  const to = await successorOf(tx, decision, fromId);
  if (to !== null && "ok" in to) return to;
  const steps: Step[] = [];
  // By their ids, so that two at once wait for each other instead of both waiting.
  const ids = [...new Set(task.appraisalIds)].toSorted();
  const subjects: LoadedSubject[] = [];
  for (const id of ids) {
    const subject = await lockSubject(tx, id);
    if (subject === null || !mayHandOverIn(context.actor, subject.departmentId))
      return refuse("not_found");
    subjects.push(subject);
  }
  const taken = subjects.filter((subject) => postsTaken(subject, task).length === 0);
  if (taken.length > 0) return late(tx, taken);
  for (const subject of subjects) {
    if (subject.cycleState === "closed") return refuse("cycle_closed");
    if (subject.endedAt !== null) return refuse("sheet_ended");
    if (!openStates.includes(subject.state)) return refuse("wrong_state");
    const step = await stepOf(tx, context, subject, { task, to });
    if ("ok" in step) return step;
    steps.push(step);
  }
  const scored = steps.some(({ subject }) => postsTaken(subject, task).includes("manager"));
  if (decision.way === "sealed" && !scored) return atField("way", "sealed_for_manager");
  let fell = 0;
  for (const step of steps) fell += await write(tx, context, task, step);
  return ok({ count: steps.length, fell });
}

const postsTaken = (subject: LoadedSubject, { fromId, posts }: Task) =>
  postsOf(subject, fromId).filter((post) => posts?.includes(post) ?? true);

async function late(tx: Tx, sheets: readonly LoadedSubject[]) {
  const taken = await readTaken(
    tx,
    sheets.map(({ appraisalId }) => appraisalId),
  );
  return refuse("stale", { data: { taken } });
}

async function successorOf(
  tx: Tx,
  { successorNumber, way, note }: Decision,
  fromId: string,
): Promise<Successor | Refusal | null> {
  if (way === "sealed" && note === "") return atField("note", "required");
  if (successorNumber === "") return null;
  const found = await readSuccessor(tx, await meantNumber(tx, successorNumber));
  if (found === null) return atField("successorNumber", "unknown_person");
  if (found.hasLeft) return atField("successorNumber", "successor_left");
  if (found.id === fromId) return atField("successorNumber", "same_holder");
  return found;
}

async function stepOf(
  tx: Tx,
  { actor }: CommandContext,
  subject: LoadedSubject,
  { task, to }: { readonly task: Task; readonly to: Successor | null },
): Promise<Step | Refusal> {
  const { fromId, unnamed = false } = task;
  if (!unnamed && concernsOneself(actor, [subject.employeeId]))
    return atField("appraisalIds", "not_yourself");
  const posts = postsTaken(subject, task);
  const candidates = await readCandidates(tx, to?.id ?? fromId, subject.departmentId);
  const { name } = await tx.employee.findUniqueOrThrow({ where: { id: subject.employeeId } });
  const fault = to && successorFault(subject, posts, to, candidates.partners);
  if (fault !== null) return atField("successorNumber", fault, name);
  const after = lineAfter(subject, fromId, posts, to?.id ?? null, candidates);
  if (after === null) return atField("successorNumber", "successor_required", name);
  if (to !== null && concernsOneself(actor, [to.id])) {
    const next = lineAfter(
      subject,
      fromId,
      posts,
      null,
      await readCandidates(tx, fromId, subject.departmentId),
    );
    if (next === null || !posts.every((post) => postsOf(next, to.id).includes(post)))
      return atField("successorNumber", "not_yourself");
  }
  return { subject, after, named: to !== null };
}

/** Gives 1 where the sheet fell to the next in line. */
async function write(
  tx: Tx,
  { actor, now }: CommandContext,
  { fromId, decision, unnamed = false }: Task,
  { subject, after, named }: Step,
): Promise<number> {
  const { appraisalId, version, state, cycleId, employeeId } = subject;
  const moved = movedPosts(subject, after);
  const draft = moved.some(({ post }) => post === "manager") ? await draftOf(tx, subject) : null;
  const rows = moved.map((one): HandOverRow => {
    const asked = one.from === fromId;
    return {
      ...{ id: crypto.randomUUID(), moved: one, fell: asked && !named },
      way: asked ? wayFor(one.post, state, decision.way) : "continue",
      draft: one.post === "manager" ? draft : null,
    };
  });
  const by = { byId: actor.employeeId, at: now };
  const { reason, note } = decision;
  await insertHandOvers(tx, { appraisalId, version, reason, note, ...by }, rows);
  for (const { moved: post, way } of rows.filter((row) => row.moved.post === "manager")) {
    if (way === "anew") await clearSide(tx, appraisalId, "manager");
    else await carryOpenings(tx, appraisalId, post);
  }
  const actorId = unnamed ? null : actor.employeeId;
  const about = { actorId, at: now, appraisalId, cycleId, employeeId };
  const events = moved.map(({ post, from, to }) => ({
    kind: `hand_over.${post}` as const,
    from,
    to,
  }));
  await writeChange(tx, appraisalId, after, eventInsert(about, events));
  return rows.some(({ fell }) => fell) ? 1 : 0;
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
