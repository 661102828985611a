import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { systemChromium, bundledChromium } from "../../tests/support/setup/browser";
import { say, step } from "../terminal";
import { node, run } from "./run";

const isRoot = process.getuid?.() === 0;

async function aptInstall(packages: string[]): Promise<boolean> {
  if (!isRoot || !existsSync("/usr/bin/apt-get")) return false;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const args = ["install", "-y", "-q", "--no-install-recommends", ...packages];
  const first = await run("apt-get", args, { env });
  if (first.code === 0) return true;
  await run("apt-get", ["update", "-q"], { env });
  return (await run("apt-get", args, { env })).code === 0;
}

async function hasChineseFont(): Promise<boolean> {
  try {
    const { code, output } = await run("fc-list", [":lang=zh", "family"]);
    if (code === 0) return output.trim() !== "";
  } catch {
    // No fontconfig: look where distributions keep them.
  }
  const folder = "/usr/share/fonts";
  if (!existsSync(folder)) return process.platform !== "linux";
  const files = await readdir(folder, { recursive: true });
  return files.some((file) => /cjk|wqy|sourcehan|droidsansfallback/i.test(file));
}

/** Playwright's own browser, a system one, or one installed now; says which. Null: none to be had. */
async function findBrowser(): Promise<string | null> {
  const own = bundledChromium();
  if (own) return `Playwright's own (${own})`;
  const system = systemChromium();
  if (system) return `system (${system})`;
  say("  没有找到浏览器，正在安装 · no browser found, installing one");
  const installed = await step("playwright install chromium", () =>
    node("@playwright/test/cli.js", ["install", "chromium"]),
  );
  const fetched = bundledChromium();
  if (installed.code === 0 && fetched) return `Playwright's own, installed now (${fetched})`;
  if (await step("apt-get install chromium", () => aptInstall(["chromium"]))) {
    const added = systemChromium();
    if (added) return `system, installed now (${added})`;
  }
  return null;
}

export async function prepareBrowser(): Promise<boolean> {
  const found = await findBrowser();
  if (!found) {
    say("  没有浏览器可用 · No Chromium: install one, or set CHROMIUM_PATH to its executable.");
    return false;
  }
  say(`  浏览器 · browser: ${found}`);
  if (!(await hasChineseFont())) {
    const added = await aptInstall(["fonts-noto-cjk"]);
    say(`  中文字体 · Chinese font: ${added ? "installed (fonts-noto-cjk)" : "missing"}`);
  }
  return true;
}
