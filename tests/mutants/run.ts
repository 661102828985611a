import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { root } from "../../scripts/database/engine";
import { runEntry, say } from "../../scripts/terminal";
import { node } from "../../scripts/verify/run";
import { explained, survivorsOf, type Survivor } from "./survivors";

// `npm run mutants` breaks lib/scoring in every way Stryker knows and counts what no test notices.
// `npm run mutants -- ladder lib/scoring/format.ts` breaks only these rooms or files;
// `--tests=<glob>` runs only these tests; any other option goes to Stryker (`--incremental`).

const reportFile = path.join(root, ".data/mutants/report.json");

function filesOf(room: string): string {
  const name = room.replace(/^lib\/scoring\//, "").replace(/\/$/, "");
  return name.endsWith(".ts") ? `lib/scoring/${name}` : `lib/scoring/${name}/**/*.ts`;
}

function tell(survivors: readonly Survivor[], written: string) {
  const fresh = survivors.filter((survivor) => !explained(survivor, written));
  say(`\n${survivors.length} survivors, ${fresh.length} of them not explained in survivors.md`);
  for (const { file, line, original, replacement } of fresh)
    say(`  ${file}:${line}  \`${original}\` → \`${replacement}\``);
}

runEntry(async () => {
  const given = process.argv.slice(2);
  const rooms = given.filter((word) => !word.startsWith("-"));
  const tests = given.find((word) => word.startsWith("--tests="))?.slice("--tests=".length);
  const options = given.filter((word) => word.startsWith("-") && !word.startsWith("--tests="));
  const mutate = rooms.length > 0 ? ["--mutate", rooms.map(filesOf).join(",")] : [];
  await rm(reportFile, { force: true });
  const { code } = await node(
    "@stryker-mutator/core/bin/stryker.js",
    ["run", "tests/mutants/stryker.config.json", ...mutate, ...options],
    { show: true, env: tests === undefined ? {} : { MUTANT_TESTS: tests } },
  );
  process.exitCode = code;
  if (!existsSync(reportFile)) return;
  const written = await readFile(path.join(import.meta.dirname, "survivors.md"), "utf8");
  tell(survivorsOf(JSON.parse(await readFile(reportFile, "utf8"))), written);
});
