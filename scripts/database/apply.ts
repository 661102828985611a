import { randomUUID } from "node:crypto";
import pg from "pg";
import { unseen } from "@/lib/text/characters";
import { Refusal } from "../terminal";
import { connect } from "./connection";
import { checksumOf, type Migration } from "./migration-files";
import { fitsTransaction, lineAt, splitStatements, type Statement } from "./statements";

interface Script extends Migration {
  statements: Statement[];
  /** Whether all of it stands in one transaction. */
  whole: boolean;
}

/** What nobody sees may be all that tells two spellings apart. */
const visible = (text: string) =>
  text.replace(unseen, (sign) =>
    /[ \n]/.test(sign)
      ? sign
      : `‹U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}›`,
  );

/** Nobody who starts with the embedded database has ever connected to it by hand. */
const reached = {
  zh: "内置数据库只在网站运行时可以连接：启动升级前的版本后，以用户 postgres 连接数据库 tongguan，端口和密码在数据文件夹（默认 .data）的 postgres.json。",
  en: "The embedded database can be reached only while a site runs: start the version before, then connect to the database tongguan as postgres; the port and the password are in postgres.json of the data folder (.data unless set otherwise).",
};

function failure({ name, whole }: Script, statement: Statement, error: unknown): Refusal {
  const known = error instanceof pg.DatabaseError ? error : undefined;
  // A script of ours that looked at the data and says what stands in the way: Chinese, the rows, English.
  if (known?.code === "P0001" && known.hint !== undefined)
    return new Refusal(
      [known.message, visible(known.detail ?? ""), reached.zh].filter(Boolean).join("\n"),
      `${known.hint} ${reached.en}`,
    );
  const text = known ? [known.message, known.detail, known.hint] : [String(error)];
  const line = String(lineAt(statement, Number(known?.position ?? 1)));
  const [zh, en] = whole
    ? ["数据库保持升级前的样子", "the database is as it was before"]
    : ["此前的语句可能已生效", "statements before it may have taken effect"];
  return new Refusal(
    `数据库升级失败：${name}/migration.sql 第 ${line} 行出错，${zh}。\n${text.filter(Boolean).join("\n")}`,
    `The migration failed at line ${line} of ${name}/migration.sql (reason above); ${en}.`,
  );
}

async function run(client: pg.Client, script: Script) {
  const id = randomUUID();
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at)
       VALUES ($1, $2, $3, clock_timestamp())`,
    [id, checksumOf(script), script.name],
  );
  for (const statement of script.statements) {
    try {
      await client.query(statement.text);
    } catch (error) {
      throw failure(script, statement, error);
    }
  }
  await client.query(
    `UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1
       WHERE id = $1`,
    [id],
  );
}

async function runInPieces(url: string, script: Script) {
  const client = await connect(url);
  try {
    await run(client, script);
  } catch (error) {
    await client.query("ROLLBACK");
    await client.query(
      `UPDATE _prisma_migrations SET logs = $2
         WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`,
      [script.name, error instanceof Refusal ? error.zh : String(error)],
    );
    throw error;
  } finally {
    await client.end();
  }
}

/**
 * Applies a migration and records it, inside the transaction `client` is in. A script that cannot stand in one (it
 * begins its own, or builds an index CONCURRENTLY) runs on a connection of its own, which records the beginning before
 * and the end after it.
 */
export async function apply(client: pg.Client, url: string, migration: Migration): Promise<void> {
  const statements = splitStatements(migration.sql);
  const whole = statements.every(({ text }) => fitsTransaction(text));
  const script = { ...migration, statements, whole };
  if (whole) await run(client, script);
  else await runInPieces(url, script);
}
