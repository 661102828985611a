import "server-only";
import type { AuthOptions, User } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { clock } from "@/lib/clock";
import { env } from "@/lib/env";
import { log } from "@/lib/errors/log";
import { emailLimit, passwordLimits } from "@/lib/fields/limits";
import { deviceCookie, rememberDevice } from "./attempts/device";
import { addressOf } from "./web/address";
import { type Claims, oidcProvider, oidcProviderId, oidcSettings, personOfClaims } from "./oidc";
import { safeReturnPath } from "./web/return-path";
import {
  SESSION_SECONDS,
  isSecureSite,
  sessionCookieName,
  sessionCookieOptions,
} from "./session-cookie";
import { openSession } from "./sessions";
import { signInWithPassword } from "./sign-in";

// What does not fit is nobody's, and counts like any other failure.
const credentialsSchema = z.object({
  login: z.string().max(emailLimit).catch(""),
  password: z.string().max(passwordLimits.most).catch(""),
});
const claimsSchema = z.looseObject({ sub: z.string().min(1).max(255) });

/** Thrown towards next-auth, which puts the message into `error=` of its answer; the sign-in page reads it. */
async function authorize(
  input: Record<string, string> | undefined,
  headers: Headers,
): Promise<User & { sid: string }> {
  const credentials = credentialsSchema.parse(input ?? {});
  const outcome = await signInWithPassword(
    { ...credentials, address: addressOf(headers), device: await deviceCookie() },
    clock.now(),
  );
  if (outcome.ok) {
    await rememberDevice(outcome.employeeId, clock.now());
    return { id: outcome.employeeId, sid: outcome.token };
  }
  const minutes = z.object({ minutes: z.number() }).safeParse(outcome.data);
  throw new Error(minutes.success ? `${outcome.code}:${minutes.data.minutes}` : outcome.code);
}

function providers(headers: Headers): AuthOptions["providers"] {
  const password = Credentials({
    credentials: { login: {}, password: {} },
    authorize: async (input) => {
      try {
        return await authorize(input, headers);
      } catch (error) {
        if (error instanceof Error && /^(wrong_credentials|too_many_attempts)/.test(error.message))
          throw error;
        log.error({ err: error }, "sign-in failed");
        throw new Error("unavailable", { cause: error });
      }
    },
  });
  const oidc = oidcSettings();
  return oidc === null ? [password] : [password, oidcProvider(oidc)];
}

async function personOf(profile: unknown): Promise<string | null> {
  const settings = oidcSettings();
  const claims = claimsSchema.safeParse(profile);
  if (settings === null || !claims.success) return null;
  const known: Claims = claims.data;
  return personOfClaims(known, settings, clock.now());
}

/** The token in the cookie is a random number and nothing else; who it is stands in the session row. */
async function sessionToken(user: User | undefined, profile: unknown): Promise<string | null> {
  if (user === undefined) return null;
  if ("sid" in user && typeof user.sid === "string") return user.sid;
  const employeeId = await personOf(profile);
  if (employeeId === null) return null;
  const token = await openSession(employeeId, "oidc", clock.now());
  if (token !== null) await rememberDevice(employeeId, clock.now());
  return token;
}

export function authOptions(headers: Headers): AuthOptions {
  return {
    secret: env().AUTH_SECRET,
    providers: providers(headers),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: isSecureSite(),
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    logger: {
      error: (code) => {
        log.warn({ code }, "next-auth");
      },
      warn: () => undefined,
      debug: () => undefined,
    },
    callbacks: {
      redirect: ({ url, baseUrl }) =>
        `${baseUrl}${safeReturnPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url)}`,
      async signIn({ account, profile }) {
        if (account?.provider !== oidcProviderId) return true;
        return (await personOf(profile)) === null ? "/sign-in?error=unknown_person" : true;
      },
      async jwt({ token, user, profile }) {
        const opened = await sessionToken(user, profile);
        return { sid: opened ?? token["sid"] };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}
