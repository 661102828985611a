import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { buildCompany } from "../../support/company";

// A connection has one statement at a time. pg queues others and warns of it, once a process and behind the console's
// back, and its next version refuses them.

const heard: string[] = [];
beforeAll(async () => {
  process.on("warning", ({ message }) => heard.push(message));
  await buildCompany();
});

const ways: Readonly<Record<string, () => Promise<unknown>>> = {
  "statements side by side in a transaction": () =>
    inTransaction((tx) =>
      Promise.all([
        tx.employee.count(),
        tx.$queryRaw`SELECT 1 AS n FROM pg_sleep(0.02)`,
        tx.department.findMany(),
        tx.employee.updateMany({ data: { jobTitle: "客服" } }),
      ]),
    ),
  "several relations read in a transaction": () =>
    inTransaction((tx) =>
      tx.employee.findMany({
        include: {
          department: { include: { employees: true, head: true } },
          manager: true,
          reports: { include: { credential: true, grants: true } },
          sessions: true,
          grants: { include: { department: true } },
        },
      }),
    ),
  "a transaction whose work goes on after its end": () =>
    inTransaction(async (tx) => {
      await tx.employee.count();
      void tx.$queryRaw`SELECT 1 AS n FROM pg_sleep(0.05)`.catch(() => undefined);
    }),
  "a transaction that fails beside a statement under way": () =>
    inTransaction(async (tx) => {
      const slow = tx.$queryRaw`SELECT 1 AS n FROM pg_sleep(0.05)`.catch(() => undefined);
      await tx.$queryRaw`SELECT 1/0 AS n`.catch(() => undefined);
      await slow;
      throw new Error("on purpose");
    }).catch(() => undefined),
  "a transaction that takes too long": () =>
    inTransaction((tx) => tx.$queryRaw`SELECT 1 AS n FROM pg_sleep(0.3)`, 100).catch(
      () => undefined,
    ),
  "a batch": () =>
    database().$transaction([database().employee.count(), database().session.count()]),
};

for (const [name, way] of Object.entries(ways))
  test(`${name} asks no connection that is busy`, async () => {
    await Promise.all(Array.from({ length: 12 }, way));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(heard).toEqual([]);
  });

test("and one that is busy would be heard", async () => {
  // Provoked, so nobody else is to hear it.
  const others = process.listeners("warning");
  process.removeAllListeners("warning");
  const busy = new Promise<string>((resolve) =>
    process.once("warning", ({ message }) => resolve(message)),
  );
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  // The second only waits; pg warns of the third.
  await Promise.all([1, 2, 3].map(() => client.query("SELECT pg_sleep(0.02)")));
  await client.end();
  expect(await busy).toContain("already executing a query");
  for (const other of others) process.on("warning", other);
});
