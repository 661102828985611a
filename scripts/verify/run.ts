import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "../root";

export interface Counts {
  passed: number;
  failed: number;
}

export interface Finished {
  code: number;
  output: string;
}

const bin = (name: string) => path.join(root, "node_modules", name);

/** Runs a command; its output is kept and also shown as it comes when `show` is set. */
export function run(
  command: string,
  args: string[],
  options: { env?: Record<string, string>; show?: boolean } = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      // Never from the keyboard: a question nobody answers would hang a pipeline.
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const listen = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-200_000);
      if (options.show) process.stdout.write(chunk);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}

export const node = (script: string, args: string[], options: Parameters<typeof run>[2] = {}) =>
  run(process.execPath, [bin(script), ...args], options);
