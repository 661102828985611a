import "server-only";
import { decode, encode } from "next-auth/jwt";
import { clock } from "@/lib/clock";
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

/**
 * What cookies opened lately held, and until when they are good, in milliseconds: the same cookie comes with every
 * request, and deriving the key to open it takes longer than asking the database whom it stands for.
 */
const opened = new Map<string, { readonly token: string; readonly until: number }>();
const MOST_OPENED = 5_000;

/** The random session token inside next-auth's encrypted cookie; null when it is not ours or too old. */
export async function tokenOfCookie(value: string | undefined): Promise<string | null> {
  if (value === undefined || value === "") return null;
  const known = opened.get(value);
  if (known !== undefined && clock.now().getTime() < known.until) return known.token;
  try {
    const payload = await decode({ token: value, secret: env().AUTH_SECRET });
    const { sid: token, exp } = payload ?? {};
    if (typeof token !== "string") return null;
    if (opened.size >= MOST_OPENED) opened.clear();
    if (typeof exp === "number") opened.set(value, { token, until: exp * 1000 });
    return token;
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
