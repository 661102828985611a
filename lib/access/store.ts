import "server-only";
import { recordEvents } from "@/lib/audit/record";
import type { Tx } from "@/lib/db/client";

/** Roles and reporting lines are judged as a whole, so their rare changes go one after another. */
export async function lockStructure(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7310, 1)`;
}

/** People who can act as HR administrator today. */
export async function readAdminIds(tx: Tx): Promise<string[]> {
  const grants = await tx.roleGrant.findMany({
    where: { role: "hr_admin", revokedAt: null, employee: { status: { not: "left" } } },
    select: { employeeId: true },
  });
  return grants.map((grant) => grant.employeeId);
}

export async function revokeInvitations(tx: Tx, employeeId: string, now: Date): Promise<void> {
  await tx.invitation.updateMany({
    where: { employeeId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
}

interface NewPassword {
  readonly employeeId: string;
  readonly passwordHash: string;
  readonly now: Date;
}

/** A new password ends every session opened with the old one. */
export async function setPassword(
  tx: Tx,
  { employeeId, passwordHash, now }: NewPassword,
): Promise<void> {
  await lockPerson(tx, employeeId);
  const data = { passwordHash, changedAt: now };
  await tx.credential.upsert({
    where: { employeeId },
    create: { employeeId, ...data },
    update: data,
  });
  await endSessions(tx, employeeId, now);
  const subject = { actorId: employeeId, employeeId, at: now };
  await recordEvents(tx, subject, [{ kind: "person.password_changed" }]);
}

/** A sign-in in progress holds the row shared: it is either revoked here or sees what was changed. */
export async function lockPerson(tx: Tx, employeeId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM employee WHERE id = ${employeeId}::uuid FOR UPDATE`;
}

export async function endSessions(tx: Tx, employeeId: string, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { employeeId, revokedAt: null }, data: { revokedAt: now } });
}
