import { sendFile } from "@/lib/commands/send-file";
import { mayManageRulesets } from "@/lib/ruleset/permissions";
import { schemaAddressSchema } from "@/lib/ruleset/schema";
import { documentSchemas } from "@/lib/scoring/documents/json-schema";

/** The JSON Schema of frameworks or policies, made from the very schemas an import is checked with. */
export function GET(
  _: Request,
  { params }: { params: Promise<{ kind: string }> },
): Promise<Response> {
  return sendFile(async (actor) => {
    const kind = schemaAddressSchema.safeParse((await params).kind);
    if (!kind.success || !mayManageRulesets(actor)) return null;
    const text = `${JSON.stringify(documentSchemas[kind.data], null, 2)}\n`;
    return { name: `${kind.data}.schema.json`, text, type: "application/schema+json" };
  });
}
