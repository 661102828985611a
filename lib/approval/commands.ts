import "server-only";
import { changeAppraisal, handBack, onward, type Opened } from "@/lib/appraisal/change";
import type { Changed, Returned, StaleAppraisal } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { nextAfterReview, without } from "@/lib/review/rules";
import { readReview, type Review } from "@/lib/review/store";
import { refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import type { DecideTopInput } from "./schema";
import type { Approved } from "./types";

/** Approves one score at the top. With the last one the scores are final. */
export async function approveTop(
  context: CommandContext,
  input: DecideTopInput,
): Promise<Outcome<Changed<Approved>, { stale: StaleAppraisal }>> {
  return changeAppraisal<Approved>(context, input, "approval.decide", async (opened) => {
    const { subject } = opened;
    const review = await readReview(opened.tx, subject);
    const top = topOf(review, input.value);
    if (!top.ok) return top;
    const { halfPoints } = top;
    await writeApproval(context, opened, input, { halfPoints, verdict: "approved" });
    const { round } = subject;
    const toApprove = without(review.needs.toApprove, input.value);
    const needs = { ...review.needs, toApprove };
    const state = toApprove.length > 0 ? subject.state : nextAfterReview(subject.state, needs);
    return {
      ok: true,
      value: { state, left: toApprove.length },
      ...(toApprove.length > 0 ? {} : { move: onward(subject, state) }),
      events: [{ kind: "approval.approved", round, value: input.value, halfPoints }],
    };
  });
}

/** A declined 5 falls back to what the manager then scores, never to a silent 4. */
export async function declineTop(
  context: CommandContext,
  input: DecideTopInput,
): Promise<Outcome<Changed<Returned>, { stale: StaleAppraisal }>> {
  return changeAppraisal(context, input, "approval.decide", async (opened) => {
    const { tx, subject } = opened;
    const top = topOf(await readReview(tx, subject), input.value);
    if (!top.ok) return top;
    const { halfPoints } = top;
    await writeApproval(context, opened, input, { halfPoints, verdict: "declined" });
    const { round } = subject;
    const move = handBack(subject, { reason: input.reason, value: input.value, rung: null });
    const noteId = move.note.id;
    return {
      ok: true,
      value: { noteId },
      move,
      events: [{ kind: "approval.declined", round, value: input.value, halfPoints, noteId }],
    };
  });
}

type Top = { readonly ok: true; readonly halfPoints: number };

function topOf({ result, needs }: Review, key: string): Top | Refusal {
  const value = result.values.find((candidate) => candidate.key === key);
  if (value === undefined || value.score === null)
    return refuse("invalid_input", { fields: { value: { code: "unknown_value" } } });
  if (!value.routing.approve)
    return refuse("invalid_input", { fields: { value: { code: "nothing_to_approve" } } });
  if (!needs.toApprove.includes(key)) return refuse("already_done");
  return { ok: true, halfPoints: value.score };
}

async function writeApproval(
  { actor, now }: CommandContext,
  { tx, subject }: Opened,
  { value: valueKey, reason }: DecideTopInput,
  given: { readonly halfPoints: number; readonly verdict: "approved" | "declined" },
): Promise<void> {
  const { appraisalId, round } = subject;
  await tx.approval.create({
    data: { appraisalId, round, valueKey, ...given, reason, byId: actor.employeeId, at: now },
  });
}
