import "server-only";
import { asHouse, type Reading } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { hashToken } from "../tokens";

export interface Failures {
  readonly count: number;
  readonly lastAt: Date;
}

/**
 * The same statement for a login nobody has, so that its time tells nothing; those share the few rows of nobody, so that
 * made-up logins do not fill the table.
 */
export async function countFailure(
  employeeId: string | null,
  login: string,
  now: Date,
): Promise<void> {
  const account = hashToken(employeeId ?? `nobody-${hashToken(login).slice(0, 2)}`);
  await asHouse(
    "sign_in",
    (tx) => tx.$executeRaw`
      INSERT INTO failed_sign_in (account, count, last_at) VALUES (${account}, 1, ${now})
      ON CONFLICT (account) DO UPDATE SET count = failed_sign_in.count + 1, last_at = EXCLUDED.last_at`,
  );
}

/** Failures since the last sign-in, which begin anew with this one; null where there were none. */
export async function takeFailures(tx: Tx, employeeId: string): Promise<Failures | null> {
  const account = hashToken(employeeId);
  const [taken] = await tx.failedSignIn.findMany({ where: { account } });
  await tx.failedSignIn.deleteMany({ where: { account } });
  return taken ?? null;
}

/** Failures since the last sign-in, left where they are. */
export function readFailures(tx: Reading, employeeId: string): Promise<Failures | null> {
  const where = { account: hashToken(employeeId) };
  return tx.failedSignIn.findUnique({ where, select: { count: true, lastAt: true } });
}
