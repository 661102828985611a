import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";

// A setup file of the integration project: each test FILE gets its own copy of the migrated template
// before the application's modules are loaded, so files run side by side and see none of each other.

async function administer(sql: string) {
  const client = new pg.Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const name = `test_${randomUUID().replaceAll("-", "")}`;
const url = new URL(inject("postgresUrl"));
url.pathname = `/${name}`;

await administer(`CREATE DATABASE ${name} TEMPLATE ${inject("templateName")} STRATEGY FILE_COPY`);

process.env["DATABASE_URL"] = url.href;
process.env["APP_URL"] = "http://localhost:3000";
process.env["NEXTAUTH_SECRET"] = "integration-tests-know-this-secret";
process.env["LOG_LEVEL"] = "silent";

afterAll(async () => {
  const { tongguanDatabase } = globalThis;
  await tongguanDatabase?.$disconnect();
  await administer(`DROP DATABASE ${name} WITH (FORCE)`);
});
