import "server-only";
import { changeAppraisal, onward } from "@/lib/appraisal/change";
import type { CommandContext } from "@/lib/authz/actor";
import type { AppraisalTarget } from "@/lib/appraisal/schema";
import type { Changed, StaleAppraisal } from "@/lib/appraisal/types";
import { refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { readUntouched } from "@/lib/rounds/store";
import { readRuleset } from "@/lib/ruleset/store";
import { saveSheetValue, takeSheetBack, withCurrentSheet } from "@/lib/sheet/commands";
import { missingFor, draftResultOf, nothingOwed } from "@/lib/sheet/rules";
import type { SaveSheetValueInput } from "@/lib/sheet/schema";
import { readSheets } from "@/lib/sheet/store/read";
import { handIn } from "@/lib/sheet/store/write";
import type {
  Incomplete,
  SavedValue,
  SheetRefusals,
  StaleValue,
  Unchanged,
} from "@/lib/sheet/types";
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
  const outcome = await changeAppraisal<
    SubmittedSelfReview,
    Refusal<{ incomplete: Incomplete; unchanged: Unchanged }>
  >(context, input, "self.write", async ({ tx, subject }) => {
    const { appraisalId } = subject;
    const ruleset = await readRuleset(tx, subject.cycleId);
    const sheets = await readSheets(tx, appraisalId, ruleset);
    const result = draftResultOf(ruleset.framework, ruleset.policy, sheets, "self");
    const missing = missingFor(result, sheets.self);
    const { total } = result;
    if (missing.length > 0 || total === null) return refuse("incomplete", { data: { missing } });
    const values = input.unchanged ? [] : await readUntouched(tx, subject, sheets.self);
    if (values.length > 0) return refuse("unchanged", { data: { values } });
    const handedIn = {
      appraisalId,
      side: "self" as const,
      ruleset,
      sheet: sheets.self,
      result,
      owed: nothingOwed,
    };
    const { number, scores } = await handIn(tx, handedIn, context.actor.employeeId, context.now);
    return {
      ok: true,
      value: { total },
      set: { selfSubmittedAt: context.now, selfTotal: total },
      move: onward(subject),
      events: [{ kind: "self.submitted", number, total, scores }],
    };
  });
  return withCurrentSheet(context, input, "self", outcome);
}

/** Until the manager has opened it. */
export function takeSelfReviewBack(
  context: CommandContext,
  input: AppraisalTarget,
): Promise<Outcome<Changed<null>, { stale: StaleAppraisal }>> {
  return takeSheetBack(context, input, "self");
}
