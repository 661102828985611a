import { importsOf, resolveImport, type Source } from "./source";

/** The closed vocabulary of a domain folder under lib/. */
export const vocabulary = [
  "schema",
  "types",
  "rules",
  "policy",
  "queries",
  "commands",
  "store",
] as const;

/** Folders under lib/ that are services of the house, not domains. */
export const house = ["authz", "audit", "db", "auth", "i18n", "errors", "commands"] as const;

const pure = ["schema", "types", "rules", "policy", "scoring", "presets", "authz/actor"];
const words = ["errors/codes", "errors/outcome", "i18n/locales", "audit/event", "i18n/zone"];

/** Left may import right; a room may always import itself. `house/file` names one file of a service. */
const law: Record<string, readonly string[]> = {
  page: ["view", "ui", "queries", ...pure, "authz", "i18n", "auth", "commands/names", "clock"],
  door: ["commands*", "queries", ...pure, "authz", "auth", "commands", "errors", "i18n", "clock"],
  view: [
    ...["ui", "schema", "types", "rules", "policy", "scoring", "i18n", "clock"],
    ...["errors/codes", "errors/outcome", "commands/client", "commands/names"],
    ...["auth/password-strength", "auth/web/return-path", "authz/actor"],
  ],
  ui: ["i18n", "scoring/format"],
  "commands*": [...pure, "store", "audit", "db", "errors", "auth", "authz", "clock", "env", "i18n"],
  queries: [...pure, "store", "db", "auth", "authz", ...words, "i18n", "clock"],
  store: [...pure, "db", "audit/record", ...words],
  schema: [...pure, ...words],
  types: [...pure, ...words],
  rules: [...pure, ...words],
  policy: [...pure, ...words],
  scoring: [],
  presets: ["scoring"],
  authz: ["db", "auth", "clock", "types", "rules"],
  audit: ["db", "authz", "types"],
  db: ["env"],
  auth: [
    "db",
    "env",
    "clock",
    "audit",
    "authz",
    "errors",
    "commands",
    "i18n",
    "types",
    "rules",
    "access/store",
  ],
  i18n: ["scoring", "company/queries"],
  errors: ["env"],
  commands: ["errors", "authz", "auth", "env", "clock", "types", "schema", "i18n"],
  env: [],
  clock: [],
};

/** Which room a file stands in, e.g. `commands*` for a domain's writes, `authz` for the service. */
export function roomOf(file: string): string | undefined {
  const [top, second, third = ""] = file.replace(/\.(tsx?|json)$/, "").split("/");
  if (top === "app") return second === "api" ? "door" : "page";
  if (top === "components") return second === "ui" ? "ui" : "view";
  if (top !== "lib" || second === undefined) return undefined;
  if (third === "" || second === "scoring" || second === "presets") return second;
  if (house.some((name) => name === second)) return second;
  return third === "commands" ? "commands*" : third;
}

function nameOfFile(file: string): string {
  return file.replace(/^lib\//, "").replace(/\.(tsx?|json)$/, "");
}

function allowed(from: string, to: string, target: string): boolean {
  if (from === to) return true;
  const list = law[from] ?? [];
  return list.includes(to) || list.includes(nameOfFile(target));
}

const databasePackages = /^(@prisma\/|pg$|prisma$)/;
const databaseRooms = ["commands*", "queries", "store", "db", "auth"];
const databaseFiles = ["lib/audit/record.ts", "lib/authz/current-actor.ts"];
const databaseFile = /^lib\/db\/(client|generated)/;

function touchesDatabase(target: string | undefined, specifier: string): boolean {
  return target === undefined ? databasePackages.test(specifier) : databaseFile.test(target);
}

function complaint(source: Source, specifier: string): string | undefined {
  const from = roomOf(source.path);
  if (from === undefined) return undefined;
  const target = resolveImport(source.path, specifier);
  const mayUseDatabase = databaseRooms.includes(from) || databaseFiles.includes(source.path);
  if (touchesDatabase(target, specifier) && !mayUseDatabase) {
    return `${source.path} touches the database (${specifier})`;
  }
  if (target === undefined) {
    const foreign = from === "scoring" && specifier !== "zod";
    return foreign ? `${source.path} imports ${specifier}; scoring may import zod only` : undefined;
  }
  const to = roomOf(target);
  // Style sheets, messages and package.json stand outside the rooms.
  if (to === undefined || !/^(app|lib|components)\//.test(target)) return undefined;
  if (allowed(from, to, target)) return undefined;
  return `${source.path} (${from}) may not import ${target} (${to})`;
}

export function brokenImports(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap((specifier) => complaint(source, specifier) ?? []),
  );
}

/** Files in a domain folder of lib/ whose name is not in the vocabulary, and folders in folders. */
export function foreignWords(files: readonly string[]): string[] {
  return files.filter((file) => {
    const [top, domain = "", name = "", deeper] = file.split("/");
    if (top !== "lib" || name === "") return false;
    if (domain === "scoring" || domain === "presets") return false;
    if (house.some((service) => service === domain)) return false;
    const known = vocabulary.some((word) => `${word}.ts` === name);
    return deeper !== undefined || !known;
  });
}

export function looseInLib(files: readonly string[]): string[] {
  return files.filter((file) => /^lib\/[^/]+$/.test(file) && !/^lib\/(env|clock)\.ts$/.test(file));
}
