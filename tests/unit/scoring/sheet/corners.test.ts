import { describe, expect, test } from "vitest";
import { bandOf, scoreSheet, type PolicyDocument } from "@/lib/scoring";
import { framework, notationFor, policy, sheetOf } from "../support";

const six = framework("six-veins");
const classic = policy("classic");

describe("a total that cannot be", () => {
  test.each([-1, 61, 0.5, Number.NaN])("%d of 60 is refused, not cut", (total) => {
    expect(() => bandOf(classic, total, 60)).toThrow(new RangeError(`total ${total} of 60`));
  });

  test("under bands that do not reach down to 0 is refused", () => {
    const short = { ...classic, bands: classic.bands.slice(0, 2) };
    expect(() => bandOf(short, 0, 60)).toThrow(new RangeError("the bands of a policy end at 0"));
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

  test("that ask for the same twice are told once, by the first of them", () => {
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
