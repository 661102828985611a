import "server-only";
import { changeAppraisal, onward, type Opened } from "@/lib/appraisal/change";
import type { Changed, StaleAppraisal } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { valueView } from "@/lib/dossier/rules";
import { readReview, type Review } from "@/lib/review/store";
import { refuse, type Outcome } from "@/lib/errors/outcome";
import { resultOf } from "@/lib/sheet/rules";
import { directionsFrom, interviewFaults, talkingPoints, type InterviewFaults } from "./rules";
import type { RecordInterviewInput } from "./schema";
import { readHeldBetween } from "./store";

/** Keeps the minutes and publishes the result with them: from here on the employee sees everything of their own. */
export async function recordInterview(
  context: CommandContext,
  input: RecordInterviewInput,
): Promise<Outcome<Changed<null>, { stale: StaleAppraisal }>> {
  const { appraisalId, version, heldOn, ...texts } = input;
  return changeAppraisal(context, { appraisalId, version }, "interview.write", async (opened) => {
    const fields = await faultsOf(context, opened, input);
    if (fields !== null) return refuse("invalid_input", { fields });
    await opened.tx.interview.create({
      data: {
        appraisalId,
        heldOn: new Date(`${heldOn}T00:00:00Z`),
        ...texts,
        recordedById: context.actor.employeeId,
        recordedAt: context.now,
      },
    });
    return {
      ok: true,
      value: null,
      move: onward(opened.subject),
      events: [{ kind: "interview.recorded" }, { kind: "result.published" }],
    };
  });
}

async function faultsOf(
  context: CommandContext,
  { tx, subject }: Opened,
  input: RecordInterviewInput,
): Promise<InterviewFaults | null> {
  const heldBetween = await readHeldBetween(tx, subject.appraisalId, context.now);
  const review = await readReview(tx, subject);
  const { policy } = review.ruleset;
  const faults = interviewFaults(input, {
    heldBetween,
    deductionsRequired: asksForDeductions(review),
    directionsRequired: directionsFrom(policy, review.result.band) !== null,
  });
  return Object.keys(faults).length === 0 ? null : faults;
}

function asksForDeductions({ ruleset, sheets, result }: Review): boolean {
  const { framework, policy } = ruleset;
  if (!policy.requireDeductionInInterview) return false;
  const results = { self: resultOf(framework, policy, sheets, "self"), manager: result };
  const values = framework.values.map((value) => valueView(sheets, results, value));
  return talkingPoints(values, policy).deducted.length > 0;
}
