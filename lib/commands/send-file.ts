import "server-only";
import type { Actor } from "@/lib/authz/actor";
import { currentActor } from "@/lib/authz/current-actor";
import { refuse } from "@/lib/errors/outcome";
import { answerSafely, respond } from "./respond";

/** A JSON document to be saved. `name` is plain ASCII made of a document's key. */
export interface JsonFile {
  readonly name: string;
  readonly text: string;
  readonly type?: string;
}

/** Sends what somebody signed in may have, kept by no cache; null looks as if it were not there. */
export function sendFile(read: (actor: Actor) => Promise<JsonFile | null>): Promise<Response> {
  return answerSafely(async () => {
    const actor = await currentActor();
    if (actor === null) return respond(refuse("not_signed_in"));
    const file = await read(actor);
    if (file === null) return respond(refuse("not_found"));
    return new Response(file.text, {
      headers: {
        "Content-Type": `${file.type ?? "application/json"}; charset=utf-8`,
        "Content-Disposition": `attachment; filename="${file.name}"`,
        "Cache-Control": "private, no-store",
      },
    });
  });
}
