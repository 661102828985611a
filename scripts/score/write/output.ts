import { once } from "node:events";
import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import type { Writable } from "node:stream";

const FLUSH_AT = 64 * 1024;

export type Output = {
  /** Resolves to false when nobody reads any more (`| head`): there is no sense in going on. */
  readonly write: (text: string) => Promise<boolean>;
  readonly end: () => Promise<void>;
  /** Leaves nothing behind. */
  readonly abandon: () => void;
};

/** Standard output, at the pace of who reads it. A closed pipe ends it quietly. */
export function streamOutput(stream: Writable): Output {
  let pending = "";
  let closed = false;
  stream.on("error", (error: Error & { code?: string }) => {
    if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") throw error;
    closed = true;
    stream.emit("drain");
  });
  const flush = async () => {
    const text = pending;
    pending = "";
    if (text !== "" && !closed && !stream.write(text)) await once(stream, "drain");
    return !closed;
  };
  return {
    write: async (text) => {
      pending += text;
      return pending.length < FLUSH_AT ? !closed : flush();
    },
    end: async () => {
      await flush();
    },
    abandon: () => {},
  };
}

/** A file that appears under its name only when it is whole. */
export function fileOutput(file: string): Output & { readonly bytes: (bytes: Uint8Array) => void } {
  const unfinished = `${file}.${process.pid}.part`;
  const descriptor = openSync(unfinished, "wx", 0o600);
  const bytes = (piece: Uint8Array) => {
    let at = 0;
    while (at < piece.length) at += writeSync(descriptor, piece, at);
  };
  let pending = "";
  const flush = () => {
    bytes(Buffer.from(pending, "utf8"));
    pending = "";
  };
  return {
    bytes,
    write: (text) => {
      pending += text;
      if (pending.length >= FLUSH_AT) flush();
      return Promise.resolve(true);
    },
    end: () => {
      flush();
      closeSync(descriptor);
      renameSync(unfinished, file);
      return Promise.resolve();
    },
    abandon: () => {
      closeSync(descriptor);
      rmSync(unfinished, { force: true });
    },
  };
}
