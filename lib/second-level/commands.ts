import "server-only";
import { changeAppraisal, handBack, onward } from "@/lib/appraisal/change";
import type { AppraisalState, Changed, Returned, StaleAppraisal } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { nextAfterReview, pinFaults } from "@/lib/review/rules";
import { readReview } from "@/lib/review/store";
import { ok, refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { readRuleset } from "@/lib/ruleset/store";
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
  const refusals = results.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome]));
  const [only] = refusals;
  if (only !== undefined && results.length === 1) return only;
  return ok({
    agreed: results.flatMap(({ appraisalId, outcome }) =>
      outcome.ok
        ? [{ appraisalId, version: outcome.value.version, state: outcome.value.value.state }]
        : [],
    ),
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
    const { framework } = await readRuleset(tx, subject.cycleId);
    const refusal = refusedPin(pinFaults(framework, input));
    if (refusal !== null) return refusal;
    const byId = actor.employeeId;
    const { comment, value, rung } = input;
    await tx.secondLevelDecision.create({
      data: { appraisalId, round, verdict: "returned", comment, byId, at: now },
    });
    const move = handBack(subject, { reason: comment, value, rung });
    const noteId = move.note.id;
    return {
      ok: true,
      value: { noteId },
      move,
      events: [{ kind: "second_level.returned", round, noteId }],
    };
  });
}

function refusedPin(fields: ReturnType<typeof pinFaults>): Refusal | null {
  return Object.keys(fields).length === 0 ? null : refuse("invalid_input", { fields });
}
