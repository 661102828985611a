import "server-only";
import { recordEvents } from "@/lib/events/record";
import type { CommandContext } from "@/lib/authz/actor";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { ok, type Outcome, refuse } from "@/lib/errors/outcome";
import { documentChanges, type FrameworkDocument, type PolicyDocument } from "@/lib/scoring";
import { mayManageRulesets } from "./permissions";
import { faultyDocument } from "./rules";
import { readDocumentText, type ImportDocumentInput } from "./schema";
import { addFramework, addPolicy, lockRulesets, newestFramework, newestPolicy } from "./store";
import type { FaultyDocument, Imported, RulesetKind } from "./types";

/** Writes a framework as the next version of its key; a word-for-word repetition of the newest makes none. */
export async function importFramework(
  context: CommandContext,
  { text }: ImportDocumentInput,
): Promise<Outcome<Imported, { invalid_input: FaultyDocument }>> {
  if (!mayManageRulesets(context.actor)) return refuse("not_found");
  const read = readDocumentText.framework(text);
  if (!read.ok) return faultyDocument(read.faults);
  return importVersion(context, "framework", read.document, newestFramework, addFramework);
}

/** Writes a policy as the next version of its key; a word-for-word repetition of the newest makes none. */
export async function importPolicy(
  context: CommandContext,
  { text }: ImportDocumentInput,
): Promise<Outcome<Imported, { invalid_input: FaultyDocument }>> {
  if (!mayManageRulesets(context.actor)) return refuse("not_found");
  const read = readDocumentText.policy(text);
  if (!read.ok) return faultyDocument(read.faults);
  return importVersion(context, "policy", read.document, newestPolicy, addPolicy);
}

interface Newest {
  readonly versionId: string;
  readonly version: number;
  readonly document: FrameworkDocument | PolicyDocument;
}

async function importVersion<Document extends FrameworkDocument | PolicyDocument>(
  { actor, now }: CommandContext,
  ruleset: RulesetKind,
  document: Document,
  newestOf: (tx: Tx, key: string) => Promise<Newest | null>,
  add: (tx: Tx, document: Document, version: number, now: Date) => Promise<string>,
): Promise<Outcome<Imported>> {
  return inTransaction(async (tx) => {
    await lockRulesets(tx);
    const newest = await newestOf(tx, document.key);
    if (newest !== null && documentChanges(newest.document, document).length === 0)
      return ok({ versionId: newest.versionId, version: newest.version, made: false });
    const version = (newest?.version ?? 0) + 1;
    const versionId = await add(tx, document, version, now);
    await recordEvents(tx, { actorId: actor.employeeId, at: now }, [
      { kind: "ruleset.imported", ruleset, key: document.key, version, versionId },
    ]);
    return ok({ versionId, version, made: true });
  });
}
