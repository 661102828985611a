import path from "node:path";
import type { Options } from "../options";
import type { Results } from "../results";
import type { Io } from "../run";
import { writeCsv } from "./csv";
import { writeJson } from "./json";
import { outputTo } from "./file";
import { streamOutput, type Output } from "./output";
import { columnsOfScreen, noteLines, writeTable, type Screen } from "./table";
import { resultsWorkbook } from "./workbook";

function screenOf({ out }: Options, { stdout, environment }: Io): Screen {
  const isTerminal = out === null && stdout.isTTY === true;
  return {
    columns: columnsOfScreen(isTerminal ? stdout.columns : undefined, environment["COLUMNS"]),
    colours: isTerminal && !environment["NO_COLOR"],
  };
}

async function write(results: Results, options: Options, io: Io, output: Output) {
  if (options.format === "json") return writeJson(results, output);
  if (options.format === "csv") {
    // A row a value has no place for what concerns the whole file.
    for (const line of noteLines(results)) io.stderr.write(`${line}\n`);
    return writeCsv(results, output);
  }
  return writeTable(results, output, screenOf(options, io));
}

/** Prints the results where and how the options say. */
export async function writeResults(results: Results, options: Options, io: Io) {
  if (options.out === null) {
    const output = streamOutput(io.stdout);
    await write(results, options, io, output);
    return output.end();
  }
  const file = path.resolve(io.folder, options.out);
  const output = outputTo(file, options.language);
  try {
    if (options.format === "xlsx") await output.write(await resultsWorkbook(results));
    else await write(results, options, io, output);
    await output.end();
  } catch (error) {
    output.abandon();
    // The system names the unfinished file, which nobody asked for.
    throw error instanceof Error && "dest" in error ? Object.assign(error, { path: file }) : error;
  }
}
