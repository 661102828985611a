import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { ensureDatabase } from "../../scripts/database/connection";
import { startEmbedded, type EmbeddedServer } from "../../scripts/database/embedded";
import { migrate } from "../../scripts/database/migrations";
import { seed } from "../../scripts/serve/demo";
import { say, step } from "../../scripts/terminal";
import { bareTable, startBare } from "./pages/bare";
import { bareContestants, ourContestants } from "./pages/contestants";
import { refuseWithoutProc } from "./pages/cpu";
import { startOurs } from "./pages/site";
import { printTable } from "./pages/table";
import { postmasterOf, takeTurns } from "./pages/turns";

/** Requests of a turn, and how often everybody has one; the first rounds warm the processes up. */
const plan = { requests: 25, rounds: 16, warmUps: 4 };

const name = "tongguan";
const settings = ["shared_preload_libraries=pg_stat_statements"];

async function prepared(server: EmbeddedServer): Promise<pg.Client> {
  await ensureDatabase(server.url("postgres"), name);
  await migrate(server.url(name));
  await seed(server.url(name));
  const database = new pg.Client({ connectionString: server.url(name) });
  await database.connect();
  await database.query(bareTable);
  await database.query("VACUUM ANALYZE");
  return database;
}

/**
 * What a page or a save costs beside the least that the same framework can do, in CPU of the web server and of
 * PostgreSQL: unlike time it hardly depends on what else the machine does. Ours are production builds with the demo
 * company.
 */
export async function bench(): Promise<void> {
  refuseWithoutProc();
  const folder = await mkdtemp(path.join(os.tmpdir(), "tongguan-bench-"));
  const closers = [() => rm(folder, { recursive: true, force: true })];
  try {
    const server = await startEmbedded({ folder, durable: false, settings });
    closers.push(server.stop);
    const database = await prepared(server);
    closers.push(() => database.end());
    const counter = new pg.Client({ connectionString: server.url("postgres") });
    await counter.connect();
    closers.push(() => counter.end());
    await counter.query("CREATE EXTENSION pg_stat_statements");
    const bare = await step("bare", () => startBare(server.url(name)));
    closers.push(bare.stop);
    const ours = await startOurs(server.url(name));
    closers.push(ours.stop);
    const contestants = [...bareContestants(bare), ...(await ourContestants(ours, database))];
    const postmaster = await postmasterOf(counter);
    const turns = { contestants, counter, database: name, postmaster };
    printTable(await step("measuring", (note) => takeTurns(turns, plan, note)));
    say();
  } finally {
    for (const close of closers.reverse()) await close();
  }
}
