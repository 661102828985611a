import type pg from "pg";
import { z } from "zod";
import { Refusal } from "../terminal";
import { apply } from "./apply";
import { checkUrl, codeOf, connect } from "./connection";
import { isChecksumOf, readMigrations, type Migration } from "./migration-files";

// The table and the lock are Prisma's own, so that `prisma migrate deploy` can be used on the same database.

interface Options {
  migrations?: readonly Migration[];
  /** How long another instance is waited for, in milliseconds. */
  patience?: number;
}

const lockKey = 72_707_369;

const createTable = `CREATE TABLE _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

async function lock(client: pg.Client, patience: number) {
  // A server's own limits are meant for requests; a migration may take its time.
  await client.query("SET LOCAL statement_timeout = 0");
  await client.query("SET LOCAL idle_in_transaction_session_timeout = 0");
  await client.query(`SET LOCAL lock_timeout = ${String(patience)}`);
  try {
    await client.query("SELECT pg_advisory_xact_lock($1)", [lockKey]);
  } catch (error) {
    if (codeOf(error) !== "55P03") throw error;
    const waited = String(Math.round(patience / 1000));
    throw new Refusal(
      `另一个实例正在升级数据库，已等待 ${waited} 秒；请稍后再启动。`,
      `Another instance is migrating the database; waited ${waited} s. Start again later.`,
    );
  }
}

/** Work under the lock, which ends with the transaction: no pooler and no crash can leave it behind. */
async function locked<T>(client: pg.Client, patience: number, work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    await lock(client, patience);
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

const nameRow = z.object({ name: z.string().nullable() });

const foreignTable = `SELECT min(c.relname) AS name FROM pg_class c
  WHERE c.relnamespace = to_regnamespace(current_schema()) AND c.relkind IN ('r', 'p')
    AND NOT EXISTS (
      SELECT 1 FROM pg_depend d
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
    )`;

async function nameFrom(client: pg.Client, sql: string) {
  const { rows } = await client.query(sql);
  return z.array(nameRow).parse(rows)[0]?.name ?? undefined;
}

async function ensureTable(client: pg.Client) {
  if (await nameFrom(client, "SELECT to_regclass('_prisma_migrations')::text AS name")) return;
  const table = await nameFrom(client, foreignTable);
  if (table !== undefined) {
    throw new Refusal(
      `数据库里已有其他程序的表（如 ${table}），未作改动；请为通关新建一个空数据库。`,
      `The database holds tables of another program (such as ${table}) and was left as it is: create an empty one for Tongguan.`,
    );
  }
  await client.query(createTable);
}

const recordedRow = z.object({ name: z.string(), checksum: z.string(), finished: z.boolean() });

type Recorded = z.output<typeof recordedRow>;

function refusalFor({ name, checksum, finished }: Recorded, known: readonly Migration[]) {
  const own = known.find((migration) => migration.name === name);
  if (own === undefined) {
    return new Refusal(
      `数据库比本版本新（含 ${name}），未作改动；请使用升级它的那个版本或更新的版本。`,
      `The database is newer than this version (it has ${name}) and was left as it is: start the version that migrated it, or a newer one.`,
    );
  }
  if (!finished) {
    return new Refusal(
      `升级 ${name} 曾中途停下，未再尝试。请核对它的改动：若已全部生效，将 _prisma_migrations 中该行的 finished_at 设为当前时间；若已全部撤销，将 rolled_back_at 设为当前时间；然后再启动。`,
      `Migration ${name} was begun and not finished, and was not tried again. See what it changed: if all of it is there, set finished_at of its row in _prisma_migrations to now; if none, set rolled_back_at to now; then start again.`,
    );
  }
  if (isChecksumOf(checksum, own)) return undefined;
  return new Refusal(
    `已执行的升级脚本 ${name}/migration.sql 后来被改过，数据库未作改动；请还原该文件。`,
    `The script of migration ${name} was changed after it had been applied; the database was left as it is. Restore the file.`,
  );
}

/** The oldest migration the database does not have; refuses a state this version must not touch. */
async function nextOf(client: pg.Client, migrations: readonly Migration[]) {
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  );
  const recorded = z.array(recordedRow).parse(rows);
  for (const row of recorded) {
    const refusal = refusalFor(row, migrations);
    if (refusal) throw refusal;
  }
  return migrations.find(({ name }) => recorded.every((row) => row.name !== name));
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const text = error instanceof Error ? error.message : String(error);
  return new Refusal(
    `数据库升级失败：${text}`,
    "The database could not be migrated (reason above); the application was not started.",
  );
}

/**
 * Brings a database to the newest tables, each migration in a transaction of its own where its script allows; answers
 * the names of what was applied. Whatever stands in the way is thrown as a `Refusal`.
 */
export async function migrate(url: string, options: Options = {}): Promise<string[]> {
  const { migrations = await readMigrations(), patience = 120_000 } = options;
  const client = await connect(checkUrl(url));
  const applied: string[] = [];
  try {
    await locked(client, patience, () => ensureTable(client));
    for (;;) {
      const next = await locked(client, patience, async () => {
        const pending = await nextOf(client, migrations);
        if (pending) await apply(client, url, pending);
        return pending;
      });
      if (next === undefined) return applied;
      applied.push(next.name);
    }
  } catch (error) {
    throw asRefusal(error);
  } finally {
    await client.end();
  }
}
