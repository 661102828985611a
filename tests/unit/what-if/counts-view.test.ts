import { describe, expect, it } from "vitest";
import { encode, replay, scorerOf, type Rules } from "@/lib/scoring";
import { belongs, countsView, packRow, keysAt, type PackedRow } from "@/lib/what-if/rules";
import { classic, classicWith, manual, sheetScoring, sixVeins } from "../scoring/what-if/support";

const whole = classicWith({ stepHalfPoints: 2 });

function counted(before: Rules, after: Rules, groups: readonly (readonly [number, number[]])[]) {
  const run = replay(before, after);
  for (const [people, scores] of groups)
    for (let index = 0; index < people; index += 1)
      run.add({ id: `E${index}`, values: sheetScoring(scores) });
  return run.counts();
}

const halves = [7, 7, 6, 6, 6, 6];
const plain = [6, 6, 6, 6, 6, 6];

describe("what a reader of counts sees", () => {
  const sides = { before: classic, after: whole };

  it("shows what is large enough, to the nearest five", () => {
    const all = counted(classic, whole, [
      [8, halves],
      [9, plain],
    ]);
    const view = countsView({ all, mine: null }, sides, true);
    expect(view).toMatchObject({ changed: 10, scored: 10, banded: 10 });
    expect(view.totals).toEqual({ same: 10, up: 0, down: 10, undecided: 0 });
    expect(view.consequences.map(({ before, after, gained }) => [before, after, gained])).toEqual([
      [10, 15, 10],
      [10, 15, 10],
    ]);
    expect(view.bands.cells.flat().map(({ people }) => (people ?? 1) % 5)).not.toContain(1);
    const known = countsView({ all, mine: null }, sides, false);
    expect(known).toMatchObject({ changed: 8, scored: 8, banded: 8 });
  });

  it("hides three and their complement, before and after as well", () => {
    const all = counted(classic, whole, [
      [3, halves],
      [20, plain],
    ]);
    const hidden = countsView({ all, mine: null }, sides, true);
    expect(hidden).toMatchObject({ changed: null, scored: null, banded: null });
    const [consequence] = hidden.consequences;
    // 20 before and 23 after would give the three away, and another policy tried on the same cycle shows the 20.
    expect(consequence).toMatchObject({ before: null, after: null, gained: null, lost: 0 });
    const open = countsView({ all, mine: null }, sides, false);
    expect(open.consequences[0]).toMatchObject({ before: 20, after: 23, gained: 3, lost: 0 });
  });

  it("tells two policies apart by fives alone", () => {
    const changed = (people: number) =>
      countsView(
        {
          all: counted(classic, whole, [
            [people, halves],
            [40, plain],
          ]),
          mine: null,
        },
        sides,
        true,
      ).changed;
    expect([8, 9, 10, 11, 12].map(changed)).toEqual([10, 10, 10, 10, 10]);
  });

  it.each([
    [62, 60],
    [63, 63],
    [64, 64],
    [65, 65],
  ])("shows no more than there are: all %i change, %i are shown", (people, shown) => {
    const all = counted(classic, whole, [[people, halves]]);
    const view = countsView({ all, mine: null }, sides, true);
    expect(view).toMatchObject({ changed: shown, scored: shown, banded: shown });
    expect(view.totals).toEqual({ same: 0, up: 0, down: shown, undecided: 0 });
    expect(Math.max(...view.bands.cells.flat().map((cell) => cell.people ?? 0))).toBe(shown);
    expect(view.consequences.map(({ after, gained }) => [after, gained])).toEqual([
      [shown, shown],
      [shown, shown],
    ]);
  });

  it("tells no more scores than there are", () => {
    // 63 people with six scores each, 378 in all, every one of which newly needs facts.
    const all = counted(classic, manual, [[63, plain]]);
    const view = countsView({ all, mine: null }, { before: classic, after: manual }, true);
    expect(view.justifications).toMatchObject({ before: 0, after: 378, gained: 378 });
    expect(view.justifications.unwritten).toBe(378);
  });

  it("does not let two people out by the five the reader knows", () => {
    const all = counted(classic, whole, [
      [7, halves],
      [40, plain],
    ]);
    const mine = counted(classic, whole, [
      [5, halves],
      [10, plain],
    ]);
    expect(countsView({ all, mine: null }, sides, true).changed).toBe(5);
    expect(countsView({ all, mine }, sides, true).changed).toBeNull();
  });

  it("hides scores of few people however many they are", () => {
    // Three people with six scores each: eighteen scores that newly need facts.
    const all = counted(classic, manual, [
      [3, plain],
      [30, [4, 4, 4, 4, 4, 4]],
    ]);
    const view = countsView({ all, mine: null }, { before: classic, after: manual }, true);
    expect(view.justifications).toMatchObject({ gained: null, unwritten: null });
  });

  it("names the bands and says whether they can be compared", () => {
    const all = counted(classic, manual, [[6, plain]]);
    const { bands } = countsView({ all, mine: null }, { before: classic, after: manual }, true);
    expect(bands.comparable).toBe(false);
    expect(bands.from.map((name) => name?.zh ?? null)).toEqual([
      "优秀",
      "良好",
      "合格",
      "不合格",
      null,
    ]);
    expect(bands.cells).toHaveLength(5);
    expect(
      countsView({ all: counted(classic, whole, []), mine: null }, sides, true).bands.comparable,
    ).toBe(true);
  });
});

describe("rows of the store", () => {
  const scorer = scorerOf(classic.framework, classic.policy);
  const row = (parts: Partial<PackedRow>): PackedRow => ({
    ...{ id: "a", number: "1", judged: "", filed: "", written: "", doubted: "" },
    ...parts,
  });

  it("pack as the library packs the same judgements and cases", () => {
    const [, second] = scorer.values;
    if (second === undefined) throw new Error("no second value");
    const at = (rung: number) => (second.offset + rung - 1) * 32;
    const signals = new Uint8Array(scorer.width).fill(9);
    packRow(
      row({
        judged: [at(1) + 1, at(2) + 3, at(3) + 2].join(" "),
        filed: [at(3) + 4, at(3) + 4, at(2) + 8, at(3) + 8].join(" "),
      }),
      signals,
    );
    const expected = new Uint8Array(scorer.width);
    const filed = (rung: number, kind: "supports" | "contradicts") => ({
      id: "k",
      title: "t",
      rung,
      kind,
    });
    encode(
      second.definition,
      {
        judgements: { 1: "met", 2: "unmet", 3: "partly" },
        cases: [filed(3, "supports"), filed(2, "contradicts"), filed(3, "contradicts")],
      },
      expected,
      second.offset,
    );
    expect(signals).toEqual(expected);
  });

  it("name the values with facts or doubts", () => {
    const offsets = scorer.values.map(({ definition, offset }) => ({
      key: definition.key,
      at: offset,
    }));
    expect(keysAt(`${offsets[1]?.at} ${offsets[3]?.at}`, offsets)).toEqual([
      sixVeins.values[1]?.key,
      sixVeins.values[3]?.key,
    ]);
    expect(keysAt("", offsets)).toEqual([]);
  });

  it("belong to a list by the sort of their changes", () => {
    const changes = [{ kind: "queue" }, { kind: "band" }];
    expect(["all", "score", "band", "consequence", "load"] as const).toSatisfy(
      (kinds: readonly ("all" | "score" | "band" | "consequence" | "load")[]) =>
        kinds.filter((kind) => belongs(kind, changes)).join(" ") === "all band load",
    );
    expect(belongs("all", [])).toBe(false);
  });
});
