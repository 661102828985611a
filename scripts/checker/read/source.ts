import {
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";

const CHUNK = 256 * 1024;

/**
 * A file only this process can read, with no name left where the system allows it: whatever ends the process, no
 * scores stay behind.
 */
export class TemporaryFile {
  readonly descriptor: number;
  private readonly remove: () => void;

  constructor() {
    const folder = mkdtempSync(path.join(os.tmpdir(), "tongguan-score-"));
    const file = path.join(folder, "spool");
    this.descriptor = openSync(file, "wx+", 0o600);
    try {
      unlinkSync(file);
      rmdirSync(folder);
      this.remove = () => {};
    } catch {
      // Windows keeps an open file's name.
      this.remove = () => rmSync(folder, { recursive: true, force: true });
      process.once("exit", this.remove);
    }
  }

  write(bytes: Uint8Array) {
    let at = 0;
    while (at < bytes.length) at += writeSync(this.descriptor, bytes, at);
  }

  close() {
    closeSync(this.descriptor);
    this.remove();
  }
}

/** Bytes that can be read again from the start. */
export type Source = {
  readonly descriptor: number;
  readonly size: number;
  readonly close: () => void;
};

/** Opens a file, or keeps what comes from a pipe in a temporary one. Throws the system's errors (ENOENT, EISDIR, …). */
export async function openSource(file: string): Promise<Source> {
  const descriptor = openSync(file, "r");
  const stat = fstatSync(descriptor);
  const close = () => {
    closeSync(descriptor);
  };
  if (stat.isFile()) return { descriptor, size: stat.size, close };
  if (stat.isDirectory()) {
    close();
    throw Object.assign(new Error("a folder"), { code: "EISDIR", path: file });
  }
  const kept = new TemporaryFile();
  const size = copy(descriptor, kept);
  close();
  return Promise.resolve({ descriptor: kept.descriptor, size, close: () => kept.close() });
}

function copy(from: number, to: TemporaryFile): number {
  const buffer = Buffer.allocUnsafe(CHUNK);
  let size = 0;
  for (;;) {
    const read = readSync(from, buffer, 0, CHUNK, null);
    if (read === 0) return size;
    to.write(buffer.subarray(0, read));
    size += read;
  }
}

export async function keepStream(stream: Readable): Promise<Source> {
  const kept = new TemporaryFile();
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    kept.write(bytes);
    size += bytes.length;
  }
  return { descriptor: kept.descriptor, size, close: () => kept.close() };
}

/** The source from its start, piece by piece. Each piece is overwritten by the next: use it before going on. */
export function* chunksOf(source: Source): Generator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (let at = 0; ;) {
    const read = readSync(source.descriptor, buffer, 0, CHUNK, at);
    if (read === 0) return;
    at += read;
    yield buffer.subarray(0, read);
  }
}

/** As far as anybody looks back for the sign before some white space. */
const LOOK_BACK = 4 * 1024;

function earlier(source: Source, offset: number): string {
  const bytes = Buffer.alloc(Math.min(offset, LOOK_BACK));
  readSync(source.descriptor, bytes, 0, bytes.length, offset - bytes.length);
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}

/** The bytes around `offset`, the text before it over several lines, and where it is: lines and columns from 1, columns in characters. */
export function placeOf(source: Source, offset: number) {
  let line = 1;
  let lineStart = 0;
  let at = 0;
  for (const chunk of chunksOf(source)) {
    for (
      let end = chunk.indexOf(10);
      end !== -1 && at + end < offset;
      end = chunk.indexOf(10, end + 1)
    ) {
      line += 1;
      lineStart = at + end + 1;
    }
    at += chunk.length;
    if (at >= offset) break;
  }
  const before = Buffer.alloc(Math.min(offset - lineStart, CHUNK));
  readSync(source.descriptor, before, 0, before.length, lineStart);
  const after = Buffer.alloc(12);
  const read = readSync(source.descriptor, after, 0, after.length, offset);
  const column = before.toString("utf8").replace(/^\uFEFF/, "").length + 1;
  return { line, column, before, after: after.subarray(0, read), earlier: earlier(source, offset) };
}

export function readAll(source: Source): Uint8Array {
  const all = Buffer.allocUnsafe(source.size);
  let at = 0;
  while (at < all.length) {
    const read = readSync(source.descriptor, all, at, all.length - at, at);
    if (read === 0) break;
    at += read;
  }
  return all.subarray(0, at);
}
