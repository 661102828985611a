import pg from "pg";
import { Refusal } from "../terminal";

const reasons: Record<string, [string, string]> = {
  ECONNREFUSED: ["数据库拒绝连接", "The database refuses the connection"],
  ENOTFOUND: ["找不到数据库主机", "The database host was not found"],
  EAI_AGAIN: ["找不到数据库主机", "The database host was not found"],
  ETIMEDOUT: ["连接数据库超时", "Connecting to the database timed out"],
  ECONNRESET: ["数据库中断了连接", "The database closed the connection"],
  "28P01": ["数据库用户名或密码错误", "The database rejects the user or password"],
  "28000": ["数据库不允许该用户登录", "The database does not accept this user"],
  "3D000": ["数据库不存在", "The database does not exist"],
  "53300": ["数据库连接数已满", "The database has no free connection"],
  "42501": ["数据库用户权限不足", "The database user lacks a permission"],
};

/** SQLSTATE or system code of an error; empty when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function withoutPassword(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || "5432"}${pathname}`;
}

/** Answers `url` unless it cannot be the address of a database. */
export function checkUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const known = parsed?.protocol === "postgresql:" || parsed?.protocol === "postgres:";
  if (known && parsed.pathname.length > 1) return url;
  throw new Refusal(
    "DATABASE_URL 的格式应为 postgresql://用户:密码@主机:5432/数据库。",
    "DATABASE_URL must look like postgresql://user:password@host:5432/database.",
  );
}

function unreachable(error: unknown, url: string): Refusal {
  const timedOut = error instanceof Error && /timeout/i.test(error.message);
  const [zh, en] = reasons[timedOut ? "ETIMEDOUT" : codeOf(error)] ?? [
    "无法连接数据库",
    "The database cannot be reached",
  ];
  const where = withoutPassword(url);
  return new Refusal(
    `${zh}（${where}），请检查 DATABASE_URL。`,
    `${en} (${where}): check DATABASE_URL.`,
  );
}

/** An open connection; the caller ends it. A server that cannot be reached is a `Refusal`. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw unreachable(error, url);
  }
}

/** Creates a database on the server of `url` unless it is there; answers whether it was created. */
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
