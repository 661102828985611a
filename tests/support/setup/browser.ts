import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge-stable",
];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/snap/bin/chromium",
];

export function bundledChromium(): string | undefined {
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : undefined;
}

export function systemChromium(): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(path.delimiter), "/usr/bin"];
  const usual = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  const asked = process.env["CHROMIUM_PATH"];
  return [...(asked ? [asked] : []), ...usual, ...elsewhere].find((file) => existsSync(file));
}

// Chromium as installed by a distribution phones home and wants a GPU; in a container it has neither.
const calm = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Playwright's own browser when present, else the system's. */
export function launchOptions(): { executablePath?: string; args: string[] } {
  // Chromium refuses to run its sandbox as root.
  const args = process.getuid?.() === 0 ? ["--no-sandbox", ...calm] : calm;
  const system = bundledChromium() ? undefined : systemChromium();
  return system ? { executablePath: system, args } : { args };
}
