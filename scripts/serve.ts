import { existsSync } from "node:fs";
import path from "node:path";
import { startEmbedded, type EmbeddedServer } from "./database/embedded";
import { root } from "./root";
import { checkUrl, connect, dropDatabase, ensureDatabase } from "./database/connection";
import { migrate } from "./database/migrations";
import { bringPresets } from "./database/presets";
import { waitForPort } from "./processes";
import { build } from "./serve/build";
import {
  claimRun,
  dataFolder,
  demoState,
  openDataFolder,
  releaseRun,
  secrets,
  setDemoState,
} from "./serve/data-folder";
import { company, hasDemo, printSignIns, seed } from "./serve/demo";
import { startNext } from "./serve/next-process";
import { Refusal, explain, runEntry, say, step } from "./terminal";

// `npm start`, `npm run dev` (--dev), `npm run build` (--build) and `npm run seed:demo` (--seed-demo),
// once Node 24 and the packages are there.

const databaseName = "tongguan";
const closers: (() => Promise<void>)[] = [];
let closing = false;

async function shutDown(code: number) {
  if (closing) return;
  closing = true;
  for (const close of closers.reverse()) {
    await close().catch((error: unknown) => {
      process.stderr.write(`${explain(error)}\n`);
    });
  }
  process.exit(code);
}

function listenForStop() {
  let first = 0;
  const stop = () => {
    // npm passes Ctrl-C on although the terminal has sent it to us too: only a later one is a second.
    if (first > 0 && performance.now() - first > 1_000) process.exit(130);
    if (first === 0) say("\n正在停止 · stopping");
    first ||= performance.now();
    void shutDown(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.on("SIGHUP", stop);
  // The launcher is gone, even if by kill -9.
  process.on("disconnect", stop);
}

function fall(zh: string, en: string) {
  if (closing) return;
  process.stderr.write(`\n${zh}\n${en}\n`);
  void shutDown(1);
}

async function embeddedDatabase(): Promise<string> {
  const folder = path.join(dataFolder);
  const server: EmbeddedServer = await step("启动数据库 · starting the database", () =>
    startEmbedded({ folder, durable: true }),
  );
  closers.push(server.stop);
  server.onCrash(() => {
    fall(
      "内置数据库意外退出（磁盘是否已满？），网站已停止。",
      "The embedded database ended unexpectedly (is the disk full?); the site was stopped.",
    );
  });
  const admin = server.url("postgres");
  // Seeding was cut short: nobody has worked in that database yet.
  if ((await demoState()) === "seeding") await dropDatabase(admin, databaseName);
  await ensureDatabase(admin, databaseName);
  return server.url(databaseName);
}

async function prepareDatabase(askedForDemo: boolean): Promise<string> {
  const external = process.env["DATABASE_URL"];
  const url = external ? checkUrl(external) : await embeddedDatabase();
  await (await connect(url)).end();
  await step("更新数据库结构 · migrating the database", async () => migrate(url));
  const state = await demoState();
  const fresh =
    !external && state !== "done" && state !== "none" && (await company(url)) === "none";
  if (askedForDemo && !hasDemo()) throw new Refusal("没有演示数据。", "There is no demo data.");
  if (askedForDemo || (fresh && hasDemo())) {
    if (fresh) await setDemoState("seeding");
    await seed(url);
  }
  if (!external) await setDemoState(hasDemo() ? "done" : "none");
  await step("更新预设 · adding new presets", async () => bringPresets(url, new Date()));
  return url;
}

function readPort(): number {
  const text = process.env["PORT"] ?? "3000";
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new Refusal(
    `PORT 应为 1 至 65535 之间的整数，当前为“${text}”。`,
    `PORT must be a whole number from 1 to 65535; it is "${text}".`,
  );
}

async function claimPort(port: number, leftover: boolean) {
  // What a killed predecessor left behind takes a few seconds to go away by itself.
  if (await waitForPort(port, leftover ? 10_000 : 0)) return;
  throw new Refusal(
    `端口 ${String(port)} 已被占用，请关闭占用它的程序，或换一个端口：PORT=3001 npm start。`,
    `Port ${String(port)} is in use: stop what uses it, or choose another: PORT=3001 npm start.`,
  );
}

async function serve(mode: "start" | "dev") {
  const port = readPort();
  const address =
    process.env["APP_URL"] ?? process.env["NEXTAUTH_URL"] ?? `http://localhost:${String(port)}`;
  const leftover = await claimRun(address);
  closers.push(releaseRun);
  await claimPort(port, leftover);
  const own = { ...process.env, ...(await secrets()), APP_URL: address, NEXTAUTH_URL: address };
  const url = await prepareDatabase(false);
  const env = { ...own, DATABASE_URL: url };
  if (mode === "start") await build(env);
  const next = await step("启动网站 · starting the site", () => startNext({ mode, port, env }));
  closers.push(next.stop);
  next.onCrash(() => {
    fall("网站进程意外退出。", "The web server ended unexpectedly.");
  });
  say(`\n  通关 Tongguan  →  ${address}`);
  await printSignIns(url);
  say("\n  Ctrl-C 停止 · Ctrl-C stops\n");
}

runEntry(async () => {
  if (existsSync(path.join(root, ".env"))) process.loadEnvFile(path.join(root, ".env"));
  listenForStop();
  try {
    await openDataFolder();
    if (process.argv.includes("--build")) {
      await build(process.env);
      await shutDown(0);
    } else if (process.argv.includes("--seed-demo")) {
      await claimRun("seed:demo");
      closers.push(releaseRun);
      await printSignIns(await prepareDatabase(true));
      await shutDown(0);
    } else {
      await serve(process.argv.includes("--dev") ? "dev" : "start");
    }
  } catch (error) {
    if (closing) return;
    process.stderr.write(`\n${explain(error)}\n`);
    await shutDown(1);
  }
});
