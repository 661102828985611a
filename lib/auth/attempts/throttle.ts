import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { asHouse } from "@/lib/db/read";
import { hashToken } from "../tokens";

const WINDOW_SECONDS = 15 * 60;
export const accountFailures = 10;
export const addressFailures = 100;

interface Query {
  text: string;
  values: unknown[];
}

/** The limiter asks for a node-postgres client; this runs its statements on the application's one pool. */
const storeClient = {
  async query({ text, values }: Query) {
    const found = await asHouse("sign_in_limit", (tx) =>
      tx.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values),
    );
    // It subtracts from `expire`, which Prisma reads as a bigint.
    const rows = found.map((row) =>
      typeof row["expire"] === "bigint" ? { ...row, expire: Number(row["expire"]) } : row,
    );
    return { rows, rowCount: rows.length };
  },
};

function limiter(keyPrefix: string, points: number, sweeps: boolean): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient,
    storeType: "client",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: sweeps,
    keyPrefix,
    points,
    duration: WINDOW_SECONDS,
  });
}

const byAccount = limiter("sign-in-account", accountFailures, false);
const byAddress = limiter("sign-in-address", addressFailures, true);
const byVisitor = limiter("link-address", addressFailures, false);
const byDevice = limiter("sign-in-device", accountFailures, false);

interface Refused {
  readonly ok: false;
  readonly minutes: number;
}

export type Admission = { readonly ok: true; forgive: () => Promise<void> } | Refused;

/**
 * Counted before the password is looked at, so that a thousand guesses sent at once count a thousand times; a success
 * gives the count back.
 */
export async function admit(account: string, address: string): Promise<Admission> {
  const accountKey = hashToken(account);
  const addressKey = hashToken(address);
  const refused = await consume([byAddress, addressKey], [byAccount, accountKey]);
  if (refused !== null) return refused;
  return {
    ok: true,
    forgive: async () => {
      await Promise.all([byAccount.delete(accountKey), byAddress.reward(addressKey)]);
    },
  };
}

/**
 * A browser the person signed in with before counts for itself: whoever hammers at the account from elsewhere locks
 * nobody out of it, and a success in it gives those elsewhere nothing back.
 */
export async function admitDevice(device: string): Promise<Admission> {
  const key = hashToken(device);
  const refused = await consume([byDevice, key]);
  if (refused !== null) return refused;
  return {
    ok: true,
    forgive: async () => {
      await byDevice.delete(key);
    },
  };
}

/** Whoever comes with a link and no account: what is no link counts, a good one is given back. */
export async function admitVisitor(address: string): Promise<Admission> {
  const key = hashToken(address);
  const refused = await consume([byVisitor, key]);
  if (refused !== null) return refused;
  return {
    ok: true,
    forgive: async () => {
      await byVisitor.reward(key);
    },
  };
}

type Counted = readonly [by: RateLimiterPostgres, key: string];

async function consume(...counted: readonly Counted[]): Promise<Refused | null> {
  try {
    for (const [by, key] of counted) await by.consume(key);
    return null;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { ok: false, minutes: Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000)) };
  }
}
