import { describe, expect, test } from "vitest";
import { explained, readReport, survivorsOf, tallyOf } from "../../../mutants/survivors";

const source = "const a = 1;\nif (a >\n    2) {\n  throw new Error(`no ${a}`);\n}\n";
const place = (from: [number, number], to: [number, number]) => ({
  start: { line: from[0], column: from[1] },
  end: { line: to[0], column: to[1] },
});
const report = {
  files: {
    "lib/scoring/a.ts": {
      source,
      mutants: [
        { status: "Killed", replacement: "2", location: place([1, 11], [1, 12]) },
        { status: "Survived", replacement: "a >= 2", location: place([2, 5], [3, 6]) },
        { status: "NoCoverage", replacement: "``", location: place([4, 19], [4, 28]) },
        { status: "Timeout", replacement: "{}", location: place([3, 8], [5, 2]) },
      ],
    },
  },
};

describe("survivors", () => {
  test("are read out of the report, white space folded", () => {
    expect(survivorsOf(report)).toEqual([
      { file: "lib/scoring/a.ts", line: 2, original: "a > 2", replacement: "a >= 2" },
      { file: "lib/scoring/a.ts", line: 4, original: "`no ${a}`", replacement: "``" },
    ]);
  });

  test("are explained under the heading of their file, and only there", () => {
    const [first] = survivorsOf(report);
    if (!first) throw new Error("nothing survived");
    const line = "- `a > 2` → `a >= 2`: a is never 2.";
    expect(explained(first, `# Survivors\n\n## \`lib/scoring/a.ts\`\n\n${line}\n`)).toBe(true);
    expect(explained(first, `# Survivors\n\n## \`lib/scoring/b.ts\`\n\n${line}\n`)).toBe(false);
    expect(explained(first, "# Survivors\n\n## `lib/scoring/a.ts`\n\n- `a > 3` → `a >= 3`")).toBe(
      false,
    );
  });

  test("are counted beside what was noticed; what never ends is noticed", () => {
    expect(tallyOf(report)).toEqual({ noticed: 2, all: 4 });
  });

  test("of something that is no report are refused", () => {
    expect(readReport(JSON.stringify(report))).toEqual(report);
    expect(() => readReport('{"files":3}')).toThrow();
    expect(() => readReport("no report")).toThrow(SyntaxError);
  });
});
