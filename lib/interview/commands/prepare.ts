import "server-only";
import { workBeside } from "@/lib/appraisal/change";
import type { Changed } from "@/lib/appraisal/types";
import type { CommandContext } from "@/lib/authz/actor";
import { refuse, type Outcome, type Refusal } from "@/lib/errors/outcome";
import type { PrepareInput } from "../schema";
import { readDesk, writePreparation } from "../store/records";
import type { SavedDraft, StalePreparation } from "../types";

/** Autosaves what one side prepares for itself. It stays its author's, so nothing of it is recorded in the trail. */
export async function prepareInterview(
  context: CommandContext,
  { appraisalId, version, topics, notes }: PrepareInput,
): Promise<Outcome<Changed<SavedDraft>, { stale: StalePreparation }>> {
  const author = { appraisalId, authorId: context.actor.employeeId };
  return workBeside<Changed<SavedDraft>, Refusal<{ stale: StalePreparation }>>(
    context,
    appraisalId,
    "interview.arrange",
    async ({ tx }) => {
      const { preparation } = await readDesk(tx, author, context.now);
      if (preparation.version !== version)
        return refuse("stale", { data: { version: preparation.version, preparation } });
      const next = { version: version + 1, topics, notes };
      await writePreparation(tx, author, next, context.now);
      const savedAt = context.now.toISOString();
      return { ok: true, value: { version: next.version, value: { savedAt } }, events: [] };
    },
  );
}
