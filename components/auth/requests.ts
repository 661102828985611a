import { type Answer, isOutcome } from "@/lib/commands/client";
import { isRefusalCode } from "@/lib/errors/codes";

function textIn(body: unknown, name: "csrfToken" | "url"): string | null {
  if (typeof body !== "object" || body === null) return null;
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : null;
}

/** next-auth's form post: its own double-submit token first, then the answer's address, which holds any error. */
async function postToAuth(action: string, fields: Record<string, string>): Promise<Answer<URL>> {
  try {
    const tokenAnswer = await fetch("/api/auth/csrf", { cache: "no-store" });
    const tokenBody: unknown = await tokenAnswer.json();
    const csrfToken = textIn(tokenBody, "csrfToken") ?? "";
    const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
    const answer = await fetch(`/api/auth/${action}`, { method: "POST", body });
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

export async function signInWithPassword(input: PasswordSignIn): Promise<Answer<null>> {
  const answer = await postToAuth("callback/credentials", { ...input, callbackUrl: "/" });
  if (!answer.ok) return answer;
  const [error, minutes] = answer.value.searchParams.get("error")?.split(":") ?? [];
  if (error === undefined) return { ok: true, value: null };
  const code = isRefusalCode(error) ? error : "unexpected";
  return { ok: false, code, data: { minutes: Number(minutes ?? 0) } };
}

/** Answers the address of the company's own sign-in page. */
export async function startOidc(returnPath: string): Promise<Answer<URL>> {
  return postToAuth("signin/oidc", { callbackUrl: returnPath });
}

/** The commands that need no session. Never throws. */
export async function postPublic(
  name: "accept-invitation" | "first-run",
  input: unknown,
): Promise<Answer<null>> {
  try {
    const response = await fetch(`/api/public/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(input),
    });
    const body: unknown = await response.json().catch(() => null);
    return isOutcome<null>(body) ? body : { ok: false, code: "unavailable" };
  } catch {
    return { ok: false, code: "offline" };
  }
}
