import { describe, expect, it } from "vitest";
import { replay, type Rules, type SheetInput, type ValueDefinition } from "@/lib/scoring";
import { said, valueOf } from "../support";
import { classic, classicWith, manual, rulesOver, sheetScoring, sixVeins } from "./support";

// Counts worked out by hand, each of them once.

const countsOf = (before: Rules, after: Rules, sheets: readonly SheetInput[]) => {
  const run = replay(before, after);
  for (const values of sheets) run.add({ id: "E", values });
  return run.counts();
};

const [first, second] = sixVeins.values.map(({ key }) => key);

const full = (key: string): ValueDefinition => valueOf("ppeee", true, key);
const short = (key: string): ValueDefinition => valueOf("ppee", true, key);
const capped = (key: string): ValueDefinition => ({ ...full(key), cap: 5 });

const four = "met,met,E,E,-";
const five = "met,met,E,E,E";

describe("moves", () => {
  it("of every value: up, down, the same, undecided on either side or both", () => {
    const before = rulesOver([
      capped("up"),
      full("down"),
      full("same"),
      full("once-open"),
      short("now-open"),
      full("open"),
    ]);
    const after = rulesOver([
      full("up"),
      capped("down"),
      full("same"),
      short("once-open"),
      full("now-open"),
      full("open"),
    ]);
    const sheet = {
      up: said(five),
      down: said(five),
      same: said(five),
      "once-open": said(four),
      "now-open": said(four),
      open: said(four),
    };
    const none = { same: 0, up: 0, down: 0, undecided: 0 };
    const { scores, totals, scored } = countsOf(before, after, [sheet, sheet]);
    expect(scores).toEqual([
      { ...none, value: "up", up: 2 },
      { ...none, value: "down", down: 2 },
      { ...none, value: "same", same: 2 },
      { ...none, value: "once-open", undecided: 2 },
      { ...none, value: "now-open", undecided: 2 },
      { ...none, value: "open", undecided: 2 },
    ]);
    expect(totals).toEqual({ ...none, undecided: 2 });
    expect(scored).toBe(2);
  });

  it("of the total, with the bands people come from and go to", () => {
    const before = rulesOver([capped("a"), full("b")]);
    const after = rulesOver([full("a"), capped("b")]);
    const sheets = [
      { a: said(five), b: said("unmet!") },
      { a: said("unmet!"), b: said(five) },
      { a: said("unmet!"), b: said(five) },
      { a: said(five), b: said(five) },
      { a: said(five), b: said("met,met,E,E,unmet") },
      { a: said(four), b: said("-,-,-,-,-") },
    ];
    const { totals, bands, people, changed, scored } = countsOf(before, after, sheets);
    expect(totals).toEqual({ up: 2, down: 2, same: 1, undecided: 1 });
    expect({ people, changed, scored }).toEqual({ people: 6, changed: 5, scored: 5 });
    expect(bands).toEqual({
      from: ["excellent", "good", "pass", "fail", null],
      to: ["excellent", "good", "pass", "fail", null],
      // 14, 12 and 10 of 15 begin the upper three.
      matrix: [
        [1, 0, 0, 0, 0],
        [1, 0, 0, 0, 0],
        [0, 0, 0, 2, 0],
        [0, 0, 1, 0, 0],
        [0, 0, 0, 0, 1],
      ],
      changed: 4,
    });
  });
});

describe("consequences", () => {
  it("are listed by code, those before first, with everybody in each", () => {
    const { consequences, scored, changed } = countsOf(classic, manual, [
      sheetScoring([0, 10, 10, 10, 10, 10]),
      sheetScoring([10, 10, 10, 10, 10, 10]),
    ]);
    const codes = ({ policy }: Rules) => policy.consequences.map(({ code }) => code);
    const only = codes(manual).filter((code) => !codes(classic).includes(code));
    expect(only.length).toBeGreaterThan(0);
    expect(consequences.map(({ code }) => code)).toEqual([...codes(classic), ...only]);
    const warned = consequences.find(({ code }) => code === "written-warning");
    expect(warned).toEqual({ code: "written-warning", kept: 0, gained: 1, lost: 0, neither: 1 });
    expect({ scored, changed }).toEqual({ scored: 0, changed: 2 });
  });
});

describe("facts", () => {
  it("are counted by score and by person, before and after", () => {
    const silent = { exactly: [], atLeast: null, atMost: null };
    const tens = classicWith({ justification: { ...silent, exactly: [10] } });
    const sixes = classicWith({ justification: { ...silent, atMost: 6 } });
    const sheets = [
      sheetScoring([10, 10, 6, 6, 6, 8], [first ?? "", second ?? ""]),
      sheetScoring([8, 8, 8, 8, 8, 6]),
    ];
    expect(countsOf(tens, sixes, sheets).justifications).toEqual({
      scores: { kept: 0, gained: 4, lost: 2, neither: 6 },
      people: { kept: 0, gained: 2, lost: 1, neither: 2 },
      unwritten: 4,
    });
    expect(countsOf(sixes, sixes, sheets).justifications).toEqual({
      scores: { kept: 4, gained: 0, lost: 0, neither: 8 },
      people: { kept: 2, gained: 0, lost: 0, neither: 2 },
      unwritten: 0,
    });
  });
});
