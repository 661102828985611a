import { spawnSync } from "node:child_process";
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
    return readFileSync(`/proc/${String(pid)}/cmdline`, "utf8").replaceAll("\0", " ").trim();
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

/** The preferred port when nobody has it, else one the system picks. */
export async function freePort(preferred?: number): Promise<number> {
  const host = "127.0.0.1";
  const wanted = preferred === undefined ? undefined : await tryPort(preferred, host);
  const port = wanted ?? (await tryPort(0, host));
  if (port === undefined) throw new Error("no free port");
  return port;
}
