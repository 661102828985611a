import pg from "pg";
import { Refusal } from "../terminal";
import { loadMigrations, noFilters, withEngine } from "./engine";

// Two instances starting together must not apply the same migration twice.
const lockKey = 7_246_001;

const refusals: Record<string, [string, string]> = {
  ECONNREFUSED: ["数据库拒绝连接", "The database refuses the connection"],
  ENOTFOUND: ["找不到数据库主机", "The database host was not found"],
  EAI_AGAIN: ["找不到数据库主机", "The database host was not found"],
  ETIMEDOUT: ["连接数据库超时", "Connecting to the database timed out"],
  ECONNRESET: ["数据库中断了连接", "The database broke the connection off"],
  "28P01": ["数据库用户名或密码错误", "The database rejects the user or password"],
  "28000": ["数据库不允许该用户登录", "The database does not let this user in"],
  "3D000": ["数据库不存在", "The database does not exist"],
  "53300": ["数据库连接数已满", "The database has no free connection"],
  "42501": ["数据库用户权限不足", "The database user lacks a permission"],
};

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function withoutPassword(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || "5432"}${pathname}`;
}

export function checkUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const known = parsed?.protocol === "postgresql:" || parsed?.protocol === "postgres:";
  if (known && parsed.pathname.length > 1) return url;
  throw new Refusal(
    "DATABASE_URL 的格式应为 postgresql://用户:密码@主机:5432/数据库。",
    "DATABASE_URL must look like postgresql://user:password@host:5432/database.",
  );
}

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    const timedOut = error instanceof Error && /timeout/i.test(error.message);
    const [zh, en] = refusals[timedOut ? "ETIMEDOUT" : codeOf(error)] ?? [
      "无法连接数据库",
      "The database cannot be reached",
    ];
    const where = withoutPassword(url);
    throw new Refusal(
      `${zh}（${where}），请检查 DATABASE_URL。`,
      `${en} (${where}): check DATABASE_URL.`,
    );
  }
}

function migrationFailure(error: unknown): Error {
  const text = error instanceof Error ? error.message : String(error);
  return new Refusal(
    `数据库升级失败，数据库未被应用使用：\n${text}`,
    "A migration failed; the application was not started (the reason is above).",
  );
}

/** Brings a database to the newest tables; answers the names of what was applied. */
export async function migrate(url: string): Promise<string[]> {
  const migrationsList = await loadMigrations();
  const holder = await connect(checkUrl(url));
  try {
    await holder.query("SELECT pg_advisory_lock($1)", [lockKey]);
    return await withEngine({ url }, async (engine) => {
      const result = await engine.applyMigrations({ migrationsList, filters: noFilters });
      return result.appliedMigrationNames;
    });
  } catch (error) {
    throw migrationFailure(error);
  } finally {
    await holder.end();
  }
}

/** Creates a database on the server of `url` unless it is there. */
export async function ensureDatabase(url: string, name: string): Promise<boolean> {
  const client = await connect(url);
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount) return false;
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    return true;
  } finally {
    await client.end();
  }
}

export async function dropDatabase(url: string, name: string): Promise<void> {
  const client = await connect(url);
  try {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
