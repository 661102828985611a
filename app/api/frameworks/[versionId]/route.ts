import { currentActor } from "@/lib/authz/current-actor";
import { respond } from "@/lib/commands/respond";
import { jsonFile } from "@/lib/commands/send-file";
import { refuse } from "@/lib/errors/outcome";
import { exportFramework } from "@/lib/ruleset/queries";
import { versionAddressSchema } from "@/lib/ruleset/schema";

/** One version of a framework as a file that can be imported again. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ versionId: string }> },
): Promise<Response> {
  const actor = await currentActor();
  if (actor === null) return respond(refuse("not_signed_in"));
  const address = versionAddressSchema.safeParse(await params);
  const file = address.success ? await exportFramework(actor, address.data.versionId) : null;
  return file === null ? respond(refuse("not_found")) : jsonFile(file.name, file.text);
}
