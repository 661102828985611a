import "server-only";
import { asHouse } from "@/lib/db/read";
import { refuse, type Refusal } from "@/lib/errors/outcome";
import { isPlainText } from "@/lib/text/characters";
import { emailKey, identityKey } from "@/lib/text/identity";
import { passwordMatches } from "./passwords";
import { openSession } from "./sessions";
import { admit } from "./throttle";

export interface PasswordSignIn {
  readonly login: string;
  readonly password: string;
  readonly address: string;
}

export type SignInOutcome =
  { readonly ok: true; readonly employeeId: string; readonly token: string } | Refusal;

/** One answer for an unknown login, a wrong password, a person without a password and one who left. */
export async function signInWithPassword(
  attempt: PasswordSignIn,
  now: Date,
): Promise<SignInOutcome> {
  const key = identityKey(attempt.login);
  const person = isPlainText(attempt.login) ? await findByKey(key) : null;
  const admission = await admit(person?.id ?? key, attempt.address);
  if (!admission.ok) return refuse("too_many_attempts", { data: { minutes: admission.minutes } });
  const matches = await passwordMatches(person?.credential?.passwordHash ?? null, attempt.password);
  if (!matches || person === null) return refuse("wrong_credentials");
  const token = await openSession(person.id, "password", now);
  if (token === null) return refuse("wrong_credentials");
  await admission.forgive();
  return { ok: true, employeeId: person.id, token };
}

async function findByKey(key: string) {
  const by = key.includes("@") ? { email: emailKey(key) } : { numberKey: key };
  return asHouse("sign_in", (tx) =>
    tx.employee.findUnique({
      where: by,
      select: { id: true, credential: { select: { passwordHash: true } } },
    }),
  );
}
