import "server-only";
import type { Tx } from "@/lib/db/transaction";

/** The company's zone, for whoever works inside a transaction. */
export async function readTimeZone(tx: Tx): Promise<string> {
  const { timeZone } = await tx.company.findFirstOrThrow({ select: { timeZone: true } });
  return timeZone;
}
