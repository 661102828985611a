import { sendFile } from "@/lib/commands/send-file";
import { exportDraws } from "@/lib/sample/queries";
import { drawsAddressSchema } from "@/lib/sample/schema";

/** The revealed draws of a cycle as a file that the checker redoes. */
export function GET(
  _: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return sendFile(async (actor) => {
    const address = drawsAddressSchema.safeParse(await params);
    return address.success ? exportDraws(actor, address.data.id) : null;
  });
}
