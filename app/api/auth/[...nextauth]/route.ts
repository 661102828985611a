import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/options";
import { sessionCookieName, tokenOfCookie } from "@/lib/auth/session-cookie";
import { signOutByToken } from "@/lib/auth/sessions";
import { clock } from "@/lib/clock";
import { originRefusal } from "@/lib/commands/request";
import { answerSafely, respond } from "@/lib/commands/respond";
import { refuse } from "@/lib/errors/outcome";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** The few doors of next-auth in use; its session, provider list, log sink and own pages stay shut. */
const doors: Readonly<Record<string, readonly string[]>> = {
  GET: ["csrf", "callback/oidc", "signin", "error"],
  POST: ["callback/credentials", "signin/oidc", "signout"],
};

/** Before next-auth takes the cookie back, which it does whatever comes of this: a sign-out is done in whole or not at all. */
async function endSession(request: NextRequest): Promise<void> {
  const token = await tokenOfCookie(request.cookies.get(sessionCookieName())?.value);
  const from = request.nextUrl.searchParams.has("everywhere") ? "everywhere" : "here";
  if (token !== null) await signOutByToken(token, clock.now(), from);
}

async function answerDoor(door: string, request: NextRequest, context: Context): Promise<Response> {
  if (door === "signout") await endSession(request);
  const answer: unknown = await NextAuth(request, context, authOptions(request.headers));
  if (!(answer instanceof Response)) return respond(refuse("unexpected"));
  answer.headers.set("Cache-Control", "private, no-store");
  // What the browser kept of other people's texts goes with the session.
  if (door === "signout") answer.headers.set("Clear-Site-Data", '"cache", "storage"');
  return answer;
}

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const door = (await context.params).nextauth.join("/");
  if (doors[request.method]?.includes(door) !== true) return respond(refuse("not_found"));
  const foreign = request.method === "POST" ? originRefusal(request) : null;
  if (foreign !== null) return respond(foreign);
  return answerSafely(() => answerDoor(door, request, context));
}

export { handle as GET, handle as POST };
