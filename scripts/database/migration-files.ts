import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../root";

export interface Migration {
  name: string;
  sql: string;
}

export const migrationsFolder = path.join(root, "prisma/migrations");

/** The migrations of this version, oldest first. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(migrationsFolder, name, "migration.sql"), "utf8");
      return { name, sql };
    }),
  );
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const withUnixLines = (sql: string) => sql.replaceAll("\r\n", "\n");

/** What Prisma records of a script: sha256 in hexadecimal; here of its text with Unix line endings, wherever it was checked out. */
export function checksumOf({ sql }: Migration): string {
  return sha256(withUnixLines(sql));
}

/** Whether a recorded checksum is this script's, with Unix or with Windows line endings. */
export function isChecksumOf(recorded: string, migration: Migration): boolean {
  const unix = withUnixLines(migration.sql);
  return [unix, unix.replaceAll("\n", "\r\n"), migration.sql].some(
    (sql) => sha256(sql) === recorded,
  );
}
