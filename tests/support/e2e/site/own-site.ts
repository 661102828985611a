import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { ensureDatabase } from "../../../../scripts/database/connection";
import { migrate } from "../../../../scripts/database/migrations";
import { freePort } from "../../../../scripts/processes";
import { startNext } from "../../../../scripts/serve/next-process";

export interface OwnSite {
  readonly address: string;
  readonly database: pg.Client;
  stop(): Promise<void>;
}

/** A second site on an empty database, for what can only be seen on a fresh installation. */
export async function startEmptySite(): Promise<OwnSite> {
  const given = process.env["TONGGUAN_E2E_DATABASE_URL"];
  if (given === undefined) throw new Error("TONGGUAN_E2E_DATABASE_URL is not set");
  const name = `fresh_${randomUUID().slice(0, 8)}`;
  const url = new URL(given);
  await ensureDatabase(given, name);
  url.pathname = `/${name}`;
  await migrate(url.href);
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const next = await startNext({
    mode: "start",
    port,
    write: () => undefined,
    env: {
      ...process.env,
      DATABASE_URL: url.href,
      APP_URL: address,
      NEXTAUTH_URL: address,
      NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
      LOG_LEVEL: "warn",
    },
  });
  const database = new pg.Client({ connectionString: url.href });
  await database.connect();
  return {
    address,
    database,
    stop: async () => {
      await database.end();
      await next.stop();
    },
  };
}
