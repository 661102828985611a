import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { namingAbsence } from "./away";
import { database } from "./client";
import { hasCode } from "./error-codes";
import type { Prisma } from "./generated/client";
import { withFittingStatements } from "./statements";

export type Tx = Prisma.TransactionClient;

const retryable = new Set(["P2034", "40001", "40P01"]);
const attempts = 4;

/**
 * All or nothing; `work` runs again after a deadlock, so it must have no effect outside the database. The level is the
 * server's own, read committed; where it is set to a stricter one, the refusals that brings are run again as well.
 */
export async function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  /** Only what touches the whole company at once may take longer. */
  timeout = 10_000,
): Promise<T> {
  return namingAbsence(() => attempted(work, timeout));
}

async function attempted<T>(work: (tx: Tx) => Promise<T>, timeout: number): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withFittingStatements(() =>
        database().$transaction(work, { maxWait: 5_000, timeout }),
      );
    } catch (error) {
      if (attempt >= attempts || !hasCode(error, retryable)) throw error;
      await sleep(20 * attempt ** 2);
    }
  }
}
