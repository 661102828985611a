import "server-only";
import { asHouse } from "@/lib/db/read";
import type { Tx } from "@/lib/db/transaction";
import { hashToken } from "../tokens";

/** Longer than anybody is away; what is older was somebody's try at a number nobody has. */
const KEPT_DAYS = 90;
const day = 86_400_000;

export interface Failures {
  readonly count: number;
  readonly lastAt: Date;
}

/** The same statement for an account nobody has, so that its time tells nothing. */
export async function countFailure(account: string, now: Date): Promise<void> {
  await asHouse(
    "sign_in",
    (tx) => tx.$executeRaw`
      INSERT INTO failed_sign_in (account, count, last_at) VALUES (${hashToken(account)}, 1, ${now})
      ON CONFLICT (account) DO UPDATE SET count = failed_sign_in.count + 1, last_at = EXCLUDED.last_at`,
  );
}

/** Failures since the last sign-in, which begin anew with this one; null where there were none. */
export async function takeFailures(
  tx: Tx,
  employeeId: string,
  now: Date,
): Promise<Failures | null> {
  const account = hashToken(employeeId);
  const [taken] = await tx.failedSignIn.findMany({ where: { account } });
  const before = new Date(now.getTime() - KEPT_DAYS * day);
  await tx.failedSignIn.deleteMany({ where: { OR: [{ account }, { lastAt: { lt: before } }] } });
  return taken ?? null;
}

/** Failures since the last sign-in, left where they are. */
export function readFailures(tx: Tx, employeeId: string): Promise<Failures | null> {
  const where = { account: hashToken(employeeId) };
  return tx.failedSignIn.findUnique({ where, select: { count: true, lastAt: true } });
}
