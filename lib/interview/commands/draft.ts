import "server-only";
import { workBeside } from "@/lib/appraisal/change";
import type { Changed } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import type { SaveMinutesInput } from "../schema";
import { readDesk, writeDraft } from "../store/records";
import type { SavedDraft, StaleDraft } from "../types";

/**
 * Autosaves the minutes. They are their author's alone, so nothing of it is recorded in the trail and the sheet's version
 * stays; a stale save is answered with what stands on the server now, so that both can be shown.
 */
export async function saveMinutes(
  context: CommandContext,
  { appraisalId, version, ...form }: SaveMinutesInput,
): Promise<Outcome<Changed<SavedDraft>, { stale: StaleDraft }>> {
  const author = { appraisalId, authorId: context.actor.employeeId };
  return workBeside<Changed<SavedDraft>, Refusal<{ stale: StaleDraft }>>(
    context,
    appraisalId,
    "interview.write",
    async ({ tx, subject: { state } }) => {
      const { draft } = await readDesk(tx, author, context.now);
      if (draft.version !== version)
        return refuse("stale", { data: { version: draft.version, state, draft } });
      await writeDraft(tx, author, { version: version + 1, form }, context.now);
      const savedAt = context.now.toISOString();
      return { ok: true, value: { version: version + 1, value: { savedAt } }, events: [] };
    },
  );
}
