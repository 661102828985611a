import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pageSizes, sizeTable } from "@/scripts/verify/sizes";

let build = "";

async function write(file: string, content: string | Buffer) {
  await mkdir(path.dirname(path.join(build, file)), { recursive: true });
  await writeFile(path.join(build, file), content);
}

async function writePage(key: string, chunks: Record<string, string[]>) {
  const modules = Object.entries(chunks).map(([module, files]): [string, object] => [
    `[project]/${module}`,
    { id: 1, name: "*", chunks: files.map((file) => `/_next/${file}`), async: false },
  ]);
  const manifest = {
    clientModules: Object.fromEntries(modules),
    entryJSFiles: Object.fromEntries(
      Object.entries(chunks).map(([module, files]) => [`[project]/${module}`, files]),
    ),
  };
  const start = "globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\n";
  const text = `${start}globalThis.__RSC_MANIFEST["${key}"] = ${JSON.stringify(manifest)};\n`;
  await write(`server/app${key}_client-reference-manifest.js`, text);
}

beforeAll(async () => {
  build = await mkdtemp(path.join(os.tmpdir(), "tongguan-sizes-"));
  const keys = ["/(app)/page", "/(app)/manager-scoring/[appraisalId]/page", "/(app)/people/page"];
  const pages = Object.fromEntries(keys.map((key) => [key, `app${key}.js`]));
  await write(
    "server/app-paths-manifest.json",
    JSON.stringify({ ...pages, "/api/auth/route": "app/api/auth/route.js" }),
  );
  await write("build-manifest.json", JSON.stringify({ rootMainFiles: ["static/react.js"] }));
  // Random bytes: gzip makes nothing of them.
  await write("static/react.js", randomBytes(130_000));
  await write("static/shell.js", randomBytes(10_000));
  await write("static/heavy.js", randomBytes(40_000));
  const shell = ["static/shell.js"];
  await writePage("/(app)/page", { "components/shell.tsx": shell });
  for (const key of keys.slice(1))
    await writePage(key, {
      "components/shell.tsx": shell,
      "components/list.tsx": ["static/react.js", ...shell, "static/heavy.js"],
    });
});

afterAll(() => rm(build, { recursive: true, force: true }));

test("a page weighs what the framework, its layouts and itself load, each chunk once", async () => {
  const sizes = await pageSizes(build);
  const home = sizes.find(({ route }) => route === "/");
  expect(home?.bytes).toBeGreaterThan(140_000);
  expect(home?.bytes).toBeLessThan(140_200);
  const people = sizes.find(({ route }) => route === "/people");
  expect(people?.bytes).toBeGreaterThan(180_000);
  expect(people?.bytes).toBeLessThan(180_300);
});

test("a page too large is named with the chunk and who asks for it; a sheet may weigh more", async () => {
  const table = sizeTable(await pageSizes(build));
  const heavy = table.findIndex((line) => line.endsWith("TOO LARGE"));
  expect(table[heavy]).toMatch(/180\.\d \/ 165\.0 kB {2}\/people {2}TOO LARGE$/);
  expect(table.slice(heavy + 1, heavy + 3).map((line) => line.trim())).toEqual([
    "static/heavy.js (40.0 kB), asked for by",
    "components/list.tsx",
  ]);
  expect(table.filter((line) => line.includes("TOO LARGE"))).toHaveLength(1);
  expect(table.find((line) => line.includes("/manager-scoring/[appraisalId]"))).toMatch(
    / 200\.0 kB/,
  );
});
