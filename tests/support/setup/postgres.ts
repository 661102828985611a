import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../../../scripts/database/embedded";
import { ensureDatabase } from "../../../scripts/database/connection";
import { migrate } from "../../../scripts/database/migrations";

declare module "vitest" {
  interface ProvidedContext {
    /** The throw-away server; the database named in it is empty and for administration. */
    postgresUrl: string;
    templateName: string;
  }
}

const template = "tongguan_template";

/** One real server for the whole run; migrations run once, every test file copies the result. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "tongguan-test-"));
  const server = await startEmbedded({ folder, durable: false });
  try {
    await ensureDatabase(server.url("postgres"), template);
    await migrate(server.url(template));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("postgresUrl", server.url("postgres"));
  project.provide("templateName", template);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
