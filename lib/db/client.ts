import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { PrismaClient } from "./generated/client";

declare global {
  // Hot reload evaluates modules anew; without this every reload would open another pool.
  var tongguanDatabase: PrismaClient | undefined;
}

function connect(): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: env().DATABASE_URL,
    max: 20,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  });
  return new PrismaClient({ adapter, errorFormat: "minimal" });
}

/** The pool itself; connects at first use. The application goes through `read`, `asHouse` or `inTransaction`. */
export function database(): PrismaClient {
  return (globalThis.tongguanDatabase ??= connect());
}
