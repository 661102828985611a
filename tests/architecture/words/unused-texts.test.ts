import { describe, expect, test } from "vitest";
import { everyFile, everySource, read } from "../law/source";
import { textsOf } from "../law/words/messages";
import { unspokenKeys, unusedKeys } from "../law/words/unused";

const keys = everyFile
  .filter((file) => file.startsWith("messages/zh/"))
  .flatMap((file) => {
    const namespace = file.split("/").at(-1)?.replace(".json", "") ?? "";
    return [...textsOf(namespace, read(file).text).keys()];
  });
const under = (namespace: string) => keys.filter((key) => key.startsWith(`${namespace}.`));
const sources = everySource.filter(({ path }) => /^(app|lib|components|scripts)\//.test(path));
/** Their keys travel as codes of refusals, or are typed by the file itself. */
const coded = ["errors", "checker"];

test("every text is asked for", () => {
  const named = keys.filter((key) => !coded.some((name) => key.startsWith(`${name}.`)));
  expect(named.length).toBeGreaterThan(1000);
  expect(unusedKeys(named, sources)).toEqual([]);
  for (const name of coded) expect(unspokenKeys(under(name), sources)).toEqual([]);
}, 120_000);

describe("the check sees what it looks for", () => {
  const view = (text: string) => [{ path: "components/people/list.tsx", text }];
  const asked = `const text = useTranslations("people.list");`;

  test.each([
    [`${asked} text("title");`, ["people.list.other", "people.title"]],
    [
      `${asked} text(\`other.\${kind}\`);`,
      ["people.list.title", "people.list.other", "people.title"],
    ],
    [
      `const text = useTranslations(\`people.\${kind}\`); text("title");`,
      ["people.list.other", "people.title"],
    ],
    [
      `const text = useTranslations(); text("people.title");`,
      ["people.list.title", "people.list.other"],
    ],
    [`text("title");`, ["people.list.title", "people.list.other", "people.title"]],
  ])("%s", (text, unused) => {
    const there = ["people.list.title", "people.list.other", "people.title"];
    expect(unusedKeys(there, view(text))).toEqual(unused);
  });

  test("a key named by the types of what is imported", () => {
    const types = { path: "lib/people/types.ts", text: `export const kinds = ["other"];` };
    const importing = view(`import { kinds } from "@/lib/people/types"; ${asked} text(kind);`);
    expect(unusedKeys(["people.list.other", "people.list.title"], [...importing, types])).toEqual([
      "people.list.title",
    ]);
  });

  test("a code nobody gives", () => {
    expect(unspokenKeys(["errors.stale", "errors.gone"], view(`refuse("stale");`))).toEqual([
      "errors.gone",
    ]);
  });
});
