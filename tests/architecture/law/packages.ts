/** Packages and node modules a room may name; a name ending in a slash stands for everything below it. */
const react = [
  "react",
  "clsx",
  "lucide",
  "next/dynamic",
  "next/link",
  "next/navigation",
  "next-intl",
];
const server = ["server-only"];

const packages: Readonly<Record<string, readonly string[]>> = {
  gate: ["next/server", "next-intl/plugin"],
  page: [
    ...server,
    "next",
    "next/headers",
    "next/link",
    "next/navigation",
    "next-intl",
    "next-intl/server",
    "react",
    "zod",
  ],
  door: ["next/server", "next-auth", "zod"],
  view: [...react, "next-intl/server"],
  ui: [...react, "react-dom"],
  "commands*": [...server, "node:crypto"],
  queries: [...server, "node:crypto", "react", "zod"],
  store: [...server, "node:crypto"],
  change: [...server, "node:crypto"],
  jobs: server,
  client: [...server, "zod"],
  format: [],
  schema: ["zod"],
  types: [],
  rules: [],
  permissions: [],
  stages: [],
  standing: [],
  where: [],
  scoring: ["zod"],
  presets: [],
  tables: ["hucre/xlsx", "csv-parse/sync", "node:path", "node:worker_threads", "node:zlib"],
  fields: ["zod"],
  events: [...server, "zod"],
  authz: [...server, "next/headers", "next/navigation", "react"],
  auth: [
    ...server,
    "@node-rs/argon2",
    "@zxcvbn-ts/",
    "next-auth",
    "next-auth/",
    "next/headers",
    "node:crypto",
    "node:diagnostics_channel",
    "node:http",
    "rate-limiter-flexible",
    "zod",
  ],
  commands: [...server, "next/headers", "zod"],
  db: [...server, "@prisma/adapter-pg", "pg", "node:crypto", "node:timers/promises", "zod"],
  i18n: [
    ...server,
    "icu-minify/compile",
    "icu-minify/format",
    "react",
    "next-intl",
    "next-intl/server",
    "next/headers",
    "node:fs",
    "node:path",
  ],
  errors: [...server, "node:async_hooks", "node:diagnostics_channel", "node:http", "pino"],
  env: ["zod"],
  clock: [],
};

const covers = (entry: string, specifier: string) =>
  entry === specifier || (/[/:]$/.test(entry) && specifier.startsWith(entry));

export function mayUsePackage(room: string, specifier: string): boolean {
  return (packages[room] ?? []).some((entry) => covers(entry, specifier));
}
