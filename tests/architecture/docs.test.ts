import { describe, expect, test } from "vitest";
import { z } from "zod";
import { brokenLinks, lostPlaces, lostScripts, unlisted, unnamedComponents } from "./law/docs";
import { everyFile, read } from "./law/source";

const documents = everyFile.filter((file) => file.endsWith(".md")).map(read);
// What was is told under the names it had.
const ofToday = documents.filter(({ path }) => path !== "CHANGELOG.md");
const manifest = z.object({ scripts: z.record(z.string(), z.string()) });
const { scripts } = manifest.parse(JSON.parse(read("package.json").text));

describe("the documents", () => {
  test("docs/README.md lists every file of docs/", () => {
    const files = everyFile.filter((file) => file.startsWith("docs/"));
    expect(unlisted(read("docs/README.md"), files)).toEqual([]);
  });

  test("components/ui/README.md names every component", () => {
    expect(unnamedComponents(read("components/ui/README.md"), everyFile)).toEqual([]);
  });

  test("every link inside the repository leads somewhere", () => {
    expect(brokenLinks(documents, everyFile)).toEqual([]);
  });

  test("every path and every script they name exists", () => {
    expect(lostPlaces(ofToday, everyFile)).toEqual([]);
    expect(lostScripts(ofToday, Object.keys(scripts))).toEqual([]);
  });
});

describe("the checks see what they look for", () => {
  const page = (text: string, path = "docs/README.md") => ({ path, text });
  const files = ["docs/README.md", "docs/a.md", "docs/images/b.png", "lib/env.ts", "README.md"];

  test("a file nobody lists", () => {
    const index = page("[a](a.md) and a picture ![b](./images/b.png)");
    expect(unlisted(index, ["docs/README.md", "docs/a.md", "docs/images/b.png"])).toEqual([]);
    expect(unlisted(page("[a](a.md)"), ["docs/a.md", "docs/c.md"])).toEqual(["docs/c.md"]);
  });

  test.each(["[x](b.md)", "[x](../docs/b.md)", "[x](#nowhere)", "[x](a.md#gone)"])(
    "a link to nothing: %s",
    (text) => {
      const pages = [page(`# Here\n${text}`), page("# There", "docs/a.md")];
      expect(brokenLinks(pages, files)).toHaveLength(1);
    },
  );

  test.each([
    "[x](a.md)",
    "[x](../README.md)",
    "[x](images/)",
    "[x](#here-you-are)",
    "[x](a.md#two-words)",
    "[x](https://example.com/a.md)",
    "```\n[x](b.md)\n```",
  ])("a link to something: %s", (text) => {
    const pages = [page(`# Here, you are!\n${text}`), page("## `Two` words", "docs/a.md")];
    expect(brokenLinks(pages, files)).toEqual([]);
  });

  test("a component nobody names", () => {
    const parts = ["components/ui/form/field.tsx", "components/ui/form/fields.tsx"];
    expect(unnamedComponents(page("`form/field` Field"), parts)).toEqual([parts[1]]);
  });

  test("a path that is no more; patterns and placeholders are no paths", () => {
    expect(lostPlaces([page("`lib/old.ts` and `lib/gone/`")], files)).toHaveLength(2);
    const good = "`lib/env.ts`, `lib/env`, `docs/images/`, `lib/<domain>/`, `messages/*/x.json`";
    expect(lostPlaces([page(good)], files)).toEqual([]);
  });

  test("a script nobody wrote", () => {
    expect(lostScripts([page("`npm run gone`, `npm run -s score`")], ["score"])).toHaveLength(1);
  });
});
