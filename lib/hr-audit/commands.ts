import "server-only";
import { changeAppraisal, onward, reopenAppraisal, returning } from "@/lib/appraisal/change";
import type { Changed, Returned, StaleAppraisal } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { isHeard } from "@/lib/beneficiary/rules";
import { readViews } from "@/lib/beneficiary/store";
import { takeBackWord } from "@/lib/review/commands";
import { asksHr, drawMark, nextAfterReview, staysWithHr, without } from "@/lib/review/rules/needs";
import { pinFaults, pinnedTo } from "@/lib/review/rules/pins";
import type { TakeBackScoreInput } from "@/lib/review/schema";
import { readReview, type Review } from "@/lib/review/store";
import type { TakenBack } from "@/lib/review/types";
import { refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { reasonFaults } from "./rules";
import { reopening } from "@/lib/reopening/commands";
import type { ReopenSheetInput } from "@/lib/reopening/schema";
import type { ConfirmScoreInput, ReturnScoresInput } from "./schema";
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
    const heard = isHeard(await readViews(tx, subject.appraisalId), input.value);
    const question = review.questions.get(input.value);
    if (question !== undefined && input.comment === "")
      return refuse("invalid_input", { fields: { comment: { code: "answer_required" } } });
    const refusal = confirmRefusal(review, input.value, heard);
    if (refusal !== null) return refusal;
    const { appraisalId, round } = subject;
    const { value: valueKey, comment } = input;
    const { halfPoints } = scored;
    await tx.hrVerification.create({
      data: {
        appraisalId,
        round,
        valueKey,
        halfPoints,
        verdict: "confirmed",
        comment,
        answersId: question?.id ?? null,
        byId: actor.employeeId,
        at: now,
      },
    });
    const toVerify = without(review.needs.toVerify, valueKey);
    const needs = { ...review.needs, toVerify };
    const stays = staysWithHr(needs);
    const state = stays ? subject.state : nextAfterReview(subject.state, needs);
    return {
      ok: true,
      value: { state, left: toVerify.length },
      ...(stays ? {} : { move: onward(subject, state) }),
      events: [
        { kind: "hr.confirmed", round, value: valueKey, halfPoints, ...groundOf(review, valueKey) },
      ],
    };
  });
}

function groundOf({ result }: Review, valueKey: string) {
  const value = result.values.find(({ key }) => key === valueKey);
  return value?.routing.sanction === true ? { sanction: true as const } : {};
}

type Scored = { readonly ok: true; readonly halfPoints: number };

function scoredValue(review: Review, { value }: { readonly value: string }): Scored | Refusal {
  const halfPoints = review.result.values.find(({ key }) => key === value)?.score ?? null;
  if (halfPoints !== null) return { ok: true, halfPoints };
  return refuse("invalid_input", { fields: { value: { code: "unknown_value" } } });
}

function confirmRefusal(review: Review, asked: string, heard: boolean): Refusal | null {
  const value = review.result.values.find(({ key }) => key === asked);
  if (
    value === undefined ||
    !(
      asksHr(value, review.owed) ||
      drawMark(review.sampled, value) !== null ||
      review.questions.has(value.key)
    )
  )
    return refuse("invalid_input", { fields: { value: { code: "nothing_to_verify" } } });
  if (!review.needs.toVerify.includes(value.key)) return refuse("already_done");
  if (value.routing.beneficiaryView && !heard)
    return refuse("reason_required", { fields: { asked: { code: "beneficiary_view_required" } } });
  return null;
}

/**
 * Returns scores, each with one of the policy's reasons. Any score of the sheet may be returned, also one just confirmed,
 * and one score for several reasons.
 */
export async function returnScores(
  context: CommandContext,
  input: ReturnScoresInput,
): Promise<Outcome<Changed<Returned>, { stale: StaleAppraisal }>> {
  const { actor, now } = context;
  return changeAppraisal(context, input, "hr.decide", async ({ tx, subject }) => {
    const review = await readReview(tx, subject);
    const { framework, policy } = review.ruleset;
    const { sheets } = review;
    const fields = {
      ...pinFaults({ framework, sheets }, input.reasons),
      ...reasonFaults(policy, input.reasons),
    };
    if (Object.keys(fields).length > 0) return refuse("invalid_input", { fields });
    const { appraisalId, round } = subject;
    const reasons = input.reasons.flatMap((pin) => {
      const scored = scoredValue(review, pin);
      if (!scored.ok) return [];
      const { reason, caseReason, value: valueKey } = pin;
      const { halfPoints } = scored;
      return [{ ...pinnedTo(sheets, pin), reason, caseReason, valueKey, halfPoints }];
    });
    await tx.hrVerification.createMany({
      data: reasons.map(({ reason: comment, caseReason, valueKey, halfPoints }) => ({
        ...{ appraisalId, round, valueKey, halfPoints, verdict: "returned" as const },
        ...{ caseReason, comment, byId: actor.employeeId, at: now },
      })),
    });
    return returning(subject, reasons, ({ valueKey: value, halfPoints, caseReason }, noteId) => {
      const about = { round, value, halfPoints, noteId };
      return { kind: "hr.returned", ...about, reason: caseReason };
    });
  });
}

/** Reopens a sheet that went on, also one whose result is published: see `reopening`. */
export async function reopenSheet(
  context: CommandContext,
  { to, reasons, ...target }: ReopenSheetInput,
): Promise<Outcome<Changed<Returned>, { stale: StaleAppraisal }>> {
  return reopenAppraisal<Returned>(context, target, "hr.reopen", (opened) =>
    reopening(context, opened, { to, reasons }),
  );
}

/** Takes back the last word on one score; a return of several goes back whole. */
export async function takeBackScore(
  context: CommandContext,
  input: TakeBackScoreInput,
): Promise<Outcome<Changed<TakenBack>>> {
  return takeBackWord(context, input, "hr_audit", {
    ...{ verb: "hr.take_back", no: ["returned"] },
    read: (tx, where) => tx.hrVerification.findMany({ where, orderBy: { sequence: "desc" } }),
    write: (tx, data) => tx.hrVerification.createMany({ data }),
    event: (was, about) => ({
      kind: was === "returned" ? "hr.return_taken_back" : "hr.taken_back",
      ...about,
    }),
  });
}
