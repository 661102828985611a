import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "../root";
import { Refusal, say, step } from "../terminal";

const folders = ["app", "components", "lib", "messages", "public", "prisma/schema"];
const loose =
  /^(package(-lock)?\.json|tsconfig\.json|[\w.-]+\.config\.(js|mjs|ts)|(proxy|middleware|instrumentation)\.ts)$/;
const stamp = path.join(root, ".next/tongguan-sources");

async function sources(): Promise<string[]> {
  const present = folders.filter((folder) => existsSync(path.join(root, folder)));
  const lists = await Promise.all(
    present.map((folder) =>
      readdir(path.join(root, folder), { recursive: true, withFileTypes: true }),
    ),
  );
  const deep = lists.flat().filter((entry) => entry.isFile());
  const inside = deep.map((entry) => path.join(entry.parentPath, entry.name));
  const top = (await readdir(root)).filter((name) => loose.test(name));
  return [...inside, ...top.map((name) => path.join(root, name))].sort();
}

async function sourceHash(salt: string): Promise<string> {
  const hash = createHash("sha256").update(salt).update(process.version);
  for (const file of await sources()) {
    hash.update(`\0${path.relative(root, file)}\0`).update(await readFile(file));
  }
  return hash.digest("hex");
}

export const nextCli = () =>
  path.join(
    path.dirname(createRequire(import.meta.url).resolve("next/package.json")),
    "dist/bin/next",
  );

function runBuild(env: NodeJS.ProcessEnv, progress: (detail: string) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [nextCli(), "build"], {
      cwd: root,
      env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const listen = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-40_000);
      const last = chunk.toString().trim().split("\n").at(-1) ?? "";
      progress(last.slice(0, 60));
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(output);
      else reject(buildFailure(output));
    });
  });
}

function buildFailure(output: string): Error {
  if (/ENOSPC|no space left on device/i.test(output)) {
    return Object.assign(new Error("No space left on device"), { code: "ENOSPC" });
  }
  say(output);
  return new Refusal("构建失败（原因见上）。", "The build failed (reason above).");
}

/** Builds for production unless the last build was made of exactly these sources. */
export async function build(env: NodeJS.ProcessEnv): Promise<void> {
  const key = env["NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"] ?? "";
  const wanted = await sourceHash(createHash("sha256").update(key).digest("hex"));
  if (existsSync(stamp) && (await readFile(stamp, "utf8")) === wanted) return;
  // Gone first: a build cut short must not pass for a finished one.
  await rm(stamp, { force: true });
  await step("构建 · building", (progress) => runBuild(env, progress));
  await writeFile(stamp, wanted);
}
