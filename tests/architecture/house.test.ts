import prettier from "prettier";
import { describe, expect, test } from "vitest";
import { house, undrawn } from "./law/house";
import { served } from "./law/source";

const markdown = (text: string) => prettier.format(text, { parser: "markdown" });

describe("the picture of the house", () => {
  test("docs/house.md shows the imports there are (else: npm run house)", async () => {
    await expect(await markdown(house(served))).toMatchFileSnapshot("../../docs/house.md");
  });

  test("every room is drawn", () => {
    expect(undrawn(served)).toEqual([]);
  });
});

describe("the drawing", () => {
  const at = (path: string, specifier: string) => ({ path, text: `import "${specifier}";` });

  test("an import between rooms is an arrow, one inside a room and one to the ground are none", () => {
    const text = house([
      at("lib/people/queries.ts", "./store"),
      at("lib/people/queries.ts", "@/lib/access/queries"),
      at("lib/people/queries.ts", "@/lib/clock"),
    ]);
    expect(text.match(/queries --> \w+/g)).toEqual(["queries --> store"]);
    expect(text).toContain("people --> access");
  });

  test("an arrow that follows from others is left out", () => {
    const text = house([
      at("lib/people/types.ts", "@/lib/access/types"),
      at("lib/departments/types.ts", "@/lib/people/types"),
      at("lib/departments/types.ts", "@/lib/access/types"),
    ]);
    expect(text).toContain("departments --> people");
    expect(text).not.toContain("departments --> access");
  });

  test("a room nobody drew is asked for", () => {
    expect(undrawn([at("lib/people/gossip.ts", "zod")])).toEqual(["gossip"]);
  });
});
