import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/options";
import { originRefusal } from "@/lib/commands/request";
import { respond } from "@/lib/commands/respond";
import { refuse } from "@/lib/errors/outcome";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** The few doors of next-auth in use; its session, provider list, log sink and own pages stay shut. */
const doors: Readonly<Record<string, readonly string[]>> = {
  GET: ["csrf", "callback/oidc", "signin", "error"],
  POST: ["callback/credentials", "signin/oidc", "signout"],
};

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const door = (await context.params).nextauth.join("/");
  if (doors[request.method]?.includes(door) !== true) return respond(refuse("not_found"));
  const foreign = request.method === "POST" ? originRefusal(request) : null;
  if (foreign !== null) return respond(foreign);
  const answer: unknown = await NextAuth(request, context, authOptions(request.headers));
  if (!(answer instanceof Response)) return respond(refuse("unexpected"));
  answer.headers.set("Cache-Control", "private, no-store");
  // What the browser kept of other people's texts goes with the session.
  if (door === "signout") answer.headers.set("Clear-Site-Data", '"cache", "storage"');
  return answer;
}

export { handle as GET, handle as POST };
