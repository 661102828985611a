import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { forgetBuild, isBuilt, markBuilt } from "../launch/built.mjs";
import { root } from "../root";
import { Refusal, say, step } from "../terminal";

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
  if (isBuilt()) return;
  forgetBuild();
  await step("构建 · building", (progress) => runBuild(env, progress));
  markBuilt();
}
