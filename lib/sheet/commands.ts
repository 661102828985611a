import "server-only";
import { changeAppraisal, type Changed } from "@/lib/appraisal/commands";
import { may } from "@/lib/appraisal/policy";
import { readSubject } from "@/lib/appraisal/store";
import type { CommandContext } from "@/lib/authz/actor";
import { inTransaction } from "@/lib/db/client";
import type { Outcome, Refusal } from "@/lib/errors/outcome";
import { readRuleset } from "@/lib/ruleset/store";
import type { HalfPoints } from "@/lib/scoring";
import { valueOf } from "./rules";
import type { SaveSheetValueInput } from "./schema";
import { readSheets, valueRefusal, writeSheetValue } from "./store";
import type { Side, StaleValue } from "./types";

/** The state of a side after a save, in half-points. */
export interface SavedValue {
  readonly score: HalfPoints | null;
  readonly total: HalfPoints | null;
  readonly savedAt: string;
}

/** Autosaves one value of one side. A stale save is answered with what stands on the server now, so that both can be shown. */
export async function saveSheetValue(
  context: CommandContext,
  input: SaveSheetValueInput,
  side: Side,
): Promise<Outcome<Changed<SavedValue>>> {
  const outcome = await changeAppraisal<SavedValue>(context, input, `${side}.write`, async ({ tx, subject }) => {
    const ruleset = await readRuleset(tx, subject.cycleId);
    const refusal = valueRefusal(ruleset.framework, input.value);
    if (refusal !== null) return refusal;
    const written = await writeSheetValue(tx, { appraisalId: subject.appraisalId, side, ruleset }, input.value);
    if (!written.ok) return written;
    const { before, after, result } = written;
    return {
      ok: true,
      value: { score: after, total: result.total, savedAt: context.now.toISOString() },
      set: side === "self" ? { selfTotal: result.total } : { managerTotal: result.total },
      events: [{ kind: `${side}.saved`, value: input.value.key, before, after }],
    };
  });
  return outcome.ok || outcome.code !== "stale" ? outcome : withCurrent(context, input, side, outcome);
}

async function withCurrent(context: CommandContext, input: SaveSheetValueInput, side: Side, refusal: Refusal): Promise<Refusal> {
  const data = await inTransaction(async (tx): Promise<StaleValue | null> => {
    const subject = await readSubject(tx, input.appraisalId);
    if (subject === null || !may(context.actor, `${side}.read`, subject).ok) return null;
    const ruleset = await readRuleset(tx, subject.cycleId);
    const sheets = await readSheets(tx, subject.appraisalId, ruleset);
    return { version: subject.version, state: subject.state, current: valueOf(sheets[side], input.value.key) };
  });
  return data === null ? refusal : { ...refusal, data };
}
