import "server-only";
import type { Reading } from "@/lib/db/read";

/** The company's zone, for whoever works inside a transaction. */
export async function readTimeZone(tx: Reading): Promise<string> {
  const { timeZone } = await tx.company.findFirstOrThrow({ select: { timeZone: true } });
  return timeZone;
}
