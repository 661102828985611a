import "server-only";
import { changeAppraisal } from "@/lib/appraisal/commands";
import type { Changed, Returned } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { readDoubts } from "@/lib/dossier/store";
import { refuse, type FieldFault, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { readRuleset } from "@/lib/ruleset/store";
import type { FrameworkDocument } from "@/lib/scoring";
import { saveSheetValue, withCurrentSheet } from "@/lib/sheet/commands";
import { missingFor, resultOf } from "@/lib/sheet/rules";
import type { SaveSheetValueInput } from "@/lib/sheet/schema";
import { readSheets } from "@/lib/sheet/store/read";
import { handIn } from "@/lib/sheet/store/write";
import type { Incomplete, SavedValue, SheetRefusals, StaleValue } from "@/lib/sheet/types";
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
  const outcome = await changeAppraisal<SubmittedSheet, Refusal<{ incomplete: Incomplete }>>(
    context,
    input,
    "manager.write",
    async ({ tx, subject }) => {
      const { appraisalId } = subject;
      const ruleset = await readRuleset(tx, subject.cycleId);
      const sheets = await readSheets(tx, appraisalId, ruleset);
      const result = resultOf(ruleset.framework, ruleset.policy, sheets, "manager");
      const missing = missingFor(result, sheets.manager);
      const { total } = result;
      if (missing.length > 0 || total === null) return refuse("incomplete", { data: { missing } });
      const handedIn = {
        appraisalId,
        side: "manager" as const,
        ruleset,
        sheet: sheets.manager,
        result,
      };
      const { number, scores } = await handIn(tx, handedIn, context.actor.employeeId, context.now);
      const round = subject.round + 1;
      const doubts = await readDoubts(tx, appraisalId);
      const referred = result.audit.refer.filter((key) => doubts.get(key)?.round === round);
      const band = result.band?.key ?? null;
      return {
        ok: true,
        value: { total, band },
        set: {
          state: "second_level",
          stateSince: context.now,
          returnedFrom: null,
          round,
          managerSubmittedAt: context.now,
          managerTotal: total,
          band,
        },
        events: [
          { kind: "manager.submitted", number, round, total, band, scores },
          ...referred.map((value) => ({ kind: "manager.referred" as const, round, value })),
        ],
      };
    },
  );
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
    const { framework } = await readRuleset(tx, subject.cycleId);
    const refusal = placeRefusal(framework, input);
    if (refusal !== null) return refusal;
    const note = await tx.returnNote.create({
      data: {
        appraisalId: subject.appraisalId,
        fromState: subject.state,
        toState: "self_review",
        reason: input.reason,
        valueKey: input.value,
        point: input.rung,
        byId: context.actor.employeeId,
        at: context.now,
      },
      select: { id: true },
    });
    return {
      ok: true as const,
      value: { noteId: note.id },
      set: {
        state: "self_review",
        stateSince: context.now,
        returnedFrom: subject.state,
        managerTotal: null,
      },
      events: [{ kind: "self.returned", noteId: note.id }],
    };
  });
  return withCurrentSheet(context, input, "manager", outcome);
}

function placeRefusal(
  framework: FrameworkDocument,
  { reason, value, rung }: ReturnSelfReviewInput,
): Refusal | null {
  const fields: Record<string, FieldFault> = {};
  if (reason.trim() === "") fields["reason"] = { code: "reason_required" };
  const definition = framework.values.find((candidate) => candidate.key === value);
  if (definition === undefined) fields["value"] = { code: "unknown_value" };
  else if (rung !== null && !definition.rungs.some(({ point }) => point === rung))
    fields["rung"] = { code: "unknown_rung" };
  return Object.keys(fields).length === 0 ? null : refuse("invalid_input", { fields });
}
