import "server-only";
import { changeAppraisal, handBack, onward } from "@/lib/appraisal/change";
import type { Changed, Returned, StaleAppraisal } from "@/lib/appraisal/types";
import type { RecordedEvent } from "@/lib/events/event";
import type { CommandContext } from "@/lib/authz/actor";
import { nextAfterReview, pinFaults, without } from "@/lib/review/rules";
import { readReview, type Review } from "@/lib/review/store";
import { refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { mustVerify } from "@/lib/scoring";
import { reasonFaults } from "./rules";
import type { ConfirmScoreInput, ReturnScoreInput } from "./schema";
import type { Audited } from "./types";

/** Confirms one score as the manager gave it. HR never changes a score: the other answer is a return. */
export async function confirmScore(
  context: CommandContext,
  input: ConfirmScoreInput,
): Promise<Outcome<Changed<Audited>, { stale: StaleAppraisal }>> {
  const { actor, now } = context;
  return changeAppraisal<Audited>(context, input, "hr.decide", async ({ tx, subject }) => {
    const review = await readReview(tx, subject);
    const scored = scoredValue(review, input);
    if (!scored.ok) return scored;
    const refusal = confirmRefusal(review, input);
    if (refusal !== null) return refusal;
    const { appraisalId, round } = subject;
    const { value: valueKey, beneficiaryView, comment } = input;
    const { halfPoints } = scored;
    await tx.hrVerification.create({
      data: {
        appraisalId,
        round,
        valueKey,
        halfPoints,
        verdict: "confirmed",
        comment,
        beneficiaryView,
        byId: actor.employeeId,
        at: now,
      },
    });
    const toVerify = without(review.needs.toVerify, valueKey);
    const needs = { ...review.needs, toVerify };
    const state = toVerify.length > 0 ? subject.state : nextAfterReview(subject.state, needs);
    const events: RecordedEvent[] = [{ kind: "hr.confirmed", round, value: valueKey, halfPoints }];
    if (beneficiaryView !== "")
      events.unshift({ kind: "hr.beneficiary_view", round, value: valueKey });
    return {
      ok: true,
      value: { state, left: toVerify.length },
      ...(toVerify.length > 0 ? {} : { move: onward(subject, state) }),
      events,
    };
  });
}

type Scored = { readonly ok: true; readonly halfPoints: number };

function scoredValue(review: Review, { value }: { readonly value: string }): Scored | Refusal {
  const halfPoints = review.result.values.find(({ key }) => key === value)?.score ?? null;
  if (halfPoints !== null) return { ok: true, halfPoints };
  return refuse("invalid_input", { fields: { value: { code: "unknown_value" } } });
}

function confirmRefusal(review: Review, input: ConfirmScoreInput): Refusal | null {
  const value = review.result.values.find(({ key }) => key === input.value);
  if (value === undefined || !mustVerify(value.routing))
    return refuse("invalid_input", { fields: { value: { code: "nothing_to_verify" } } });
  if (!review.needs.toVerify.includes(value.key)) return refuse("already_done");
  if (value.routing.beneficiaryView && input.beneficiaryView === "")
    return refuse("reason_required", {
      fields: { beneficiaryView: { code: "beneficiary_view_required" } },
    });
  return null;
}

/** Returns one score with one of the policy's reasons. Any score of the sheet may be returned, also one just confirmed. */
export async function returnScore(
  context: CommandContext,
  input: ReturnScoreInput,
): Promise<Outcome<Changed<Returned>, { stale: StaleAppraisal }>> {
  const { actor, now } = context;
  return changeAppraisal(context, input, "hr.decide", async ({ tx, subject }) => {
    const review = await readReview(tx, subject);
    const { framework, policy } = review.ruleset;
    const fields = { ...pinFaults(framework, input), ...reasonFaults(policy, input) };
    if (Object.keys(fields).length > 0) return refuse("invalid_input", { fields });
    const scored = scoredValue(review, input);
    if (!scored.ok) return scored;
    const { appraisalId, round } = subject;
    const { value: valueKey, rung, reason, comment } = input;
    const { halfPoints } = scored;
    await tx.hrVerification.create({
      data: {
        appraisalId,
        round,
        valueKey,
        halfPoints,
        verdict: "returned",
        caseReason: reason,
        comment,
        byId: actor.employeeId,
        at: now,
      },
    });
    const move = handBack(subject, { reason: comment, caseReason: reason, value: valueKey, rung });
    const noteId = move.note.id;
    return {
      ok: true,
      value: { noteId },
      move,
      events: [{ kind: "hr.returned", round, value: valueKey, halfPoints, reason, noteId }],
    };
  });
}
