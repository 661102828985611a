import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { migrationsFolder, readMigrations } from "./migration-files";

// For writing migrations only; migrations.ts applies them without it. Prisma's own CLI downloads a
// native schema engine at this point, which fails offline and behind company firewalls. The WebAssembly
// build of the same engine comes with npm.

export const noFilters = { externalTables: [], externalEnums: [] };

let ready: Promise<void> | undefined;

// The engine reports a panic to this global, and dies on its absence instead of saying why.
const panics = { set_message: (message: string) => process.stderr.write(`${message}\n`) };

async function instantiate() {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics });
  const file = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const wasm = await readFile(path.join(path.dirname(file), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") Reflect.apply(start, undefined, []);
}

interface EngineOptions {
  url: string;
  shadowUrl?: string;
  datamodels?: [string, string][] | undefined;
}

interface RowDescription {
  fields: { dataTypeID: number }[];
}

const internalChar = 18;
const text = 25;

/**
 * Postgres' internal one-byte type "char" is all over its catalogue. The adapter refuses it and the
 * engine insists on it, so it passes the adapter as text and is declared a character afterwards.
 */
function catalogueFactory(url: string) {
  let characters: boolean[] = [];
  class CatalogueClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super(config);
      this.connection.on("rowDescription", ({ fields }: RowDescription) => {
        characters = fields.map((field) => field.dataTypeID === internalChar);
        for (const field of fields) if (field.dataTypeID === internalChar) field.dataTypeID = text;
      });
    }
  }
  // One connection: the description seen last belongs to the answer read next.
  const factory = new PrismaPg({ connectionString: url, max: 1, Client: CatalogueClient });
  const connect = async () => {
    const adapter = await factory.connect();
    const original = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await original(query);
      const columnTypes = result.columnTypes.map((type, index) =>
        characters[index] ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    // The adapter cuts a script at every semicolon, which breaks the bodies of functions.
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  };
  return { factory, connect };
}

export async function withEngine<T>(
  options: EngineOptions,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await (ready ??= instantiate());
  const main = catalogueFactory(options.url);
  const shadow = catalogueFactory(options.shadowUrl ?? options.url);
  const open: { dispose: () => Promise<void> }[] = [];
  const kept = async (connect: typeof main.connect) => {
    const adapter = await connect();
    open.push(adapter);
    return adapter;
  };
  const bound = bindMigrationAwareSqlAdapterFactory({
    provider: main.factory.provider,
    adapterName: main.factory.adapterName,
    connect: () => kept(main.connect),
    connectToShadowDb: () => kept(shadow.connect),
  });
  try {
    const { datamodels } = options;
    const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, bound);
    return await work(engine);
  } finally {
    // The engine closes some of them itself; ending a pool twice is the only way this can fail.
    await Promise.allSettled(open.map((adapter) => adapter.dispose()));
  }
}

export async function loadMigrations(): Promise<MigrationList> {
  const migrations = await readMigrations();
  const lock = await readFile(path.join(migrationsFolder, "migration_lock.toml"), "utf8");
  return {
    baseDir: migrationsFolder,
    lockfile: { path: "migration_lock.toml", content: lock },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}
