import "server-only";
import { lockStructure } from "@/lib/access/store";
import { lockSubject, writeChange, type LoadedSubject } from "@/lib/appraisal/store";
import type { CommandContext } from "@/lib/authz/actor";
import { concernsOneself } from "@/lib/authz/not-yourself";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import {
  atField,
  ok,
  refuse,
  type FieldCode,
  type Outcome,
  type Refusal,
} from "@/lib/errors/outcome";
import { eventInsert } from "@/lib/events/record";
import { meantNumber, readLines, readName, readSuccessor } from "@/lib/people/store";
import { mayHandOver, mayHandOverIn } from "../permissions";
import {
  lineAfter,
  mayName,
  movedPosts,
  openStates,
  postsOf,
  successorFault,
  wayFor,
  type Candidate,
  type Candidates,
  type People,
  type Successor,
} from "../rules";
import type { Decision, HandOverInput } from "../schema";
import { readAbove, readActedOn, readTaken, readUnits } from "../store";
import type { HandedOver, PersonPost, TakenSheets } from "../types";
import { recordHands } from "./hands";

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
  const units = await readUnits(
    tx,
    subjects.map(({ departmentId }) => departmentId),
  );
  const above = await readAbove(tx, to?.id ?? fromId);
  const own = to !== null && concernsOneself(context.actor, [to.id]);
  const lines = await readLines(
    tx,
    subjects.flatMap(({ managerId }) => managerId ?? []),
  );
  const asked = {
    ...{ task, to, units, above, unasked: own ? await readAbove(tx, fromId) : null },
    actedOn: await readActedOn(tx, ids, context.actor.employeeId),
    aboveOf: (id: string | null) => lines.get(id ?? "")?.map((one) => one.id) ?? [],
  };
  for (const subject of subjects) {
    if (subject.cycleState === "closed") return refuse("cycle_closed");
    if (subject.endedAt !== null) return refuse("sheet_ended");
    if (!openStates.includes(subject.state)) return refuse("wrong_state");
    const step = stepOf(context, subject, asked);
    if ("fault" in step) {
      const { field, fault } = step;
      const name = await readName(tx, subject.employeeId);
      return fault === "not_yourself" ? atField(field, fault) : atField(field, fault, name);
    }
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

interface AskedOf {
  readonly task: Task;
  readonly to: Successor | null;
  readonly units: (departmentId: string) => Pick<Candidates, "heads" | "partners">;
  /** Above the successor, or the former holder where none is named. */
  readonly above: readonly Candidate[];
  /** Above the former holder, where HR names itself: it may where it is the next in line. */
  readonly unasked: readonly Candidate[] | null;
  /** The sheets whose work whoever names did. */
  readonly actedOn: ReadonlySet<string>;
  readonly aboveOf: (personId: string | null) => readonly string[];
}

interface Fault {
  readonly field: "appraisalIds" | "successorNumber";
  readonly fault: FieldCode;
}

function stepOf(
  { actor }: CommandContext,
  subject: LoadedSubject,
  { task, to, units, above, unasked, actedOn, aboveOf }: AskedOf,
): Step | Fault {
  const { fromId, unnamed = false } = task;
  if (!unnamed && concernsOneself(actor, [subject.employeeId]))
    return { field: "appraisalIds", fault: "not_yourself" };
  const posts = postsTaken(subject, task);
  const unit = units(subject.departmentId);
  if (to !== null && !mayName(actor, subject, actedOn))
    return { field: "successorNumber", fault: "had_part" };
  const around = { ...unit, aboveManager: aboveOf(subject.managerId) };
  const fault = to && successorFault(subject, posts, to, around);
  if (fault !== null) return { field: "successorNumber", fault };
  const after = lineAfter(subject, fromId, posts, to?.id ?? null, { ...unit, above });
  if (after === null) return { field: "successorNumber", fault: "successor_required" };
  if (to !== null && unasked !== null) {
    const next = lineAfter(subject, fromId, posts, null, { ...unit, above: unasked });
    if (next === null || !posts.every((post) => postsOf(next, to.id).includes(post)))
      return { field: "successorNumber", fault: "not_yourself" };
  }
  return { subject, after, named: to !== null };
}

/** Gives 1 where the sheet fell to the next in line. */
async function write(
  tx: Tx,
  context: CommandContext,
  { fromId, decision, unnamed = false }: Task,
  { subject, after, named }: Step,
): Promise<number> {
  const { appraisalId, state, cycleId, employeeId } = subject;
  const { reason, note, way } = decision;
  const moved = movedPosts(subject, after).map((one) => {
    const asked = one.from === fromId;
    return {
      ...one,
      fell: asked && !named,
      way: asked ? wayFor(one.post, state, way) : ("continue" as const),
    };
  });
  const events = await recordHands(tx, context, subject, { moved, reason, note });
  const actorId = unnamed ? null : context.actor.employeeId;
  const about = { actorId, at: context.now, appraisalId, cycleId, employeeId };
  await writeChange(tx, appraisalId, after, eventInsert(about, events));
  return moved.some(({ fell }) => fell) ? 1 : 0;
}
