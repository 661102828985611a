import { describe, expect, test } from "vitest";
import * as habits from "./law/habits";
import { application, everyFile, everySource, read } from "./law/source";

const views = application.filter(({ path }) => path.endsWith(".tsx"));
// Scoring explains itself on a command line too, and the language service names languages and dates:
// both carry their words for every language as data.
const silent = application.filter(({ path }) => !/^lib\/(scoring|i18n)\//.test(path));
const self = (path: string) => path.startsWith("tests/architecture/");
const prose = everyFile.filter((path) => /\.(md|json|sql|prisma|css)$/.test(path)).map(read);
const readable = [...everySource, ...prose].filter(
  ({ path }) => !self(path) && path !== "package-lock.json",
);

describe("house habits", () => {
  test("only lib/env.ts reads process.env", () => {
    expect(habits.environmentReads(application)).toEqual([]);
  });

  test("only lib/clock.ts reads the wall clock", () => {
    expect(habits.clockReads(application)).toEqual([]);
  });

  test("there are no server actions", () => {
    expect(habits.serverActions(everySource)).toEqual([]);
  });

  test("nothing writes markup past React", () => {
    expect(habits.rawMarkup(application)).toEqual([]);
  });

  test("texts are in messages/, not in code", () => {
    expect(habits.textInCode(silent)).toEqual([]);
    expect(habits.textInTags(views)).toEqual([]);
  });

  test("nothing speaks of the workplace", () => {
    expect(habits.workplaceTexts(readable)).toEqual([]);
  });
});

const at = (text: string, path = "lib/people/queries.ts") => [{ path, text }];

describe("the habits' checks see what they look for", () => {
  test.each([`process.env.PORT`, `process.env["PORT"]`, `const { PORT } = process.env`])(
    "environment: %s",
    (text) => {
      expect(habits.environmentReads(at(text))).toHaveLength(1);
      expect(habits.environmentReads(at(text, "lib/env.ts"))).toEqual([]);
    },
  );

  test.each([`new Date()`, `new Date`, `Date.now()`, `Date()`])("clock: %s", (text) => {
    expect(habits.clockReads(at(text))).toHaveLength(1);
    expect(habits.clockReads(at(text, "lib/clock.ts"))).toEqual([]);
  });

  test("a date made from something is not a look at the clock", () => {
    expect(habits.clockReads(at(`new Date(given); clock.now();`))).toEqual([]);
  });

  test("server actions, in a file and in a function", () => {
    const text = `"use server";\nexport async function f() { "use server"; }`;
    expect(habits.serverActions(at(text))).toHaveLength(2);
  });

  test.each([
    "<p dangerouslySetInnerHTML={{ __html: words }} />",
    "node.innerHTML = words;",
    `node["outerHTML"] = words;`,
    `node.insertAdjacentHTML("beforeend", words);`,
  ])("raw markup: %s", (text) => {
    expect(habits.rawMarkup(at(text, "components/people/list.tsx"))).toHaveLength(1);
  });

  test.each(["const t = '自评';", "const t = `第 ${n} 季度`;", "const t = <p>提交</p>;"])(
    "text in code: %s",
    (text) => {
      expect(habits.textInCode(at(text, "components/people/list.tsx")).length).toBeGreaterThan(0);
    },
  );

  test("a comment may be in Chinese", () => {
    expect(habits.textInCode(at(`// 不支持 / 不匹配\nconst a = 1;`))).toEqual([]);
  });

  test.each([`const t = <p>Save</p>;`, `const t = <img alt="Logo" />;`])("tags: %s", (text) => {
    expect(habits.textInTags(at(text, "components/people/list.tsx"))).toHaveLength(1);
  });

  test("the workplace", () => {
    const text = ["see /work", "shared/domain.md"].join("/");
    expect(habits.workplaceTexts(at(`// ${text}`))).toHaveLength(1);
  });
});
