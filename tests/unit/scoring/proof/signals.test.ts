import { describe, expect, test } from "vitest";
import { encode, scoreValue, strayRungs, type ValueInput } from "@/lib/scoring";
import { filed, valueOf } from "../support";

const value = valueOf("pee");
const EDGE = 255;

/** The three signals between two edges that must stay as they are, and the answer. */
function encoded(input: ValueInput) {
  const signals = new Uint8Array(7).fill(EDGE);
  const clean = encode(value, input, signals, 2);
  expect([...signals.subarray(0, 2), ...signals.subarray(5)]).toEqual([EDGE, EDGE, EDGE, EDGE]);
  return { signals: [...signals.subarray(2, 5)], clean };
}

describe("signals", () => {
  test("of nothing said are nothing, over whatever stood there", () => {
    expect(encoded({ judgements: {}, cases: [] })).toEqual({ signals: [0, 0, 0], clean: true });
  });

  test("hold verdict and cases of every rung", () => {
    const judgements = { 1: "met", 2: "partly", 3: "unmet" } as const;
    const cases = [
      filed(3),
      filed(1, "contradicts"),
      filed(3, "contradicts"),
      filed(3, "supports", "b"),
    ];
    expect(encoded({ judgements, cases })).toEqual({ signals: [9, 2, 15], clean: true });
  });

  test.each([0, -1, 4, 400, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    "of a case for rung %d are left out, and it is said",
    (point) => {
      const input = { judgements: { 1: "met" }, cases: [filed(point), filed(2)] } as const;
      expect(encoded(input)).toEqual({ signals: [1, 4, 0], clean: false });
    },
  );

  test.each([0, 4, -1, 1.5])("of a verdict for rung %d are left out, and it is said", (point) => {
    const input = { judgements: { 1: "met", [point]: "unmet" }, cases: [] } as const;
    expect(encoded(input)).toEqual({ signals: [1, 0, 0], clean: false });
  });
});

describe("rungs the value does not have", () => {
  test("are named once each, from the lowest up, whether judged or with a case", () => {
    const input = {
      judgements: { 12: "met", 7: "unmet", 2: "met" },
      cases: [filed(9), filed(0), filed(7)],
    } as const;
    expect(strayRungs(value, input)).toEqual([0, 7, 9, 12]);
  });

  test("are not named for a verdict that was taken back", () => {
    const input = { judgements: { 9: undefined, 8: "met" }, cases: [] } as const;
    expect(strayRungs(value, input)).toEqual([8]);
  });

  test.each([
    ["a case alone", { judgements: {}, cases: [filed(9)] }],
    ["a verdict alone", { judgements: { 9: "met" }, cases: [] }],
  ] as const)("are an error for %s", (_, input) => {
    expect(scoreValue(valueOf("p"), input).problems).toEqual([
      { code: "unknown-rung", severity: "error", value: "value", rung: 9 },
    ]);
  });
});
