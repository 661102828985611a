import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { say } from "../terminal";
import type { Counts } from "./run";

/** Bytes of script, gzipped, that a page may load before anything is pressed; a bare page of the framework has 132,000. */
const ordinary = 165_000;
/**
 * Forms: a whole sheet, or the minutes about it, is written, explained and kept while offline; HR decides, records whom it asked and
 * reopens; a person's record is kept with everything that follows from it; many sheets are agreed to at once; a running cycle is extended, paused and changed.
 */
const forms: ReadonlySet<string> = new Set([
  "/self-review/[appraisalId]",
  "/manager-scoring/[appraisalId]",
  "/interview/[appraisalId]",
  "/hr-audit/[appraisalId]",
  "/people/[id]",
  "/cycles/[id]",
  "/second-level",
]);
const form = 200_000;

interface Chunk {
  readonly file: string;
  readonly bytes: number;
  /** Client components that ask for it. */
  readonly modules: readonly string[];
}

export interface PageSize {
  readonly route: string;
  readonly bytes: number;
  readonly limit: number;
  /** The heaviest chunk that is not the framework's own. */
  readonly heaviest: Chunk | undefined;
}

const paths = z.record(z.string(), z.string());
const framework = z.object({ rootMainFiles: z.array(z.string()) });
const page = z.object({
  clientModules: z.record(z.string(), z.object({ chunks: z.array(z.string()) })),
  entryJSFiles: z.record(z.string(), z.array(z.string())),
});

const routeOf = (key: string) => key.replace(/\/\([^)]+\)/g, "").replace(/\/page$/, "") || "/";

async function json(...file: string[]): Promise<unknown> {
  return JSON.parse(await readFile(path.join(...file), "utf8"));
}

/** The manifest is a script that assigns one object of JSON. */
async function manifestOf(file: string): Promise<z.infer<typeof page>> {
  const script = await readFile(file.replace(/\.js$/, "_client-reference-manifest.js"), "utf8");
  const start = script.indexOf("] = ") + "] = ".length;
  return page.parse(JSON.parse(script.slice(start).trim().replace(/;$/, "")));
}

/** What each page loads at first, by the manifests `next build` leaves in a folder; the heaviest page last. */
export async function pageSizes(build: string): Promise<PageSize[]> {
  const known = new Map<string, number>();
  const bytesOf = async (file: string) => {
    const bytes = known.get(file) ?? gzipSync(await readFile(path.join(build, file))).length;
    known.set(file, bytes);
    return bytes;
  };
  const { rootMainFiles } = framework.parse(await json(build, "build-manifest.json"));
  const pages = paths.parse(await json(build, "server/app-paths-manifest.json"));
  const sizes: PageSize[] = [];
  for (const [key, file] of Object.entries(pages)) {
    if (!key.endsWith("/page")) continue;
    const { clientModules, entryJSFiles } = await manifestOf(path.join(build, "server", file));
    const own: Chunk[] = [];
    for (const chunk of new Set(Object.values(entryJSFiles).flat())) {
      if (rootMainFiles.includes(chunk)) continue;
      const modules = Object.entries(clientModules)
        .filter(([, { chunks }]) => chunks.some((address) => address.endsWith(chunk)))
        .map(([module]) => module.replace("[project]/", ""));
      own.push({ file: chunk, bytes: await bytesOf(chunk), modules });
    }
    const shared = await Promise.all(rootMainFiles.map(bytesOf));
    const route = routeOf(key);
    sizes.push({
      route,
      bytes: [...shared, ...own.map(({ bytes }) => bytes)].reduce((sum, bytes) => sum + bytes, 0),
      limit: forms.has(route) ? form : ordinary,
      heaviest: own.toSorted((a, b) => b.bytes - a.bytes)[0],
    });
  }
  return sizes.sort((a, b) => a.bytes - b.bytes);
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** One line a page; under a page that is too heavy the chunk to look at first and what asked for it. */
export function sizeTable(sizes: readonly PageSize[]): string[] {
  return sizes.flatMap(({ route, bytes, limit, heaviest }) => {
    const line = `  ${kilobytes(bytes).padStart(6)} / ${kilobytes(limit)} kB  ${route}`;
    if (bytes <= limit) return [line];
    const cause = heaviest && [
      `         ${heaviest.file} (${kilobytes(heaviest.bytes)} kB), asked for by`,
      ...heaviest.modules.map((module) => `           ${module}`),
    ];
    return [`${line}  TOO LARGE`, ...(cause ?? [])];
  });
}

export async function checkSizes(build: string): Promise<Counts> {
  const sizes = await pageSizes(build);
  say(["  gzipped script at first load", ...sizeTable(sizes)].join("\n"));
  const failed = sizes.filter(({ bytes, limit }) => bytes > limit).length;
  // A list that has ceased to name pages would let their limits go unnoticed.
  const lost = [...forms].filter((route) => !sizes.some((size) => size.route === route));
  if (lost.length > 0) say(`  no such page: ${lost.join(", ")}`);
  return { passed: sizes.length - failed, failed: failed + lost.length };
}
