import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { TableFault } from "../fault.ts";
import type { Row } from "../types.ts";
import type { Answer, ReadFile, Task } from "./messages.ts";

// Runs in a thread of its own that can be ended: Node reads this file as it stands, so all it imports is named in full
// and nothing in it needs more than its types taken away.

/** Cells handed over at a time: few enough that the other side is never kept from its work. */
const CELLS_AT_ONCE = 20_000;

async function handOver(port: MessagePort, answer: Answer) {
  const taken = new Promise((resolve) => port.once("message", resolve));
  port.postMessage(answer);
  await taken;
}

async function handOverRows(port: MessagePort, all: Iterable<Row>) {
  let rows: Row[] = [];
  let cells = 0;
  for (const row of all) {
    rows.push(row);
    cells += row.cells.length;
    if (cells < CELLS_AT_ONCE) continue;
    await handOver(port, { kind: "rows", rows });
    rows = [];
    cells = 0;
  }
  await handOver(port, { kind: "rows", rows });
}

async function handOverFile(port: MessagePort, { tables, hidden }: ReadFile) {
  for (const { rows, ...table } of tables) {
    await handOver(port, { kind: "table", table });
    await handOverRows(port, rows);
  }
  await handOver(port, { kind: "end", hidden });
}

/** Only the reader that is needed is loaded: it takes longer than to read a small file. */
async function open({ bytes, format, caps }: Task): Promise<ReadFile> {
  if (format === "csv") return (await import("./csv.ts")).readCsv(bytes, caps);
  return (await import("./excel.ts")).readWorkbook(bytes, caps);
}

async function read(port: MessagePort, task: Task) {
  try {
    await handOverFile(port, await open(task));
  } catch (error) {
    if (!(error instanceof TableFault)) throw error;
    const { code, data } = error;
    await handOver(port, { kind: "fault", code, data });
  }
}

const isTask = (given: unknown): given is Task =>
  typeof given === "object" && given !== null && "bytes" in given && "caps" in given;

if (parentPort !== null && isTask(workerData)) await read(parentPort, workerData);
