// Plain JavaScript for the host's own Node: hands the work to Node 24 and TypeScript.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { generateClient } from "./client.mjs";
import { install } from "./install.mjs";
import { pinnedEnvironment, pinnedNode } from "./node.mjs";
import { modules, root } from "./place.mjs";

/**
 * Packages and database client for what is about to run.
 * @param {{ made: boolean }} state whether all that has to be generated and built is there already
 */
export async function prepare({ made }) {
  await install(made ? "serve" : "build");
  if (!made) await generateClient();
}

/** @param {number} pid */
function parentOf(pid) {
  const { stdout } = spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" });
  return Number.parseInt(stdout, 10) || 0;
}

/** @param {number} pid */
function nameOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  } catch {
    const { stdout } = spawnSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" });
    return path.basename((stdout ?? "").trim());
  }
}

/**
 * When npm is killed with -9 nobody passes the news on: without this the application would go on
 * running unattended and hold the port against the next `npm start`.
 * @param {() => void} gone
 */
function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const throughShell = ["sh", "dash", "bash"].includes(nameOf(parent));
  const npm = throughShell ? parentOf(parent) : parent;
  const timer = setInterval(() => {
    const orphaned = throughShell ? parentOf(parent) !== npm : false;
    if (process.ppid === parent && !orphaned) return;
    clearInterval(timer);
    gone();
  }, 1_500);
  timer.unref();
}

/**
 * @param {string} script TypeScript file under scripts/
 * @param {string[]} args
 */
export function handOver(script, args) {
  const loader = path.join(modules, "tsx/dist/loader.mjs");
  const child = spawn(
    pinnedNode(),
    ["--conditions=react-server", "--import", `file://${loader}`, path.join(root, script), ...args],
    // By this channel the child learns that this process died, however it died.
    { cwd: root, env: pinnedEnvironment(), stdio: ["inherit", "inherit", "inherit", "ipc"] },
  );
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  watchNpm(() => child.kill("SIGTERM"));
  child.on("error", (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => {
    process.exit(code ?? 128 + (signal ? (os.constants.signals[signal] ?? 1) : 1));
  });
}
