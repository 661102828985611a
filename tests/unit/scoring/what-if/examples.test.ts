import { describe, expect, it } from "vitest";
import { renderReplay, replay, type Change, type Rules } from "@/lib/scoring";
import { framework, said } from "../support";
import { classic, classicWith, manual, sheetScoring, sixVeins } from "./support";

const record = (before: Rules, after: Rules, values: ReturnType<typeof sheetScoring>) =>
  replay(before, after).add({ id: "E1", values });

const ofKind = <K extends Change["kind"]>(changes: readonly Change[], kind: K) =>
  changes.filter((change): change is Extract<Change, { kind: K }> => change.kind === kind);

const [first, second] = sixVeins.values.map(({ key }) => key);

describe("whole points only", () => {
  const whole = classicWith({ stepHalfPoints: 2 });
  const values = sheetScoring([7, 7, 6, 6, 6, 6]);

  it("drops the halves and says what the total loses", () => {
    const { changes, before, after } = record(classic, whole, values);
    expect(ofKind(changes, "score")).toEqual([
      { kind: "score", value: first, before: 7, after: 6, because: "step" },
      { kind: "score", value: second, before: 7, after: 6, because: "step" },
    ]);
    expect(ofKind(changes, "total")).toEqual([
      {
        kind: "total",
        before: 38,
        after: 36,
        parts: [
          { value: first, delta: -1 },
          { value: second, delta: -1 },
        ],
      },
    ]);
    // 19 to 22 is 合格, below 19 is 不合格 (classic, on 30).
    expect(before.band).not.toBe(after.band);
  });

  it("tells it in both languages", () => {
    const { changes } = record(classic, whole, values);
    const say = (locale: "zh" | "en") =>
      renderReplay({ changes }, { before: classic, after: whole, locale });
    expect(say("zh").slice(0, 4)).toEqual([
      "“客户第一”由 3.5 变为 3：两个政策对半分的规定不同。",
      "“团队合作”由 3.5 变为 3：两个政策对半分的规定不同。",
      "总分由 19 变为 18：客户第一 −0.5，团队合作 −0.5。",
      "等第由“合格”（总分 19，满分 30；19 分起）变为“不合格”（总分 18，满分 30；0 分起）。",
    ]);
    expect(say("en")[2]).toBe("The total moves from 19 to 18: Customer First −0.5, Teamwork −0.5.");
    expect(say("zh").some((line) => line.startsWith("新增处理建议"))).toBe(true);
    expect(say("en").some((line) => line.startsWith("New proposed consequence"))).toBe(true);
  });

  it("gives the halves back the other way round", () => {
    const { changes } = record(whole, classic, values);
    expect(ofKind(changes, "score").map(({ before, after }) => [before, after])).toEqual([
      [6, 7],
      [6, 7],
    ]);
    expect(ofKind(changes, "consequence").every(({ effect }) => effect === "lost")).toBe(true);
  });
});

describe("classic against the manual of 2006", () => {
  it("changes the band of everybody and nobody's score", () => {
    const run = replay(classic, manual);
    for (const scores of [[6], [10, 10], [0]]) run.add({ id: "E", values: sheetScoring(scores) });
    const { people, scored, totals, bands } = run.counts();
    expect({ people, scored, totals }).toEqual({
      people: 3,
      scored: 0,
      totals: { same: 3, up: 0, down: 0, undecided: 0 },
    });
    expect(bands.changed).toBe(3);
    expect(bands.matrix.flat().reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  it("asks for facts from 3 on, names those that are not written", () => {
    const run = replay(classic, manual);
    const keys = sixVeins.values.map(({ key }) => key);
    const { changes } = run.add({
      id: "E1",
      values: sheetScoring([6, 6, 6, 5, 5, 5], keys.slice(0, 1)),
    });
    expect(
      ofKind(changes, "justification").map(({ value, missing, effect }) => [
        value,
        missing,
        effect,
      ]),
    ).toEqual([
      [keys[0], false, "gained"],
      [keys[1], true, "gained"],
      [keys[2], true, "gained"],
    ]);
    expect(run.counts().justifications).toEqual({
      scores: { kept: 0, gained: 3, lost: 0, neither: 3 },
      people: { kept: 0, gained: 1, lost: 0, neither: 1 },
      unwritten: 2,
    });
  });

  it("takes the consequence of a single low value away and puts a warning in its place at 0", () => {
    const { changes } = record(classic, manual, sheetScoring([0, 10, 10, 10, 10, 10]));
    const shown = ofKind(changes, "consequence");
    const codes = (effect: string) =>
      shown.filter((change) => change.effect === effect).map(({ code }) => code);
    expect(codes("gained")).toEqual(["written-warning", "improve-by-date"]);
    expect(codes("lost").length).toBeGreaterThan(0);
    const lines = renderReplay({ changes }, { before: classic, after: manual, locale: "zh" });
    expect(lines).toContain("新增处理建议“书面警告”：“客户第一”得 0，正是 0 分。");
  });
});

describe("HR's and the approver's queues", () => {
  it("empties and fills as the bounds move", () => {
    const audit = {
      verifyAtMost: 2,
      verifyAtLeast: 8,
      beneficiaryViewAt: null,
      approveAt: 10,
      topRung: 5,
    };
    const none = { ...audit, verifyAtMost: null, verifyAtLeast: null, approveAt: null };
    const values = sheetScoring([10, 2, 8, 6, 6, 6]);
    const run = replay(classicWith({ audit: none }), classicWith({ audit }));
    const { changes } = run.add({ id: "E1", values });
    const entered = ofKind(changes, "queue").map(({ queue, value, effect }) => [
      queue,
      value,
      effect,
    ]);
    const [a, b, c] = sixVeins.values.map(({ key }) => key);
    expect(entered).toEqual([
      ["verify", a, "gained"],
      ["approve", a, "gained"],
      ["verify", b, "gained"],
      ["verify", c, "gained"],
    ]);
    expect(run.counts().queues.verify.scores).toEqual({ kept: 0, gained: 3, lost: 0, neither: 3 });
    expect(run.counts().queues.approve.scores).toEqual({ kept: 0, gained: 1, lost: 0, neither: 5 });
  });

  it("refers a value in doubt where the policy says so", () => {
    const values = {
      ...sheetScoring([6]),
      [first ?? ""]: { ...said("met,met,E,unmet,-"), inDoubt: true },
    };
    const { changes } = record(classic, classicWith({ referWhenInDoubt: true }), values);
    expect(changes).toEqual([
      { kind: "queue", effect: "gained", queue: "refer", value: first, score: 6 },
    ]);
  });
});

describe("another version of the framework", () => {
  const shorter = {
    ...sixVeins,
    values: sixVeins.values
      .map((value) => (value.key === first ? { ...value, rungs: value.rungs.slice(0, 4) } : value))
      .toReversed(),
  };

  it("finds every judgement by value and rung, whatever the order", () => {
    const after = { framework: shorter, policy: classic.policy };
    const { changes } = record(classic, after, sheetScoring([10, 5, 7, 6, 6, 6]));
    expect(ofKind(changes, "score")).toEqual([
      { kind: "score", value: first, before: 10, after: 8, because: "framework" },
    ]);
  });

  it("leaves a rung open that nobody was asked about", () => {
    const before = { framework: shorter, policy: classic.policy };
    const { changes, after } = record(before, classic, sheetScoring([8, 6]));
    expect(after).toEqual({ total: null, band: null });
    expect(ofKind(changes, "score")).toEqual([
      { kind: "score", value: first, before: 8, after: null, because: "framework" },
    ]);
    const [, total, band] = renderReplay({ changes }, { before, after: classic, locale: "zh" });
    expect(total).toBe("总分由 19 变为未定。");
    expect(band).toMatch(/变为没有等第。$/);
  });

  it("refuses other values", () => {
    const other = { framework: framework("nine-swords"), policy: classic.policy };
    expect(() => replay(classic, other)).toThrow(
      new RangeError("the frameworks do not have the same values"),
    );
  });
});
