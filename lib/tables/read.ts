import path from "node:path";
import { Worker } from "node:worker_threads";
import { widestCaps, type Caps } from "./caps";
import { TableFault, tooLarge } from "./fault";
import type { Answer, ReadTable, TableFormat, Task } from "./reading/messages";
import type { Row, Table, TableFile } from "./types";

export type { TableFormat } from "./reading/messages";

/** From the top of the house, where every program of it runs: a bundler must not take it for a part of a page. */
const thread = path.resolve("lib/tables/reading/worker.ts");

type Gathered = { readonly table: Omit<ReadTable, "rows">; readonly rows: Row[] };

const tableOf = ({ table, rows }: Gathered): Table => ({ ...table, rows: () => rows });

function isOutOfMemory(error: Error): boolean {
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function startThread(task: Task): Worker {
  return new Worker(thread, {
    workerData: task,
    // Loaders of the program that asks would only make it slow.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: task.caps.heap },
  });
}

/** Gathers what the thread hands over until it has ended, with a file or a fault. */
function gather(worker: Worker, caps: Caps): Promise<TableFile> {
  const gathered: Gathered[] = [];
  return new Promise((resolve, reject) => {
    const take = (answer: Answer) => {
      if (answer.kind === "table") gathered.push({ table: answer.table, rows: [] });
      if (answer.kind === "rows") gathered.at(-1)?.rows.push(...answer.rows);
      if (answer.kind === "fault") reject(new TableFault(answer.code, answer.data));
      if (answer.kind === "end") resolve({ tables: gathered.map(tableOf), hidden: answer.hidden });
      worker.postMessage("taken");
    };
    worker.on("message", take);
    worker.on("error", (error: Error) => {
      reject(isOutOfMemory(error) ? tooLarge("heap", caps.heap) : error);
    });
    worker.on("exit", () => {
      reject(new Error("the thread that reads tables ended without an answer"));
    });
  });
}

async function readInThread(task: Task): Promise<TableFile> {
  const { caps } = task;
  const worker = startThread(task);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(tooLarge("seconds", caps.seconds));
    }, caps.seconds * 1_000);
  });
  try {
    return await Promise.race([gather(worker, caps), late]);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/**
 * The tables of a file: worksheets that are not hidden, or the one table of a CSV file. Read in a thread of its own,
 * which is ended when a cap is reached, so that a hostile file costs no more than the caps say; a door for uploads may
 * ask for lower ones. Throws `TableFault`.
 */
export async function readTables(
  bytes: Uint8Array,
  format: TableFormat,
  lower: Partial<Caps> = {},
): Promise<TableFile> {
  const caps = { ...widestCaps, ...lower };
  if (bytes.length === 0) throw new TableFault("empty");
  if (bytes.length > caps.bytes) throw tooLarge("bytes", caps.bytes);
  return readInThread({ bytes, format, caps });
}
