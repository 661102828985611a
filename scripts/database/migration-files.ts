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

/** What Prisma records of a script: sha256 in hexadecimal. */
export function checksumOf({ sql }: Migration): string {
  return createHash("sha256").update(sql).digest("hex");
}
