import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { ClientBase } from "pg";
import { env } from "@/lib/env";
import { PrismaClient } from "./generated/client";
import { statementName } from "./statements";

declare global {
  // Hot reload evaluates modules anew; without this every reload would open another pool.
  var tongguanDatabase: PrismaClient | undefined;
}

function connect(): PrismaClient {
  const connectionString = env().DATABASE_URL;
  // A pooler that hands every transaction another connection may not know what was prepared; Prisma's own sign for it.
  const pooled = new URL(connectionString).searchParams.get("pgbouncer") === "true";
  const adapter = new PrismaPg(
    {
      connectionString,
      max: 20,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      onConnect: hearErrors,
    },
    pooled ? {} : { statementNameGenerator: statementName },
  );
  return new PrismaClient({ adapter, errorFormat: "minimal" });
}

/**
 * A connection that ends between being lent and being asked has nobody who listens, and Node would end the process. Whoever
 * asks it next sees it anyway.
 */
function hearErrors(client: ClientBase): void {
  client.on("error", () => undefined);
}

/** The pool itself; connects at first use. The application goes through `read`, `asHouse` or `inTransaction`. */
export function database(): PrismaClient {
  return (globalThis.tongguanDatabase ??= connect());
}
