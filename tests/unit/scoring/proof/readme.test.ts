import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { encode, problemCodes, renderExplanation, scoreSheet } from "@/lib/scoring";
import { framework, policy } from "../support";

// What the page says about the library is held against the library.

const room = path.resolve(import.meta.dirname, "../../../../lib/scoring");
const page = readFileSync(path.join(room, "README.md"), "utf8");
const folded = (text: string) => text.replaceAll(/\s+(?:\/\/ )?/g, " ");

function firstCells(heading: string): string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? "";
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, cell = ""]) => cell);
}

describe("the page of lib/scoring", () => {
  test("lists exactly the problem codes there are", () => {
    expect(firstCells("Errors").sort()).toEqual([...problemCodes].sort());
  });

  test("names every room there is", () => {
    const rooms = readdirSync(room, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${name}/`);
    expect(firstCells("# lib/scoring")).toEqual(expect.arrayContaining(rooms));
  });

  test("shows an example that comes out as it says", () => {
    const six = framework("six-veins");
    const said = {
      judgements: { 1: "met", 2: "met", 3: "met", 4: "partly", 5: "unmet" },
      cases: [
        { id: "a", rung: 3, kind: "supports", title: "Stayed until the refund was through" },
        { id: "b", rung: 4, kind: "supports", title: "Asked what the order was for" },
      ],
    } as const;
    const { values, total } = scoreSheet(six, policy("classic"), { "customer-first": said });
    const [first] = values;
    expect(`${first?.score}`).toBe(/score; \/\/ (\d+) half-points/.exec(page)?.[1]);
    expect(total).toBeNull();
    const [sentence = ""] = first ? renderExplanation(first.explanation, "en") : [];
    expect(sentence).not.toBe("");
    expect(folded(page)).toContain(sentence);
    for (const { title } of said.cases) expect(page).toContain(`title: "${title}"`);
    expect(page).toContain(`judgements: { 1: "met", 2: "met", 3: "met", 4: "partly", 5: "unmet" }`);
  });

  test("tells the bits of a signal as they are", () => {
    const [value] = framework("six-veins").values;
    if (!value) throw new Error("six veins have values");
    const signals = new Uint8Array(5);
    const cases = [
      { id: "a", rung: 4, kind: "supports", title: "" },
      { id: "b", rung: 5, kind: "contradicts", title: "" },
    ] as const;
    encode(value, { judgements: { 1: "met", 2: "partly", 3: "unmet" }, cases }, signals, 0);
    expect([...signals]).toEqual([1, 2, 3, 4, 8]);
    expect(folded(page)).toContain(
      "(1 met, 2 partly, 3 unmet, 0 not judged), 4 for a supporting case, 8 for a contradicting one",
    );
  });
});
