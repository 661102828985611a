import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { modules, root } from "./place.mjs";
import { refuse } from "./words.mjs";

export function checkNode() {
  const major = Number.parseInt(process.versions.node, 10);
  if (major >= 20) return;
  refuse(
    `需要 Node 20 或更高版本，当前为 ${process.versions.node}。`,
    `Node 20 or newer is needed; this is ${process.versions.node}.`,
  );
}

/** Node 24 comes as a package; the host's own Node is used only until it is there. */
export function pinnedNode() {
  const own = path.join(modules, "node/bin/node");
  return existsSync(own) ? own : process.execPath;
}

export function pinnedEnvironment() {
  const bin = path.join(modules, ".bin");
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}` };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number, output: string }>} the last 20,000 characters
 */
export function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (/** @type {Buffer} */ chunk) => (output = (output + chunk).slice(-20_000));
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
