import "server-only";
import { changeAppraisal, returning, onward } from "@/lib/appraisal/change";
import type { AppraisalTarget } from "@/lib/appraisal/schema";
import type { Changed, Returned, StaleAppraisal } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { pinFaults, pinnedTo } from "@/lib/review/rules/pins";
import { doubtsOf, readOwed, readPinned } from "@/lib/review/store";
import { readUntouched } from "@/lib/rounds/store";
import { readRuleset } from "@/lib/ruleset/store";
import { saveSheetValue, takeSheetBack, withCurrentSheet } from "@/lib/sheet/commands";
import { missingFor, draftResultOf } from "@/lib/sheet/rules";
import type { SaveSheetValueInput } from "@/lib/sheet/schema";
import { readUnseen, withoutUnseen } from "@/lib/sheet/store/openings";
import { readSheetRows, sheetsOf, textsForOtherScores } from "@/lib/sheet/store/read";
import { handIn } from "@/lib/sheet/store/write";
import type {
  Incomplete,
  OtherScores,
  SavedValue,
  SheetRefusals,
  StaleValue,
  Unchanged,
} from "@/lib/sheet/types";
import type { ReturnSelfReviewInput, SubmitManagerSheetInput } from "./schema";
import type { SubmittedSheet } from "./types";

export function saveManagerValue(
  context: CommandContext,
  input: SaveSheetValueInput,
): Promise<Outcome<Changed<SavedValue>, { stale: StaleValue }>> {
  return saveSheetValue(context, input, "manager");
}

/** Hands the sheet to the second level; without one the HR partner decides there, so the state is the same. */
export async function submitManagerSheet(
  context: CommandContext,
  input: SubmitManagerSheetInput,
): Promise<Outcome<Changed<SubmittedSheet>, SheetRefusals>> {
  const outcome = await changeAppraisal<
    SubmittedSheet,
    Refusal<{ incomplete: Incomplete; unchanged: Unchanged; other_score: OtherScores }>
  >(context, input, "manager.write", async ({ tx, subject }) => {
    const { appraisalId } = subject;
    const ruleset = await readRuleset(tx, subject.cycleId);
    const rows = await readSheetRows(tx, appraisalId);
    const unseen = await readUnseen(tx, subject, ruleset);
    const sheets = withoutUnseen(sheetsOf(rows, ruleset), unseen);
    const result = draftResultOf(ruleset.framework, ruleset.policy, sheets, "manager", unseen);
    const missing = missingFor(result, sheets.manager);
    const { total } = result;
    if (missing.length > 0 || total === null) return refuse("incomplete", { data: { missing } });
    const values = input.unchanged ? [] : await readUntouched(tx, subject, sheets.manager);
    if (values.length > 0) return refuse("unchanged", { data: { values } });
    const texts = input.textsStand ? [] : textsForOtherScores(rows, ruleset, result);
    if (texts.length > 0) return refuse("other_score", { data: { texts } });
    const handedIn = {
      appraisalId,
      side: "manager" as const,
      ruleset,
      sheet: sheets.manager,
      result,
      owed: await readOwed(tx, appraisalId),
    };
    const { number, scores } = await handIn(tx, handedIn, context.actor.employeeId, context.now);
    const round = subject.round + 1;
    const doubts = doubtsOf(rows, ruleset);
    const referred = result.audit.refer.filter((key) => doubts.get(key)?.round === round);
    const band = result.band?.key ?? null;
    return {
      ok: true,
      value: { total, band },
      set: { round, managerSubmittedAt: context.now, managerTotal: total, band },
      move: onward(subject),
      events: [
        { kind: "manager.submitted", number, round, total, band, scores },
        ...referred.map((value) => ({ kind: "manager.referred" as const, round, value })),
      ],
    };
  });
  return withCurrentSheet(context, input, "manager", outcome);
}

/**
 * Gives the self-review back for more facts. The manager's draft stays; only its total is struck, because it was
 * reckoned over cases that are about to change.
 */
export async function returnSelfReview(
  context: CommandContext,
  input: ReturnSelfReviewInput,
): Promise<Outcome<Changed<Returned>, SheetRefusals>> {
  const outcome = await changeAppraisal(context, input, "self.return", async ({ tx, subject }) => {
    const { framework, ...all } = await readPinned(tx, subject);
    const unseen = await readUnseen(tx, subject, await readRuleset(tx, subject.cycleId));
    const sheets = withoutUnseen(all.sheets, unseen);
    // What the manager wrote is not in what goes back.
    const pinned = { ...sheets, manager: { side: "manager" as const, values: [] } };
    const fields = pinFaults({ framework, sheets: pinned }, input.reasons);
    if (Object.keys(fields).length > 0) return refuse("invalid_input", { fields });
    const reasons = input.reasons.map((pin) => ({
      reason: pin.reason,
      ...pinnedTo(pinned, pin),
    }));
    const back = returning(subject, reasons, (_reason, noteId) => ({
      kind: "self.returned",
      noteId,
    }));
    return { ...back, set: { managerTotal: null } };
  });
  return withCurrentSheet(context, input, "manager", outcome);
}

/** Until the second level has opened it. */
export function takeManagerSheetBack(
  context: CommandContext,
  input: AppraisalTarget,
): Promise<Outcome<Changed<null>, { stale: StaleAppraisal }>> {
  return takeSheetBack(context, input, "manager");
}
