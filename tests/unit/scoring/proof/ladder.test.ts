import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderExplanation, scoreValue, type Verdict } from "@/lib/scoring";
import { filed, valueOf } from "../support";
import {
  anyCases,
  anyInput,
  anyJudgements,
  anyLadder,
  anyPoint,
  anyStep,
  anyValue,
  anyVerdict,
  inside,
  RUNGS,
} from "./any";

const rank: Readonly<Record<Verdict, number>> = { unmet: 0, partly: 1, met: 2 };

describe("scores", () => {
  test("are whole half-points between 0 and the maximum, which is never above the cap", () => {
    fc.assert(
      fc.property(anyValue, anyInput, anyStep, (value, input, step) => {
        const { score, soFar, maxHalfPoints, complete } = scoreValue(value, input, step);
        expect(Number.isInteger(soFar) && soFar >= 0 && soFar <= maxHalfPoints).toBe(true);
        expect(maxHalfPoints).toBe(Math.min(value.cap ?? Infinity, value.rungs.length * 2));
        expect(score).toBe(complete ? soFar : null);
      }),
    );
  });

  test("under a cap are the score without it, cut", () => {
    fc.assert(
      fc.property(anyValue, anyInput, (value, input) => {
        const { cap, ...free } = value;
        const uncut = scoreValue(free, input);
        const cut = scoreValue(value, input);
        expect(cut.soFar).toBe(Math.min(uncut.soFar, cap ?? Infinity));
        expect(cut.gate).toBe(uncut.gate);
        expect(cut.problems).toEqual(uncut.problems);
      }),
    );
  });

  test("by whole points are the met rungs alone: every half counts as not met", () => {
    fc.assert(
      fc.property(anyValue, anyInput, (value, input) => {
        const { rungs, problems } = scoreValue(value, input, 2);
        expect(rungs.map(({ verdict }) => verdict)).not.toContain("partly");
        const halves = scoreValue(value, input, 1).rungs.filter(
          ({ verdict }) => verdict === "partly",
        );
        const refused = problems.filter(({ code }) => code === "half-not-allowed");
        expect(refused.map(({ rung }) => rung)).toEqual(halves.map(({ point }) => point));
      }),
    );
  });

  test("by whole points are never more than by halves, and at most a half less on a ladder", () => {
    fc.assert(
      fc.property(anyLadder, anyInput, (value, input) => {
        const [whole, half] = [scoreValue(value, input, 2), scoreValue(value, input, 1)];
        expect(whole.soFar % 2).toBe(0);
        expect([0, 1]).toContain(half.soFar - whole.soFar);
      }),
    );
  });

  test("on a ladder have at most one half, and it stands at the gate", () => {
    fc.assert(
      fc.property(anyLadder, anyInput, (value, input) => {
        const result = scoreValue(value, input);
        const passed = result.rungs.filter(({ reach }) => reach === "passed").length;
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
    const places = Array.from({ length: RUNGS }, (_, index) => index + 1);
    const anyOrder = fc.shuffledSubarray(places, { minLength: RUNGS, maxLength: RUNGS });
    fc.assert(
      fc.property(anyValue, anyJudgements, shuffled, anyOrder, (value, said, both, order) => {
        const [cases, mixed] = both;
        // Whole numbers as keys are always read in their own order: what is told apart here is the way they came.
        const turned = Object.fromEntries(order.map((point) => [`${point}`, said[point]]));
        const shown = (input: Parameters<typeof scoreValue>[1]) => {
          const { explanation, ...figures } = scoreValue(value, input);
          return { ...figures, zh: renderExplanation(explanation, "zh") };
        };
        expect(shown({ judgements: turned, cases: mixed })).toEqual(
          shown({ judgements: said, cases }),
        );
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
    fc.assert(
      fc.property(
        fc.tuple(anyValue, anyStep),
        anyInput,
        anyPoint,
        anyVerdict,
        ([value, step], input, point, better) => {
          const now = input.judgements[point];
          // With a contradicting case "met" is refused where "partly" would be heard: not a better verdict.
          const refused =
            better === "met" &&
            input.cases.some(
              (filedOne) => filedOne.rung === point && filedOne.kind === "contradicts",
            );
          fc.pre(now !== undefined && rank[better] >= rank[now] && !refused);
          const raised = { ...input, judgements: { ...input.judgements, [point]: better } };
          expect(scoreValue(value, raised, step).soFar).toBeGreaterThanOrEqual(
            scoreValue(value, input, step).soFar,
          );
        },
      ),
    );
  });

  test("one more supporting case never lowers what is earned", () => {
    fc.assert(
      fc.property(anyValue, anyInput, anyPoint, anyStep, (value, input, point, step) => {
        const more = { ...input, cases: [...input.cases, filed(point, "supports", "-more")] };
        expect(scoreValue(value, more, step).soFar).toBeGreaterThanOrEqual(
          scoreValue(value, input, step).soFar,
        );
      }),
    );
  });

  test("one contradicting case fewer never lowers what is earned", () => {
    fc.assert(
      fc.property(anyValue, anyInput, anyPoint, anyStep, (value, input, point, step) => {
        const more = { ...input, cases: [...input.cases, filed(point, "contradicts", "-more")] };
        expect(scoreValue(value, more, step).soFar).toBeLessThanOrEqual(
          scoreValue(value, input, step).soFar,
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
      fc.property(anyLadder, anyInput, anyInput, anyStep, (value, raw, other, step) => {
        const input = inside(value, raw);
        const result = scoreValue(value, input, step);
        const gate = result.gate ?? value.rungs.length;
        const above = inside(value, other);
        const kept = Object.entries(input.judgements).filter(([point]) => Number(point) <= gate);
        const swapped = Object.entries(above.judgements).filter(([point]) => Number(point) > gate);
        const said = {
          judgements: Object.fromEntries([...kept, ...swapped]),
          cases: [
            ...input.cases.filter((entry) => entry.rung <= gate),
            ...above.cases.filter((entry) => entry.rung > gate),
          ],
        };
        const changed = scoreValue(value, said, step);
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
        const proven = scoreValue(value, { judgements, cases });
        expect(proven.score).toBe(scoreValue(value, { judgements, cases: [] }).score);
      }),
    );
  });

  test("presumed rungs nobody speaks of are all met", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), anyStep, fc.boolean(), (count, step, gated) => {
        const silent = scoreValue(
          valueOf("p".repeat(count), gated),
          { judgements: {}, cases: [] },
          step,
        );
        expect(silent.score).toBe(count * 2);
        expect(silent.problems).toEqual([]);
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
