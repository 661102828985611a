import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { root } from "../../../scripts/root";

// The launcher in a checkout where `npm ci --omit=dev` was run: it may neither install nor build.

const folder = mkdtempSync(path.join(os.tmpdir(), "tongguan-lean-"));
const esbuild = path.join(folder, `node_modules/@esbuild/${process.platform}-${process.arch}`);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const next = { "node_modules/next": { version: "2.0.0" } };
const tool = { "node_modules/tool": { version: "1.0.0", dev: true } };
const bundler = { "node_modules/esbuild": { version: "1.0.0" } };

function write(file: string, packages: object) {
  writeFileSync(path.join(folder, file), JSON.stringify({ packages }));
}

function launch(script: string, ...args: string[]) {
  // No npm to be found: whoever asks it fails in another way.
  const env = { PATH: "/nowhere", HOME: folder, NODE_ENV: "test" as const };
  return spawnSync(process.execPath, [path.join(folder, script), ...args], {
    env,
    encoding: "utf8",
  });
}

beforeEach(() => {
  for (const name of [
    "scripts/launch",
    "scripts/start.mjs",
    "scripts/test.mjs",
    "scripts/score.mjs",
  ]) {
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  cpSync(path.join(root, "package.json"), path.join(folder, "package.json"));
  cpSync(path.join(root, "prisma/schema"), path.join(folder, "prisma/schema"), { recursive: true });
  mkdirSync(esbuild, { recursive: true });
  write("package-lock.json", { ...next, ...tool, ...bundler });
  write("node_modules/.package-lock.json", { ...next, ...bundler });
});

describe("with the packages for serving only", () => {
  test.each([["scripts/start.mjs"], ["scripts/start.mjs", "--build"], ["scripts/test.mjs"]])(
    "%s %s says what to run",
    (script, ...args) => {
      const { status, stdout, stderr } = launch(script, ...args);
      expect(status).toBe(1);
      expect(stdout).toBe("");
      expect(stderr).toContain("尚未构建");
      expect(stderr).toContain("run npm ci && npm run build");
    },
  );

  test("a package of another version is not mended behind the administrator's back", () => {
    write("node_modules/.package-lock.json", { "node_modules/next": { version: "1.0.0" } });
    const { status, stderr } = launch("scripts/score.mjs");
    expect(status).toBe(1);
    expect(stderr).toContain("missing (such as next): run npm ci --omit=dev");
  });

  test("--omit=optional leaves out what serving needs, which is said", () => {
    rmSync(esbuild, { recursive: true });
    const { status, stderr } = launch("scripts/score.mjs");
    expect(status).toBe(1);
    expect(stderr).toContain("(without --omit=optional)");
  });
});

test("a developer's packages are completed by npm", () => {
  const other = { "node_modules/other": { version: "1.0.0", dev: true } };
  write("node_modules/.package-lock.json", { ...next, ...bundler, ...other });
  const { status, stdout } = launch("scripts/start.mjs");
  expect(status).toBe(1);
  expect(stdout).toContain("npm ci");
});
