// Plain JavaScript for the host's own Node (20 or newer): it runs before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const modules = path.join(root, "node_modules");
const stamp = path.join(modules, ".tongguan-lock");

/** @param {string} zh @param {string} en @returns {never} */
export function refuse(zh, en) {
  process.stderr.write(`\n${zh}\n${en}\n`);
  process.exit(1);
}

export function checkNode() {
  const major = Number.parseInt(process.versions.node, 10);
  if (major >= 20) return;
  refuse(
    `需要 Node 20 或更高版本，当前为 ${process.versions.node}。`,
    `Node 20 or newer is needed; this is ${process.versions.node}.`,
  );
}

function lockHash() {
  const lock = readFileSync(path.join(root, "package-lock.json"));
  return createHash("sha256").update(lock).digest("hex");
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(command, args, env) {
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

/**
 * @param {string} label
 * @param {() => Promise<{ code: number, output: string }>} work
 * @param {NodeJS.WritableStream} [log] where the steps are reported
 */
async function shown(label, work, log = process.stdout) {
  const began = Date.now();
  const took = () => `${((Date.now() - began) / 1000).toFixed(0)} s`;
  log.write(`… ${label}\n`);
  const beat = setInterval(() => log.write(`  ${label}: ${took()}\n`), 15_000);
  const result = await work();
  clearInterval(beat);
  log.write(`${result.code === 0 ? "✓" : "✗"} ${label} (${took()})\n`);
  return result;
}

/** npm is asked by the npm that started us where there is one, so that no other is needed. */
function npm() {
  const own = process.env.npm_execpath;
  return own && existsSync(own) && own.endsWith(".js")
    ? { command: process.execPath, first: [own] }
    : { command: "npm", first: [] };
}

/** @param {NodeJS.WritableStream} [log] where the steps are reported; a command whose stdout is its result says stderr */
export async function install(log) {
  checkNode();
  const wanted = lockHash();
  const complete = existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (complete) return;
  const { command, first } = npm();
  const args = [...first, "ci", "--include=dev", "--no-audit", "--no-fund"];
  const result = await shown(
    "安装依赖 · installing packages (npm ci)",
    () => run(command, args, process.env),
    log,
  );
  if (result.code !== 0) {
    process.stderr.write(`${result.output}\n`);
    if (/ENOSPC|no space left/i.test(result.output)) {
      refuse("磁盘空间不足，请清理后重试。", "The disk is full: free some space and start again.");
    }
    refuse(
      "安装依赖失败，请检查网络或 npm 源（原因见上）。",
      "Installing the packages failed: check the network or the npm registry (reason above).",
    );
  }
  writeFileSync(stamp, wanted);
}

/** Packages a developer added with npm install change the lock file; that is no reason to start over. */
export function trustInstalled() {
  if (existsSync(modules)) writeFileSync(stamp, lockHash());
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

function sourceStamp(/** @type {string[]} */ files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

/** @param {string[]} files the schema files and the lock file */
export async function generateClient(files) {
  const target = path.join(root, "lib/db/generated");
  const mark = path.join(target, ".schema-hash");
  const wanted = sourceStamp(files);
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return;
  // Generating needs no engine, but the CLI looks for one first and would download it.
  const env = { ...pinnedEnvironment(), PRISMA_SCHEMA_ENGINE_BINARY: pinnedNode() };
  const cli = path.join(modules, "prisma/build/index.js");
  const result = await shown("生成数据库客户端 · generating the database client", () =>
    run(pinnedNode(), [cli, "generate", "--no-hints"], env),
  );
  if (result.code !== 0) {
    process.stderr.write(`${result.output}\n`);
    refuse(
      "生成数据库客户端失败（原因见上）。",
      "Generating the database client failed (see above).",
    );
  }
  writeFileSync(mark, wanted);
}
