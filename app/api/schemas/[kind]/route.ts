import { currentActor } from "@/lib/authz/current-actor";
import { respond } from "@/lib/commands/respond";
import { jsonFile } from "@/lib/commands/send-file";
import { refuse } from "@/lib/errors/outcome";
import { mayManageRulesets } from "@/lib/ruleset/policy";
import { schemaAddressSchema } from "@/lib/ruleset/schema";
import { documentSchemas } from "@/lib/scoring/documents/json-schema";

/** The JSON Schema of frameworks or policies, made from the very schemas an import is checked with. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ kind: string }> },
): Promise<Response> {
  const actor = await currentActor();
  if (actor === null) return respond(refuse("not_signed_in"));
  const kind = schemaAddressSchema.safeParse((await params).kind);
  if (!kind.success || !mayManageRulesets(actor)) return respond(refuse("not_found"));
  const text = `${JSON.stringify(documentSchemas[kind.data], null, 2)}\n`;
  return jsonFile(`${kind.data}.schema.json`, text, "application/schema+json");
}
