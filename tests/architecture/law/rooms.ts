import { house } from "./domains";
import { mayUsePackage } from "./packages";
import { gate, importsOf, resolveImport, type Source } from "./source";

const pure = [
  ...["schema", "types", "rules", "permissions", "stages", "standing", "format"],
  ...["scoring", "presets", "authz/actor"],
];
const words = [
  ...["errors/codes", "errors/outcome", "i18n/locales", "i18n/zone"],
  "events/event",
  "fields",
  ...["text/identity", "text/characters"],
];
const onlyPure = [...pure, ...words];
// Of the tables only the index, so that what reads a file can be exchanged.
const tables = "tables/index";
const writes = [
  ...[...pure, "where", "store", "change", "events", "db", "errors", "auth", "authz"],
  ...["clock", "env", "i18n", "text", "fields", tables],
];

/** Left may import right; a room may always import itself. `house/file` names one file of a service. */
const law: Readonly<Record<string, readonly string[]>> = {
  gate: [
    "auth/web/content-security",
    "auth/web/moved",
    "errors/note-absence",
    "auth/web/note-peers",
    "auth/web/return-path",
    "env",
    "sample/jobs",
    "reporting/jobs",
  ],
  page: [
    ...["view", "ui", "queries", ...pure, "authz", "i18n", "auth", "commands/names", "clock"],
    "errors/away",
  ],
  door: ["commands*", "queries", ...pure, "authz", "auth", "commands", "errors", "i18n", "clock"],
  view: [
    ...["ui", "schema", "types", "rules", "permissions", "stages", "standing", "format"],
    ...["scoring", "i18n", "clock", "errors/codes", "errors/outcome", "commands/client"],
    ...["commands/contract", "auth/password-strength", "auth/web/return-path", "authz/actor"],
    ...["fields/limits", "text/characters"],
  ],
  ui: ["i18n", "scoring/format"],
  // A command may start what would else wait for its time.
  "commands*": [...writes, "jobs"],
  change: writes,
  // What is planned is done by the commands that would do it at once.
  jobs: [...writes, "client", "commands*"],
  client: ["env", "errors", "types", "schema"],
  queries: [...onlyPure, "where", "store", "db", "auth", "authz", "i18n", "clock", tables],
  store: [...onlyPure, "where", "db", "events/record", tables],
  schema: onlyPure,
  types: onlyPure,
  rules: onlyPure,
  permissions: onlyPure,
  stages: onlyPure,
  standing: onlyPure,
  // Conditions made from the tables of states and relations: SQL, but no database.
  where: [...onlyPure, "db/generated/client"],
  format: onlyPure,
  scoring: [],
  presets: ["scoring"],
  tables: ["text"],
  text: [],
  fields: ["text/characters"],
  authz: ["db", "auth", "clock", "types", "rules"],
  events: ["db", "authz", "types"],
  db: ["env", "clock", "errors/away", "text/characters"],
  auth: ["db", "env", "clock", "events", "errors", "text", "fields/limits"],
  i18n: ["scoring", "company/queries", "clock"],
  errors: ["env"],
  commands: ["errors", "authz", "auth", "env", "clock", "types", "schema", "i18n", "text"],
  env: [],
  clock: [],
};

/** Which room a file stands in, e.g. `commands*` for a domain's writes, `authz` for the service. */
export function roomOf(file: string): string | undefined {
  if (gate.includes(file)) return "gate";
  const [top, second, third = ""] = file.replace(/\.(tsx?|json)$/, "").split("/");
  if (top === "app") return second === "api" ? "door" : "page";
  if (top === "components") return second === "ui" ? "ui" : "view";
  if (top !== "lib" || second === undefined) return undefined;
  if (third === "" || second === "scoring" || second === "presets") return second;
  if (house.some((name) => name === second)) return second;
  return third === "commands" ? "commands*" : third;
}

function nameOfFile(file: string): string {
  const name = file.replace(/^lib\//, "").replace(/\.(tsx?|json)$/, "");
  return name.includes("/") ? name : `${name}/index`;
}

function allowed(from: string, to: string, target: string): boolean {
  if (from === to) return true;
  const list = law[from] ?? [];
  return list.includes(to) || list.includes(nameOfFile(target));
}

const databaseRooms = ["commands*", "change", "queries", "store", "where", "jobs", "db", "auth"];
const databaseFiles = ["lib/events/record.ts", "lib/authz/current-actor.ts"];
const databaseFile = /^lib\/db\/(client|read|transaction|generated)/;
/** The pool: whoever held it could read for nobody without saying so. */
const pool = "lib/db/client";

function touchesDatabase({ path: file }: Source, from: string, target: string): boolean {
  const may = databaseRooms.includes(from) || databaseFiles.includes(file);
  return !may && databaseFile.test(target);
}

// Style sheets, messages and the version stand outside the rooms; everything else there is not served.
const outside = /\.css$|^messages\/|^package\.json$/;

function complaint(source: Source, specifier: string): string | undefined {
  const from = roomOf(source.path);
  if (from === undefined) return undefined;
  const target = resolveImport(source.path, specifier);
  if (target === undefined) {
    if (mayUsePackage(from, specifier)) return undefined;
    return `${source.path} (${from}) may not use the package ${specifier}`;
  }
  if (touchesDatabase(source, from, target))
    return `${source.path} touches the database (${specifier})`;
  if (target === pool && from !== "db") return `${source.path} takes the pool; use lib/db/read`;
  const to = roomOf(target);
  if (to === undefined ? outside.test(target) : allowed(from, to, target)) return undefined;
  return `${source.path} (${from}) may not import ${target} (${to ?? "not served"})`;
}

export function brokenImports(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap((specifier) => complaint(source, specifier) ?? []),
  );
}
