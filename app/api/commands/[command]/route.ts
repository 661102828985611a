import { currentActor } from "@/lib/authz/current-actor";
import { clock } from "@/lib/clock";
import { originRefusal, readJson } from "@/lib/commands/request";
import { respondSafely } from "@/lib/commands/respond";
import { refuse } from "@/lib/errors/outcome";
import { commandNamed } from "./registry";

/** The only door for writes: origin, actor, command, body, schema, run. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ command: string }> },
): Promise<Response> {
  return respondSafely(async () => {
    const foreign = originRefusal(request);
    if (foreign !== null) return foreign;
    const actor = await currentActor();
    if (actor === null) return refuse("not_signed_in");
    const execute = commandNamed((await params).command);
    if (execute === null) return refuse("unknown_command");
    const body = await readJson(request);
    if (!body.ok) return body;
    return execute({ actor, now: clock.now() }, body.value);
  });
}
