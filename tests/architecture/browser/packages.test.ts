import { expect, test } from "vitest";
import { application, isClient, loadedBy, resolveImport, type Source } from "../law/source";

/** What weighs too much, or has no business, in a browser. */
const kept = /^(zod|pg|pino|next-auth|@prisma\/|@zxcvbn-ts\/|node:)/;

/** Each package of the server that a client component reaches, by the shortest way there. */
function heavyInBrowser(sources: readonly Source[]): string[] {
  const files = new Map(sources.map((source) => [source.path.replace(/\.tsx?$/, ""), source]));
  const found = new Map<string, string>();
  const seen = new Set<string>();
  let ways = sources.filter(isClient).map((source) => ({ source, way: [source.path] }));
  while (ways.length > 0) {
    ways = ways.flatMap(({ source, way }) =>
      loadedBy(source).flatMap((specifier) => {
        const target = resolveImport(source.path, specifier);
        if (target === undefined && kept.test(specifier) && !found.has(specifier))
          found.set(specifier, [...way, specifier].join(" → "));
        const next = files.get(target ?? "") ?? files.get(`${target ?? ""}/index`);
        if (next === undefined || seen.has(next.path)) return [];
        seen.add(next.path);
        return [{ source: next, way: [...way, next.path] }];
      }),
    );
  }
  return [...found.values()];
}

test("no client component brings a package of the server into the browser", () => {
  expect(heavyInBrowser(application)).toEqual([]);
});

const form = {
  path: "components/people/form.tsx",
  text: '"use client";\nimport { most } from "@/lib/people";',
};
const people = (text: string) => ({ path: "lib/people/index.ts", text });
const schema = { path: "lib/people/schema.ts", text: 'import { z } from "zod";' };

test.each([
  'export * from "./schema";',
  'import { most } from "./schema";',
  'import { type Person, most } from "./schema";',
  'import "./schema";',
])("a way through other files is seen: %s", (text) => {
  expect(heavyInBrowser([form, people(text), schema])).toEqual([
    "components/people/form.tsx → lib/people/index.ts → lib/people/schema.ts → zod",
  ]);
});

test.each([
  'export type * from "./schema";',
  'import type { Person } from "./schema";',
  'import { type Person } from "./schema";',
])("types weigh nothing: %s", (text) => {
  expect(heavyInBrowser([form, people(text), schema])).toEqual([]);
});

test("what runs on the server alone may bring what it needs", () => {
  const page = { path: "app/page.tsx", text: 'import { z } from "zod";' };
  expect(heavyInBrowser([page])).toEqual([]);
});
