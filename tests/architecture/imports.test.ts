import { describe, expect, test } from "vitest";
import { brokenImports, foreignWords, looseInLib } from "./law/rooms";
import { application, everyFile } from "./law/source";

describe("who may import whom", () => {
  test("the application keeps the law", () => {
    expect(brokenImports(application)).toEqual([]);
  });

  test.each([
    ["app/(app)/team/page.tsx", "@/lib/team/commands"],
    ["app/(app)/team/page.tsx", "@/lib/db/client"],
    ["app/api/commands/[command]/registry.ts", "@/lib/people/store"],
    ["components/people/list.tsx", "@/lib/people/queries"],
    ["components/people/list.tsx", "@/lib/env"],
    ["components/ui/actions/button.tsx", "../../people/list"],
    ["components/ui/actions/button.tsx", "@/lib/people/types"],
    ["lib/people/commands.ts", "./queries"],
    ["lib/people/queries.ts", "./commands"],
    ["lib/people/queries.ts", "@/lib/audit/record"],
    ["lib/people/store.ts", "./commands"],
    ["lib/people/rules.ts", "./store"],
    ["lib/people/rules.ts", "@/lib/clock"],
    ["lib/people/types.ts", "@prisma/client"],
    ["lib/people/policy.ts", "@/lib/db/generated/client"],
    ["lib/people/queries.ts", "@/components/people/list"],
    ["lib/audit/event.ts", "@/lib/db/client"],
    ["lib/scoring/ladder.ts", "@/lib/presets"],
    ["lib/scoring/ladder.ts", "node:fs"],
  ])("%s may not import %s", (path, specifier) => {
    expect(brokenImports([{ path, text: `import "${specifier}";` }])).toHaveLength(1);
  });

  test.each([
    `export { save } from "./store";`,
    `const late = await import("./store");`,
    `import type { Row } from "./store";`,
    `type Row = import("./store").Row;`,
  ])("a forbidden import is seen however it is written: %s", (text) => {
    expect(brokenImports([{ path: "lib/people/rules.ts", text }])).toHaveLength(1);
  });

  test("an allowed import is no complaint", () => {
    const text = `import { may } from "./policy"; import { database } from "@/lib/db/client";`;
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
});
