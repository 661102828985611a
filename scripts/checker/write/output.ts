import {
  accessSync,
  closeSync,
  constants,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import type { Writable } from "node:stream";

const FLUSH_AT = 64 * 1024;

type Piece = string | Uint8Array;

export type Output = {
  /** Resolves to false when nobody reads any more (`| head`): there is no sense in going on. */
  readonly write: (...pieces: readonly Piece[]) => Promise<boolean> | boolean;
  readonly end: () => Promise<void>;
  /** Leaves nothing behind. */
  readonly abandon: () => void;
};

/** Small pieces gathered into large ones. */
class Pending {
  private pieces: Uint8Array[] = [];
  private size = 0;

  add(pieces: readonly Piece[]) {
    for (const piece of pieces) {
      const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
      this.pieces.push(bytes);
      this.size += bytes.length;
    }
    return this.size >= FLUSH_AT;
  }

  take(): Uint8Array {
    const all = Buffer.concat(this.pieces);
    this.pieces = [];
    this.size = 0;
    return all;
  }
}

/** Standard output, at the pace of who reads it. A closed pipe ends it quietly. */
export function streamOutput(stream: Writable): Output {
  const pending = new Pending();
  let closed = false;
  let failure: Error | null = null;
  stream.on("error", (error: Error & { code?: string }) => {
    closed = true;
    if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") failure = error;
    stream.emit("drain");
  });
  const flush = async () => {
    const bytes = pending.take();
    if (bytes.length > 0 && !closed && !stream.write(bytes))
      await new Promise((resolve) => stream.once("drain", resolve));
    if (failure !== null) throw failure;
    return !closed;
  };
  return {
    write: (...pieces) => (pending.add(pieces) ? flush() : !closed),
    end: async () => {
      await flush();
    },
    abandon: () => {},
  };
}

/** Where a file's bytes go at first; null: straight into it, because it is a device or a pipe. */
function unfinishedOf(file: string): { readonly file: string; readonly unfinished: string | null } {
  const there = statSync(file, { throwIfNoEntry: false });
  if (there?.isDirectory() === true) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
  if (there !== undefined) accessSync(file, constants.W_OK);
  if (there !== undefined && !there.isFile()) return { file, unfinished: null };
  // What a link points to is replaced, not the link.
  const real = there === undefined ? file : realpathSync(file);
  return { file: real, unfinished: `${real}.${process.pid}.part` };
}

/** Throws what would keep the file from being written, and leaves nothing behind. */
export function tryFile(file: string) {
  const { unfinished } = unfinishedOf(file);
  if (unfinished === null) return;
  closeSync(openSync(unfinished, "wx", 0o600));
  rmSync(unfinished, { force: true });
}

/** A file that appears under its name only when it is whole. */
export function fileOutput(name: string): Output {
  const { file, unfinished } = unfinishedOf(name);
  const descriptor = openSync(unfinished ?? file, unfinished === null ? "w" : "wx", 0o600);
  const pending = new Pending();
  let open = true;
  const close = () => {
    if (open) closeSync(descriptor);
    open = false;
  };
  const flush = () => {
    const bytes = pending.take();
    let at = 0;
    while (at < bytes.length) at += writeSync(descriptor, bytes, at);
    return true;
  };
  return {
    write: (...pieces) => (pending.add(pieces) ? flush() : true),
    end: () => {
      flush();
      close();
      if (unfinished !== null) renameSync(unfinished, file);
      return Promise.resolve();
    },
    abandon: () => {
      close();
      if (unfinished !== null) rmSync(unfinished, { force: true });
    },
  };
}
