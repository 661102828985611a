import { describe, expect, it } from "vitest";
import {
  caseMarks,
  changeOf,
  formerCases,
  lostCases,
  untouchedKeys,
  type KeptNote,
} from "@/lib/rounds/rules";
import { frameworkPresets } from "@/lib/presets";
import type { EarlierSheet } from "@/lib/rounds/types";
import { emptyValue } from "@/lib/sheet/rules";
import type { Sheet, SheetCase, SheetValue } from "@/lib/sheet/types";

const key = "integrity";
const at = (day: number) => new Date(Date.UTC(2026, 10, day));

function item(id: string, over: Partial<SheetCase> = {}): SheetCase {
  return {
    ...{ id, rung: 1, kind: "contradicts", title: id, happenedOn: "2026-11-01" },
    ...{ happened: "延误没有说", action: "隔天才报告", outcome: "", beneficiary: "" },
    ...over,
  };
}

const valueOf = (over: Partial<SheetValue> = {}): SheetValue => ({ ...emptyValue(key), ...over });
const sheetOf = (...values: SheetValue[]): Sheet => ({ side: "manager", values });
const earlierOf = (day: number, ...values: SheetValue[]): EarlierSheet => ({
  ...{ number: day, at: at(day), byId: "m", values, scores: { [key]: 1 } },
});

const note: KeptNote = {
  ...{ id: "n", fromState: "hr_audit", toState: "manager_scoring", byId: "h", at: at(2) },
  ...{ reason: "太单薄", caseReason: "insufficient", valueKey: key, point: 1 },
  ...{ caseTitle: null, resolvedAt: null },
};

describe("cases that no longer stand as they did", () => {
  it("are removed, rewritten or moved, each wording once, the newest first", () => {
    const passion = (...cases: SheetCase[]) => ({ ...emptyValue("passion"), cases });
    const earlier = [
      earlierOf(1, valueOf({ cases: [item("a"), item("b"), item("c"), item("d")] })),
      earlierOf(2, valueOf({ cases: [item("b"), item("c"), item("d", { action: "当天" })] })),
    ];
    const now = sheetOf(
      valueOf({ cases: [item("b", { happened: "改过的经过" }), item("e")] }),
      passion(item("c", { rung: 2 })),
    );
    const found = formerCases(now, earlier);
    expect(found.map(({ id, fate, at: when }) => [id, fate, when.getUTCDate()])).toEqual([
      ["b", "rewritten", 2],
      ["c", "moved", 2],
      ["d", "removed", 2],
      ["a", "removed", 1],
      ["d", "rewritten", 1],
    ]);
    expect(found[0]).toMatchObject({ happened: "延误没有说", value: key, rung: 1, now: null });
    expect(found[1]).toMatchObject({ now: { value: "passion", rung: 2 } });
  });

  it("are none where every case stands as it did", () => {
    const value = valueOf({ cases: [item("a")] });
    expect(formerCases(sheetOf(value), [earlierOf(1, value)])).toEqual([]);
    expect(formerCases(sheetOf(value), [])).toEqual([]);
  });
});

describe("cases that stand now", () => {
  const earlier = [
    earlierOf(1, valueOf({ cases: [item("a", { action: "更早" })] })),
    earlierOf(2, valueOf({ cases: [item("a"), item("b"), item("c")] })),
  ];

  it("are marked as new, rewritten or moved since the last sheet, not since an older one", () => {
    const cases = [item("a"), item("b", { outcome: "改" }), item("c", { rung: 2 }), item("d")];
    expect([...caseMarks(sheetOf(valueOf({ cases })), earlier)]).toEqual([
      ["b", "rewritten"],
      ["c", "moved"],
      ["d", "added"],
    ]);
  });

  it("bear no mark before anything was handed in", () => {
    expect(caseMarks(sheetOf(valueOf({ cases: [item("a")] })), []).size).toBe(0);
  });
});

describe("cases that a sheet no longer held as the one before it did", () => {
  it("stand with that sheet, each with its value, none with the first", () => {
    const definition = frameworkPresets[0]?.values[0];
    if (definition === undefined) throw new Error("no framework");
    const of = (day: number, ...cases: SheetCase[]) =>
      earlierOf(day, { ...emptyValue(definition.key), cases });
    const lost = lostCases(
      "self",
      [of(1, item("a"), item("b")), of(2, item("a", { action: "当天" })), of(3)],
      [definition],
    );
    const shown = [...lost].map(([number, cases]) => [
      number,
      cases.map(({ value, item: { id, fate } }) => [value, id, fate]),
    ]);
    expect(shown).toEqual([
      [
        2,
        [
          [definition.name, "a", "rewritten"],
          [definition.name, "b", "removed"],
        ],
      ],
      [3, [[definition.name, "a", "removed"]]],
    ]);
  });
});

describe("what is different about a value", () => {
  const before = valueOf({ judgements: { 1: "partly" }, cases: [item("a")], justification: "旧" });
  const earlier = [earlierOf(1, before)];

  it("is the score, the verdicts, the justification and the cases, with why it came back", () => {
    const after = valueOf({
      ...{ judgements: { 1: "met", 2: "met" }, cases: [item("b")], justification: "新" },
    });
    const compared = { sheet: sheetOf(after), earlier, notes: [note] };
    expect(changeOf(compared, key, 4)).toEqual({
      ...{ side: "manager", before: at(1), score: { from: 1, to: 4 }, justification: "旧" },
      verdicts: [
        { rung: 1, from: "partly", to: "met" },
        { rung: 2, from: null, to: "met" },
      ],
      ...{ added: ["b"], former: 1, untouched: false },
      cameBack: [
        {
          ...{ id: "n", from: "hr_audit", byId: "h", at: at(2), reason: "太单薄" },
          ...{ caseReason: "insufficient", rung: 1, caseTitle: null },
        },
      ],
    });
  });

  it("is that it came back untouched", () => {
    const compared = { sheet: sheetOf(before), earlier, notes: [note] };
    expect(changeOf(compared, key, 1)).toMatchObject({ untouched: true, score: null, added: [] });
  });

  it("is nothing where nobody asked and nothing was touched, or nothing was handed in before", () => {
    const other = { ...note, valueKey: "passion" };
    const side = { ...note, toState: "self_review" as const };
    const old = { ...note, at: at(0) };
    for (const notes of [[], [other], [side], [old]])
      expect(changeOf({ sheet: sheetOf(before), earlier, notes }, key, 1)).toBeNull();
    expect(changeOf({ sheet: sheetOf(before), earlier: [], notes: [note] }, key, 1)).toBeNull();
  });
});

describe("what would be handed in as it came back", () => {
  const before = valueOf({ judgements: { 1: "partly" } });
  const passion = { ...emptyValue("passion"), judgements: { 1: "met" as const } };
  const earlier = [earlierOf(1, before, passion)];
  const keys = (notes: readonly KeptNote[], ...values: SheetValue[]) =>
    untouchedKeys({ sheet: sheetOf(...values), earlier, notes });

  it("is every returned value that says the same", () => {
    expect(keys([note], before, passion)).toEqual([key]);
    expect(keys([note], { ...before, inDoubt: true }, passion)).toEqual([]);
    expect(keys([{ ...note, resolvedAt: at(3) }], before, passion)).toEqual([]);
  });

  it("is the whole sheet only where all of it says the same", () => {
    const whole = { ...note, valueKey: null, point: null };
    expect(keys([whole], before, passion)).toEqual([key, "passion"]);
    expect(keys([whole], before, { ...passion, judgements: {} })).toEqual([]);
  });
});
