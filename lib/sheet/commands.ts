import "server-only";
import { changeAppraisal, recalled } from "@/lib/appraisal/change";
import { may } from "@/lib/appraisal/permissions";
import { stateFor, stepOf } from "@/lib/appraisal/stages";
import { readSubject } from "@/lib/appraisal/store";
import type { Changed, StaleAppraisal } from "@/lib/appraisal/types";
import type { RecordedEvent } from "@/lib/events/event";
import type { CommandContext } from "@/lib/authz/actor";
import { inTransaction } from "@/lib/db/transaction";
import { refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import { readRuleset } from "@/lib/ruleset/store";
import { nothingUnseen, valueOf, valueRefusal } from "./rules";
import type { AppraisalTarget } from "@/lib/appraisal/schema";
import type { SaveSheetValueInput } from "./schema";
import { takeBack } from "./store/fate";
import { readUnseen, recordOpening } from "./store/openings";
import { latestDay, movedHere, readSheets } from "./store/read";
import { writeSheetValue } from "./store/write";
import type {
  Incomplete,
  SavedValue,
  SheetRefusals,
  Side,
  StaleSheet,
  StaleValue,
  OtherScores,
  Unchanged,
} from "./types";

/** Autosaves one value of one side. A stale save is answered with what stands on the server now, so that both can be shown. */
export async function saveSheetValue(
  context: CommandContext,
  input: SaveSheetValueInput,
  side: Side,
): Promise<Outcome<Changed<SavedValue>, { stale: StaleValue }>> {
  const outcome = await changeAppraisal<SavedValue>(
    context,
    input,
    `${side}.write`,
    async ({ tx, subject }) => {
      const { appraisalId, cycleId, round } = subject;
      const ruleset = await readRuleset(tx, cycleId);
      const unseen = side === "self" ? nothingUnseen : await readUnseen(tx, subject, ruleset);
      const today = await latestDay(tx, context.now, input.value);
      const refusal = valueRefusal(ruleset, side, input.value, today);
      if (refusal !== null) return refusal;
      const written = await writeSheetValue(
        tx,
        { appraisalId, side, ruleset, byId: context.actor.employeeId, round, unseen },
        input.value,
      );
      if (!written.ok) return written;
      const { scored, kept, doubtChanged, firsts, result } = written;
      const { key: value, inDoubt } = input.value;
      const events = scored.map((one): RecordedEvent => ({ kind: `${side}.saved`, ...one }));
      for (const one of movedHere(kept, { side, ruleset }, input.value))
        events.push({ kind: `${side}.case_moved`, ...one });
      const score = result.values.find(({ key }) => key === value)?.score ?? null;
      if (doubtChanged) events.push({ kind: "manager.doubted", value, inDoubt });
      for (const first of firsts) {
        await recordOpening(tx, context, { subject, ruleset, ...first });
        events.push({ kind: "manager.scored_first", ...first });
      }
      return {
        ok: true,
        value: { score, total: result.total, savedAt: context.now.toISOString() },
        set: side === "self" ? { selfTotal: result.total } : { managerTotal: result.total },
        events,
      };
    },
  );
  if (outcome.ok || outcome.code !== "stale") return outcome;
  if (outcome.data === undefined) return refuse("stale");
  const data = await currentSheet(context, input.appraisalId, side);
  if (data === null) return refuse("stale");
  const current = valueOf({ side, values: data.values }, input.value.key);
  return refuse("stale", { data: { ...data, current } });
}

/** A stale submission is answered with what stands on the server, so that the page can show what it did not know. */
export async function withCurrentSheet<T>(
  context: CommandContext,
  target: AppraisalTarget,
  side: Side,
  outcome: Outcome<
    T,
    {
      stale: StaleAppraisal;
      incomplete: Incomplete;
      unchanged: Unchanged;
      other_score: OtherScores;
    }
  >,
): Promise<Outcome<T, SheetRefusals>> {
  if (outcome.ok || outcome.code !== "stale") return outcome;
  if (outcome.data === undefined) return refuse("stale");
  const data = await currentSheet(context, target.appraisalId, side);
  return data === null ? refuse("stale") : refuse("stale", { data });
}

/**
 * The version is read before the values: were it the other way round, a write in between would be taken for seen and
 * the next save would overwrite it.
 */
async function currentSheet(
  context: CommandContext,
  appraisalId: string,
  side: Side,
): Promise<StaleSheet | null> {
  return inTransaction(async (tx) => {
    const subject = await readSubject(tx, appraisalId);
    if (subject === null || !may(context.actor, `${side}.write`, subject).ok) return null;
    const ruleset = await readRuleset(tx, subject.cycleId);
    const sheets = await readSheets(tx, appraisalId, ruleset);
    const state = stateFor(side === "self", subject.state) ?? stepOf(subject.state);
    return { version: subject.version, state, values: sheets[side].values };
  });
}

/** Takes back a sheet that was handed in, until whoever it is for has opened it. */
export async function takeSheetBack(
  context: CommandContext,
  input: AppraisalTarget,
  side: Side,
): Promise<Outcome<Changed<null>, { stale: StaleAppraisal }>> {
  const { actor, now } = context;
  type Late = Refusal<{ stale: StaleAppraisal }>;
  const verb = `${side}.take_back` as const;
  return changeAppraisal<null, Late>(context, input, verb, async ({ tx, subject }) => {
    const { appraisalId, round, version, state } = subject;
    const back = await takeBack(tx, { appraisalId, side, byId: actor.employeeId, at: now });
    if (back === null) return refuse("already_opened");
    if (version !== input.version)
      return refuse("stale", { data: { version, state: stateFor(side === "self", state) } });
    const { number, before, returnedFrom } = back;
    const change = recalled(subject, returnedFrom, { kind: `${side}.taken_back`, number });
    const set =
      side === "self"
        ? { selfSubmittedAt: before }
        : { managerSubmittedAt: before, round: round - 1 };
    return { ...change, set };
  });
}
