import { edgesOf, layers } from "./domains";
import { roomOf } from "./rooms";
import { importsOf, resolveImport, type Source } from "./source";

/** Rooms in groups, as they are drawn: a name, its label, the rooms in it. */
const groups: readonly (readonly [name: string, label: string, rooms: readonly string[]])[] = [
  ["gate", "proxy.ts, instrumentation.ts, next.config.js", ["gate"]],
  ["pages", "app: pages", ["page"]],
  ["doors", "app/api: doors", ["door"]],
  ["views", "components/‹domain›", ["view"]],
  ["ui", "components/ui", ["ui"]],
  ["seam", "lib/commands: the seam of writes", ["commands"]],
  ["queries", "queries", ["queries"]],
  ["writes", "commands, change, jobs", ["commands*", "change", "jobs"]],
  ["clients", "client: outside systems", ["client"]],
  ["store", "store, where", ["store", "where"]],
  [
    "rules",
    "rules, permissions, stages, standing, format",
    ["rules", "permissions", "stages", "standing", "format"],
  ],
  ["words", "schema, types", ["schema", "types"]],
  ["scoring", "lib/scoring, lib/presets", ["scoring", "presets"]],
  ["people", "lib/auth, lib/authz", ["auth", "authz"]],
  ["events", "lib/events", ["events"]],
  ["tables", "lib/tables", ["tables"]],
  ["db", "lib/db", ["db"]],
  ["i18n", "lib/i18n", ["i18n"]],
];

/** Everybody may stand on these; arrows to them would say nothing. */
const ground = ["env", "clock", "errors", "text", "fields"];

function groupOf(file: string): string | undefined {
  const room = roomOf(file);
  return groups.find(([, , rooms]) => room !== undefined && rooms.includes(room))?.[0];
}

/** Rooms of served files that nobody drew. */
export function undrawn(sources: readonly Source[]): string[] {
  const drawn = new Set([...groups.flatMap(([, , rooms]) => rooms), ...ground]);
  const rooms = sources.map(({ path }) => roomOf(path) ?? path);
  return [...new Set(rooms.filter((room) => !drawn.has(room)))];
}

function roomArrows(sources: readonly Source[]): string[] {
  const arrows = sources.flatMap((source) =>
    importsOf(source).flatMap((specifier) => {
      const target = resolveImport(source.path, specifier);
      const [from, to] = [groupOf(source.path), target && groupOf(target)];
      return from && to && from !== to ? [`${from} --> ${to}`] : [];
    }),
  );
  return [...new Set(arrows)].sort();
}

/** An arrow that follows from others is left out, or nobody could read the picture. */
function folderArrows(sources: readonly Source[], folders: ReadonlySet<string>): string[] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of edgesOf(sources)) {
    if (!folders.has(from) || !folders.has(to)) continue;
    next.set(from, (next.get(from) ?? new Set()).add(to));
  }
  const reaches = (from: string, to: string): boolean =>
    [...(next.get(from) ?? [])].some((step) => step === to || reaches(step, to));
  return [...next].flatMap(([from, steps]) =>
    [...steps]
      .filter((to) => ![...steps].some((step) => step !== to && reaches(step, to)))
      .map((to) => `${from} --> ${to}`),
  );
}

const mermaid = (direction: string, lines: readonly string[]) =>
  ["```mermaid", `flowchart ${direction}`, ...lines.map((line) => `  ${line}`), "```"].join("\n");

/** `docs/house.md` as the imports of today draw it. */
export function house(sources: readonly Source[]): string {
  const rooms = groups.map(([name, label]) => `${name}["${label}"]`);
  const drawn = layers.filter(([layer]) => layer !== "ground" && layer !== "seam");
  const folders = new Set(drawn.flatMap(([, names]) => names));
  const boxes = drawn.flatMap(([layer, names]) => [
    `subgraph ${layer}-layer [${layer}]`,
    ...names.map((name) => `  ${name}`),
    "end",
  ]);
  return [
    "# The house\n\nDrawn from the imports by `tests/architecture/house.test.ts`; `npm run house` draws it anew.",
    "## Rooms\n\nAn arrow is an import that exists, type or value. `lib/env.ts`, `lib/clock.ts`, `lib/errors`, `lib/text` and `lib/fields` are left out: everybody stands on them.\nWho *may* import whom is in `tests/architecture/law/rooms.ts`, which packages a room may name in `law/packages.ts`.",
    mermaid("TB", [...rooms, ...roomArrows(sources)]),
    "## Folders of `lib/`\n\nA folder imports only folders that stand before it:",
    layers.map(([layer, names]) => `1. ${layer}: ${names.join(", ")}`).join("\n"),
    "An arrow that follows from two others is left out, and so are the ground, on which all stand, and `commands`, which knows every command.",
    mermaid("BT", [...boxes, ...folderArrows(sources, folders).sort()]),
  ].join("\n\n");
}
