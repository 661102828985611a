import { describe, expect, it } from "vitest";
import { replay, scorerOf, type Change, type Rules, type SheetInput } from "@/lib/scoring";
import { pairingOf } from "@/lib/scoring/what-if/compare";
import { said, valueOf } from "../support";
import { classic, classicWith, rulesOver, sheetScoring, sixVeins } from "./support";

// What a change says stands under the rules that ask: the rules after where it is gained, the rules before where lost.

const [first, second] = sixVeins.values.map(({ key }) => key);

const changesOf = (before: Rules, after: Rules, values: SheetInput) =>
  replay(before, after).add({ id: "E1", values }).changes;

const ofKind = <K extends Change["kind"]>(changes: readonly Change[], kind: K) =>
  changes.filter((change): change is Extract<Change, { kind: K }> => change.kind === kind);

const silent = { exactly: [], atLeast: null, atMost: null };

describe("facts and queues", () => {
  const halves = classicWith({ justification: silent });
  const whole = classicWith({
    stepHalfPoints: 2,
    justification: { ...silent, exactly: [6] },
    audit: { ...classic.policy.audit, verifyAtMost: 6 },
  });
  const values = sheetScoring([7, 10, 10, 10, 10, 10]);

  it.each([
    ["gained", halves, whole],
    ["lost", whole, halves],
  ] as const)("%s: the score and the rule of the policy that asks", (effect, before, after) => {
    const changes = changesOf(before, after, values);
    expect(ofKind(changes, "justification")).toEqual([
      {
        kind: "justification",
        effect,
        value: first,
        score: 6,
        rule: { required: true, reason: "exactly", threshold: 6 },
        missing: true,
      },
    ]);
    expect(ofKind(changes, "queue").filter(({ queue }) => queue === "verify")).toEqual([
      { kind: "queue", effect, queue: "verify", value: first, score: 6 },
    ]);
  });

  it("are missing where no text was ever given", () => {
    const sheet = { ...sheetScoring([10]), [first ?? ""]: said("met,met,E,P,-") };
    const [change] = ofKind(changesOf(halves, whole, sheet), "justification");
    expect(change).toMatchObject({ value: first, missing: true });
  });
});

describe("consequences", () => {
  const none = classicWith({ lowestBandConsequences: [], singleValueRules: [] });
  const [{ code } = { code: "" }] = classic.policy.consequences;
  const low = classicWith({
    lowestBandConsequences: [],
    singleValueRules: [{ below: 2, consequences: [code] }],
  });
  const values = sheetScoring([1, 0, 10, 10, 10, 10]);

  it.each([
    ["gained", none, low],
    ["lost", low, none],
  ] as const)("%s: every reason of the policy that asks", (effect, before, after) => {
    expect(ofKind(changesOf(before, after, values), "consequence")).toEqual([
      {
        kind: "consequence",
        effect,
        code,
        because: [
          { kind: "value", value: first, score: 1, rule: { below: 2 } },
          { kind: "value", value: second, score: 0, rule: { below: 2 } },
        ],
      },
    ]);
  });

  it("say nothing where the policies ask for the same with other reasons", () => {
    const exact = classicWith({
      lowestBandConsequences: [],
      singleValueRules: [{ equals: 1, consequences: [code] }],
    });
    expect(ofKind(changesOf(low, exact, values), "consequence")).toEqual([]);
  });
});

describe("the total", () => {
  // One value loses a rung that was not judged, the other what a cap takes.
  const open = rulesOver([valueOf("ppeee", true, "a"), valueOf("ppeee", true, "b")]);
  const known = rulesOver([valueOf("ppee", true, "a"), { ...valueOf("ppeee", true, "b"), cap: 5 }]);
  const values = { a: said("met,met,E,E,-"), b: said("met,met,E,E,E") };

  it.each([
    ["before", open, known, null, 13],
    ["after", known, open, 13, null],
  ] as const)("has no parts where it is not known %s", (_, before, after, was, is) => {
    expect(ofKind(changesOf(before, after, values), "total")).toEqual([
      { kind: "total", before: was, after: is, parts: [] },
    ]);
  });
});

describe("pairs of outcomes", () => {
  const { framework, policy } = rulesOver([valueOf("p", true, "a"), valueOf("pp", true, "b")]);
  const sheet = scorerOf(framework, policy).packed(new Uint8Array(3), 0);
  const [a, b] = sheet.outcomes;

  it("are found by value, in the order before", () => {
    const swapped = { ...sheet, outcomes: sheet.outcomes.toReversed() };
    expect(pairingOf(["a", "b"], ["b", "a"])(sheet, swapped)).toEqual([
      { value: "a", before: a, after: a },
      { value: "b", before: b, after: b },
    ]);
  });

  it("refuse a value the rules after do not have", () => {
    const pairs = pairingOf(["a", "b"], ["a", "c"]);
    expect(() => pairs(sheet, sheet)).toThrow(new RangeError("no value b"));
  });

  it("refuse a value without an outcome before", () => {
    const pairs = pairingOf(["a", "b", "c"], ["c", "a", "b"]);
    const more = { ...sheet, outcomes: [...sheet.outcomes, ...sheet.outcomes] };
    expect(() => pairs(sheet, more)).toThrow(new RangeError("no value c"));
  });
});
