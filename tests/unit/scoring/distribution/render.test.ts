import { describe, expect, test } from "vitest";
import {
  distribute,
  renderDistribution,
  renderDistributionRule,
  renderPool,
  type DistributionRule,
} from "@/lib/scoring";
import { equations, redo, schoolbook } from "../year/support";
import { group, twoSevenOne } from "./support";

const names: Readonly<Record<string, string>> = { rd: "研发部", hr: "人事部", sales: "Sales" };
const unitName = (key: string) => names[key] ?? key;

function lines(
  groups: Parameters<typeof distribute>[0],
  locale: "zh" | "en",
  rule: DistributionRule = twoSevenOne,
) {
  const { pools } = distribute(groups, rule);
  return pools.flatMap((pool) => renderPool(pool, rule, locale, unitName));
}

describe("the rounding rule in words", () => {
  test("Chinese", () => {
    expect(renderDistributionRule(twoSevenOne, "zh")).toEqual([
      "分布指导 20 / 70 / 10：各档先按“人数 × 比例”的整数部分得名额，余下的名额逐个给小数部分最大的一档；小数部分一样大时先给比例大的，比例也一样时先给排在前面的。",
      "不足 10 人的单位与同一上级之下同样不足的合并；合并后仍不足的，并入同一上级之下人数最少的一组；没有这样的一组，就并到再上一级。",
    ]);
  });

  test("English", () => {
    expect(renderDistributionRule(twoSevenOne, "en")).toEqual([
      "Distribution guidance 20 / 70 / 10: each share first gets the whole seats of people × percent; the seats left over go one by one to the largest remainders, of equal ones to the larger share, then to the one listed earlier.",
      "Units of fewer than 10 people are pooled with those under the same parent that are also too small; still too few, they join the smallest group under that parent; where there is none, they go up one level.",
    ]);
  });
});

describe("one pool in words", () => {
  const over = [group("rd", "d", 14, { top: 6, middle: 8 }), group("hr", "d", 9, { middle: 8 })];

  test("Chinese: over in one share, people open", () => {
    expect(lines(over, "zh")).toEqual([
      "人事部、研发部合并，共 23 人。",
      "优 23 × 20% = 4.6，先得 4 个；中 23 × 70% = 16.1，先得 16 个；差 23 × 10% = 2.3，先得 2 个。",
      "余下 1 个名额，给优一个。",
      "名额：优 5、中 16、差 2。",
      "目前：优 6（多 1）、中 16（正好）、差 0（少 2）；还有 1 人未归档。",
      "有超出名额的档，请再斟酌；不妨碍提交。",
    ]);
  });

  test("English: blocked", () => {
    expect(lines(over, "en", { ...twoSevenOne, enforce: "block" })).toEqual([
      "人事部, 研发部, pooled: 23 people.",
      "Top 23 × 20% = 4.6, first gets 4; Middle 23 × 70% = 16.1, first gets 16; Bottom 23 × 10% = 2.3, first gets 2.",
      "One seat is left over and goes to Top.",
      "Seats: Top 5, Middle 16, Bottom 2.",
      "Now: Top 6 (1 over), Middle 16 (exact), Bottom 0 (2 under); 1 not placed yet.",
      "A share is over its seats: it can be submitted once that is changed.",
    ]);
  });

  test("nothing left over, everybody placed, everything fits", () => {
    const groups = [group("sales", null, 10, { top: 2, middle: 7, bottom: 1 })];
    expect(lines(groups, "zh")).toEqual([
      "Sales，10 人。",
      "优 10 × 20% = 2，先得 2 个；中 10 × 70% = 7，先得 7 个；差 10 × 10% = 1，先得 1 个。",
      "名额：优 2、中 7、差 1。",
      "目前：优 2（正好）、中 7（正好）、差 1（正好）。",
      "没有超出名额的档。",
    ]);
    expect(lines(groups, "en")).toEqual([
      "Sales: 10 people.",
      "Top 10 × 20% = 2, first gets 2; Middle 10 × 70% = 7, first gets 7; Bottom 10 × 10% = 1, first gets 1.",
      "Seats: Top 2, Middle 7, Bottom 1.",
      "Now: Top 2 (exact), Middle 7 (exact), Bottom 1 (exact).",
      "No share is over its seats.",
    ]);
  });

  test("two seats left over, block in Chinese, one person", () => {
    const rule: DistributionRule = { ...twoSevenOne, minGroup: 1, enforce: "block" };
    const groups = [group("sales", null, 8, { top: 3 })];
    expect(lines(groups, "zh", rule)).toContain("余下 2 个名额，给中、差各一个。");
    expect(lines(groups, "zh", rule).at(-1)).toBe("有超出名额的档，调整之后才能提交。");
    expect(lines(groups, "en", rule)).toContain(
      "2 seats are left over, one each to: Middle, Bottom.",
    );
    expect(lines([group("sales", null, 1)], "en", rule)[0]).toBe("Sales: 1 person.");
    expect(lines(groups, "en").at(-1)).toBeUndefined();
  });

  test("warn in English", () => {
    const groups = [group("sales", null, 10, { top: 3 })];
    expect(lines(groups, "en").at(-1)).toBe(
      "A share is over its seats: please reconsider; it can still be submitted.",
    );
  });

  test("a long list of units is cut after five", () => {
    const small = (count: number) =>
      Array.from({ length: count }, (_, index) => group(`u${index}`, "d", 3));
    expect(lines(small(6), "zh")[0]).toBe("u0、u1、u2、u3、u4 等 6 个单位合并，共 18 人。");
    expect(lines(small(6), "en")[0]).toBe(
      "u0, u1, u2, u3, u4 and others, 6 units in all, pooled: 18 people.",
    );
    expect(lines(small(5), "zh")[0]).toBe("u0、u1、u2、u3、u4合并，共 15 人。");
    expect(lines(small(5), "en")[0]).toBe("u0, u1, u2, u3, u4, pooled: 15 people.");
  });

  test("what is printed comes out when redone by hand", () => {
    for (let n = 10; n < 60; n++) {
      const [, steps = ""] = lines([group("sales", null, n)], "zh");
      const sums = equations(steps.replaceAll("%", " ÷ 100"));
      expect(sums).toHaveLength(3);
      for (const { left, right } of sums) expect(schoolbook(redo(left))).toBe(right);
    }
  });
});

describe("the whole distribution", () => {
  test("the rules first, then every pool", () => {
    const told = distribute([group("rd", null, 10), group("hr", null, 11)], twoSevenOne);
    const zh = renderDistribution(told, "zh", unitName);
    expect(zh).toEqual([
      ...renderDistributionRule(twoSevenOne, "zh"),
      ...told.pools.flatMap((pool) => renderPool(pool, twoSevenOne, "zh", unitName)),
    ]);
    expect(zh.filter((line) => /人。$/.test(line))).toEqual(["人事部，11 人。", "研发部，10 人。"]);
  });

  test("a company too small says so", () => {
    const told = distribute([group("rd", null, 9)], twoSevenOne);
    expect(renderDistribution(told, "zh", unitName).slice(2)).toEqual([
      "一共 9 人，不足 10 人，不做分布指导。",
    ]);
    expect(renderDistribution(told, "en", unitName).slice(2)).toEqual([
      "9 people in all, fewer than 10: no distribution guidance.",
    ]);
    const one = distribute([group("rd", null, 1)], twoSevenOne);
    expect(renderDistribution(one, "en", unitName).at(-1)).toBe(
      "1 person in all, fewer than 10: no distribution guidance.",
    );
  });
});
