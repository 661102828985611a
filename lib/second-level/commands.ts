import "server-only";
import {
  changeAppraisal,
  onward,
  returning,
  takeBackDecision,
  takenBack,
} from "@/lib/appraisal/change";
import type { AppraisalState, Changed, Returned, StaleAppraisal } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { drawDue } from "@/lib/sample/jobs";
import { nextAfterReview } from "@/lib/review/rules/needs";
import { pinFaults, pinnedTo } from "@/lib/review/rules/pins";
import {
  answerNotes,
  readPinned,
  readReview,
  settleNotes,
  takeBackRefusal,
} from "@/lib/review/store";
import type { TakenBack } from "@/lib/review/types";
import { ok, refuse, type Outcome } from "@/lib/errors/outcome";
import { eachAlone } from "@/lib/errors/unattended";
import type { AppraisalTarget } from "@/lib/appraisal/schema";
import type { AgreeInput, ReturnSheetInput } from "./schema";
import type { AgreeAnswer } from "./types";

interface Agreed {
  readonly appraisalId: string;
  readonly outcome: Outcome<Changed<{ readonly state: AppraisalState }>, { stale: StaleAppraisal }>;
}

/** Each sheet in a transaction of its own: one that changed meanwhile does not hold up the others. */
export async function agreeToSheets(
  context: CommandContext,
  input: AgreeInput,
): Promise<Outcome<AgreeAnswer, { stale: StaleAppraisal }>> {
  const results: Agreed[] = [];
  for (const target of input.items) {
    const outcome = await agreeToSheet(context, target, input.comment);
    results.push({ appraisalId: target.appraisalId, outcome });
  }
  const agreed = results.filter(({ outcome }) => outcome.ok);
  // Its team may be complete now. In transactions of their own: a draw locks the whole team's sheets.
  const [drawn] = await eachAlone("the draw", [agreed], (sheets) =>
    drawDue(
      context.now,
      sheets.map(({ appraisalId }) => appraisalId),
    ),
  );
  const refusals = results.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome]));
  const [only] = refusals;
  if (only !== undefined && results.length === 1) return only;
  return ok({
    agreed: results.flatMap(({ appraisalId, outcome }) => {
      if (!outcome.ok) return [];
      const { version, value } = outcome.value;
      return [{ appraisalId, version, state: value.state, ...drawn?.get(appraisalId) }];
    }),
    refused: results.flatMap(({ appraisalId, outcome }) =>
      outcome.ok ? [] : [{ appraisalId, code: outcome.code }],
    ),
  });
}

function agreeToSheet(context: CommandContext, target: AppraisalTarget, comment: string) {
  const { actor, now } = context;
  return changeAppraisal<{ readonly state: AppraisalState }>(
    context,
    target,
    "second_level.decide",
    async ({ tx, subject }) => {
      const { appraisalId, round } = subject;
      const { needs } = await readReview(tx, subject);
      await tx.secondLevelDecision.create({
        data: { appraisalId, round, verdict: "agreed", comment, byId: actor.employeeId, at: now },
      });
      await answerNotes(tx, subject, now);
      const state = nextAfterReview(subject.state, needs);
      return {
        ok: true,
        value: { state },
        move: onward(subject, state),
        events: [{ kind: "second_level.agreed", round }],
      };
    },
  );
}

export async function returnSheet(
  context: CommandContext,
  input: ReturnSheetInput,
): Promise<Outcome<Changed<Returned>, { stale: StaleAppraisal }>> {
  const { actor, now } = context;
  return changeAppraisal(context, input, "second_level.decide", async ({ tx, subject }) => {
    const { appraisalId, round } = subject;
    const { framework, sheets } = await readPinned(tx, subject);
    const fields = pinFaults({ framework, sheets }, input.reasons);
    if (Object.keys(fields).length > 0) return refuse("invalid_input", { fields });
    const byId = actor.employeeId;
    // One decision on the sheet; its reasons stand in the notes.
    const comment = input.reasons[0]?.reason ?? "";
    await tx.secondLevelDecision.create({
      data: { appraisalId, round, verdict: "returned", comment, byId, at: now },
    });
    await answerNotes(tx, subject, now);
    const reasons = input.reasons.map((pin) => ({
      reason: pin.reason,
      ...pinnedTo(sheets, pin),
    }));
    return returning(subject, reasons, (_reason, noteId) => ({
      kind: "second_level.returned",
      round,
      noteId,
    }));
  });
}

/** Takes back the decision of this round, agreement or return. */
export async function takeBackReview(
  context: CommandContext,
  input: AppraisalTarget,
): Promise<Outcome<Changed<TakenBack>>> {
  return takeBackDecision(context, input, "second_level.take_back", async ({ tx, subject }) => {
    const { appraisalId, round } = subject;
    const word = await tx.secondLevelDecision.findFirst({
      where: { appraisalId, round },
      orderBy: { sequence: "desc" },
    });
    const refusal = await takeBackRefusal(
      tx,
      context,
      { subject, target: input },
      "second_level",
      word,
    );
    if (refusal !== null || word === null) return refusal ?? refuse("moved_on");
    const { byId } = word;
    const at = context.now;
    await tx.secondLevelDecision.create({
      data: { appraisalId, round, verdict: "taken_back", byId, at },
    });
    await settleNotes(tx, appraisalId, word, at);
    return takenBack(subject, "second_level", [{ kind: "second_level.taken_back", round }]);
  });
}
