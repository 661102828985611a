import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { root } from "../../scripts/root";
import { runEntry, say } from "../../scripts/terminal";
import { node } from "../../scripts/verify/run";
import { rooms, type Room } from "./rooms";
import { explained, readReport, survivorsOf, tallyOf, type Report, type Tally } from "./survivors";

// `npm run mutants` breaks lib/scoring, the chain, standing and permissions in every way Stryker knows, room by room, and counts what no test of the room
// notices. `npm run mutants -- year audit` breaks only these rooms; words with a dash go to Stryker (`--incremental`).

const LEAST_PERCENT = 95;
const reportFile = path.join(root, ".data/mutants/report.json");

function roomsOf(names: readonly string[]): readonly Room[] {
  const unknown = names.filter((name) => !rooms.some((room) => room.name === name));
  if (unknown.length > 0)
    throw new Error(
      `no room ${unknown.join(", ")}; there are ${rooms.map(({ name }) => name).join(", ")}`,
    );
  return names.length === 0 ? rooms : rooms.filter(({ name }) => names.includes(name));
}

async function mutate(room: Room, options: readonly string[]): Promise<Report> {
  say(`\n${room.name}`);
  await rm(reportFile, { force: true });
  await node(
    "@stryker-mutator/core/bin/stryker.js",
    ["run", "tests/mutants/stryker.config.json", "--mutate", room.files.join(","), ...options],
    { show: true, env: { MUTANT_TESTS: room.tests.join(" ") } },
  );
  return readReport(await readFile(reportFile, "utf8"));
}

/** A room in which nothing could be changed was not found. */
const percentOf = ({ noticed, all }: Tally) => (all === 0 ? 0 : (100 * noticed) / all);

function tell(name: string, tally: Tally) {
  const { noticed, all } = tally;
  say(`${name.padEnd(14)}${percentOf(tally).toFixed(1).padStart(6)} %   ${noticed} of ${all}`);
}

function tellSurvivors(report: Report, written: string) {
  const survivors = survivorsOf(report);
  const fresh = survivors.filter((survivor) => !explained(survivor, written));
  say(`${survivors.length} survivors, ${fresh.length} of them not explained in survivors.md`);
  for (const { file, line, original, replacement } of fresh)
    say(`  ${file}:${line}  \`${original}\` → \`${replacement}\``);
}

runEntry(async () => {
  const given = process.argv.slice(2);
  const options = given.filter((word) => word.startsWith("-"));
  const written = await readFile(path.join(import.meta.dirname, "survivors.md"), "utf8");
  const tallies: (Tally & { readonly name: string })[] = [];
  for (const room of roomsOf(given.filter((word) => !word.startsWith("-")))) {
    const report = await mutate(room, options);
    tellSurvivors(report, written);
    tallies.push({ name: room.name, ...tallyOf(report) });
  }
  say("");
  for (const tally of tallies) tell(tally.name, tally);
  const noticed = tallies.reduce((sum, tally) => sum + tally.noticed, 0);
  const all = tallies.reduce((sum, tally) => sum + tally.all, 0);
  tell("all", { noticed, all });
  if (tallies.some((tally) => percentOf(tally) < LEAST_PERCENT)) process.exitCode = 1;
});
