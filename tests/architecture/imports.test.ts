import { describe, expect, test } from "vitest";
import { foreignWords, looseInLib } from "./law/domains";
import { brokenImports } from "./law/rooms";
import { everyFile, everySource, importsOf, served } from "./law/source";

describe("who may import whom", () => {
  test("the application keeps the law", () => {
    expect(brokenImports(served)).toEqual([]);
  });

  test.each([
    ["app/(app)/team/page.tsx", "@/lib/team/commands"],
    ["app/(app)/team/page.tsx", "@/lib/db/read"],
    ["app/(app)/team/page.tsx", "@/lib/db/client"],
    ["app/api/public/registry.ts", "@/lib/db/client"],
    ["lib/people/queries.ts", "@/lib/db/client"],
    ["lib/people/commands.ts", "../db/client"],
    ["lib/people/store.ts", "@/lib/db/client"],
    ["lib/auth/sign-in.ts", "@/lib/db/client"],
    ["lib/authz/current-actor.ts", "@/lib/db/client"],
    ["app/api/commands/[command]/registry.ts", "@/lib/people/store"],
    ["components/people/list.tsx", "@/lib/people/queries"],
    ["components/people/list.tsx", "@/lib/env"],
    ["components/ui/actions/button.tsx", "../../people/list"],
    ["components/ui/actions/button.tsx", "@/lib/people/types"],
    ["lib/people/commands.ts", "./queries"],
    ["lib/people/queries.ts", "./commands"],
    ["lib/people/queries.ts", "@/lib/events/record"],
    ["lib/people/store.ts", "./commands"],
    ["lib/people/rules.ts", "./store"],
    ["lib/people/rules.ts", "@/lib/clock"],
    ["lib/people/types.ts", "@prisma/client"],
    ["lib/people/permissions.ts", "@/lib/db/generated/client"],
    ["lib/people/queries.ts", "@/components/people/list"],
    ["lib/events/event.ts", "@/lib/db/transaction"],
    ["lib/scoring/ladder.ts", "@/lib/presets"],
    ["lib/scoring/ladder.ts", "node:fs"],
    ["lib/appraisal/stages.ts", "./store"],
    ["lib/people/permissions.ts", "./queries"],
    ["lib/people/rules/leaving.ts", "../store"],
    ["lib/tables/reading/excel.ts", "@/lib/db/client"],
    ["lib/tables/read.ts", "@/lib/people/types"],
    ["lib/people/commands.ts", "@/lib/tables/reading/excel"],
    ["lib/people/rules.ts", "@/lib/tables"],
    ["components/people/list.tsx", "@/lib/tables"],
    ["proxy.ts", "@/lib/db/client"],
    ["proxy.ts", "./lib/authz/current-actor"],
    ["instrumentation.ts", "./lib/people/queries"],
    ["next.config.js", "./lib/db/client"],
  ])("%s may not import %s", (path, specifier) => {
    expect(brokenImports([{ path, text: `import "${specifier}";` }])).toHaveLength(1);
  });

  test.each([
    `export { save } from "./store";`,
    `const late = await import("./store");`,
    `import type { Row } from "./store";`,
    `type Row = import("./store").Row;`,
    "const late = await import(`./store`);",
    "const late = await import(`./${name}`);",
    `const late = await import(name);`,
    `const now = require("./store");`,
    `const now = module.require("./store");`,
    `import now = require("./store");`,
    `const load = createRequire(import.meta.url);`,
    `const fs = process.getBuiltinModule("node:fs");`,
  ])("a forbidden import is seen however it is written: %s", (text) => {
    expect(brokenImports([{ path: "lib/people/rules.ts", text }])).toHaveLength(1);
  });

  test.each([
    ["lib/people/rules.ts", "@/scripts/checker/options"],
    ["lib/people/store.ts", "@/prisma/seed/build"],
    ["lib/people/queries.ts", "../../tests/support/database"],
    ["components/people/list.tsx", "@/scripts/checker/options"],
    ["components/ui/form/field.tsx", "@/prisma/seed/build"],
    ["app/(app)/page.tsx", "@/tests/support/database"],
    ["app/(app)/page.tsx", "@/playwright.config"],
    ["proxy.ts", "./scripts/start"],
  ])("what is not served stays outside: %s may not import %s", (path, specifier) => {
    expect(brokenImports([{ path, text: `import "${specifier}";` }])).toHaveLength(1);
  });

  test.each([
    ["lib/people/rules.ts", "zod"],
    ["lib/people/rules.ts", "node:crypto"],
    ["lib/people/types.ts", "react"],
    ["lib/people/permissions.ts", "clsx"],
    ["lib/people/schema.ts", "node:fs"],
    ["lib/people/queries.ts", "hucre/xlsx"],
    ["lib/people/commands.ts", "pg"],
    ["lib/appraisal/stages.ts", "zod"],
    ["components/people/list.tsx", "node:fs"],
    ["components/people/list.tsx", "@prisma/client"],
    ["components/people/list.tsx", "radix-ui/dialog"],
    ["components/ui/form/field.tsx", "react-hook-form"],
    ["lib/auth/tokens.ts", "node:process"],
    ["lib/env.ts", "node:process"],
    ["proxy.ts", "pg"],
  ])(
    "a package is used in the rooms that have it on their list: %s may not name %s",
    (path, name) => {
      expect(brokenImports([{ path, text: `import "${name}";` }])).toHaveLength(1);
    },
  );

  test.each([
    ["lib/people/schema.ts", "zod"],
    ["lib/people/queries/list.ts", "../store"],
    ["lib/people/commands/leave.ts", "../rules/leaving"],
    ["lib/appraisal/change.ts", "./store"],
    ["lib/notify/jobs.ts", "./client"],
    ["lib/people/commands.ts", "@/lib/tables"],
    ["lib/people/store.ts", "@/lib/tables"],
    ["components/ui/overlay/dialog.tsx", "react-dom"],
    ["app/layout.tsx", "./globals.css"],
    ["lib/i18n/messages.ts", "@/messages/zh/common.json"],
    ["instrumentation.ts", "./lib/auth/web/note-peers"],
  ])("%s may import %s", (path, specifier) => {
    expect(brokenImports([{ path, text: `import "${specifier}";` }])).toEqual([]);
  });

  test("the Excel library can be exchanged: one file reads with it, one writes, one serves the tests", () => {
    const users = everySource.filter((source) =>
      importsOf(source).some((specifier) => /^hucre(\/|$)/.test(specifier)),
    );
    expect(users.map(({ path }) => path)).toEqual([
      "lib/tables/excel-writer.ts",
      "lib/tables/reading/excel.ts",
      "tests/support/tables/workbook.ts",
    ]);
  });

  test("an allowed import is no complaint", () => {
    const text = `import { may } from "./permissions"; import { read } from "@/lib/db/read";`;
    expect(brokenImports([{ path: "lib/people/queries.ts", text }])).toEqual([]);
  });
});

describe("the vocabulary of a domain folder", () => {
  test("every domain folder keeps it", () => {
    expect(foreignWords(everyFile)).toEqual([]);
    expect(looseInLib(everyFile)).toEqual([]);
  });

  test("another word, another ending, a nested folder and a loose file are seen", () => {
    const bad = ["lib/people/utils.ts", "lib/people/rules.tsx", "lib/people/inner/rules.ts"];
    expect(foreignWords([...bad, "lib/people/rules.ts", "lib/scoring/ladder.ts"])).toEqual(bad);
    expect(looseInLib(["lib/utils.ts", "lib/env.ts"])).toEqual(["lib/utils.ts"]);
  });

  test("a folder takes the place of a file that is not enough, one level deep", () => {
    const folder = ["lib/people/queries/list.ts", "lib/people/rules/leaving.ts"];
    expect(foreignWords([...folder, "lib/notify/jobs.ts", "lib/people/commands/leave.ts"])).toEqual(
      [],
    );
    expect(foreignWords([...folder, "lib/people/rules.ts"])).toEqual([folder[1]]);
    const bad = ["lib/people/schema/rows.ts", "lib/people/rules/a/b.ts", "lib/people/rules/a.tsx"];
    expect(foreignWords(bad)).toEqual(bad);
  });

  test("what one domain has no other has", () => {
    const stages = ["lib/appraisal/stages.ts", "lib/people/stages.ts"];
    expect(foreignWords(stages)).toEqual(["lib/people/stages.ts"]);
  });
});
