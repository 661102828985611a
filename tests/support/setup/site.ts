import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { startEmbedded } from "../../../scripts/database/embedded";
import { root } from "../../../scripts/root";
import { ensureDatabase } from "../../../scripts/database/connection";
import { migrate } from "../../../scripts/database/migrations";
import { run } from "../../../scripts/verify/run";
import { serveSite } from "./serve";

/** In a process of its own: the seed uses server-only modules, which Playwright cannot load. */
async function seed(databaseUrl: string, folder: string) {
  if (!existsSync(path.join(root, "prisma/seed/index.ts"))) return;
  const loader = path.join(root, "node_modules/tsx/dist/loader.mjs");
  const flags = ["--conditions=react-server", "--import", `file://${loader}`];
  const { code, output } = await run(
    process.execPath,
    [...flags, path.join(root, "scripts/serve.ts"), "--seed-demo"],
    { env: { DATABASE_URL: databaseUrl, TONGGUAN_DATA: folder } },
  );
  if (code !== 0) throw new Error(output);
}

/**
 * The whole product for the browser tests: throw-away database, demo company, production server. Both addresses given
 * (PLAYWRIGHT_TEST_BASE_URL, TONGGUAN_E2E_DATABASE_URL) name a site that runs already, which the tests will change.
 */
export default async function globalSetup() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "tongguan-e2e-"));
  const closers = [() => rm(folder, { recursive: true, force: true })];
  process.env["TONGGUAN_E2E_STATES"] = path.join(folder, "states");
  const close = async () => {
    for (const closer of closers.reverse()) await closer();
  };
  if (process.env["PLAYWRIGHT_TEST_BASE_URL"] && process.env["TONGGUAN_E2E_DATABASE_URL"])
    return close;
  try {
    const server = await startEmbedded({ folder, durable: false });
    closers.push(server.stop);
    await ensureDatabase(server.url("postgres"), "tongguan");
    const databaseUrl = server.url("tongguan");
    await migrate(databaseUrl);
    await seed(databaseUrl, folder);
    const log: string[] = [];
    const site = await serveSite({ databaseUrl, write: (text) => log.push(text) });
    closers.push(site.stop, async () => {
      await mkdir(path.join(root, "test-results"), { recursive: true });
      await writeFile(path.join(root, "test-results/server.log"), log.join(""));
    });
    process.env["PLAYWRIGHT_TEST_BASE_URL"] = site.address;
    process.env["TONGGUAN_E2E_DATABASE_URL"] = databaseUrl;
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}
