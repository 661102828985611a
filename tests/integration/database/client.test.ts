import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";

test("every file has a migrated database of its own", async () => {
  const rows = await database().$queryRaw<{ name: string; migrations: bigint }[]>`
    SELECT current_database() AS name, (SELECT count(*) FROM _prisma_migrations) AS migrations`;
  expect(rows[0]?.name).toMatch(/^test_/);
});

test("a transaction that throws leaves nothing behind", async () => {
  await database().$executeRaw`CREATE TABLE probe (id int)`;
  const failing = inTransaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO probe VALUES (1)`;
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  const rows = await database().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM probe`;
  expect(rows[0]?.n).toBe(0);
});

test("a deadlock is resolved by running the loser again", async () => {
  await database().$executeRaw`CREATE TABLE lane (id int PRIMARY KEY, n int)`;
  await database().$executeRaw`INSERT INTO lane VALUES (1, 0), (2, 0)`;
  const crossing = (first: number, second: number) =>
    inTransaction(async (tx) => {
      await tx.$executeRaw`UPDATE lane SET n = n + 1 WHERE id = ${first}`;
      await tx.$executeRaw`SELECT pg_sleep(0.2)`;
      await tx.$executeRaw`UPDATE lane SET n = n + 1 WHERE id = ${second}`;
    });
  await Promise.all([crossing(1, 2), crossing(2, 1)]);
  const rows = await database().$queryRaw<{ n: number }[]>`SELECT n FROM lane ORDER BY id`;
  expect(rows.map((row) => row.n)).toEqual([2, 2]);
});
