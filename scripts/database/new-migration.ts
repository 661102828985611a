import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { startEmbedded } from "./embedded";
import { root } from "../root";
import { loadMigrations, noFilters, withEngine } from "./engine";
import { migrationsFolder } from "./migration-files";
import { ensureDatabase } from "./connection";
import { Refusal, runEntry, say } from "../terminal";

// `npm run migration -- adds_interviews` compares prisma/schema with what the existing migrations
// build and writes the difference. Add --empty for a hand-written one (triggers, data).

async function readSchema() {
  const folder = path.join(root, "prisma/schema");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: path.join(folder, name),
      content: await readFile(path.join(folder, name), "utf8"),
    })),
  );
}

async function difference(url: string, shadowUrl: string): Promise<string> {
  const files = await readSchema();
  const datamodels = files.map((file): [string, string] => [file.path, file.content]);
  const migrations = await loadMigrations();
  return withEngine({ url, shadowUrl, datamodels }, async (engine) => {
    const result = await engine.diff({
      from: { tag: "migrations", ...migrations },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    return result.stdout ?? "";
  });
}

async function write(name: string, sql: string) {
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = path.join(migrationsFolder, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), sql);
  say(`${path.relative(root, folder)}/migration.sql`);
}

runEntry(async () => {
  const [name = "", ...flags] = process.argv.slice(2);
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Refusal(
      "用法：npm run migration -- 名称（小写字母、数字、下划线）",
      "Usage: npm run migration -- name_of_the_change [--empty]",
    );
  }
  const folder = await mkdtemp(path.join(os.tmpdir(), "tongguan-migration-"));
  const server = await startEmbedded({ folder, durable: false });
  try {
    await ensureDatabase(server.url("postgres"), "shadow");
    const sql = await difference(server.url("postgres"), server.url("shadow"));
    const empty = /^\s*(-- This is an empty migration\.)?\s*$/.test(sql);
    if (flags.includes("--empty")) await write(name, "");
    else if (empty) say("No difference.");
    else await write(name, sql);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
