import { forgetAllKept } from "@/components/ui/kept/store";
import type { AcceptInvitationInput } from "@/lib/access/schema";
import { postJson, type Reply } from "@/lib/commands/client";
import type { FirstRunInput } from "@/lib/company/schema";
import { isRefusalCode } from "@/lib/errors/codes";
import { refuse, type Outcome } from "@/lib/errors/outcome";

function textIn(body: unknown, name: "csrfToken" | "url"): string | null {
  if (typeof body !== "object" || body === null) return null;
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : null;
}

/** next-auth's form post: its own double-submit token first, then the answer's address, which holds any error. */
async function postToAuth(action: string, fields: Record<string, string>): Promise<Reply<URL>> {
  try {
    const tokenAnswer = await fetch("/api/auth/csrf", { cache: "no-store" });
    const tokenBody: unknown = await tokenAnswer.json();
    const csrfToken = textIn(tokenBody, "csrfToken") ?? "";
    const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
    const answer = await fetch(`/api/auth/${action}`, { method: "POST", body });
    if (answer.status === 503) return { ok: false, code: "unavailable" };
    const answerBody: unknown = await answer.json();
    const url = URL.parse(textIn(answerBody, "url") ?? "", window.location.origin);
    if (url === null || url.searchParams.has("csrf")) return { ok: false, code: "unexpected" };
    return { ok: true, value: url };
  } catch {
    return { ok: false, code: navigator.onLine ? "unavailable" : "offline" };
  }
}

interface PasswordSignIn {
  login: string;
  password: string;
}

export async function signInWithPassword(input: PasswordSignIn): Promise<Reply<null>> {
  const answer = await postToAuth("callback/credentials", { ...input, callbackUrl: "/" });
  if (!answer.ok) return answer;
  const [error, minutes] = answer.value.searchParams.get("error")?.split(":") ?? [];
  if (error === undefined) return { ok: true, value: null };
  if (error === "too_many_attempts")
    return refuse(error, { data: { minutes: Number(minutes ?? 0) } });
  return refuse(isRefusalCode(error) ? error : "unexpected");
}

/**
 * Ends the session, or everywhere all of the person's, and leaves by a full load, so that nothing of it stays in memory or in the tab. Where it could not be
 * ended, the person is still signed in and nothing is forgotten.
 */
export async function signOut(everywhere: boolean): Promise<Reply<null>> {
  const action = everywhere ? "signout?everywhere" : "signout";
  const answer = await postToAuth(action, { callbackUrl: "/sign-in" });
  if (!answer.ok) return answer;
  forgetAllKept();
  window.location.assign("/sign-in");
  return { ok: true, value: null };
}

/** Answers the address of the company's own sign-in page. */
export async function startOidc(returnPath: string): Promise<Reply<URL>> {
  return postToAuth("signin/oidc", { callbackUrl: returnPath });
}

/** The commands that need no session: the session begins with them. */
export function acceptInvitation(input: AcceptInvitationInput): Promise<Reply<null>> {
  return postJson<Outcome<null>>("/api/public/accept-invitation", input);
}

export function createCompany(input: FirstRunInput): Promise<Reply<null>> {
  return postJson<Outcome<null>>("/api/public/first-run", input);
}
