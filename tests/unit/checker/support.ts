import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import { afterEach } from "vitest";
import { z } from "zod";
import { run } from "@/scripts/checker/run";
import { classicBefore } from "../../support/documents";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder, gone after the test. */
export function folder(): string {
  const made = mkdtempSync(path.join(os.tmpdir(), "tongguan-checker-test-"));
  folders.push(made);
  return made;
}

class Sink extends Writable {
  readonly pieces: Buffer[] = [];
  readonly isTTY: boolean;
  readonly columns?: number;
  constructor(terminal: boolean | number) {
    super();
    this.isTTY = terminal !== false;
    if (typeof terminal === "number") this.columns = terminal;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.pieces.push(Buffer.from(chunk));
    done();
  }

  get text() {
    return Buffer.concat(this.pieces).toString("utf8");
  }
}

type Setting = {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string;
  /** Stdout is a terminal; a number: of so many columns. */
  readonly terminal?: boolean | number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly inFolder?: string;
};

/** Runs the checker in this process, in a folder with the given files. English unless it is told otherwise. */
export async function checker(args: readonly string[], setting: Setting = {}) {
  const here = setting.inFolder ?? folder();
  for (const [name, content] of Object.entries(setting.files ?? {}))
    writeFileSync(path.join(here, name), content);
  const stdin = setting.stdin === undefined ? terminalInput() : Readable.from([setting.stdin]);
  const [stdout, stderr] = [new Sink(setting.terminal ?? false), new Sink(false)];
  const environment = setting.environment ?? { LANG: "en_GB.UTF-8" };
  const code = await run(args, { stdin, stdout, stderr, environment, folder: here });
  const lines = stderr.text.split("\n").filter((line) => line !== "");
  return { code, stdout: stdout.text, stderr: stderr.text, lines, folder: here };
}

function terminalInput() {
  return Object.assign(new PassThrough(), { isTTY: true });
}

const problem = z.object({
  code: z.string(),
  severity: z.enum(["error", "info"]),
  rung: z.number().optional(),
  message: z.string().min(1),
  cell: z.string().optional(),
});

export const output = z.object({
  framework: z.string(),
  policy: z.string(),
  notes: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(["error", "info"]),
      cell: z.string(),
      message: z.string().min(1),
    }),
  ),
  results: z.array(
    z.object({
      employee: z.string(),
      values: z.record(
        z.string(),
        z.object({
          score: z.number().nullable(),
          gate: z.number().nullable(),
          passed: z.boolean().nullable().optional(),
          library: z.literal(true).optional(),
          stated: z.literal(true).optional(),
          problems: z.array(problem),
          explanation: z.array(z.string().min(1)),
        }),
      ),
      total: z.number().nullable(),
      band: z.string().nullable(),
      bandName: z.string().nullable(),
      consequences: z.array(z.object({ code: z.string(), because: z.string().min(1) })),
      problems: z.array(problem),
      audit: z.object({
        verify: z.array(z.string()),
        sample: z.array(z.string()),
        approve: z.array(z.string()),
        beneficiaryView: z.array(z.string()),
        refer: z.array(z.string()),
        sanction: z.array(z.string()),
      }),
    }),
  ),
  summary: z.looseObject({
    people: z.number(),
    scored: z.number(),
    open: z.number(),
    averageTotal: z.number().nullable(),
    bands: z.record(z.string(), z.number()),
    consequences: z.record(z.string(), z.number()),
    problems: z.object({
      errors: z.number(),
      infos: z.number(),
      byCode: z.record(z.string(), z.object({ errors: z.number(), infos: z.number() })),
    }),
    sample: z.object({ seed: z.string(), percent: z.number(), drawn: z.number() }).nullable(),
  }),
});

/** Checks `input` as a JSON file and reads what is printed. */
export async function checked(input: unknown, args: readonly string[] = []) {
  const files = { "in.json": typeof input === "string" ? input : JSON.stringify(input) };
  const { code, stdout, lines } = await checker(["in.json", ...args], { files });
  return { code, lines, stdout, printed: output.parse(JSON.parse(stdout)) };
}

/** The lines a JSON file is refused with; nothing else may have been printed. */
export async function refused(input: unknown, args: readonly string[] = []): Promise<string[]> {
  const files = { "in.json": typeof input === "string" ? input : JSON.stringify(input) };
  const { code, stdout, lines } = await checker(["in.json", ...args], { files });
  if (code !== 2) throw new Error(`exit ${code} instead of 2: ${stdout.slice(0, 500)}`);
  if (stdout !== "") throw new Error(`stdout is not empty: ${stdout.slice(0, 500)}`);
  return lines;
}

const full = { rungs: ["met", "met", "unmet"] };
const sixKeys = [
  "customer-first",
  "teamwork",
  "embrace-change",
  "integrity",
  "passion",
  "dedication",
];

/** A sheet of six values, all 2, without a problem. */
export const plainValues = Object.fromEntries(sixKeys.map((key) => [key, full]));

export function sixVeins(...appraisals: readonly unknown[]) {
  return { framework: "six-veins", policy: classicBefore, appraisals };
}

export function person(employee: string, values: object = {}) {
  return { employee, values: { ...plainValues, ...values } };
}
