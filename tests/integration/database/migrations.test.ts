import pg from "pg";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { loadMigrations, noFilters, withEngine } from "../../../scripts/database/engine";
import { readMigrations } from "../../../scripts/database/migration-files";
import { migrate } from "../../../scripts/database/migrations";
import { Refusal } from "../../../scripts/terminal";
import { catalogueOf, emptyDatabase, rowsOf } from "../../support/setup/databases";

const record = z.object({
  migration_name: z.string(),
  checksum: z.string(),
  logs: z.string().nullable(),
  finished: z.boolean(),
  rolled_back: z.boolean(),
  applied_steps_count: z.number(),
});

const records = (url: string) =>
  rowsOf(
    url,
    record,
    `SELECT migration_name, checksum, logs, finished_at IS NOT NULL AS finished,
        rolled_back_at IS NOT NULL AS rolled_back, applied_steps_count
      FROM _prisma_migrations ORDER BY started_at`,
  );

function applyByEngine(url: string, count: number) {
  return withEngine({ url }, async (engine) => {
    const list = await loadMigrations();
    const migrationDirectories = list.migrationDirectories.slice(0, count);
    const migrationsList = { ...list, migrationDirectories };
    await engine.applyMigrations({ migrationsList, filters: noFilters });
  });
}

async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.catch((thrown: unknown) => thrown);
  if (error instanceof Refusal) return `${error.zh}\n${error.en}`;
  throw new Error(`no refusal: ${String(error)}`);
}

const first = { name: "1_first", sql: "CREATE TABLE first (id int);\n" };
const second = { name: "2_second", sql: "CREATE TABLE second (id int);\n" };

describe("beside Prisma's own engine", () => {
  test("the same tables and the same records", async () => {
    const [ours, theirs] = [await emptyDatabase(), await emptyDatabase()];
    const names = (await readMigrations()).map(({ name }) => name);
    expect(await migrate(ours)).toEqual(names);
    await applyByEngine(theirs, names.length);
    expect(await catalogueOf(ours)).toEqual(await catalogueOf(theirs));
    expect(await records(ours)).toEqual(await records(theirs));
    expect((await catalogueOf(ours)).length).toBeGreaterThan(300);
  });

  test("what it began is carried on, and what we did leaves it nothing to do", async () => {
    const url = await emptyDatabase();
    const names = (await readMigrations()).map(({ name }) => name);
    await applyByEngine(url, 2);
    expect(await migrate(url)).toEqual(names.slice(2));
    expect(await migrate(url)).toEqual([]);
    const before = await records(url);
    await applyByEngine(url, names.length);
    expect(await records(url)).toEqual(before);
  });
});

test("two instances at once apply every migration once", async () => {
  const url = await emptyDatabase();
  const slow = { name: "1_slow", sql: "SELECT pg_sleep(0.3);\nCREATE TABLE slow (id int);" };
  const migrations = [slow, second];
  const both = await Promise.all([migrate(url, { migrations }), migrate(url, { migrations })]);
  expect(both.flat().sort()).toEqual(["1_slow", "2_second"]);
  expect(await records(url)).toHaveLength(2);
});

test("another instance that does not end is waited for a while; nothing of the lock stays", async () => {
  const url = await emptyDatabase();
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  await other.query("SELECT pg_advisory_lock(72707369)");
  const refusal = await refusalOf(migrate(url, { migrations: [first], patience: 200 }));
  expect(refusal).toContain("Another instance is migrating the database");
  await other.end();
  expect(await migrate(url, { migrations: [first] })).toEqual(["1_first"]);
  const locks = "SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory'";
  const here = `${locks} AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  expect(await rowsOf(url, z.object({ n: z.number() }), here)).toEqual([{ n: 0 }]);
});

describe("a script that fails", () => {
  const broken = {
    name: "2_broken",
    sql: "CREATE TABLE half (id int);\n\nINSERT INTO half VALUES (1);\nINSERT INTO first\n  VALUES (nobody);\n",
  };

  test("leaves nothing half done, says where, and can be mended", async () => {
    const url = await emptyDatabase();
    await migrate(url, { migrations: [first] });
    const before = await catalogueOf(url);
    const refusal = await refusalOf(migrate(url, { migrations: [first, broken] }));
    expect(refusal).toContain("2_broken/migration.sql 第 5 行");
    expect(refusal).toContain('column "nobody" does not exist');
    expect(refusal).toContain("the database is as it was before");
    expect(await catalogueOf(url)).toEqual(before);
    expect((await records(url)).map((row) => row.migration_name)).toEqual(["1_first"]);
    expect(await migrate(url, { migrations: [first] })).toEqual([]);
    expect(await migrate(url, { migrations: [first, second] })).toEqual(["2_second"]);
  });

  test("what went before it is kept", async () => {
    const url = await emptyDatabase();
    await refusalOf(migrate(url, { migrations: [first, broken] }));
    expect((await records(url)).map((row) => row.migration_name)).toEqual(["1_first"]);
  });

  test("an error with no place of its own names the line of its statement", async () => {
    const url = await emptyDatabase();
    const sql = "CREATE TABLE one (id int CHECK (id > 0));\n-- why\nINSERT INTO one VALUES (0);";
    const refusal = await refusalOf(migrate(url, { migrations: [{ name: "1_check", sql }] }));
    expect(refusal).toContain("line 3 of 1_check/migration.sql");
  });
});

describe("a script that cannot stand in a transaction", () => {
  const sql = "CREATE TABLE big (id int);\nCREATE UNIQUE INDEX CONCURRENTLY i ON big (id);\n";
  const index = { name: "1_index", sql };

  test("is applied statement by statement", async () => {
    const url = await emptyDatabase();
    expect(await migrate(url, { migrations: [index, second] })).toEqual(["1_index", "2_second"]);
    expect((await records(url)).every(({ finished }) => finished)).toBe(true);
  });

  test("one that fails is recorded as begun, and not tried again by itself", async () => {
    const url = await emptyDatabase();
    const bad = { ...index, sql: `BEGIN;\nCREATE TABLE big (id int);\nCOMMIT;\nSELECT nobody;` };
    const refusal = await refusalOf(migrate(url, { migrations: [bad] }));
    expect(refusal).toContain("line 4");
    expect(refusal).toContain("statements before it may have taken effect");
    expect(await records(url)).toMatchObject([{ finished: false, rolled_back: false }]);
    const again = await refusalOf(migrate(url, { migrations: [index] }));
    expect(again).toContain("Migration 1_index was begun and not finished");
    const undo = `DROP TABLE big; UPDATE _prisma_migrations SET rolled_back_at = now()`;
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(undo);
    await client.end();
    expect(await migrate(url, { migrations: [index] })).toEqual(["1_index"]);
  });
});

test.each([
  ["Windows", "Unix", "\r\n", "\n"],
  ["Unix", "Windows", "\n", "\r\n"],
])("scripts with %s line endings carry on with %s ones", async (_, __, then, now) => {
  const url = await emptyDatabase();
  const written = (migration: typeof first, end: string) => ({
    ...migration,
    sql: `-- why\n${migration.sql}\n`.replaceAll("\n", end),
  });
  await migrate(url, { migrations: [written(first, then)] });
  const scripts = [first, second].map((migration) => written(migration, now));
  expect(await migrate(url, { migrations: scripts })).toEqual(["2_second"]);
});

describe("a database this version must not touch is refused in words", () => {
  test("a script changed after it was applied", async () => {
    const url = await emptyDatabase();
    await migrate(url, { migrations: [first] });
    const changed = { ...first, sql: `${first.sql}-- a word more\n` };
    const refusal = await refusalOf(migrate(url, { migrations: [changed, second] }));
    expect(refusal).toContain("1_first was changed after it had been applied");
    expect(await records(url)).toHaveLength(1);
  });

  test("a newer one", async () => {
    const url = await emptyDatabase();
    await migrate(url, { migrations: [first, second] });
    const refusal = await refusalOf(migrate(url, { migrations: [first] }));
    expect(refusal).toContain("newer than this version (it has 2_second)");
    expect(await records(url)).toHaveLength(2);
  });

  test("one of another program", async () => {
    const url = await emptyDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("CREATE TABLE theirs (id int)");
    await client.end();
    const before = await catalogueOf(url);
    expect(await refusalOf(migrate(url))).toContain("tables of another program (such as theirs)");
    expect(await catalogueOf(url)).toEqual(before);
  });
});
