import "server-only";
import { changeAppraisal, onward } from "@/lib/appraisal/change";
import type { CommandContext } from "@/lib/authz/actor";
import type { Changed } from "@/lib/appraisal/types";
import { refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { readRuleset } from "@/lib/ruleset/store";
import { saveSheetValue, withCurrentSheet } from "@/lib/sheet/commands";
import { missingFor, draftResultOf } from "@/lib/sheet/rules";
import type { SaveSheetValueInput } from "@/lib/sheet/schema";
import { readSheets } from "@/lib/sheet/store/read";
import { handIn } from "@/lib/sheet/store/write";
import type { Incomplete, SavedValue, SheetRefusals, StaleValue } from "@/lib/sheet/types";
import type { SubmitSelfReviewInput } from "./schema";
import type { SubmittedSelfReview } from "./types";

export function saveSelfReview(
  context: CommandContext,
  input: SaveSheetValueInput,
): Promise<Outcome<Changed<SavedValue>, { stale: StaleValue }>> {
  return saveSheetValue(context, input, "self");
}

/** Hands the self-review to the manager. From here on only a formal return opens it again. */
export async function submitSelfReview(
  context: CommandContext,
  input: SubmitSelfReviewInput,
): Promise<Outcome<Changed<SubmittedSelfReview>, SheetRefusals>> {
  const outcome = await changeAppraisal<SubmittedSelfReview, Refusal<{ incomplete: Incomplete }>>(
    context,
    input,
    "self.write",
    async ({ tx, subject }) => {
      const { appraisalId } = subject;
      const ruleset = await readRuleset(tx, subject.cycleId);
      const sheets = await readSheets(tx, appraisalId, ruleset);
      const result = draftResultOf(ruleset.framework, ruleset.policy, sheets, "self");
      const missing = missingFor(result, sheets.self);
      const { total } = result;
      if (missing.length > 0 || total === null) return refuse("incomplete", { data: { missing } });
      const handedIn = { appraisalId, side: "self" as const, ruleset, sheet: sheets.self, result };
      const { number, scores } = await handIn(tx, handedIn, context.actor.employeeId, context.now);
      return {
        ok: true,
        value: { total },
        set: { selfSubmittedAt: context.now, selfTotal: total },
        move: onward(subject),
        events: [{ kind: "self.submitted", number, total, scores }],
      };
    },
  );
  return withCurrentSheet(context, input, "self", outcome);
}
