import { describe, expect, test } from "vitest";
import { bandName, bandOf, scoreSheet, type PolicyDocument } from "@/lib/scoring";
import { framework, notationFor, scoresOnly, sheetOf, sheetWithTotal } from "../support";

const six = framework("six-veins");
const classic = scoresOnly;

describe("a total that cannot be", () => {
  test.each([-1, 61, 0.5, Number.NaN])("%d of 60 is refused, not cut", (total) => {
    expect(() => bandOf(classic, total, 60)).toThrow(new RangeError(`total ${total} of 60`));
  });

  test("under bands that do not reach down to 0 is refused", () => {
    const short = { ...classic, bands: classic.bands.slice(0, 2) };
    expect(() => bandOf(short, 0, 60)).toThrow(new RangeError("the bands of a policy end at 0"));
  });
});

describe("the lowest band", () => {
  test("is the last one, and it alone brings its consequences about", () => {
    const shown = [0, 37, 38, 60].map((total) => {
      // Rules nobody has compiled yet: what a scorer remembers must not answer for this test.
      const rules = structuredClone(classic);
      const band = bandOf(rules, total, 60);
      const { consequences } = scoreSheet(six, rules, sheetWithTotal(six, total));
      const ofBand = consequences.filter(({ because }) => because.kind === "band");
      return { total, lowest: band.lowest, ofBand };
    });
    const because = (total: number) => ({ kind: "band", band: "fail", total });
    const both = (total: number) =>
      ["no-performance-rating", "bonus-withheld"].map((code) => ({
        code,
        because: because(total),
      }));
    expect(shown).toEqual([
      { total: 0, lowest: true, ofBand: both(0) },
      { total: 37, lowest: true, ofBand: both(37) },
      { total: 38, lowest: false, ofBand: [] },
      { total: 60, lowest: false, ofBand: [] },
    ]);
  });
});

describe("single-value rules", () => {
  const because = (rules: PolicyDocument["singleValueRules"], score: number) =>
    scoreSheet(
      six,
      { ...classic, singleValueRules: rules },
      sheetOf(six, notationFor(10), { passion: notationFor(score) }),
    ).consequences;

  test("name the condition they hold by", () => {
    const rules = [
      { equals: 3, consequences: ["bonus-withheld"] },
      { below: 2, consequences: ["no-performance-rating"] },
    ];
    const reason = { kind: "value", value: "passion" };
    expect(because(rules, 3)).toEqual([
      { code: "bonus-withheld", because: { ...reason, score: 3, rule: { equals: 3 } } },
    ]);
    expect(because(rules, 1)).toEqual([
      { code: "no-performance-rating", because: { ...reason, score: 1, rule: { below: 2 } } },
    ]);
    expect(because(rules, 2)).toEqual([]);
  });

  test("that ask for the same twice are shown once, by the first of them", () => {
    const rules = [
      { below: 4, consequences: ["bonus-withheld"] },
      { equals: 0, consequences: ["bonus-withheld", "no-performance-rating"] },
    ];
    expect(
      because(rules, 0).map(({ code, because: { kind }, ...rest }) => [code, kind, rest]),
    ).toEqual([
      ["bonus-withheld", "value", {}],
      ["no-performance-rating", "value", {}],
    ]);
    expect(because(rules, 0)[0]?.because).toMatchObject({ rule: { below: 4 } });
    expect(because(rules, 0)[1]?.because).toMatchObject({ rule: { equals: 0 } });
  });
});

test("a band is called by its key, and nothing is called by none or by another policy's", () => {
  const [first, second] = classic.bands;
  const names = [first?.key, second?.key].map((key) => bandName(classic, key ?? null));
  expect(names).toEqual([first?.name, second?.name]);
  expect([bandName(classic, null), bandName(classic, "another")]).toEqual([null, null]);
});
