import "server-only";
import { recordEvents } from "@/lib/events/record";
import type { Tx } from "@/lib/db/transaction";
import { endSessions, lockPerson } from "./sessions";

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
