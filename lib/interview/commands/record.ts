import "server-only";
import { changeAppraisal, onward, type Opened } from "@/lib/appraisal/change";
import type { Changed } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { valueView } from "@/lib/dossier/rules";
import { readReview, type Review } from "@/lib/review/store";
import { resultOf } from "@/lib/sheet/rules";
import {
  directionsFrom,
  interviewFaults,
  talkingPoints,
  type HeldBetween,
  type InterviewFaults,
} from "../rules/talk";
import type { RecordInterviewInput } from "../schema";
import { dropDraft, readDesk } from "../store/records";
import type { StaleDraft } from "../types";

/** Keeps the minutes and publishes the result with them: from here on the employee sees everything of their own. */
export async function recordInterview(
  context: CommandContext,
  input: RecordInterviewInput,
): Promise<Outcome<Changed<null>, { stale: StaleDraft }>> {
  const { appraisalId, version, draftVersion, heldOn, told, ...texts } = input;
  const author = { appraisalId, authorId: context.actor.employeeId };
  return changeAppraisal<null, Refusal<{ stale: StaleDraft }>>(
    context,
    { appraisalId, version },
    "interview.write",
    async (opened) => {
      const { draft, heldBetween } = await readDesk(opened.tx, author, context.now);
      if (draft.version !== draftVersion)
        return refuse("stale", { data: { version, state: opened.subject.state, draft } });
      const { faults, deducted } = await judge(opened, input, heldBetween);
      if (faults !== null) return refuse("invalid_input", { fields: faults });
      await opened.tx.interview.create({
        data: {
          appraisalId,
          edition: opened.subject.edition,
          heldOn: new Date(`${heldOn}T00:00:00Z`),
          ...texts,
          told: deducted.filter((key) => told.includes(key)),
          recordedById: author.authorId,
          recordedAt: context.now,
        },
      });
      await dropDraft(opened.tx, author);
      return {
        ok: true,
        value: null,
        move: onward(opened.subject),
        events: [{ kind: "interview.recorded" }, { kind: "result.published" }],
      };
    },
  );
}

async function judge(
  { tx, subject }: Opened,
  input: RecordInterviewInput,
  heldBetween: HeldBetween,
): Promise<{ readonly faults: InterviewFaults | null; readonly deducted: readonly string[] }> {
  const review = await readReview(tx, subject);
  const { policy } = review.ruleset;
  const deducted = deductedIn(review);
  const faults = interviewFaults(input, {
    heldBetween,
    mustTell: policy.requireDeductionInInterview ? deducted : [],
    directionsRequired: directionsFrom(policy, review.result.band) !== null,
  });
  return { faults: Object.keys(faults).length === 0 ? null : faults, deducted };
}

/** Keys of the values to be explained in person. */
function deductedIn({ ruleset, sheets, result }: Review): readonly string[] {
  const { framework, policy } = ruleset;
  const results = { self: resultOf(framework, policy, sheets, "self"), manager: result };
  const values = framework.values.map((value) => valueView(sheets, results, value, ruleset));
  return talkingPoints(values, policy).deducted.map(({ key }) => key);
}
