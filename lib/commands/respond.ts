import "server-only";
import { isDatabaseAway } from "@/lib/errors/away";
import { log } from "@/lib/errors/log";
import { statusOf } from "@/lib/errors/codes";
import { refuse, type AnyOutcome } from "@/lib/errors/outcome";

const headers = { "Cache-Control": "private, no-store" };

export function respond(outcome: AnyOutcome): Response {
  return Response.json(outcome, { status: outcome.ok ? 200 : statusOf[outcome.code], headers });
}

/** Runs what may fail unexpectedly; the browser gets a reference number, the log gets the error. */
export async function answerSafely(run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    const reference = crypto.randomUUID().slice(0, 8);
    const code = isDatabaseAway(error) ? "unavailable" : "unexpected";
    log.error({ err: error, reference }, "request failed");
    return respond(refuse(code, { data: { reference } }));
  }
}

export function respondSafely(run: () => Promise<AnyOutcome>): Promise<Response> {
  return answerSafely(async () => respond(await run()));
}
