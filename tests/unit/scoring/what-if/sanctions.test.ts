import { expect, test } from "vitest";
import { renderReplay, replay, type Rules } from "@/lib/scoring";
import { factsAsked, said } from "../support";
import { classic, sheetScoring, sixVeins } from "./support";

// What the rule on facts would have done to a quarter that was scored without it.

const after: Rules = { framework: sixVeins, policy: factsAsked };
const told = (id: string, scores: readonly number[], written: readonly string[] = []) => {
  const record = replay(classic, after).add({ id, values: sheetScoring(scores, written) });
  return { record, zh: renderReplay(record, { before: classic, after, locale: "zh" }) };
};

test("six plain 2s: every value would have needed its facts and HR's look, and left the sample", () => {
  const { record, zh } = told("E1", [4, 4, 4, 4, 4, 4], ["passion"]);
  expect(record.before).toEqual(record.after);
  expect(zh).toHaveLength(18);
  expect(zh.slice(0, 3)).toEqual([
    "“客户第一”的 2 分须写明事由（导致后果），目前尚未填写。",
    "“客户第一”的 2 分不再在抽查范围。",
    "“客户第一”的 2 分因导致后果，须由 HR 核实。",
  ]);
  expect(zh).toContain("“激情”的 2 分须写明事由（导致后果），已填写。");
});

test("a value below 1 on a good sheet: the band would have followed, for that value alone", () => {
  const { zh } = told(
    "E2",
    [8, 8, 8, 1, 8, 8],
    sixVeins.values.map(({ key }) => key),
  );
  expect(zh).toEqual([
    "等第由“合格”（总分 20.5，满分 30；19 分起）变为“不合格”（总分 20.5，满分 30；“诚信”得 0.5，低于 1 分）。",
    "“诚信”的 0.5 分因导致后果，须由 HR 核实。",
  ]);
});

test("a case of the employee's own is seen in the signals of a packed sheet, too", () => {
  const { judgements, cases } = said("met,met,E,unmet+,-");
  const own = cases.map((entry) => ({ ...entry, byEmployee: true }));
  const values = { ...sheetScoring([7, 7, 7, 7, 6, 7]), passion: { judgements, cases: own } };
  const replayed = replay(classic, after);
  replayed.add({ id: "E3", values });
  const { queues, justifications } = replayed.counts();
  expect(queues.sanction.people).toEqual({ kept: 0, gained: 1, lost: 0, neither: 1 });
  expect(justifications.unwritten).toBe(1);
});

test("back to the older rule nothing is asked any more", () => {
  const record = replay(after, classic).add({ id: "E4", values: sheetScoring([4, 4, 4, 4, 4, 4]) });
  const zh = renderReplay(record, { before: after, after: classic, locale: "zh" });
  expect(zh.slice(0, 3)).toEqual([
    "“客户第一”的 2 分不再要求书面事由（原规定：导致后果）。",
    "“客户第一”的 2 分进入抽查范围。",
    "“客户第一”的 2 分不再因导致后果须由 HR 核实。",
  ]);
});
