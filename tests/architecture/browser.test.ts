import { expect, test } from "vitest";
import { heavyInBrowser } from "./law/browser";
import { application } from "./law/source";

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
