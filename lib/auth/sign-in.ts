import "server-only";
import { asHouse } from "@/lib/db/read";
import { refuse, type Refusal } from "@/lib/errors/outcome";
import { isPlainText } from "@/lib/text/characters";
import { emailKey, identityKey, numberAsWritten } from "@/lib/text/identity";
import { passwordMatches } from "./passwords";
import { openSession } from "./sessions";
import { knownDevice, type KnownFor } from "./attempts/device";
import { countFailure } from "./attempts/failures";
import { admit, admitDevice } from "./attempts/throttle";

export interface PasswordSignIn {
  readonly login: string;
  readonly password: string;
  readonly address: string;
  /** What the browser brings along of earlier sign-ins. */
  readonly device?: string | undefined;
}

export type SignInOutcome =
  { readonly ok: true; readonly employeeId: string; readonly token: string } | Refusal;

/** One answer for an unknown login, a wrong password, a person without a password and one who left. */
export async function signInWithPassword(
  attempt: PasswordSignIn,
  now: Date,
): Promise<SignInOutcome> {
  const login = loginKey(attempt.login);
  const person = isPlainText(attempt.login) ? await findByKey(login) : null;
  const failed = async () => {
    await countFailure(person?.id ?? null, login, now);
    return refuse("wrong_credentials");
  };
  const device = knownDevice(attempt.device, personOrNobody(person), now);
  const admission =
    device === null ? await admit(login, attempt.address) : await admitDevice(device);
  if (!admission.ok) return refuse("too_many_attempts", { data: { minutes: admission.minutes } });
  const matches = await passwordMatches(person?.credential?.passwordHash ?? null, attempt.password);
  if (!matches || person === null) return failed();
  const token = await openSession(person.id, "password", now);
  if (token === null) return failed();
  await admission.forgive();
  return { ok: true, employeeId: person.id, token };
}

/** Whom a browser may be known for; looked at for nobody, too, who is known in none. */
function personOrNobody(person: Awaited<ReturnType<typeof findByKey>>): KnownFor {
  return {
    employeeId: person?.id ?? "",
    passwordChangedAt: person?.credential?.changedAt ?? new Date(0),
  };
}

/**
 * The login in its one form. Guesses count under it and not under the person: a 工号 that is closed when an address was
 * tried would say that both are one person's.
 */
function loginKey(written: string): string {
  const key = identityKey(numberAsWritten(written));
  return key.includes("@") ? emailKey(key) : key;
}

async function findByKey(key: string) {
  const by = key.includes("@") ? { email: key } : { numberKey: key };
  return asHouse("sign_in", (tx) =>
    tx.employee.findUnique({
      where: by,
      select: { id: true, credential: { select: { passwordHash: true, changedAt: true } } },
    }),
  );
}
