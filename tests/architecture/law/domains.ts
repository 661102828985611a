import { domainOf, importsOf, resolveImport, type Source } from "./source";

/** Folders under lib/ that are services of the house, not domains. */
export const house = [
  "authz",
  "events",
  "db",
  "auth",
  "i18n",
  "errors",
  "commands",
  "tables",
  "text",
  "fields",
] as const;

/** The closed vocabulary of a domain folder under lib/. */
const vocabulary = [
  "schema",
  "types",
  "rules",
  "permissions",
  "format",
  "queries",
  "commands",
  "store",
  "jobs",
  "client",
] as const;

/** Where one file is not enough, a folder of the same name takes its place. */
const folders = ["rules", "queries", "commands", "store"];

/** What only one domain has. */
const own: Readonly<Record<string, readonly string[]>> = {
  appraisal: ["stages", "standing", "where", "change"],
};

const isLibrary = (domain: string) => domain === "scoring" || domain === "presets";
const isDomain = (domain: string) =>
  !isLibrary(domain) && !house.some((service) => service === domain);

/** Files in a domain folder of lib/ whose name is not in the vocabulary, folders with another name, a file beside its folder. */
export function foreignWords(files: readonly string[]): string[] {
  const there = new Set(files);
  return files.filter((file) => {
    const [top, domain = "", name = "", inner, deeper] = file.split("/");
    if (top !== "lib" || name === "" || !isDomain(domain)) return false;
    if (inner !== undefined) {
      const twice = there.has(`lib/${domain}/${name}.ts`);
      return twice || deeper !== undefined || !folders.includes(name) || !inner.endsWith(".ts");
    }
    return ![...vocabulary, ...(own[domain] ?? [])].some((word) => `${word}.ts` === name);
  });
}

export function looseInLib(files: readonly string[]): string[] {
  return files.filter((file) => /^lib\/[^/]+$/.test(file) && !/^lib\/(env|clock)\.ts$/.test(file));
}

/** What stands on what, from the ground up: a folder of lib/ imports only what stands before it here, so there are no circles. */
export const layers: readonly (readonly [name: string, folders: readonly string[]])[] = [
  [
    "ground",
    [
      "env",
      "clock",
      "errors",
      "text",
      "fields",
      "db",
      "events",
      "auth",
      "authz",
      "tables",
      "small-groups",
    ],
  ],
  ["scoring", ["scoring", "presets"]],
  ["company", ["access", "people", "departments", "ruleset", "company", "i18n"]],
  [
    "appraisal",
    [
      ...["appraisal", "progress", "sheet", "rounds", "questions", "review"],
      ...[
        "sample",
        "participation",
        "hand-over",
        "relations",
        "delegation",
        "beneficiary",
        "dossier",
        "reopening",
        "reporting",
      ],
    ],
  ],
  [
    "stages",
    [
      ...["self-review", "manager-scoring", "second-level"],
      ...["hr-audit", "approval", "interview", "result"],
    ],
  ],
  ["overview", ["visit", "cycle", "trail", "year", "what-if", "home"]],
  ["seam", ["commands"]],
];

export const order: readonly string[] = layers.flatMap(([, folders]) => folders);

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly file: string;
  readonly target: string;
}

export function edgesOf(sources: readonly Source[]): Edge[] {
  return sources.flatMap((source) => {
    const from = domainOf(source.path);
    return importsOf(source).flatMap((specifier) => {
      const target = resolveImport(source.path, specifier);
      const to = target === undefined ? undefined : domainOf(target);
      if (from === undefined || to === undefined || target === undefined || from === to) return [];
      return [{ from, to, file: source.path, target }];
    });
  });
}

export function againstTheOrder(sources: readonly Source[]): string[] {
  return edgesOf(sources).flatMap(({ from, to, file, target }) => {
    const [left, right] = [order.indexOf(from), order.indexOf(to)];
    if (left >= 0 && right >= 0 && right < left) return [];
    const unknown = left < 0 ? from : to;
    const reason =
      left < 0 || right < 0 ? `${unknown} is not in the order` : `${to} comes after ${from}`;
    return [`${file} imports ${target}: ${reason}`];
  });
}
