import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { folder, output, person, sixVeins } from "../support";
import { classicBefore } from "../../../support/documents";

const root = path.resolve(import.meta.dirname, "../../../..");
const LONG = 120_000;

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

function ended(child: ReturnType<typeof spawn>, read: (text: string) => void = () => {}) {
  const pieces: Record<"stdout" | "stderr", Buffer[]> = { stdout: [], stderr: [] };
  for (const name of ["stdout", "stderr"] as const)
    child[name]?.on("data", (chunk: Buffer) => {
      pieces[name].push(chunk);
      read(chunk.toString("utf8"));
    });
  return new Promise<Ended>((resolve) => {
    child.on("close", (code) => {
      const text = (name: "stdout" | "stderr") => Buffer.concat(pieces[name]).toString("utf8");
      resolve({ code, stdout: text("stdout"), stderr: text("stderr") });
    });
  });
}

/** The checker as its launcher starts it, on this Node. */
function start(args: readonly string[], { heap = 0, from = root, stdin = "ignore" } = {}) {
  const limit = heap > 0 ? [`--max-old-space-size=${heap}`] : [];
  return spawn(
    process.execPath,
    [...limit, "--import", "tsx", "scripts/checker/main.ts", ...args],
    {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: "", TONGGUAN_CALLED_FROM: from, LANG: "en_GB.UTF-8" },
      stdio: [stdin === "pipe" ? "pipe" : "ignore", "pipe", "pipe"],
    },
  );
}

function writeMany(file: string, count: number, end: string) {
  const descriptor = openSync(file, "w");
  writeSync(
    descriptor,
    `{"framework":"six-veins","policy":${JSON.stringify(classicBefore)},"appraisals":[`,
  );
  for (let from = 0; from < count; from += 1_000) {
    const batch = Array.from({ length: Math.min(1_000, count - from) }, (_, index) =>
      JSON.stringify({ ...person(`E${from + index}`), manager: `M${index % 50}` }),
    );
    writeSync(descriptor, `${from === 0 ? "" : ","}${batch.join(",")}`);
  }
  writeSync(descriptor, end);
  closeSync(descriptor);
}

describe("the command", () => {
  test(
    "through its launcher: npm's folder, stdout for the result alone, the exit code",
    { timeout: LONG },
    async () => {
      const here = folder();
      mkdirSync(path.join(here, "inner"));
      writeFileSync(
        path.join(here, "inner/in.json"),
        JSON.stringify(sixVeins(person("E1", { passion: {} }))),
      );
      const child = spawn(
        process.execPath,
        ["scripts/score.mjs", "inner/in.json", "--lang", "en"],
        {
          cwd: root,
          env: {
            ...process.env,
            NODE_OPTIONS: "",
            npm_package_json: path.join(root, "package.json"),
            INIT_CWD: here,
          },
          stdio: ["ignore", "pipe", "pipe"],
        },
      );
      const { code, stdout } = await ended(child);
      expect(output.parse(JSON.parse(stdout)).results[0]?.employee).toBe("E1");
      expect(code).toBe(1);
    },
  );

  test("reads a pipe", { timeout: LONG }, async () => {
    const child = start(["-"], { stdin: "pipe" });
    child.stdin?.end(JSON.stringify(sixVeins(person("E1"))));
    const { code, stdout } = await ended(child);
    expect(code).toBe(0);
    expect(output.parse(JSON.parse(stdout)).summary.people).toBe(1);
  });

  test("memory does not grow with the file", { timeout: LONG }, async () => {
    const here = folder();
    writeMany(path.join(here, "many.json"), 30_000, "]}");
    const { code, stdout, stderr } = await ended(start(["many.json"], { heap: 40, from: here }));
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout.endsWith("}\n")).toBe(true);
    expect(/"summary":\{"people":(\d+)/.exec(stdout.slice(-4_000))?.[1]).toBe("30000");
  });

  test("a fault at the end of a large file leaves stdout empty", { timeout: LONG }, async () => {
    const here = folder();
    writeMany(path.join(here, "many.json"), 5_000, `,{"employee":"E9","values":[]}]}`);
    const { code, stdout, stderr } = await ended(start(["many.json"], { from: here }));
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^appraisals\[5000\]\.values: /);
  });

  test("who stops reading ends it quietly", { timeout: LONG }, async () => {
    const here = folder();
    writeMany(path.join(here, "many.json"), 5_000, "]}");
    const child = start(["many.json"], { from: here });
    const { code, stderr } = await ended(child, () => child.stdout?.destroy());
    expect([code, stderr]).toEqual([0, ""]);
  });
});
