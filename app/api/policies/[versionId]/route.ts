import { sendFile } from "@/lib/commands/send-file";
import { exportPolicy } from "@/lib/ruleset/queries";
import { versionAddressSchema } from "@/lib/ruleset/schema";

/** One version of a policy as a file that can be imported again. */
export function GET(
  _: Request,
  { params }: { params: Promise<{ versionId: string }> },
): Promise<Response> {
  return sendFile(async (actor) => {
    const address = versionAddressSchema.safeParse(await params);
    return address.success ? exportPolicy(actor, address.data.versionId) : null;
  });
}
