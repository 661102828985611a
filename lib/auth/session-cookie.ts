import "server-only";
import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";

/** How long a sign-in lasts, however busy the session is. */
export const SESSION_SECONDS = 12 * 60 * 60;

export function isSecureSite(): boolean {
  return env().APP_URL.startsWith("https:");
}

export function sessionCookieName(): string {
  return isSecureSite() ? "__Secure-tongguan.session" : "tongguan.session";
}

export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecureSite() };
}

/** The random session token inside next-auth's encrypted cookie; null when it is not ours or too old. */
export async function tokenOfCookie(value: string | undefined): Promise<string | null> {
  if (value === undefined || value === "") return null;
  try {
    const payload = await decode({ token: value, secret: env().AUTH_SECRET });
    return typeof payload?.["sid"] === "string" ? payload["sid"] : null;
  } catch {
    return null;
  }
}

/** The cookie next-auth itself would set, for the sign-ins that do not pass through its routes. */
export async function sessionCookie(token: string) {
  const value = await encode({
    token: { sid: token },
    secret: env().AUTH_SECRET,
    maxAge: SESSION_SECONDS,
  });
  return { name: sessionCookieName(), value, ...sessionCookieOptions(), maxAge: SESSION_SECONDS };
}
