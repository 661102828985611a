import { currentActor } from "@/lib/authz/current-actor";
import { clock } from "@/lib/clock";
import { originRefusal, readJson } from "@/lib/commands/request";
import { respondSafely } from "@/lib/commands/respond";
import { refuse } from "@/lib/errors/outcome";
import { unknownCommand } from "./command";
import { commandNamed } from "./registry";

/** The only door for writes: origin, actor, command, body, schema, authorisation, run. */
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
    if (execute === null) return unknownCommand;
    const context = { actor, now: clock.now() };
    const body = await readJson(request);
    return body.ok ? execute(context, body.value) : execute(context, null, body);
  });
}
