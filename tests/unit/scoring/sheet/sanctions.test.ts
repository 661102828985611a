import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  explainSheet,
  renderSanction,
  scoreSheet,
  type PolicyDocument,
  type SheetInput,
} from "@/lib/scoring";
import { anyFramework, anyPolicy, anySheet } from "../proof/any";
import { factsAsked, framework, notationFor, policy, said, sheetOf } from "../support";

const six = framework("six-veins");
const scored = (sheet: SheetInput, rules: PolicyDocument = factsAsked) =>
  scoreSheet(six, rules, sheet);

/** A sheet by its scores in points, in the framework's order. */
const sheet = (...points: readonly number[]): SheetInput =>
  Object.fromEntries(
    six.values.map(({ key }, index) => [key, said(notationFor((points[index] ?? 0) * 2))]),
  );

const asked = (rules: PolicyDocument, input: SheetInput) =>
  scored(input, rules).values.flatMap(({ key, justification }) =>
    justification.reason === "sanction" ? [key] : [],
  );

describe("a total in the lowest band", () => {
  test("six plain 2s: a fact for every value, and HR verifies all of them", () => {
    const result = scored(sheet(2, 2, 2, 2, 2, 2));
    const keys = six.values.map(({ key }) => key);
    expect(result.band?.key).toBe("fail");
    expect(result.audit).toMatchObject({ sanction: keys, verify: [], sample: [] });
    expect(result.problems.map(({ code }) => code)).toEqual(
      keys.map(() => "sanction-facts-required"),
    );
  });

  test("asks nothing of the same sheet where the policy has no such rule", () => {
    const result = scored(sheet(2, 2, 2, 2, 2, 2), policy("manual-2006"));
    expect(result.audit.sanction).toEqual([]);
    expect(result.problems).toEqual([]);
  });

  test("blames the values below their share of the bound, and none that reached it", () => {
    // 19 of 30 is 3.17 of 5.
    const result = scored(sheet(3.5, 3.5, 3, 3, 3, 2.5));
    expect(result.total).toBe(37);
    expect(result.audit.sanction).toEqual(six.values.slice(2).map(({ key }) => key));
  });

  test("says of each value what it falls short of, so that it can be worked out again", () => {
    const result = scored(sheet(3.5, 3.5, 3, 3, 3, 2.5));
    const names = { framework: six, policy: factsAsked };
    const [first] = explainSheet(factsAsked, result).sanctions;
    if (first === undefined) throw new Error("nothing is blamed");
    expect((["zh", "en"] as const).map((locale) => renderSanction(first, names, locale))).toEqual([
      "总分属于最低一等“不合格”；拥抱变化得 3，不到“合格”下限折合的每项分数（19 ÷ 30 × 5 ≈ 3.17）。",
      "The total is in the lowest band, “Fail”; Embrace Change scores 3, less than its share of the bound of “Pass” (19 ÷ 30 × 5 ≈ 3.17).",
    ]);
  });

  test("waits for the whole sheet: while a value is open there is no total to blame", () => {
    const open = { ...sheet(2, 2, 2, 2, 2, 2), passion: said("-,-,-,-,-") };
    expect(scored(open).audit.sanction).toEqual([]);
  });

  test("a written fact settles it", () => {
    const facts = { justification: "九月两次未按约定回复客户" };
    const written = six.values.map(
      ({ key }) => [key, { ...said(notationFor(4)), ...facts }] as const,
    );
    expect(scored(Object.fromEntries(written)).problems).toEqual([]);
  });

  test("is nobody's fault under a policy of one band", () => {
    const one = { ...factsAsked, bands: factsAsked.bands.slice(-1) };
    expect(asked(one, sheet(2, 2, 2, 2, 2, 2))).toEqual([]);
  });
});

describe("a rule on a single value", () => {
  test("brings the lowest band and blames that value alone", () => {
    const result = scored(sheetOf(six, notationFor(10), { integrity: notationFor(1) }));
    expect(result.total).toBe(51);
    expect(result.band).toMatchObject({ key: "fail", lowest: true, lowered: { from: "good" } });
    expect(result.audit.sanction).toEqual(["integrity"]);
    // Each consequence once, by the rule; the score itself already asks for facts.
    expect(result.consequences.map(({ code, because }) => [code, because.kind])).toEqual([
      ["no-performance-rating", "value"],
      ["bonus-withheld", "value"],
    ]);
  });

  test("is known before the rest of the sheet is judged", () => {
    const integrity = said("partly!");
    expect(scored({ integrity }).audit.sanction).toEqual(["integrity"]);
  });

  test("without a consequence of its own asks nothing unless it leads to the lowest band", () => {
    const rule = { below: 8, consequences: [] };
    const rules = (setsBand: string) => ({
      ...factsAsked,
      singleValueRules: [{ ...rule, setsBand }],
    });
    const strong = sheet(5, 5, 5, 5, 5, 3);
    expect(scored(strong, rules("good")).band?.key).toBe("good");
    expect(asked(rules("good"), strong)).toEqual([]);
    expect(asked(rules("fail"), strong)).toEqual(["dedication"]);
  });

  test("counts once, though the band's own floor asks the same", () => {
    const bands = factsAsked.bands.map((band) =>
      band.key === "pass" ? { ...band, eachAtLeast: 2 } : band,
    );
    const result = scored(sheet(5, 5, 5, 0.5, 5, 5), { ...factsAsked, bands });
    expect(result.values[3]?.sanction).toEqual([{ kind: "value", rule: { below: 2 } }]);
    expect(result.consequences).toHaveLength(2);
  });
});

describe("a rung not met against the employee's own case", () => {
  const claimed = (notation: string, byEmployee = true): SheetInput => {
    const { judgements, cases } = said(notation);
    const filed = cases.map((entry) => ({ ...entry, byEmployee }));
    return { ...sheet(5, 5, 5, 5, 5, 5), passion: { judgements, cases: filed } };
  };

  test.each([
    ["met,met,E,unmet+,-", true, ["passion"]],
    ["met,met,E,unmet+,-", false, []],
    ["met,met,E,unmet,-", true, []],
    ["met,met,E,P,-", true, []],
    // Behind the gate nothing is decided.
    ["met,met,E,unmet,unmet+", true, []],
    ["unmet!+,met,E,E,E", true, ["passion"]],
  ])("%s, own case: %s", (notation, own, keys) => {
    expect(scored(claimed(notation, own)).audit.sanction).toEqual(keys);
  });

  test("says which rung", () => {
    const result = scored(claimed("met,met,E,unmet+,-"));
    const names = { framework: six, policy: factsAsked };
    const said = explainSheet(factsAsked, result).sanctions.map((one) =>
      renderSanction(one, names, "zh"),
    );
    expect(said).toEqual(["激情第 4 级判为未达到，员工为它写了支持的案例。"]);
    expect(result.values[4]?.justification).toMatchObject({ reason: "sanction", missing: true });
  });
});

describe("whatever is judged under whatever policy", () => {
  test("who lands in the lowest band is asked for at least one fact; nobody is where the rule is off", () => {
    fc.assert(
      fc.property(anyFramework, anyPolicy, anySheet, (made, rules, values) => {
        const result = scoreSheet(made, rules, values);
        const { sanction } = result.audit;
        if (rules.sanctionNeedsFacts !== true) expect(sanction).toEqual([]);
        else if (result.band?.lowest === true && rules.bands.length > 1)
          expect(sanction.length).toBeGreaterThan(0);
        for (const value of result.values) {
          const caused = sanction.includes(value.key);
          expect(value.routing.sanction).toBe(caused);
          if (caused)
            expect([value.justification.required, value.routing.sample]).toEqual([true, false]);
        }
        const { sanctions } = explainSheet(rules, result);
        expect([...new Set(sanctions.map(({ value }) => value))]).toEqual(sanction);
      }),
    );
  });

  test("the rule changes no score, total or band", () => {
    fc.assert(
      fc.property(anyFramework, anyPolicy, anySheet, (made, rules, values) => {
        const [on, off] = [true, false].map((sanctionNeedsFacts) =>
          scoreSheet(made, { ...rules, sanctionNeedsFacts }, values),
        );
        expect(on?.values.map(({ score }) => score)).toEqual(off?.values.map(({ score }) => score));
        expect([on?.total, on?.band, on?.consequences]).toEqual([
          off?.total,
          off?.band,
          off?.consequences,
        ]);
      }),
    );
  });
});
