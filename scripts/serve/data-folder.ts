import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { root } from "../root";
import { commandOf, isAlive } from "../processes";
import { Refusal } from "../terminal";

/** What this installation made for itself and must keep: never in git, never in a backup of the sources. */
export const dataFolder = path.resolve(root, process.env["TONGGUAN_DATA"] ?? ".data");

async function readJson<T>(name: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const file = path.join(dataFolder, name);
  if (!existsSync(file)) return undefined;
  try {
    return schema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that a kill in the middle leaves the old text, not half a text. */
async function writeJson(name: string, value: unknown) {
  const file = path.join(dataFolder, name);
  await writeFile(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export async function openDataFolder() {
  await mkdir(dataFolder, { recursive: true });
  // As root the server's own account must be able to walk through to its data.
  await chmod(dataFolder, process.getuid?.() === 0 ? 0o711 : 0o700);
}

const kept = z.object({ NEXTAUTH_SECRET: z.string().min(1) });

/** Made at the first start; the environment has the last word. */
export async function secrets(): Promise<{ NEXTAUTH_SECRET: string }> {
  const own = process.env["NEXTAUTH_SECRET"];
  if (own) return { NEXTAUTH_SECRET: own };
  const found = await readJson("secrets.json", kept);
  if (found) return found;
  const made = { NEXTAUTH_SECRET: randomBytes(32).toString("base64") };
  await writeJson("secrets.json", made);
  return made;
}

const demoMark = z.object({ demo: z.enum(["seeding", "done", "none"]) });

export async function demoState() {
  return (await readJson("demo.json", demoMark))?.demo;
}

export async function setDemoState(demo: "seeding" | "done" | "none") {
  await writeJson("demo.json", { demo });
}

const runRecord = z.object({ pid: z.number().int(), address: z.string() });

async function liveRun() {
  const record = await readJson("run.json", runRecord);
  const live = record && isAlive(record.pid) && commandOf(record.pid).includes("scripts/serve");
  return { record, live: Boolean(live) };
}

/** One installation per data folder; answers whether an earlier one ended without clearing up. */
export async function claimRun(address: string): Promise<boolean> {
  const { record, live } = await liveRun();
  if (record && live && record.pid !== process.pid) {
    throw new Refusal(
      `已在运行：${record.address}（进程 ${String(record.pid)}）。`,
      `Already running at ${record.address} (process ${String(record.pid)}).`,
    );
  }
  await writeJson("run.json", { pid: process.pid, address });
  return record !== undefined;
}

export async function releaseRun() {
  await rm(path.join(dataFolder, "run.json"), { force: true });
}
