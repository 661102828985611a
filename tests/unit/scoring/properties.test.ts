import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  renderExplanation,
  scoreSheet,
  scoreValue,
  type CaseRef,
  type ValueDefinition,
  type ValueInput,
  type Verdict,
} from "@/lib/scoring";
import { filed, framework, policy, valueOf } from "./support";

const RUNGS = 6;
const points = Array.from({ length: RUNGS }, (_, index) => index + 1);

const anyVerdict = fc.constantFrom<Verdict>("met", "partly", "unmet");
const anyJudgements = fc
  .array(fc.option(anyVerdict, { nil: undefined }), { minLength: RUNGS, maxLength: RUNGS })
  .map((list) => Object.fromEntries(list.map((verdict, index) => [index + 1, verdict])));
const anyCase = fc
  .tuple(fc.constantFrom(...points), fc.constantFrom("supports" as const, "contradicts" as const))
  .map(([point, kind]) => ({ point, kind }));
const anyCases = fc
  .array(anyCase, { maxLength: 14 })
  .map((list) => list.map(({ point, kind }, index): CaseRef => filed(point, kind, `-${index}`)));
const anyInput: fc.Arbitrary<ValueInput> = fc.record({
  judgements: anyJudgements,
  cases: anyCases,
});
const anyLetters = fc
  .array(fc.constantFrom("p", "e"), { minLength: 1, maxLength: RUNGS })
  .map((letters) => letters.join(""));
const anyLadder = anyLetters.map((letters) => valueOf(letters));
const anyValue = fc
  .tuple(anyLetters, fc.boolean())
  .map(([letters, gated]) => valueOf(letters, gated));

function inside(value: ValueDefinition, input: ValueInput): ValueInput {
  const has = (point: number) => value.rungs.some((rung) => rung.point === point);
  const entries = Object.entries(input.judgements).filter(([point]) => has(Number(point)));
  return {
    judgements: Object.fromEntries(entries),
    cases: input.cases.filter((entry) => has(entry.rung)),
  };
}

const rank: Readonly<Record<Verdict, number>> = { unmet: 0, partly: 1, met: 2 };

describe("scores", () => {
  test("are whole half-points between 0 and the maximum", () => {
    fc.assert(
      fc.property(anyValue, anyInput, (value, input) => {
        const { score, soFar, maxHalfPoints, complete } = scoreValue(value, input);
        expect(Number.isInteger(soFar) && soFar >= 0 && soFar <= maxHalfPoints).toBe(true);
        expect(score).toBe(complete ? soFar : null);
      }),
    );
  });

  test("on a ladder have at most one half, and it stands at the gate", () => {
    fc.assert(
      fc.property(anyLadder, anyInput, (value, input) => {
        const result = scoreValue(value, input);
        const passed = result.rungs.filter(({ standing }) => standing === "passed").length;
        expect(result.soFar - passed * 2 === 0 || result.soFar - passed * 2 === 1).toBe(true);
        expect(result.gate).toBe(passed === value.rungs.length ? null : passed + 1);
      }),
    );
  });

  test("do not depend on the order of cases or judgements", () => {
    const shuffled = anyCases.chain((cases) =>
      fc.tuple(
        fc.constant(cases),
        fc.shuffledSubarray(cases, { minLength: cases.length, maxLength: cases.length }),
      ),
    );
    fc.assert(
      fc.property(anyValue, anyJudgements, shuffled, (value, judgements, [cases, mixed]) => {
        const told = (said: ValueInput) => {
          const { explanation, ...figures } = scoreValue(value, said);
          return { ...figures, zh: renderExplanation(explanation, "zh") };
        };
        expect(told({ judgements, cases: mixed })).toEqual(told({ judgements, cases }));
      }),
    );
  });

  test("never change their input", () => {
    fc.assert(
      fc.property(anyValue, anyInput, (value, input) => {
        const before = structuredClone({ value, input });
        scoreValue(value, input);
        expect({ value, input }).toEqual(before);
      }),
    );
  });
});

describe("monotony", () => {
  test("a better verdict never lowers what is earned", () => {
    const anyPoint = fc.constantFrom(...points);
    fc.assert(
      fc.property(anyValue, anyInput, anyPoint, anyVerdict, (value, input, point, better) => {
        const now = input.judgements[point];
        // With a contradicting case "met" is refused where "partly" would be heard: not a better verdict.
        const refused =
          better === "met" && input.cases.some((c) => c.rung === point && c.kind === "contradicts");
        fc.pre(now !== undefined && rank[better] >= rank[now] && !refused);
        const raised = { ...input, judgements: { ...input.judgements, [point]: better } };
        expect(scoreValue(value, raised).soFar).toBeGreaterThanOrEqual(
          scoreValue(value, input).soFar,
        );
      }),
    );
  });

  test("one more supporting case never lowers what is earned", () => {
    fc.assert(
      fc.property(anyValue, anyInput, fc.constantFrom(...points), (value, input, point) => {
        const more = { ...input, cases: [...input.cases, filed(point, "supports", "-more")] };
        expect(scoreValue(value, more).soFar).toBeGreaterThanOrEqual(
          scoreValue(value, input).soFar,
        );
      }),
    );
  });

  test("one more contradicting case never raises what an undisputed sheet earns", () => {
    fc.assert(
      fc.property(anyValue, anyCases, fc.constantFrom(...points), (value, cases, point) => {
        const more = [...cases, filed(point, "contradicts", "-more")];
        const before = scoreValue(value, { judgements: {}, cases }).soFar;
        expect(scoreValue(value, { judgements: {}, cases: more }).soFar).toBeLessThanOrEqual(
          before,
        );
      }),
    );
  });

  test("the same words never earn more on a ladder than on a checklist", () => {
    fc.assert(
      fc.property(anyLadder, anyInput, (ladder, input) => {
        const list = { ...ladder, gated: false };
        expect(scoreValue(ladder, input).soFar).toBeLessThanOrEqual(scoreValue(list, input).soFar);
      }),
    );
  });
});

describe("the gate", () => {
  test("nothing said above it changes score, completeness or errors", () => {
    fc.assert(
      fc.property(anyLadder, anyInput, anyInput, (value, raw, other) => {
        const input = inside(value, raw);
        const result = scoreValue(value, input);
        const gate = result.gate ?? value.rungs.length;
        const above = inside(value, other);
        const kept = Object.entries(input.judgements).filter(([point]) => Number(point) <= gate);
        const swapped = Object.entries(above.judgements).filter(([point]) => Number(point) > gate);
        const changed = scoreValue(value, {
          judgements: Object.fromEntries([...kept, ...swapped]),
          cases: [
            ...input.cases.filter((entry) => entry.rung <= gate),
            ...above.cases.filter((entry) => entry.rung > gate),
          ],
        });
        const errors = (list: typeof result.problems) =>
          list.filter(({ severity }) => severity === "error");
        expect(changed.score).toBe(result.score);
        expect(changed.soFar).toBe(result.soFar);
        expect(changed.gate).toBe(result.gate);
        expect(errors(changed.problems)).toEqual(errors(result.problems));
      }),
    );
  });

  test("every rung behind it that has a case is named once as not counted", () => {
    fc.assert(
      fc.property(anyLadder, anyInput, (value, raw) => {
        const input = inside(value, raw);
        const { gate, problems } = scoreValue(value, input);
        const behind = input.cases.filter((entry) => gate !== null && entry.rung > gate);
        const named = problems.flatMap(({ code, rung }) =>
          code === "case-not-counted" ? [rung] : [],
        );
        expect(named.sort()).toEqual([...new Set(behind.map(({ rung }) => rung))].sort());
      }),
    );
  });
});

describe("grants", () => {
  test("presumed rungs need no proof: supporting cases for them change nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: RUNGS }), anyJudgements, (count, judgements) => {
        const value = valueOf("p".repeat(count));
        const cases = value.rungs.map(({ point }) => filed(point));
        const with_ = scoreValue(value, { judgements, cases });
        expect(with_.score).toBe(scoreValue(value, { judgements, cases: [] }).score);
      }),
    );
  });

  test("without a single case an evidenced rung earns nothing, whatever is claimed", () => {
    fc.assert(
      fc.property(anyValue, anyJudgements, (value, judgements) => {
        const { rungs } = scoreValue(value, { judgements, cases: [] });
        expect(rungs.filter(({ grant, counts }) => grant === "evidenced" && counts)).toEqual([]);
      }),
    );
  });
});

describe("explanations", () => {
  test("their parts add up to what is earned", () => {
    fc.assert(
      fc.property(anyValue, anyInput, (value, input) => {
        const { soFar, score, explanation } = scoreValue(value, input);
        const sum = explanation.parts.reduce((total, part) => total + part.points, 0);
        expect(sum).toBe(soFar);
        expect(explanation).toMatchObject({ score, soFar });
      }),
    );
  });

  test("always say why, and always say what opens a gate", () => {
    fc.assert(
      fc.property(anyLadder, anyInput, (value, input) => {
        const { gate, explanation } = scoreValue(value, input);
        for (const locale of ["zh", "en"] as const) {
          const lines = renderExplanation(explanation, locale);
          expect(lines.every((line) => line.trim().length > 8)).toBe(true);
          expect(lines.length >= (gate === null ? 1 : 2)).toBe(true);
        }
      }),
    );
  });
});

describe("sheets", () => {
  const six = framework("six-veins");
  const anySheet = fc.record(Object.fromEntries(six.values.map(({ key }) => [key, anyInput])));

  test("add up, whatever the order of the values in the input", () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const result = scoreSheet(six, policy("classic"), sheet);
        const reversed = Object.fromEntries(Object.entries(sheet).reverse());
        expect(scoreSheet(six, policy("classic"), reversed)).toEqual(result);
        expect(result.totalSoFar).toBe(result.values.reduce((sum, { soFar }) => sum + soFar, 0));
        expect(result.band === null).toBe(result.total === null);
      }),
      { numRuns: 40 },
    );
  });
});
