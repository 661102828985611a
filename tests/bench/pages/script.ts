import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const sizes = new Map<string, number>();

function gzippedSize(file: string): number {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const size = gzipSync(readFileSync(file)).byteLength;
  sizes.set(file, size);
  return size;
}

/** Gzipped bytes of all script a page of HTML asks for before it can be used; only old browsers take `nomodule`. */
export function scriptBytes(html: string, folder: string): number {
  const old = new Set(
    (html.match(/<script[^>]*nomodule[^>]*>/gi) ?? []).flatMap((tag) => chunksIn(tag)),
  );
  const chunks = new Set(chunksIn(html));
  return [...chunks]
    .filter((chunk) => !old.has(chunk))
    .reduce((sum, chunk) => sum + gzippedSize(path.join(folder, ".next", chunk)), 0);
}

function chunksIn(text: string): string[] {
  return text.match(/static\/chunks\/[\w./~-]+?\.js/g) ?? [];
}
