import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { Refusal } from "../terminal";
import { reachablePlace, serverAccount, type Account, type Binaries } from "./account";
import { commandOf, freePort, isAlive, leash, send, waitForEnd } from "../processes";

export interface EmbeddedServer {
  port: number;
  url: (database: string) => string;
  /** Calls back when the server ends by itself. */
  onCrash: (report: () => void) => void;
  stop: () => Promise<void>;
}

interface Options {
  /** Holds the cluster, its port and its password. */
  folder: string;
  /** Throw-away servers of tests skip fsync. */
  durable: boolean;
  /** More of the server's own settings, as `name=value`. */
  settings?: readonly string[];
}

interface Place {
  data: string;
  account: Account;
  binaries: Binaries;
}

const memory = z.object({ port: z.number().int(), password: z.string().min(1) });

// Only the loopback address, no socket files: nothing is left behind in /tmp after a kill.
const always = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="];
const modest = ["-c", "max_connections=100", "-c", "shared_buffers=64MB", "-c", "timezone=UTC"];
const reckless = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${String(port)}/${database}`;
}

async function remember(folder: string) {
  const file = path.join(folder, "postgres.json");
  const saved = existsSync(file)
    ? memory.safeParse(JSON.parse(await readFile(file, "utf8")))
    : undefined;
  const password = saved?.data?.password ?? randomBytes(24).toString("base64url");
  const port = await freePort(saved?.data?.port);
  await writeFile(file, JSON.stringify({ port, password }), { mode: 0o600 });
  return { port, password };
}

function serverFailure(output: string): Error {
  if (/no space left on device/i.test(output)) {
    return Object.assign(new Error("No space left on device"), { code: "ENOSPC" });
  }
  const last = output.trim().split("\n").slice(-4).join("\n");
  return new Refusal(
    `内置 PostgreSQL 未能启动：\n${last}`,
    "The embedded PostgreSQL did not start (its last output is above).",
  );
}

async function give(account: Account, file: string) {
  if (account.uid === undefined || account.gid === undefined) return;
  await chown(file, account.uid, account.gid);
}

async function initialise(place: Place, password: string) {
  const passwordFile = `${place.data}.password`;
  await mkdir(place.data, { mode: 0o700 });
  await give(place.account, place.data);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await give(place.account, passwordFile);
  try {
    await runInitdb(place, passwordFile);
  } catch (error) {
    // A cluster half made would look complete at the next start.
    await rm(place.data, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function runInitdb(place: Place, passwordFile: string): Promise<void> {
  const args = [`--pgdata=${place.data}`, "--username=postgres", "--auth=scram-sha-256"];
  args.push(`--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale=C", "--no-instructions");
  return new Promise((resolve, reject) => {
    const child = spawn(place.binaries.initdb, args, {
      ...place.account,
      cwd: "/",
      env: { ...process.env, TZ: "UTC", LC_ALL: "C" },
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(serverFailure(output));
    });
  });
}

/** After kill -9 the server may live on without us, or its pid may now be somebody else's. */
async function clearLeftover(data: string) {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = Number.parseInt((await readFile(file, "utf8")).split("\n")[0] ?? "", 10);
  if (Number.isInteger(pid) && isAlive(pid) && commandOf(pid).includes(data)) {
    send(pid, "SIGINT");
    if (!(await waitForEnd(pid, 15_000))) {
      send(pid, "SIGQUIT");
      await waitForEnd(pid, 5_000);
    }
  }
  await rm(file, { force: true });
}

function launch(place: Place, args: string[]): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    // Detached: Ctrl-C in the terminal must not end the database before the application.
    const child = spawn(place.binaries.postgres, ["-D", place.data, ...args], {
      ...place.account,
      cwd: "/",
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, TZ: "UTC", LC_ALL: "C" },
    });
    let output = "";
    const { stderr } = child;
    stderr.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8_000);
      if (output.includes("ready to accept connections")) resolve(child);
    });
    child.on("error", reject);
    child.on("exit", () => {
      reject(serverFailure(output));
    });
  });
}

async function stopServer(child: ChildProcess, guard: ChildProcess) {
  guard.kill("SIGKILL");
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null) return;
  send(pid, "SIGINT");
  if (await waitForEnd(pid, 15_000)) return;
  send(pid, "SIGQUIT");
  await waitForEnd(pid, 5_000);
}

export async function startEmbedded(options: Options): Promise<EmbeddedServer> {
  const account = serverAccount();
  const { folder, binaries } = await reachablePlace(options.folder, account);
  const place = { data: path.join(folder, "postgres"), account, binaries };
  await clearLeftover(place.data);
  const { port, password } = await remember(options.folder);
  if (!existsSync(path.join(place.data, "PG_VERSION"))) {
    // An initdb cut short leaves a folder it would refuse to use again.
    await rm(place.data, { recursive: true, force: true });
    await initialise(place, password);
  }
  const asked = (options.settings ?? []).flatMap((setting) => ["-c", setting]);
  const flags = [...always, ...modest, ...(options.durable ? [] : reckless), ...asked];
  const child = await launch(place, ["-p", String(port), ...flags]);
  const guard = leash(`kill -INT ${String(child.pid)}`);
  let stopping = false;
  // It may not keep the event loop alive by itself.
  child.unref();
  return {
    port,
    url: (database) => urlOf(port, password, database),
    onCrash: (report) => {
      child.once("exit", () => {
        if (!stopping) report();
      });
    },
    stop: () => {
      stopping = true;
      return stopServer(child, guard);
    },
  };
}
