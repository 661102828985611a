import { describe, expect, it } from "vitest";
import { queues, renderReplay, type Change, type Queue } from "@/lib/scoring";
import { classic, classicWith, manual } from "./support";

// Every sentence a record can say, word for word, so that no figure or name can slip out of it.

function say(change: Change, after = manual) {
  const shown = { before: classic, after };
  return (["zh", "en"] as const).map(
    (locale) => renderReplay({ changes: [change] }, { ...shown, locale })[0],
  );
}

describe("sentences", () => {
  it.each([
    [
      { kind: "score", value: "integrity", before: 7, after: 6, because: "step" },
      "“诚信”由 3.5 变为 3：两个政策对半分的规定不同。",
      "Integrity moves from 3.5 to 3: the two policies treat half points differently.",
    ],
    [
      { kind: "score", value: "integrity", before: null, after: 6, because: "framework" },
      "“诚信”由未定变为 3：两个版本的行为等级不同。",
      "Integrity moves from undecided to 3: the two versions have different levels.",
    ],
    [
      { kind: "total", before: 38, after: 36, parts: [{ value: "integrity", delta: -2 }] },
      "总分由 19 变为 18：诚信 −1。",
      "The total moves from 19 to 18: Integrity −1.",
    ],
    [
      {
        kind: "total",
        before: 36,
        after: 39,
        parts: [
          { value: "integrity", delta: 1 },
          { value: "passion", delta: 2 },
        ],
      },
      "总分由 18 变为 19.5：诚信 +0.5，激情 +1。",
      "The total moves from 18 to 19.5: Integrity +0.5, Passion +1.",
    ],
    [
      { kind: "total", before: 38, after: null, parts: [] },
      "总分由 19 变为未定。",
      "The total moves from 19 to undecided.",
    ],
    [
      {
        kind: "band",
        before: { band: "pass", total: 38, by: [] },
        after: { band: "partly-exceeds", total: 37, by: [] },
      },
      "等第由“合格”（总分 19，满分 30；19 分起）变为“部分超出期望”（总分 18.5，满分 30；18 分起）。",
      "The band moves from “Pass” (total 19 of 30; it begins at 19) to “Partly exceeds expectations” (total 18.5 of 30; it begins at 18).",
    ],
    [
      {
        kind: "band",
        before: { band: null, total: null, by: [] },
        after: { band: "meets", total: 30, by: [] },
      },
      "等第由没有等第变为“符合期望”（总分 15，满分 30；15 分起）。",
      "The band moves from no band to “Meets expectations” (total 15 of 30; it begins at 15).",
    ],
    [
      {
        kind: "band",
        before: { band: "good", total: 51, by: [] },
        after: {
          band: "unacceptable",
          total: 51,
          by: [
            { band: "unacceptable", value: "integrity", score: 1, rule: { below: 2 } },
            { band: "unacceptable", value: "passion", score: 0, rule: { equals: 0 } },
          ],
        },
      },
      "等第由“良好”（总分 25.5，满分 30；23 分起）变为“不可接受”（总分 25.5，满分 30；“诚信”得 0.5，低于 1 分；“激情”得 0，正是 0 分）。",
      "The band moves from “Good” (total 25.5 of 30; it begins at 23) to “Unacceptable” (total 25.5 of 30; Integrity has 0.5, which is below 1; Passion has exactly 0).",
    ],
    [
      {
        kind: "consequence",
        effect: "gained",
        code: "written-warning",
        because: [
          { kind: "band", band: "unacceptable", total: 20 },
          { kind: "value", value: "integrity", score: 0, rule: { equals: 0 } },
        ],
      },
      "新增处理建议“书面警告”：总分 10 落在最低等第“不可接受”；“诚信”得 0，正是 0 分。",
      "New proposed consequence “Written warning”: the total of 10 is in the lowest band, “Unacceptable”; Integrity has exactly 0.",
    ],
    [
      {
        kind: "consequence",
        effect: "lost",
        code: "bonus-withheld",
        because: [
          { kind: "value", value: "integrity", score: 1, rule: { below: 2 } },
          { kind: "value", value: "passion", score: 0, rule: { below: 2 } },
        ],
      },
      "不再有处理建议“本季奖金全额不发”，原来的依据是：“诚信”得 0.5，低于 1 分；“激情”得 0，低于 1 分。",
      "Consequence “The whole bonus of this quarter is withheld” is no longer proposed; the reason was: Integrity has 0.5, which is below 1; Passion has 0, which is below 1.",
    ],
  ] satisfies [Change, string, string][])("%j", (change, zh, en) => {
    expect(say(change)).toEqual([zh, en]);
  });

  it.each([
    ["exactly", 1, 1, "0.5 分", "at exactly 0.5"],
    ["at-least", 9, 8, "4 分及以上", "at 4 or more"],
    ["at-most", 0, 1, "0.5 分及以下", "at 0.5 or less"],
    ["excused", 3, null, "情有可原的半分", "at a half for an excusable lapse"],
    ["sanction", 4, null, "导致后果", "as the ground of a consequence"],
  ] as const)("facts asked for %s", (reason, score, threshold, zh, en) => {
    const rule = { required: true, reason, threshold };
    const about = { kind: "justification", value: "passion", score, rule } as const;
    const points = score / 2;
    expect(say({ ...about, effect: "gained", missing: true })).toEqual([
      `“激情”的 ${points} 分须写明事由（${zh}），目前尚未填写。`,
      `The ${points} in Passion needs a justification (required ${en}); none is written yet.`,
    ]);
    expect(say({ ...about, effect: "gained", missing: false })).toEqual([
      `“激情”的 ${points} 分须写明事由（${zh}），已填写。`,
      `The ${points} in Passion needs a justification (required ${en}); it is already written.`,
    ]);
    expect(say({ ...about, effect: "lost", missing: false })).toEqual([
      `“激情”的 ${points} 分不再要求书面事由（原规定：${zh}）。`,
      `The ${points} in Passion no longer needs a justification (it was required ${en}).`,
    ]);
  });

  const queueTexts: Readonly<Record<Queue, readonly string[]>> = {
    verify: [
      "须由 HR 核查",
      "不再须由 HR 核查",
      "needs verification by HR",
      "no longer needs verification by HR",
    ],
    sample: [
      "进入抽查范围",
      "不再在抽查范围",
      "may be drawn for a spot check",
      "can no longer be drawn for a spot check",
    ],
    beneficiaryView: [
      "须了解受益人的看法",
      "不再须了解受益人的看法",
      "needs the beneficiary’s view",
      "no longer needs the beneficiary’s view",
    ],
    approve: [
      "须由事业部负责人审批",
      "不再须由事业部负责人审批",
      "needs the division head’s approval",
      "no longer needs the division head’s approval",
    ],
    refer: [
      "因存疑须提请隔级主管和 HR",
      "存疑也不再须提请隔级主管和 HR",
      "goes to the second level and HR, being in doubt",
      "no longer goes to the second level and HR for being in doubt",
    ],
    sanction: [
      "因导致后果，须由 HR 核实",
      "不再因导致后果须由 HR 核实",
      "needs verification by HR, because a consequence rests on it",
      "no longer needs verification by HR as the ground of a consequence",
    ],
  };

  it.each(queues)("queue %s", (queue) => {
    const [enters, leaves, comes, goes] = queueTexts[queue];
    const about = { kind: "queue", queue, value: "passion", score: 10 } as const;
    expect(say({ ...about, effect: "gained" })).toEqual([
      `“激情”的 5 分${enters}。`,
      `The 5 in Passion ${comes}.`,
    ]);
    expect(say({ ...about, effect: "lost" })).toEqual([
      `“激情”的 5 分${leaves}。`,
      `The 5 in Passion ${goes}.`,
    ]);
    expect(say({ ...about, score: null, effect: "gained" })).toEqual([
      `“激情”${enters}。`,
      `Passion ${comes}.`,
    ]);
  });

  it("name what the documents do not know by its key", () => {
    expect(
      say({
        kind: "consequence",
        effect: "gained",
        code: "fine",
        because: [
          { kind: "band", band: "low", total: 2 },
          { kind: "value", value: "thrift", score: 3, rule: { below: 4 } },
        ],
      }),
    ).toEqual([
      "新增处理建议“fine”：总分 1 落在最低等第“low”；“thrift”得 1.5，低于 2 分。",
      "New proposed consequence “fine”: the total of 1 is in the lowest band, “low”; thrift has 1.5, which is below 2.",
    ]);
  });

  it("name the band and its bound by the policy each stands under", () => {
    const bands = classic.policy.bands.map((band) =>
      band.key === "pass" ? { ...band, from: 37, name: { zh: "达标", en: "Sound" } } : band,
    );
    const after = classicWith({ bands });
    const change: Change = {
      kind: "band",
      before: { band: "fail", total: 37, by: [] },
      after: { band: "pass", total: 37, by: [] },
    };
    expect(say(change, after)).toEqual([
      "等第由“不合格”（总分 18.5，满分 30；0 分起）变为“达标”（总分 18.5，满分 30；18.5 分起）。",
      "The band moves from “Fail” (total 18.5 of 30; it begins at 0) to “Sound” (total 18.5 of 30; it begins at 18.5).",
    ]);
  });
});
