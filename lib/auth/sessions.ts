import "server-only";
import { recordEvents } from "@/lib/events/record";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { takeFailures } from "./attempts/failures";
import { SESSION_SECONDS } from "./session-cookie";
import { hashToken, newToken } from "./tokens";

/** What a sign-in that passes through no page of next-auth answers its door. */
export interface SignedIn {
  readonly token: string;
  readonly employeeId: string;
}

export type SignedInBy = "password" | "oidc" | "invitation";

/** Opens a session for somebody already proven; null when the account was closed in the meantime. */
export async function openSession(
  employeeId: string,
  by: SignedInBy,
  now: Date,
): Promise<string | null> {
  return inTransaction((tx) => openSessionIn(tx, employeeId, by, now));
}

export async function openSessionIn(
  tx: Tx,
  employeeId: string,
  by: SignedInBy,
  now: Date,
): Promise<string | null> {
  // Taken together with the row lock of a deactivation or password change, which revokes what is here.
  const open = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM employee WHERE id = ${employeeId}::uuid AND status <> 'left' FOR SHARE`;
  if (open.length === 0) return null;
  const token = newToken();
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  const failures = await takeFailures(tx, employeeId);
  await tx.session.create({
    data: {
      tokenHash: hashToken(token),
      employeeId,
      createdAt: now,
      expiresAt,
      failuresBefore: failures?.count ?? 0,
      lastFailureAt: failures?.lastAt ?? null,
    },
  });
  await recordEvents(tx, { actorId: employeeId, employeeId, at: now }, [
    { kind: "person.signed_in", by },
  ]);
  return token;
}

/** A sign-in in progress holds the row shared: it is either ended here or sees what was changed. */
export async function lockPerson(tx: Tx, employeeId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM employee WHERE id = ${employeeId}::uuid FOR UPDATE`;
}

/** Every session of a person in every browser. */
export async function endSessions(tx: Tx, employeeId: string, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { employeeId, revokedAt: null }, data: { revokedAt: now } });
}

/** Nothing that opened the account does so again: whoever comes back begins with an invitation. */
export async function closeAccount(tx: Tx, employeeId: string, now: Date): Promise<void> {
  await endSessions(tx, employeeId, now);
  await tx.credential.deleteMany({ where: { employeeId } });
}

/** Ends the session of one browser, or with it all others of its person. */
export async function signOutByToken(
  token: string,
  now: Date,
  from: "here" | "everywhere" = "here",
): Promise<void> {
  const tokenHash = hashToken(token);
  await inTransaction(async (tx) => {
    const session = await tx.session.findUnique({
      where: { tokenHash },
      select: { employeeId: true, revokedAt: true },
    });
    if (session === null || session.revokedAt !== null) return;
    if (from === "everywhere") await endSessions(tx, session.employeeId, now);
    else await tx.session.update({ where: { tokenHash }, data: { revokedAt: now } });
    await recordEvents(
      tx,
      { actorId: session.employeeId, employeeId: session.employeeId, at: now },
      [{ kind: "person.signed_out" }],
    );
  });
}
