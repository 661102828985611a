import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { database } from "./client";
import { Prisma } from "./generated/client";

export type Tx = Prisma.TransactionClient;

const retryable = new Set(["P2034", "40001", "40P01"]);
const attempts = 4;

/** Postgres's code hides at different depths for typed and for raw queries. */
function isRetryable(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 4) return false;
  return Object.entries({ ...error, cause: "cause" in error ? error.cause : undefined }).some(
    ([name, value]) =>
      (/code$/i.test(name) && typeof value === "string" && retryable.has(value)) ||
      (/^(meta|cause|driverAdapterError)$/.test(name) && isRetryable(value, depth + 1)),
  );
}

/** All or nothing; `work` runs again after a deadlock, so it must have no effect outside the database. */
export async function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  /** Only what touches the whole company at once may take longer. */
  timeout = 10_000,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database().$transaction(work, {
        isolationLevel: Prisma.TransactionIsolationLevel.ReadCommitted,
        maxWait: 5_000,
        timeout,
      });
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error)) throw error;
      await sleep(20 * attempt ** 2);
    }
  }
}
