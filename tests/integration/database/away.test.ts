import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureDatabase } from "../../../scripts/database/connection";
import { startEmbedded, type EmbeddedServer } from "../../../scripts/database/embedded";
import { migrate } from "../../../scripts/database/migrations";
import { waitForEnd } from "../../../scripts/processes";
import { database } from "@/lib/db/client";
import { asHouse } from "@/lib/db/read";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import { ok } from "@/lib/errors/outcome";

// A server of its own, because it is stopped under load again and again.

let folder: string;
let server: EmbeddedServer;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "tongguan-away-"));
  server = await startEmbedded({ folder, durable: false });
  await ensureDatabase(server.url("postgres"), "away");
  await migrate(server.url("away"));
  process.env["DATABASE_URL"] = server.url("away");
}, 60_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Immediate is what a crash looks like; fast, what an administrator does. */
async function stop(signal: "SIGQUIT" | "SIGINT") {
  const written = await readFile(path.join(folder, "postgres", "postmaster.pid"), "utf8");
  const pid = Number(written.split("\n")[0]);
  process.kill(pid, signal);
  await waitForEnd(pid, 10_000);
}

const works: readonly (() => Promise<unknown>)[] = [
  () => asHouse("first_run", (tx) => tx.$queryRaw`SELECT 1 AS n FROM pg_sleep(0.01)`),
  () => asHouse("first_run", (tx) => tx.company.count()),
  () =>
    asHouse("first_run", (tx) =>
      tx.appraisal.findMany({ select: { returns: true, decisions: true, approvals: true } }),
    ),
  () =>
    inTransaction(async (tx: Tx) => {
      await tx.$queryRaw`SELECT 1 AS n FROM pg_sleep(0.01)`;
      await tx.company.updateMany({ data: { name: "知渡" } });
      await tx.$executeRaw`SELECT 1 AS n FROM pg_sleep(0.01)`;
    }),
];

test("four stops under load are answered 503, never 500, and then it goes on", async () => {
  // The environment is read when the log is made.
  const { respondSafely } = await import("@/lib/commands/respond");
  const statuses = new Map<number, number>();
  let over = false;
  const lanes = Array.from({ length: 40 }, async (_, lane) => {
    const work = works[lane % works.length] ?? (() => Promise.reject(new Error("no work")));
    while (!over) {
      const { status } = await respondSafely(async () => ok(await work()));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status !== 200) await sleep(20);
    }
  });
  for (const signal of ["SIGQUIT", "SIGINT", "SIGQUIT", "SIGQUIT"] as const) {
    await sleep(500);
    await stop(signal);
    await sleep(500);
    server = await startEmbedded({ folder, durable: false });
  }
  await sleep(1_000);
  statuses.set(200, 0);
  await sleep(500);
  over = true;
  await Promise.all(lanes);
  expect([...statuses.keys()].sort()).toEqual([200, 503]);
  expect(statuses.get(503)).toBeGreaterThan(40);
  expect(statuses.get(200)).toBeGreaterThan(40);
  await database().$disconnect();
}, 60_000);
