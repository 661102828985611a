import { describe, expect, test } from "vitest";
import { renderValueAverage, renderYear, yearOf } from "@/lib/scoring";
import { absent, classic, closed, exactRule, halfRule, manual } from "./support";

describe("the year prints its sum", () => {
  test("three quarters, in Chinese", () => {
    const quarters = [
      closed(1, 21.5),
      closed(2, 23),
      closed(3, 19),
      absent(4, "exempt", "on_leave"),
    ];
    const words = (reason: string) => (reason === "on_leave" ? "长期休假" : reason);
    expect(renderYear(yearOf(quarters, exactRule, classic), "zh", words)).toEqual([
      "2026 年平均分：(21.5 + 23 + 19) ÷ 3 = 21.17（四舍五入到百分位），满分 30。",
      "只有 3 个季度的结果，平均分就按这 3 个季度计算。",
      "第四季度免考核（长期休假），不计入。",
      "趋势：下降。按季度画一条最接近各分数的直线，每季度变化 (−21.5 + 19) ÷ 2 = −1.25 分；达到 0.5 分（满分的六十分之一）才算上升或下降。",
      "建议年度分：21.17（四舍五入到百分位），即平均分本身。",
      "年度等第：合格，21.17 达到下限 19。",
    ]);
  });

  test("three quarters, in English; the reason stands as it is", () => {
    const quarters = [
      closed(1, 21.5),
      closed(2, 23),
      closed(3, 19),
      absent(4, "exempt", "on leave"),
    ];
    expect(renderYear(yearOf(quarters, halfRule, classic), "en")).toEqual([
      "Average of 2026: (21.5 + 23 + 19) ÷ 3 = 21.17 (rounded half up to hundredths), out of 30.",
      "There are only 3 quarters; the average is of these 3.",
      "Q4 is exempt (on leave) and does not count.",
      "Trend: falling. The straight line closest to the scores moves by (−21.5 + 19) ÷ 2 = −1.25 per quarter; from 0.5 (a sixtieth of the maximum) it counts as improving or falling.",
      "Proposed annual score: 21, the half point nearest to the average; exactly between two, the higher one.",
      "Band of the year: Pass; 21 reaches the minimum of 19.",
    ]);
  });

  test("four quarters", () => {
    const quarters = [closed(1, 20), closed(2, 21), closed(3, 22), closed(4, 23)];
    const year = yearOf(quarters, halfRule, manual);
    expect(renderYear(year, "zh")).toEqual([
      "2026 年平均分：(20 + 21 + 22 + 23) ÷ 4 = 21.5，满分 30。",
      "趋势：上升。按季度画一条最接近各分数的直线，每季度变化 (−3 × 20 − 21 + 22 + 3 × 23) ÷ 10 = 1 分；达到 0.5 分（满分的六十分之一）才算上升或下降。",
      "建议年度分：21.5，取最接近平均分的半分，恰在正中时取高的一个。",
      "年度等第：超出期望，21.5 达到下限 20。",
    ]);
    expect(renderYear(year, "en")[1]).toContain("Trend: improving.");
  });

  test("a changed framework: how it was converted, and the scaled bound", () => {
    const quarters = [closed(1, 20), closed(2, 31, 45), absent(3, "missing"), absent(4, "open")];
    const year = yearOf(quarters, exactRule, classic);
    expect(renderYear(year, "zh")).toEqual([
      "2026 年平均分：(20 × 45 ÷ 30 + 31) ÷ 2 = 30.5，满分 45。",
      "第一季度的满分是 30，折算成满分 45 后计入。",
      "只有 2 个季度的结果，平均分就按这 2 个季度计算。",
      "第三季度没有结果，不计入。",
      "第四季度还没有结束，暂不计入。",
      "不足三个季度，不计算趋势。",
      "建议年度分：30.5，即平均分本身。",
      "年度等第：合格，30.5 达到下限 19 × 45 ÷ 30 = 28.5。",
      "以上是目前的数字，还会随未结束的季度变化。",
    ]);
    expect(renderYear(year, "en")).toEqual([
      "Average of 2026: (20 × 45 ÷ 30 + 31) ÷ 2 = 30.5, out of 45.",
      "The total of Q1 is out of 30; it counts converted to 45.",
      "There are only 2 quarters; the average is of these 2.",
      "Q3 has no result; it does not count.",
      "Q4 is not over; it does not count yet.",
      "With fewer than three quarters there is no trend.",
      "Proposed annual score: 30.5, the average itself.",
      "Band of the year: Pass; 30.5 reaches the minimum of 19 × 45 ÷ 30 = 28.5.",
      "These figures are provisional and change with the quarters that are not over.",
    ]);
  });

  test("one quarter in the lowest band: a bound of 0 is not scaled in words", () => {
    const year = yearOf([closed(2, 3, 45)], halfRule, classic);
    expect(renderYear(year, "zh")).toContain("2026 年平均分：3 ÷ 1 = 3，满分 45。");
    expect(renderYear(year, "zh")).toContain("年度等第：不合格，3 达到下限 0。");
    expect(renderYear(year, "en")).toContain(
      "There is only one quarter; it is taken as the average.",
    );
    expect(renderYear(year, "en")).toContain("Q1, Q3 and Q4 have no result; they do not count.");
  });

  test("nothing to average", () => {
    const year = yearOf([absent(1, "missing", "?"), absent(2, "open", "!")], exactRule, classic);
    expect(renderYear(year, "zh")).toEqual([
      "2026 年尚无可计入的季度，无法计算平均分。",
      "第一季度没有结果（?），不计入。",
      "第二季度还没有结束（!），暂不计入。",
      "第三、四季度没有结果，不计入。",
    ]);
    expect(renderYear(year, "en").slice(0, 3)).toEqual([
      "No quarter of 2026 counts yet, so there is no average.",
      "Q1 has no result (?); it does not count.",
      "Q2 is not over (!); it does not count yet.",
    ]);
  });

  test("a quarter without a reason is not asked for its words", () => {
    const quarters = [closed(1, 20), absent(2, "missing"), absent(3, "exempt", "late")];
    const lines = renderYear(yearOf(quarters, exactRule, classic), "en", (reason) => `“${reason}”`);
    expect(lines.slice(2, 4)).toEqual([
      "Q2 and Q4 have no result; they do not count.",
      "Q3 is exempt (“late”) and does not count.",
    ]);
  });

  test("quarters left out alike are shown together, others apart", () => {
    const quarters = [
      closed(1, 20),
      absent(2, "exempt", "on leave"),
      absent(3, "exempt", "joined late"),
      absent(4, "exempt", "on leave"),
    ];
    const year = yearOf(quarters, exactRule, classic);
    expect(renderYear(year, "zh").slice(2, 4)).toEqual([
      "第二、四季度免考核（on leave），不计入。",
      "第三季度免考核（joined late），不计入。",
    ]);
    expect(renderYear(year, "en").slice(2, 4)).toEqual([
      "Q2 and Q4 are exempt (on leave) and do not count.",
      "Q3 is exempt (joined late) and does not count.",
    ]);
    const open = yearOf([closed(1, 20), absent(3, "open"), absent(4, "open")], exactRule, classic);
    expect(renderYear(open, "en").slice(2, 4)).toEqual([
      "Q2 has no result; it does not count.",
      "Q3 and Q4 are not over; they do not count yet.",
    ]);
    expect(renderYear(open, "zh")[3]).toBe("第三、四季度还没有结束，暂不计入。");
  });

  test("steady, and a policy without a trend says nothing of it", () => {
    const quarters = [closed(1, 20), closed(2, 20), closed(3, 20), closed(4, 20)];
    expect(renderYear(yearOf(quarters, exactRule, classic), "zh")[1]).toMatch(/^趋势：平稳。/);
    expect(renderYear(yearOf(quarters, exactRule, classic), "en")[1]).toMatch(/^Trend: steady\. /);
    const silent = renderYear(yearOf(quarters, { ...exactRule, trend: false }, classic), "zh");
    expect(silent.join("")).not.toContain("趋势");
    expect(silent).toHaveLength(3);
  });
});

test("a value's average prints its sum", () => {
  const quarters = [1, 2].map((quarter) => ({
    year: 2026,
    quarter,
    state: "closed" as const,
    total: 40,
    maxTotal: 60,
    values: [{ key: "teamwork", score: 6 + quarter, max: 10 }],
  }));
  const [value] = yearOf(quarters, exactRule, classic).values;
  if (value === undefined) throw new Error("no value");
  expect(renderValueAverage(value, "团队合作", "zh")).toBe("团队合作：(3.5 + 4) ÷ 2 = 3.75。");
  expect(renderValueAverage(value, "Teamwork", "en")).toBe("Teamwork: (3.5 + 4) ÷ 2 = 3.75.");
});
