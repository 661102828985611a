import { writeFileSync } from "node:fs";
import path from "node:path";
import { Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { progressBar } from "@/scripts/checker/progress";
import { run } from "@/scripts/checker/run";
import { widthOf } from "@/scripts/checker/write/width";
import { folder, person, sixVeins } from "../support";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const WIPE = "\r\u001b[2K";

function terminal(isTTY: boolean, columns?: number) {
  const written: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      written.push(String(chunk));
      done();
    },
  });
  return { written, stream: Object.assign(stream, { isTTY, ...(columns && { columns }) }) };
}

describe("the bar", () => {
  test("shows the share and wipes itself, once", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { written, stream } = terminal(true);
    const bar = progressBar(stream, "en", 1_000);
    bar.at(10);
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1_000);
    bar.at(250);
    expect(written.at(-1)).toContain("Checking 25%, about 3 s left");
    bar.done();
    bar.done();
    expect(written.slice(1)).toEqual([WIPE]);
  });

  test.each([10, 24, 40, 50, 80, 200])("stays on its line, %s columns wide", (columns) => {
    vi.useFakeTimers({ toFake: ["performance"] });
    for (const language of ["zh", "en"] as const) {
      const { written, stream } = terminal(true, columns);
      const bar = progressBar(stream, language, 1_000);
      vi.advanceTimersByTime(100_000);
      bar.at(3);
      const line = written.join("").replace(WIPE, "");
      // A terminal set to Chinese may give a cell of the bar two columns.
      const widest = widthOf(line) + (line.match(/[█░]/g)?.length ?? 0);
      expect(widest).toBeLessThan(columns);
      if (columns < 30 || columns > 60) expect(line.includes("░")).toBe(columns > 60);
    }
  });

  test("nothing is drawn where nobody looks", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { written, stream } = terminal(false);
    const bar = progressBar(stream, "zh", 1_000);
    vi.advanceTimersByTime(1_000);
    bar.at(500);
    bar.done();
    expect(written).toEqual([]);
  });
});

describe("the command with a large file", () => {
  const many = Array.from({ length: 2_500 }, (_, index) => person(`E${index}`));

  /** What is written where, in turn; the clock goes on by 150 ms whenever it is looked at. */
  async function watched(
    args: readonly string[],
    isTTY: { stdout: boolean; stderr: boolean },
    end = "",
  ) {
    const here = folder();
    writeFileSync(path.join(here, "in.json"), JSON.stringify(sixVeins(...many)) + end);
    const log: { readonly to: "stdout" | "stderr"; readonly text: string }[] = [];
    const sink = (to: "stdout" | "stderr") =>
      Object.assign(
        new Writable({
          write: (chunk, _encoding, done) => {
            log.push({ to, text: String(chunk) });
            done();
          },
        }),
        { isTTY: isTTY[to], columns: 80 },
      );
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (now += 150));
    const io = { stdin: process.stdin, stdout: sink("stdout"), stderr: sink("stderr") };
    const code = await run(["in.json", "--lang=en", ...args], {
      ...io,
      environment: {},
      folder: here,
    });
    const shown = log.filter(({ to }) => to === "stderr").map(({ text }) => text);
    return { code, log, shown };
  }

  test("the bar moves and is gone before the first line of the table", async () => {
    const { code, log, shown } = await watched(["--format=table"], { stdout: true, stderr: true });
    expect(code).toBe(0);
    const shares = shown.flatMap((text) => /Checking (\d+)%/.exec(text)?.[1] ?? []).map(Number);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(new Set(shares).size).toBeGreaterThan(1);
    const first = log.findIndex(({ to }) => to === "stdout");
    expect(log.slice(first).every(({ to }) => to === "stdout")).toBe(true);
    expect(log[first - 1]).toEqual({ to: "stderr", text: WIPE });
    const printed = log.flatMap(({ to, text }) => (to === "stdout" ? [text] : [])).join("");
    expect(stripVTControlCharacters(printed)).toMatch(/^No\. +Cust {2}Team/);
  });

  test("writing a file has a bar of its own, wiped at the end", async () => {
    const { shown } = await watched(["--out=out.csv"], { stdout: false, stderr: true });
    const kinds = shown.map((text) => /Checking|Writing/.exec(text)?.[0] ?? text);
    const distinct = kinds.filter((kind, index) => kind !== kinds[index - 1]);
    expect(distinct).toEqual(["Checking", WIPE, "Writing", WIPE]);
  });

  test("a pipe has none while it is written: its reader may draw on the same terminal", async () => {
    const { shown } = await watched([], { stdout: false, stderr: true });
    expect(shown.some((text) => text.includes("Writing"))).toBe(false);
    expect(shown.at(-1)).toBe(WIPE);
  });

  test("a refusal begins on a line of its own", async () => {
    const { code, shown } = await watched([], { stdout: true, stderr: true }, "x");
    expect(code).toBe(2);
    expect(shown.at(-2)).toBe(WIPE);
    expect(shown.at(-1)).toMatch(/^line 1, column \d+: not valid JSON/);
  });

  test("no terminal, no bar", async () => {
    const { shown } = await watched(["--out=out.json"], { stdout: false, stderr: false });
    expect(shown).toEqual([]);
  });
});
