import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./place.mjs";

const folders = ["app", "components", "lib", "messages", "public", "prisma/schema"];
const loose =
  /^(package(-lock)?\.json|tsconfig\.json|[\w.-]+\.config\.(js|mjs|ts)|(proxy|middleware|instrumentation)\.ts)$/;
// Made of prisma/schema, and perhaps not made yet.
const generated = /^lib[\\/]db[\\/]generated[\\/]/;
const stamp = path.join(root, ".next/tongguan-sources");

function sources() {
  const inside = folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }),
    )
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)));
  const top = readdirSync(root).filter((name) => loose.test(name));
  return [...inside, ...top].filter((file) => !generated.test(file)).sort();
}

function sourceHash() {
  const hash = createHash("sha256");
  for (const file of sources()) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest("hex");
}

/** Whether the last finished build was made of exactly these sources, wherever that was. */
export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === sourceHash();
}

/** Before a build: one cut short must not pass for a finished one. */
export function forgetBuild() {
  rmSync(stamp, { force: true });
}

export function markBuilt() {
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, sourceHash());
}
