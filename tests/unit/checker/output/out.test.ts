import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { run } from "@/scripts/checker/run";
import { checker, folder, person, sixVeins } from "../support";

const good = JSON.stringify(sixVeins(person("E1")));
const broken = { "in.json": "{" };
const kept = "the result of last quarter";

/** No file can be made in /proc, not by root either. */
const readOnly: [string, RegExp][] =
  process.platform === "linux"
    ? [["/proc/out.json", /^\/proc\/out\.json: no permission to read or write it\.$/]]
    : [];

describe("a place the result cannot go to is found before anything is read", () => {
  test.each([
    ["no/out.json", /no\/out\.json: the target folder does not exist; create it first\.$/],
    ["in.json/out.json", /out\.json: the target folder does not exist; create it first\.$/],
    ["made", /made: this is a folder, not a file\.$/],
    [".", /: this is a folder, not a file\.$/],
    [`${"x".repeat(250)}.json`, /xxx…: the file name is too long\.$/],
    ...readOnly,
  ])("%s", async (out, line) => {
    const here = folder();
    mkdirSync(path.join(here, "made"));
    const run = await checker(["in.json", "--out", out], { files: broken, inFolder: here });
    expect([run.code, run.stdout, run.lines.length]).toEqual([2, "", 1]);
    expect(run.lines[0]).toMatch(line);
    expect(readdirSync(here).sort()).toEqual(["in.json", "made"]);
  });

  test("not a byte of standard input is taken", async () => {
    const stdin = new PassThrough();
    stdin.end(good);
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const io = { stdin, stdout, stderr, environment: {}, folder: folder() };
    expect(await run(["-", "--out", "no/out.json"], io)).toBe(2);
    expect(stdin.readableLength).toBe(Buffer.byteLength(good));
    expect(stdout.readableLength).toBe(0);
  });

  test("a template is refused in the same words", async () => {
    const { lines } = await checker(["--template", "no/t.xlsx"]);
    expect(lines[0]).toMatch(/no\/t\.xlsx: the target folder does not exist; create it first\.$/);
  });
});

describe("what stands under the name of --out", () => {
  test("is left as it is when the input cannot be read", async () => {
    const { folder: here } = await checker(["in.json", "--out", "out.json"], {
      files: { ...broken, "out.json": kept },
    });
    expect(readFileSync(path.join(here, "out.json"), "utf8")).toBe(kept);
    expect(readdirSync(here).sort()).toEqual(["in.json", "out.json"]);
  });

  test("when it is a link, what it points to is replaced", async () => {
    const here = folder();
    writeFileSync(path.join(here, "real.json"), kept);
    symlinkSync("real.json", path.join(here, "link.json"));
    await checker(["in.json", "--out", "link.json"], {
      files: { "in.json": good },
      inFolder: here,
    });
    expect(lstatSync(path.join(here, "link.json")).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(path.join(here, "real.json"), "utf8"))).toMatchObject({
      framework: "six-veins",
    });
  });

  test.each([
    ["a symbolic link", symlinkSync],
    ["a hard link", linkSync],
  ])("is never what is being checked, not by %s either", async (_, link) => {
    const here = folder();
    writeFileSync(path.join(here, "in.json"), good);
    link(path.join(here, "in.json"), path.join(here, "other.json"));
    const { code, lines } = await checker(["in.json", "--out", "other.json"], { inFolder: here });
    expect(code).toBe(2);
    expect(lines).toEqual(["--out is the file to check: the result would overwrite it."]);
    expect(readFileSync(path.join(here, "in.json"), "utf8")).toBe(good);
  });

  test("a pipe is written into, not replaced by a file", async () => {
    const { spawn, spawnSync } = await import("node:child_process");
    const here = folder();
    const pipe = path.join(here, "pipe");
    spawnSync("mkfifo", [pipe]);
    const reader = spawn("cat", [pipe], { stdio: ["ignore", "pipe", "ignore"] });
    const pieces: Buffer[] = [];
    reader.stdout.on("data", (chunk: Buffer) => pieces.push(chunk));
    const ended = new Promise((resolve) => reader.on("close", resolve));
    const { code } = await checker(["in.json", "--out", "pipe"], {
      files: { "in.json": good },
      inFolder: here,
    });
    await ended;
    expect(code).toBe(0);
    expect(JSON.parse(Buffer.concat(pieces).toString("utf8"))).toMatchObject({ policy: "classic" });
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    expect(existsSync(path.join(here, `pipe.${process.pid}.part`))).toBe(false);
  });
});
