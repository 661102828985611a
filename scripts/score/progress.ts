import type { Writable } from "node:stream";
import { say, type Language } from "./words";

const EVERY_MS = 100;
const CELLS = 30;

type Terminal = Writable & { readonly isTTY?: boolean };

/** A bar over the bytes read, only on a terminal; it wipes itself. Reading is synchronous, so it draws by itself. */
export function progressBar(stream: Terminal, language: Language, total: number) {
  if (stream.isTTY !== true || total === 0) return { at: () => {}, done: () => {} };
  const began = performance.now();
  let last = began;
  let shown = false;
  const at = (bytes: number) => {
    const now = performance.now();
    if (now - last < EVERY_MS) return;
    last = now;
    shown = true;
    const share = Math.min(1, bytes / total);
    const full = Math.round(share * CELLS);
    const bar = "█".repeat(full) + "░".repeat(CELLS - full);
    const left = Math.ceil(((now - began) / 1000) * (1 / Math.max(share, 0.001) - 1));
    const data = { percent: Math.floor(share * 100), seconds: left };
    stream.write(`\r\u001b[2K${bar} ${say(language, "progress", data)}`);
  };
  return {
    at,
    done: () => {
      if (shown) stream.write("\r\u001b[2K");
    },
  };
}
