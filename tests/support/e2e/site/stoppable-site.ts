import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { ensureDatabase } from "../../../../scripts/database/connection";
import { startEmbedded } from "../../../../scripts/database/embedded";
import { migrate } from "../../../../scripts/database/migrations";
import { serveSite } from "../../setup/serve";

export interface StoppableSite {
  readonly address: string;
  readonly database: { readonly stop: () => Promise<void>; readonly start: () => Promise<void> };
  stop(): Promise<void>;
}

/** A site whose database is a server of its own, which can be stopped without disturbing anybody. */
export async function startStoppableSite(): Promise<StoppableSite> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "tongguan-stoppable-"));
  let server = await startEmbedded({ folder, durable: false });
  await ensureDatabase(server.url("postgres"), "stoppable");
  const databaseUrl = server.url("stoppable");
  await migrate(databaseUrl);
  const site = await serveSite({ databaseUrl });
  return {
    address: site.address,
    database: {
      stop: () => server.stop(),
      start: async () => {
        server = await startEmbedded({ folder, durable: false });
      },
    },
    stop: async () => {
      await site.stop();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
