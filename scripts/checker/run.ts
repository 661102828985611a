import { fstatSync } from "node:fs";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { Checker } from "./check";
import { Faults, refuse, Unreadable } from "./faults";
import { Sampling } from "./gather/draw";
import { Employees } from "./gather/employees";
import { redraw } from "./gather/redraw";
import { Spool } from "./gather/spool";
import { Tally } from "./gather/summary";
import { languageAsked, readOptions, type Options } from "./options";
import { noBar, progressBar } from "./progress";
import { readJsonFile, type Given } from "./read/json-file";
import type { Sourced } from "./read/appraisal";
import { keepStream, openSource, type Source } from "./read/source";
import { resultsOf } from "./results";
import type { Rules } from "@/lib/scoring";
import { documentOfOption, frameworkKind, policyKind } from "./ruleset";
import { inform } from "./help/inform";
import type { Note } from "./tables/remarks";
import { readTableFile, tableFormatOf } from "./tables/file";
import { explainError } from "./system-error";
import { isSameFile, refuseUnwritable } from "./write/file";
import { writeResults } from "./write/results";
import { say } from "./words";

type Terminal<Stream> = Stream & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly fd?: number;
};

/** Where the command runs: streams, variables, and the folder FILE is relative to. */
export type Io = {
  readonly stdin: Terminal<Readable>;
  readonly stdout: Terminal<Writable>;
  readonly stderr: Terminal<Writable>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
};

/** 0: nothing to complain of; 1: problems found; 2: the input cannot be read. */
export type ExitCode = 0 | 1 | 2;

function defaultSeed({ framework, policy }: Rules): string {
  const named = ({ key, edition }: { key: string; edition?: string | undefined }) =>
    edition === undefined ? key : `${key}@${edition}`;
  return `${named(framework)} ${named(policy)}`;
}

const resolved = (file: string, { folder }: Io) => path.resolve(folder, file);

function given(options: Options, io: Io): Given {
  const faults = new Faults(options.language);
  const resolve = (file: string) => path.resolve(io.folder, file);
  const { framework, policy } = options;
  const documents = {
    framework:
      framework === null ? null : documentOfOption(frameworkKind, framework, resolve, faults),
    policy: policy === null ? null : documentOfOption(policyKind, policy, resolve, faults),
  };
  faults.stopIfAny();
  return documents;
}

async function open({ file, language }: Options, io: Io): Promise<Source> {
  if (file !== null && file !== "-") return openSource(path.resolve(io.folder, file));
  if (file === null && io.stdin.isTTY === true)
    refuse(say(language, "no-file") + say(language, "see-help"));
  return keepStream(io.stdin);
}

type Gathered = {
  readonly ruleset: Rules;
  readonly spool: Spool;
  readonly tally: Tally;
  readonly sampling: Sampling | null;
};

function gatherer(options: Options, keep: (gathered: Gathered) => void) {
  return (ruleset: Rules) => {
    const rate = ruleset.policy.audit.sample;
    const sampling =
      rate === undefined ? null : new Sampling(rate.percent, options.seed ?? defaultSeed(ruleset));
    const checker = new Checker(ruleset, options.language, new Employees());
    const [spool, tally] = [new Spool(), new Tally()];
    keep({ ruleset, spool, tally, sampling });
    return (sourced: Sourced) => {
      const checked = checker.check(sourced);
      tally.add(checked);
      sampling?.add(checked);
      spool.add(checked);
    };
  };
}

/** Before anything is read: a million people are not checked to find that there is no place for the result. */
function refuseUnwritableOut({ language, file, out }: Options, io: Io) {
  if (out === null) return;
  const target = resolved(out, io);
  if (file !== null && isSameFile(resolved(file, io), target))
    refuse(say(language, "out-is-input"));
  refuseUnwritable(target, language);
}

async function check(options: Options, io: Io): Promise<ExitCode> {
  const { language, file } = options;
  refuseUnwritableOut(options, io);
  const documents = given(options, io);
  const source = await open(options, io);
  const held: { gathered: Gathered | null } = { gathered: null };
  const begin = gatherer(options, (gathered) => {
    held.gathered = gathered;
  });
  const bar = progressBar(io.stderr, language, source.size);
  try {
    const format = file === null ? null : tableFormatOf(file, language);
    const notes =
      format === null ? [] : await readTableFile(source, format, language, documents, begin);
    if (format === null) readJsonFile(source, language, documents, begin, bar.at);
    bar.done();
    if (held.gathered === null) throw new Error("an input was read without a ruleset");
    return await finish(held.gathered, notes, options, io);
  } finally {
    bar.done();
    source.close();
    held.gathered?.spool.close();
    held.gathered?.sampling?.close();
  }
}

/** A bar is in nobody's way while results go to a file; who reads a pipe may be drawing on the same terminal. */
function writingBar({ format, out, language }: Options, { stdout, stderr }: Io, people: number) {
  const intoFile = out !== null || (stdout.fd !== undefined && fstatSync(stdout.fd).isFile());
  const passes = format === "table" ? 2 : 1;
  return intoFile ? progressBar(stderr, language, people * passes, "progress-writing") : noBar;
}

async function finish(
  gathered: Gathered,
  notes: readonly Note[],
  options: Options,
  io: Io,
): Promise<ExitCode> {
  const { ruleset, spool, tally, sampling } = gathered;
  tally.addNotes(notes);
  const bar = writingBar(options, io, tally.people);
  const results = resultsOf(ruleset, options.language, spool, tally, sampling, bar, notes);
  try {
    await writeResults(results, options, io);
  } finally {
    bar.done();
  }
  return tally.errors > 0 ? 1 : 0;
}

/** The whole command. Never throws for what a user can do: a fault is a line on stderr and exit code 2. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const options = readOptions(args, io.environment);
    if (options.redraw !== null && options.task === "check")
      return redraw(options.redraw, options.language, io);
    return options.task === "check" ? await check(options, io) : await inform(options, io);
  } catch (error) {
    const language = languageAsked(args, io.environment);
    const lines = error instanceof Unreadable ? error.lines : explainError(error, language);
    io.stderr.write(lines.map((line) => `${line}\n`).join(""));
    return 2;
  }
}
