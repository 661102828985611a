import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import type { Caps } from "../caps.ts";
import { TableFault } from "../fault.ts";
import type { Row } from "../types.ts";
import type { Answer, ReadFile, Task } from "./messages.ts";
import { TextScales } from "./scales.ts";

// Runs in a thread of its own that can be ended: Node reads this file as it stands, so all it imports is named in full
// and nothing in it needs more than its types taken away.

/** Handed over at a time: few enough that the other side is never kept from its work. */
const CELLS_AT_ONCE = 20_000;
const CHARACTERS_AT_ONCE = 1_000_000;

async function handOver(port: MessagePort, answer: Answer) {
  const taken = new Promise((resolve) => port.once("message", resolve));
  port.postMessage(answer);
  await taken;
}

async function handOverRows(port: MessagePort, all: Iterable<Row>, scales: TextScales) {
  let rows: Row[] = [];
  let [cells, characters] = [0, 0];
  for (const row of all) {
    rows.push(row);
    cells += row.cells.length;
    characters += scales.weigh(row);
    if (cells < CELLS_AT_ONCE && characters < CHARACTERS_AT_ONCE) continue;
    await handOver(port, { kind: "rows", rows });
    rows = [];
    [cells, characters] = [0, 0];
  }
  await handOver(port, { kind: "rows", rows });
}

async function handOverFile(port: MessagePort, { tables, hidden }: ReadFile, caps: Caps) {
  const scales = new TextScales(caps);
  for (const { rows, ...table } of tables) {
    await handOver(port, { kind: "table", table });
    await handOverRows(port, rows, scales);
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
    await handOverFile(port, await open(task), task.caps);
  } catch (error) {
    if (!(error instanceof TableFault)) throw error;
    const { code, data } = error;
    await handOver(port, { kind: "fault", code, data });
  }
}

const isTask = (given: unknown): given is Task =>
  typeof given === "object" && given !== null && "bytes" in given && "caps" in given;

if (parentPort !== null && isTask(workerData)) await read(parentPort, workerData);
