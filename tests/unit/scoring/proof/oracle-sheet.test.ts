import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreSheet, type FrameworkDocument } from "@/lib/scoring";
import { policy, said, valueOf } from "../support";

/**
 * A second reading of whole sheets: the page as a person keeps it, in decimals, worked through line by line with a
 * ruler. It shares no code and no style with the first.
 *
 * A line reads `grants words [≤cap] [?] [own]`: one letter a rung, one word a rung, an upper limit, in doubt or not, whether
 * the supporting cases are the employee's own.
 */
type Page = {
  readonly whole?: true;
  readonly facts: string;
  readonly verify: string;
  readonly sampled?: true;
  readonly customer: string;
  readonly division: string;
  readonly doubt?: true;
  /** A lapse that was excused and earns its half needs its reason in writing. */
  readonly excused?: true;
  readonly line?: number;
  /** From which share of the maximum, in sixtieths or the like: `bound/of band`, best first. */
  readonly bands: string;
  /** Scores that alone bring the lowest band; absent where nothing asks for the facts of a consequence. */
  readonly sunk?: string;
};

// What counts as the top belongs to ladders of five rungs, of seven on the page of the checklist.
const pages: Readonly<Record<string, Page>> = {
  classic: {
    excused: true,
    facts: "0 0.5 4 4.5 5 5.5 6 6.5 7",
    verify: "0 0.5 1 4 4.5 5 5.5 6 6.5 7",
    sampled: true,
    customer: "5/5",
    division: "5/5",
    bands: "27/30 excellent, 23/30 good, 19/30 pass, 0/30 fail",
    sunk: "0 0.5",
  },
  "manual-2006": {
    excused: true,
    facts: "0 0.5 3 3.5 4 4.5 5 5.5 6 6.5 7",
    verify: "0 0.5 1 4 4.5 5 5.5 6 6.5 7",
    sampled: true,
    customer: "5/5",
    division: "5/5",
    doubt: true,
    bands:
      "24/30 consistently-exceeds, 20/30 exceeds, 18/30 partly-exceeds, 15/30 meets, 12/30 needs-to-improve, 10.5/30 must-improve, 0/30 unacceptable",
  },
  "51cto": {
    excused: true,
    facts: "0 0.5 4 4.5 5 5.5 6 6.5 7",
    verify: "0 0.5 1 4 4.5 5 5.5 6 6.5 7",
    customer: "",
    division: "5/5",
    line: 3,
    bands: "12/15 role-model, 9/15 standard, 0/15 below",
  },
  checklist: {
    whole: true,
    facts: "0 0.5 1 1.5 2 2.5 3 3.5 4 4.5 5 5.5 6",
    verify: "0 0.5 1 1.5 2 2.5 3",
    customer: "",
    division: "",
    bands: "7/7 all-kept, 6/7 nearly, 4/7 improve, 0/7 fail",
  },
};

const letterOf: Readonly<Record<string, string>> = {
  "p -": "M",
  "p met": "M",
  "p partly": "H",
  "p unmet": "U",
  "p -!": "U",
  "p met!": "U",
  "p partly!": "H",
  "p unmet!": "U",
  "e -": "?",
  "e e": "U",
  "e p": "U",
  "e unmet": "U",
  "e -+": "?",
  "e E": "M",
  "e P": "H",
  "e unmet+": "U",
};
const wordsOf = (grant: string) =>
  Object.keys(letterOf).flatMap((entry) => (entry.startsWith(grant) ? [entry.slice(2)] : []));

interface Line {
  readonly grants: string;
  readonly gated: boolean;
  readonly words: readonly string[];
  readonly limit: number | null;
  readonly doubt: boolean;
  readonly own: boolean;
}

const anyLine: fc.Arbitrary<Line> = fc
  .array(fc.constantFrom("p", "e"), { minLength: 1, maxLength: 7 })
  .chain((grants) =>
    fc.record({
      grants: fc.constant(grants.join("")),
      gated: fc.boolean(),
      words: fc.tuple(...grants.map((grant) => fc.constantFrom(...wordsOf(grant)))),
      limit: fc.option(fc.integer({ min: 1, max: 2 * grants.length }).map((half) => half / 2)),
      doubt: fc.boolean(),
      own: fc.boolean(),
    }),
  );

/** The letters that count: up to the first that is not met on a ladder, all on a checklist. */
function letters({ grants, gated, words }: Line, whole: boolean): string {
  let row = words.map((word, at) => letterOf[`${grants[at] ?? ""} ${word}`] ?? "x").join("");
  if (whole) row = row.replaceAll("H", "U");
  return gated ? (/^M*[HU?]?/.exec(row)?.[0] ?? "") : row;
}

/** What a line earns, in decimals; null while it is open. */
function earned(line: Line, whole: boolean): number | null {
  const row = letters(line, whole);
  if (row.includes("?")) return null;
  const points = [...row].map((letter) => ({ M: 1, H: 0.5 })[letter] ?? 0);
  const sum = points.reduce<number>((total, point) => total + point, 0);
  return Math.min(sum, line.limit ?? sum);
}

const excused = (line: Line, whole: boolean) =>
  [...letters(line, whole)].some((letter, at) => letter === "H" && line.words[at] === "partly!");

const mostOf = ({ grants, limit }: Line) => Math.min(grants.length, limit ?? grants.length);

function documentOf(lines: readonly Line[]): FrameworkDocument {
  const text = { zh: "试", en: "made up" };
  const values = lines.map(({ grants, gated, limit }, index) => {
    const value = valueOf(grants, gated, `line-${index}`);
    return limit === null ? value : { ...value, cap: limit * 2 };
  });
  return { key: "made-up", name: text, description: text, values };
}

const onList = (list: string, score: number) => list.split(" ").includes(String(score));
const atTop = (row: string, line: Line, score: number) => {
  const [from, of] = row.split("/").map(Number);
  return row !== "" && mostOf(line) === of && score >= (from ?? Number.NaN);
};

/** Which lines a consequence rests on, read off the page: sunk by itself, short of its part of a missed bound, or claimed. */
function blamed(page: Page, lines: readonly Line[]): readonly boolean[] {
  if (page.sunk === undefined) return lines.map(() => false);
  const bounds = page.bands.split(", ").map((row) => Number(row.split("/")[0]) / 30);
  const least = bounds.at(-2) ?? 0;
  const scores = lines.map((line) => earned(line, page.whole === true));
  const most = lines.reduce((sum, line) => sum + mostOf(line), 0);
  const total = scores.reduce<number>((sum, score) => sum + (score ?? Number.NaN), 0);
  const missed = total / most - least < -1e-10;
  return lines.map((line, index) => {
    const score = scores[index] ?? null;
    if (score === null) return false;
    const short = missed && score / mostOf(line) - least < -1e-10;
    const against = [...letters(line, page.whole === true)].some(
      (letter, at) => letter === "U" && line.own && line.words[at] === "unmet+",
    );
    return onList(page.sunk ?? "", score) || short || against;
  });
}

function audit(page: Page, lines: readonly Line[]) {
  const blame = blamed(page, lines);
  const keys = (holds: (line: Line, score: number, index: number) => boolean) =>
    lines.flatMap((line, index) => {
      const score = earned(line, page.whole === true);
      return score !== null && holds(line, score, index) ? [`line-${index}`] : [];
    });
  return {
    verify: keys((_, score) => onList(page.verify, score)),
    sample: keys(
      (_, score, index) => page.sampled === true && !onList(page.verify, score) && !blame[index],
    ),
    sanction: keys((_line, _score, index) => blame[index] === true),
    beneficiaryView: keys((line, score) => atTop(page.customer, line, score)),
    approve: keys((line, score) => atTop(page.division, line, score)),
    refer: lines.flatMap(({ doubt }, index) => (doubt && page.doubt ? [`line-${index}`] : [])),
  };
}

/** The band by proportion: no total is close enough to a bound for the tenth decimal to matter. */
function bandOfPage(page: Page, total: number, most: number): string | undefined {
  const share = total / most;
  const rows = page.bands.split(", ").map((row) => /^([\d.]+)\/(\d+) (.+)$/.exec(row) ?? []);
  return rows.find(([, from, of]) => share - Number(from) / Number(of) > -1e-10)?.[3];
}

describe.each(Object.entries(pages))("the page of %s, worked through by hand,", (key, page) => {
  const rules = policy(key);
  const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 5 });
  const scored = (lines: readonly Line[]) =>
    scoreSheet(
      documentOf(lines),
      rules,
      Object.fromEntries(
        lines.map(({ words, doubt, own }, index) => {
          const { judgements, cases } = said(words.join(","));
          const filed = cases.map((entry) => ({ ...entry, byEmployee: own }));
          return [`line-${index}`, { judgements, cases: filed, inDoubt: doubt }];
        }),
      ),
    );

  test("comes to the same scores, total and band", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const result = scored(lines);
        const scores = lines.map((line) => earned(line, page.whole === true));
        expect(result.values.map(({ score }) => (score === null ? null : score / 2))).toEqual(
          scores,
        );
        const most = lines.reduce((sum, line) => sum + mostOf(line), 0);
        const total = scores.reduce<number | null>(
          (sum, score) => (sum === null || score === null ? null : sum + score),
          0,
        );
        expect(result.total === null ? null : result.total / 2).toBe(total);
        expect(result.maxTotal / 2).toBe(most);
        const sunk = scores.some((score) => score !== null && onList(page.sunk ?? "", score));
        const band = total === null ? undefined : bandOfPage(page, total, most);
        expect(result.band?.key).toBe(sunk && band !== undefined ? "fail" : band);
      }),
      { numRuns: 300 },
    );
  });

  test("asks for the same facts, sends the same values the same ways and knows the same line", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const result = scored(lines);
        const scores = lines.map((line) => earned(line, page.whole === true));
        expect(result.audit).toEqual(audit(page, lines));
        expect(result.values.map(({ justification }) => justification.required)).toEqual(
          scores.map((score, index) => {
            const line = lines[index];
            const lapse = page.excused && line && excused(line, page.whole === true);
            const blame = blamed(page, lines)[index];
            return (
              score !== null && (onList(page.facts, score) || lapse === true || blame === true)
            );
          }),
        );
        expect(result.values.map(({ passed }) => passed)).toEqual(
          scores.map((score) => (score === null || !page.line ? null : score >= page.line)),
        );
      }),
      { numRuns: 300 },
    );
  });
});
