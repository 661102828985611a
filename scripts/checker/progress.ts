import type { Writable } from "node:stream";
import { say, type Language, type TextKey } from "./words";
import { cut, widthOf } from "./write/width";

const EVERY_MS = 100;
const CELLS = 30;
const FEWEST_CELLS = 5;
const USUAL_COLUMNS = 80;

type Terminal = Writable & { readonly isTTY?: boolean; readonly columns?: number };
type Work = Extract<TextKey, "progress" | "progress-writing">;

export type ProgressBar = { readonly at: (done: number) => void; readonly done: () => void };

/** Nothing is drawn. */
export const noBar: ProgressBar = { at: () => {}, done: () => {} };

/** One line that never reaches the edge: a line that wraps could not be wiped. Some terminals make a cell two columns. */
function lineOf(share: number, text: string, columns: number): string {
  const room = Math.floor((columns - widthOf(text) - 2) / 2);
  const cells = Math.min(CELLS, room);
  if (cells < FEWEST_CELLS) return cut(text, columns - 1);
  const full = Math.round(share * cells);
  return `${"█".repeat(full)}${"░".repeat(cells - full)} ${text}`;
}

/** A bar over what is done of `total`, only on a terminal; it wipes itself. The work is synchronous, so it draws by itself. */
export function progressBar(
  stream: Terminal,
  language: Language,
  total: number,
  work: Work = "progress",
): ProgressBar {
  if (stream.isTTY !== true || total === 0) return noBar;
  const began = performance.now();
  let last = began;
  let shown = false;
  const at = (done: number) => {
    const now = performance.now();
    if (now - last < EVERY_MS) return;
    last = now;
    shown = true;
    const share = Math.min(1, done / total);
    const left = Math.ceil(((now - began) / 1000) * (1 / Math.max(share, 0.001) - 1));
    const data = { percent: Math.floor(share * 100), seconds: left };
    const columns = stream.columns || USUAL_COLUMNS;
    stream.write(`\r\u001b[2K${lineOf(share, say(language, work, data), columns)}`);
  };
  return {
    at,
    done: () => {
      if (shown) stream.write("\r\u001b[2K");
      shown = false;
    },
  };
}
