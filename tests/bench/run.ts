import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { Refusal, runEntry, say } from "../../scripts/terminal";

// `npm run bench -- scoring` runs tests/bench/scoring.bench.ts. A measurement is no test: a goal that is missed is
// printed and the exit code stays 0.

const ending = ".bench.ts";
const benchSchema = z.object({ bench: z.custom<() => void | Promise<void>>(isFunction) });

function isFunction(candidate: unknown): boolean {
  return typeof candidate === "function";
}

runEntry(async () => {
  const files = await readdir(import.meta.dirname);
  const names = files.flatMap((file) =>
    file.endsWith(ending) ? [path.basename(file, ending)] : [],
  );
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !names.includes(name));
  if (asked.length === 0 || unknown !== undefined)
    throw new Refusal(
      `请指定要测的项目：${names.join(" ")}`,
      `Name what to measure: ${names.join(" ")}`,
    );
  for (const name of asked) {
    const file = pathToFileURL(path.join(import.meta.dirname, `${name}${ending}`)).href;
    const { bench } = benchSchema.parse(await import(file));
    say(`${name} · Node ${process.versions.node}, ${process.platform} ${process.arch}`);
    await bench();
  }
});
