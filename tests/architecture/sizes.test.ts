import { describe, expect, test } from "vitest";
import { countsAsWritten, fullFolders, longFiles, longFunctions } from "./law/sizes";
import { everyFile, everySource, read } from "./law/source";

const lines = (count: number) => "x();\n".repeat(count);

describe("nothing grows beyond what can be read at one sitting", () => {
  test("files", () => {
    expect(longFiles(everyFile.filter(countsAsWritten).map(read))).toEqual([]);
  });

  test("functions", () => {
    expect(longFunctions(everySource)).toEqual([]);
  });

  test("folders", () => {
    expect(fullFolders(everyFile)).toEqual([]);
  });
});

describe("the measures measure", () => {
  test("a file of 301 lines and a page of 41 are seen", () => {
    const ok = [
      { path: "lib/people/rules.ts", text: lines(300) },
      { path: "app/(app)/page.tsx", text: lines(40) },
    ];
    const bad = [
      { path: "lib/people/rules.ts", text: lines(301) },
      { path: "app/(app)/page.tsx", text: lines(41) },
      { path: "app/page.tsx", text: lines(41) },
    ];
    expect(longFiles(ok)).toEqual([]);
    expect(longFiles(bad)).toHaveLength(3);
  });

  test.each([
    `function f() {\n${lines(60)}}`,
    `const f = () => {\n${lines(60)}};`,
    `const o = { f() {\n${lines(60)}} };`,
  ])("a function of 62 lines is seen (%#)", (text) => {
    expect(longFunctions([{ path: "lib/people/rules.ts", text }])).toHaveLength(1);
    expect(longFunctions([{ path: "components/people/list.tsx", text }])).toEqual([]);
  });

  test("a component of 122 lines is seen", () => {
    const text = `function List() {\n${lines(120)}}`;
    expect(longFunctions([{ path: "components/people/list.tsx", text }])).toHaveLength(1);
  });

  test("a folder of 13 files is seen, one of texts or records is not", () => {
    const thirteen = (folder: string) => Array.from({ length: 13 }, (_, i) => `${folder}/${i}.ts`);
    expect(fullFolders(thirteen("components/people"))).toHaveLength(1);
    expect(fullFolders(thirteen("components/people").slice(1))).toEqual([]);
    expect(fullFolders(thirteen("messages/zh"))).toEqual([]);
    expect(fullFolders(thirteen("docs/decisions"))).toEqual([]);
  });
});
