import { randomUUID } from "node:crypto";
import pg from "pg";
import { ensureDatabase } from "../../../../scripts/database/connection";
import { migrate } from "../../../../scripts/database/migrations";
import { serveSite } from "../../setup/serve";

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
  const site = await serveSite({ databaseUrl: url.href });
  const database = new pg.Client({ connectionString: url.href });
  await database.connect();
  return {
    address: site.address,
    database,
    stop: async () => {
      await database.end();
      await site.stop();
    },
  };
}
