// Plain JavaScript for the host's own Node (20 or newer): it runs before anything is installed.
import { existsSync } from "node:fs";
import { checkNode, run } from "./node.mjs";
import { lookAtPackages } from "./packages.mjs";
import { refuse, shown } from "./words.mjs";

/** npm is asked by the npm that started us where there is one, so that no other is needed. */
function npm() {
  const own = process.env.npm_execpath;
  return own && existsSync(own) && own.endsWith(".js")
    ? { command: process.execPath, first: [own] }
    : { command: "npm", first: [] };
}

/** @param {import("./packages.mjs").Purpose} purpose @param {string} example */
function refuseLean(purpose, example) {
  if (purpose === "serve") {
    refuse(
      `缺少运行所需的包（如 ${example}），请运行 npm ci --omit=dev（不要加 --omit=optional）。`,
      `Packages needed to serve are missing (such as ${example}): run npm ci --omit=dev (without --omit=optional).`,
    );
  }
  refuse(
    "这需要开发用的包，而它们没有安装（npm ci --omit=dev）。如果尚未构建，或源码在构建后有改动，请运行 npm ci && npm run build，之后可再运行 npm ci --omit=dev。",
    "This needs the development packages, which were left out (npm ci --omit=dev). If nothing is built of these sources yet, run npm ci && npm run build; then npm ci --omit=dev may follow.",
  );
}

/**
 * Installs what is missing; a folder of packages without those for development is left as it is.
 * @param {import("./packages.mjs").Purpose} purpose
 * @param {NodeJS.WritableStream} [log] a command whose stdout is its result says stderr
 */
export async function install(purpose, log) {
  checkNode();
  const { missing, lean } = lookAtPackages(purpose);
  const [example] = missing;
  if (example === undefined) return;
  if (lean) refuseLean(purpose, example);
  const { command, first } = npm();
  const args = [...first, "ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const result = await shown(
    "安装依赖 · installing packages (npm ci)",
    () => run(command, args, process.env),
    log,
  );
  if (result.code === 0) return;
  process.stderr.write(`${result.output}\n`);
  if (/ENOSPC|no space left/i.test(result.output)) {
    refuse("磁盘空间不足，请清理后重试。", "The disk is full: free some space and start again.");
  }
  refuse(
    "安装依赖失败，请检查网络或 npm 源（原因见上）。",
    "Installing the packages failed: check the network or the npm registry (reason above).",
  );
}
