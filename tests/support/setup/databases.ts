import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { z } from "zod";
import { dropDatabase, ensureDatabase } from "../../../scripts/database/connection";

const made: string[] = [];

afterAll(async () => {
  for (const name of made) await dropDatabase(inject("postgresUrl"), name);
});

/** The address of a new, empty database on the server of this run; dropped after the file. */
export async function emptyDatabase(): Promise<string> {
  const name = `empty_${randomUUID().replaceAll("-", "")}`;
  await ensureDatabase(inject("postgresUrl"), name);
  made.push(name);
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${name}`;
  return url.href;
}

/** The rows a statement answers in the database of `url`. */
export async function rowsOf<T>(url: string, row: z.ZodType<T>, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return z.array(row).parse((await client.query(sql)).rows);
  } finally {
    await client.end();
  }
}

const definition = z.object({ definition: z.string() });

/** Everything a migration can make, as the server itself writes it down. */
const catalogue = `
  SELECT format('column %s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) AS definition
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL SELECT format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT format('%s %s', tgenabled, pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT format('enum %s %s %s', enumtypid::regtype, enumsortorder, enumlabel) FROM pg_enum
  ORDER BY 1`;

export async function catalogueOf(url: string): Promise<string[]> {
  return (await rowsOf(url, definition, catalogue)).map((row) => row.definition);
}
