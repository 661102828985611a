import { describe, expect, test } from "vitest";
import { renderFault, type Fault, type FaultCode } from "@/lib/scoring";

type Row = readonly [FaultCode, Fault["data"], zh: string, en: string];

const rows: readonly Row[] = [
  [
    "not-json",
    { line: 2, column: 3 },
    "不是有效的 JSON：第 2 行第 3 列的内容无法读取",
    "this is not valid JSON: it cannot be read at line 2, column 3",
  ],
  [
    "key-repeated",
    { line: 2, column: 3 },
    "这一项在同一个对象里写了两次，第二次在第 2 行第 3 列",
    "is written twice in the same object, the second time at line 2, column 3",
  ],
  [
    "too-large",
    { max: 7 },
    "内容过多，不像一份文件（上限 7）",
    "holds too much to be a document (at most 7)",
  ],
  ["not-allowed", { allowed: "1, 2" }, "只能是：1, 2", "must be one of: 1, 2"],
  ["not-finite", { got: "NaN" }, "应为有限的数，现在是 NaN", "must be a finite number, but is NaN"],
  ["not-a-step", { step: 0.01 }, "应为 0.01 的整数倍", "must be a multiple of 0.01"],
  ["too-small", { min: 1 }, "不能小于 1", "must not be less than 1"],
  ["too-big", { max: 7 }, "不能大于 7", "must not be more than 7"],
  ["too-long", { max: 7 }, "文字过长，最多 7 个字符", "is too long: at most 7 characters"],
  ["too-few", { min: 2 }, "至少要有 2 项", "needs at least 2 entries"],
  ["too-few", { min: 1 }, "至少要有 1 项", "needs at least 1 entry"],
  ["too-many", { max: 7 }, "最多 7 项", "has too many entries: at most 7"],
  [
    "rungs-not-consecutive",
    { expected: 3 },
    "各级应从 1 起逐级递增，这一级应为 3",
    "levels count up from 1 without a gap: this one must be 3",
  ],
  [
    "cap-out-of-reach",
    { max: 7 },
    "封顶须低于各级相加的满分 3.5 分",
    "the cap must be below what the levels add up to, 3.5",
  ],
  [
    "bands-not-descending",
    { above: 53 },
    "等第应从高到低排列，下限须低于前一等的 26.5 分",
    "bands run from best to lowest: this one must begin below the 26.5 of the band before it",
  ],
  [
    "bands-overlap",
    { above: 54 },
    "与前一等重叠，前一等从 27 分起",
    "overlaps the band before it, which begins at 27",
  ],
  [
    "bands-leave-hole",
    { low: 46, high: 53 },
    "23 至 26.5 分不属于任何一等",
    "leaves a hole: 23 to 26.5 belong to no band",
  ],
  [
    "bands-leave-hole",
    { low: 53, high: 53 },
    "26.5 分不属于任何一等",
    "leaves a hole: 26.5 belongs to no band",
  ],
  [
    "band-cannot-be-set",
    undefined,
    "这是最高的等第，单项规则只能把等第定到它以下",
    "this is the best band; a single-value rule can only set one below it",
  ],
  [
    "band-floor-idle",
    undefined,
    "最低的等第不能再设单项下限，没有更低的等第可落",
    "the lowest band cannot ask for a least score per value: there is no band to fall to",
  ],
  [
    "band-floor-lower",
    { worse: 3 },
    "单项下限不能低于后面等第的单项下限 1.5 分",
    "must not be less than the least score per value of a band after it, 1.5",
  ],
  [
    "rule-without-effect",
    undefined,
    "没有写后果，也没有用“setsBand”定等第，这条规则不起作用",
    "names no consequence and sets no band, so it does nothing",
  ],
  ["band-out-of-reach", { maxTotal: 60 }, "高于满分 30 分", "is above the full mark of 30"],
  [
    "band-upside-down",
    { from: 11 },
    "上限低于下限 5.5 分",
    "the band ends below its beginning of 5.5",
  ],
  [
    "shares-not-hundred",
    { sum: 90 },
    "各档比例之和应为 100%，现在是 90%",
    "the shares must add up to 100%, but make 90%",
  ],
];

describe("a fault is reported word for word", () => {
  test.each(rows)("%s %j", (code, data, zh, en) => {
    const fault = { code, path: [], ...(data && { data }) };
    expect(renderFault(fault, "zh")).toBe(`文件：${zh}。`);
    expect(renderFault(fault, "en")).toBe(`document: ${en}.`);
    const placed = { ...fault, path: ["bands", 1] };
    expect(renderFault(placed, "zh")).toBe(`bands[1]：${zh}。`);
    expect(renderFault(placed, "en")).toBe(`bands[1]: ${en}.`);
  });

  test.each([
    ["string", "number", "应为文字，现在是数字", "must be text, but is a number"],
    ["int", "array", "应为整数，现在是列表 […]", "must be a whole number, but is a list […]"],
    ["array", "object", "应为列表 […]，现在是对象 {…}", "must be a list […], but is an object {…}"],
    ["object", "string", "应为对象 {…}，现在是文字", "must be an object {…}, but is text"],
    ["record", "number", "应为对象 {…}，现在是数字", "must be an object {…}, but is a number"],
    [
      "number",
      "boolean",
      "应为数字，现在是 true 或 false",
      "must be a number, but is true or false",
    ],
    ["boolean", "null", "应为 true 或 false，现在是 null", "must be true or false, but is null"],
    ["string", "bigint", "应为文字，现在是 bigint", "must be text, but is bigint"],
  ])("%s expected, %s got", (expected, got, zh, en) => {
    const fault: Fault = { code: "wrong-type", path: [], data: { expected, got } };
    expect(renderFault(fault, "zh")).toBe(`文件：${zh}。`);
    expect(renderFault(fault, "en")).toBe(`document: ${en}.`);
  });
});
