import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The command line of a process, so that a recycled pid is never mistaken for ours. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, "utf8")
      .replaceAll("\0", " ")
      .trim();
  } catch {
    const { stdout } = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return stdout ? stdout.trim() : "";
  }
}

export function send(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between the look and the signal, which is what was wanted.
  }
}

export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds;
  while (isAlive(pid)) {
    if (performance.now() > until) return false;
    await sleep(50);
  }
  return true;
}

function tryPort(port: number, host?: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => {
      resolve(undefined);
    });
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      const taken = typeof address === "object" && address ? address.port : undefined;
      probe.close(() => {
        resolve(taken);
      });
    });
  });
}

export async function isPortFree(port: number, host?: string): Promise<boolean> {
  return (await tryPort(port, host)) !== undefined;
}

/** True as soon as nobody listens on the port. */
export async function waitForPort(port: number, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds;
  // Some programs listen on one of the two families only.
  while (!(await isPortFree(port)) || !(await isPortFree(port, "127.0.0.1"))) {
    if (performance.now() >= until) return false;
    await sleep(250);
  }
  return true;
}

/** The preferred port when nobody has it, else one the system picks. */
export async function freePort(preferred?: number): Promise<number> {
  const host = "127.0.0.1";
  const wanted = preferred === undefined ? undefined : await tryPort(preferred, host);
  const port = wanted ?? (await tryPort(0, host));
  if (port === undefined) throw new Error("no free port");
  return port;
}

/**
 * Runs a shell script when this process dies, even by kill -9: the pipe closes and `cat` ends.
 * Kill the answered process before stopping the target in the ordinary way.
 */
export function leash(script: string): ChildProcess {
  const guard = spawn("/bin/sh", ["-c", `cat >/dev/null; ${script}`], {
    detached: true,
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.unref();
  return guard;
}
