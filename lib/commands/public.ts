import "server-only";
import { cookies } from "next/headers";
import type { z } from "zod";
import type { PublicContext, VisitorContext } from "@/lib/authz/actor";
import { clock } from "@/lib/clock";
import { originRefusal, parseInput, readJson } from "./request";
import { respondSafely } from "./respond";
import { ok, type Outcome } from "@/lib/errors/outcome";
import { rememberDevice } from "@/lib/auth/attempts/device";
import { addressOf } from "@/lib/auth/web/address";
import { sessionCookie } from "@/lib/auth/session-cookie";
import type { SignedIn } from "@/lib/auth/sessions";

type Run<T> = (context: PublicContext, input: T) => Promise<Outcome<SignedIn>>;

/** The same door as for commands, without a session before and with one after; the token leaves only as a cookie. */
export async function answerPublic<T>(
  request: Request,
  schema: z.ZodType<T>,
  run: Run<T>,
): Promise<Response> {
  return respondSafely(async () => {
    const input = await inputOf(request, schema);
    if (!input.ok) return input;
    const now = clock.now();
    const outcome = await run({ now }, input.value);
    if (!outcome.ok) return outcome;
    (await cookies()).set(await sessionCookie(outcome.value.token));
    await rememberDevice(outcome.value.employeeId, now);
    return ok(null);
  });
}

/** The same for somebody who has no account and is given no session. */
export async function answerVisitor<T>(
  request: Request,
  schema: z.ZodType<T>,
  run: (context: VisitorContext, input: T) => Promise<Outcome<null>>,
): Promise<Response> {
  return respondSafely(async () => {
    const input = await inputOf(request, schema);
    if (!input.ok) return input;
    return run({ now: clock.now(), address: addressOf(request.headers) }, input.value);
  });
}

async function inputOf<T>(request: Request, schema: z.ZodType<T>): Promise<Outcome<T>> {
  const foreign = originRefusal(request);
  if (foreign !== null) return foreign;
  const body = await readJson(request);
  return body.ok ? parseInput(schema, body.value) : body;
}
