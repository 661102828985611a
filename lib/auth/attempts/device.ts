import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { asHouse } from "@/lib/db/read";
import { env } from "@/lib/env";
import { isSecureSite } from "../session-cookie";
import { newToken } from "../tokens";

/** How long a browser is known after a sign-in, and of how many people who share it. */
const KNOWN_DAYS = 180;
const MOST_PEOPLE = 5;
const day = 86_400_000;

/** Whose browser, and until when: a new password makes every browser a stranger. */
export interface KnownFor {
  readonly employeeId: string;
  readonly passwordChangedAt: Date;
}

interface Mark {
  readonly id: string;
  readonly since: string;
  readonly proof: string;
}

function marksIn(cookie: string | undefined): Mark[] {
  return (cookie ?? "").split("~").flatMap((entry) => {
    const [id = "", since = "", proof = ""] = entry.split(".");
    return proof === "" ? [] : [{ id, since, proof }];
  });
}

function proofOf({ id, since }: Pick<Mark, "id" | "since">, person: KnownFor): string {
  const about = [id, since, person.employeeId, person.passwordChangedAt.getTime()];
  return createHmac("sha256", env().AUTH_SECRET)
    .update(`known browser\n${about.join("\n")}`)
    .digest("base64url");
}

function proves(mark: Mark, person: KnownFor): boolean {
  const [given, expected] = [Buffer.from(mark.proof), Buffer.from(proofOf(mark, person))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The name of a browser this person signed in with before; null for any other. */
export function knownDevice(
  cookie: string | undefined,
  person: KnownFor,
  now: Date,
): string | null {
  const oldest = now.getTime() - KNOWN_DAYS * day;
  const mark = marksIn(cookie)
    .slice(0, MOST_PEOPLE)
    .find((known) => parseInt(known.since, 36) >= oldest && proves(known, person));
  return mark?.id ?? null;
}

/** The cookie of a browser in which this person has just signed in, with the others who share it. */
export function withDevice(cookie: string | undefined, person: KnownFor, now: Date): string {
  const mark = { id: newToken(), since: now.getTime().toString(36) };
  const others = marksIn(cookie).filter((known) => !proves(known, person));
  return [{ ...mark, proof: proofOf(mark, person) }, ...others]
    .slice(0, MOST_PEOPLE)
    .map(({ id, since, proof }) => [id, since, proof].join("."))
    .join("~");
}

function deviceCookieName(): string {
  return isSecureSite() ? "__Secure-tongguan.device" : "tongguan.device";
}

/** What this browser brings along; only inside a request. */
export async function deviceCookie(): Promise<string | undefined> {
  return (await cookies()).get(deviceCookieName())?.value;
}

/** Only inside a request whose answer may still set cookies. Somebody without a password needs no known browser. */
export async function rememberDevice(employeeId: string, now: Date): Promise<void> {
  const credential = await asHouse("sign_in", (tx) =>
    tx.credential.findUnique({ where: { employeeId }, select: { changedAt: true } }),
  );
  if (credential === null) return;
  const person = { employeeId, passwordChangedAt: credential.changedAt };
  (await cookies()).set({
    name: deviceCookieName(),
    value: withDevice(await deviceCookie(), person, now),
    httpOnly: true,
    sameSite: "lax",
    secure: isSecureSite(),
    path: "/",
    maxAge: (KNOWN_DAYS * day) / 1000,
  });
}
