import { describe, expect, test } from "vitest";
import { formatScore, maxOfFramework, scoreSheet } from "@/lib/scoring";
import { framework, policy, said } from "../support";

const grants = (key: string) =>
  framework(key).values.map(({ rungs }) => rungs.map(({ grant }) => grant[0]).join(""));
const statements = (key: string, value: string) =>
  framework(key)
    .values.find((one) => one.key === value)
    ?.rungs.map(({ statement }) => statement.en);
const assumedOf = (key: string) =>
  framework(key).values.flatMap(({ key: value, rungs }) =>
    rungs.filter(({ assumed }) => assumed).map(({ point }) => `${value} ${point}`),
  );

/** Each framework of domain §2: letter, key, Chinese names in order, rungs a value, gated, total in points. */
const table = [
  ["A", "six-veins", "客户第一 团队合作 拥抱变化 诚信 激情 敬业", 5, true, "30"],
  [
    "A, second edition",
    "six-veins-2006",
    "客户第一 团队合作 拥抱变化 诚信 激情 敬业",
    5,
    true,
    "30",
  ],
  ["B", "nine-swords", "顾客第一 团队 教与学 品质 化繁为简 激情 公开 创新 专注", 5, true, "45"],
  ["C", "go-getter", "超越客户期望 做更好的自己 互相成就", 5, true, "15"],
  ["D", "customer-checklist", "客户第一", 7, false, "7"],
  ["E", "lenovo-2001", "服务客户 精准求实 诚信共享 创业创新", 5, false, "20"],
  ["F", "psbc", "诚信 合规 稳健 服务 创新", 0, true, "0"],
  ["F", "jd", "正道成功 客户为先 只做第一", 0, true, "0"],
  ["F", "huawei", "以客户为中心 以奋斗者为本 长期艰苦奋斗 坚持自我批判", 0, true, "0"],
  ["F", "five-ones", "一个目标 一支队伍 一个标准 一个声音 一份担当", 0, true, "0"],
] as const;

describe("domain §2", () => {
  test.each(table)(
    "%s · %s: values in order, rungs, gate, total",
    (_, key, names, rungs, gated, total) => {
      const { values } = framework(key);
      expect(values.map(({ name }) => name.zh).join(" ")).toBe(names);
      expect(values.map((value) => value.rungs.length)).toEqual(values.map(() => rungs));
      expect(new Set(values.map((value) => value.gated))).toEqual(new Set([gated]));
      expect(formatScore(maxOfFramework(framework(key)))).toBe(total);
    },
  );

  test.each(["six-veins", "six-veins-2006", "nine-swords", "go-getter"])(
    "%s · grant modes: levels 1–2 presumed, levels 3–5 evidenced",
    (key) => {
      expect(new Set(grants(key))).toEqual(new Set(["ppeee"]));
    },
  );

  test("A · the pattern is stated for 客户第一 1–5 and 团队合作 1–3, the rest is marked assumed", () => {
    const rest = ["embrace-change", "integrity", "passion", "dedication"];
    const expected = [
      ...["teamwork 4", "teamwork 5"],
      ...rest.flatMap((value) => [1, 2, 3, 4, 5].map((point) => `${value} ${point}`)),
    ];
    expect(assumedOf("six-veins")).toEqual(expected);
    expect(assumedOf("six-veins-2006")).toEqual(expected);
  });

  test("A · 客户第一 level 1 usually has no half point, unless the person is otherwise consistently good and the lapse was excusable", () => {
    const six = framework("six-veins");
    const exceptional = six.values.flatMap(({ key, rungs }) =>
      rungs
        .filter(({ halfPoint }) => halfPoint === "exceptional")
        .map(({ point }) => `${key} ${point}`),
    );
    expect(exceptional).toEqual(["customer-first 1"]);
    const half = scoreSheet(six, policy("classic"), { "customer-first": said("partly!,-,-,-,-") });
    expect(half.values[0]?.score).toBe(1);
    expect(half.problems.map(({ code }) => code)).toContain("half-exceptional");
  });

  test("A · typical breaks of 客户第一 1: abuse of staff, a public quarrel, “company policy”, a booking neither kept nor cancelled", () => {
    const breaks = framework("six-veins")
      .values[0]?.rungs[0]?.breaks.map(({ zh }) => zh)
      .join("；");
    for (const words of ["主管辱骂", "公共场合与人争吵", "公司就这么规定", "不去也不取消"])
      expect(breaks).toContain(words);
  });

  test("A, second edition · keeps 客户第一, 团队合作, 拥抱变化 and rewrites 诚信, 激情, 敬业", () => {
    const [old, revised] = [framework("six-veins").values, framework("six-veins-2006").values];
    const kept = revised.filter(
      (value, index) => JSON.stringify(value) === JSON.stringify(old[index]),
    );
    expect(kept.map(({ name }) => name.zh)).toEqual(["客户第一", "团队合作", "拥抱变化"]);
  });

  test.each([
    ["integrity", [2], "诚信: (2) as before"],
    ["passion", [1, 2, 5], "激情: (1), (2) and (5) as before"],
    ["dedication", [3, 4], "敬业: (3) learning and (4) priorities as before"],
  ])("A, second edition · %s keeps rungs %j", (value, points) => {
    const [old, revised] = [statements("six-veins", value), statements("six-veins-2006", value)];
    const same = [1, 2, 3, 4, 5].filter((point) => old?.[point - 1] === revised?.[point - 1]);
    expect(same).toEqual(points);
  });

  test("A, second edition · 敬业 swaps what levels 1 and 2 ask: working hours and neglect first, then today's work and process", () => {
    const [first, second] =
      framework("six-veins-2006").values.find(({ key }) => key === "dedication")?.rungs ?? [];
    expect([first?.statement.zh, second?.statement.zh]).toEqual([
      "上班时间只做与工作有关的事，不因疏忽重复犯错",
      "今天的事今天做完，遵循必要的流程",
    ]);
    expect(first?.statement.en).toMatch(/working hours.*careless mistake/);
    expect(second?.statement.en).toMatch(/same day.*process/);
  });

  test("B · 顾客第一 as six veins 1–3; 4 leaves the customer satisfied; 5 serves ahead of need", () => {
    const [six, nine] = [
      statements("six-veins", "customer-first"),
      statements("nine-swords", "customer-first"),
    ];
    expect(nine?.slice(0, 3)).toEqual(six?.slice(0, 3));
    expect(nine?.[3]).not.toBe(six?.[3]);
    expect(nine?.[4]).toBe(six?.[4]);
  });

  test("B · 顾客第一 1–3 and 5 differ from the six veins in the word 顾客 and the mark only", () => {
    const rungsOf = (key: string) =>
      framework(key).values[0]?.rungs.filter(({ point }) => point !== 4);
    const reworded = JSON.stringify(rungsOf("six-veins"))
      .replaceAll("客户", "顾客")
      .replaceAll('"assumed":false', '"assumed":true');
    expect(JSON.stringify(rungsOf("nine-swords"))).toBe(reworded);
  });

  test("C · levels 1–2 are ours, marked assumed", () => {
    const values = ["exceed-expectations", "better-self", "mutual-success"];
    expect(assumedOf("go-getter")).toEqual(values.flatMap((value) => [`${value} 1`, `${value} 2`]));
  });

  test("D · not gated, presumed, one point each", () => {
    expect(grants("customer-checklist")).toEqual(["ppppppp"]);
  });

  test("E · not gated, evidenced: a behaviour without a case earns nothing, any one with a case earns its point", () => {
    expect(new Set(grants("lenovo-2001"))).toEqual(new Set(["eeeee"]));
    const lenovo = framework("lenovo-2001");
    const sheet = { "serve-customers": said("unmet,E,unmet,e,E") };
    const [value] = scoreSheet(lenovo, policy("classic"), sheet).values;
    expect(value?.soFar).toBe(4);
  });

  test("E · “12345” of serving customers: one centre, two values, three demands, four principles, five abilities", () => {
    const serving = framework("lenovo-2001").values[0]?.rungs.map(({ statement }) =>
      statement.zh.slice(0, 2),
    );
    expect(serving).toEqual(["一个", "两个", "三个", "四个", "五种"]);
    expect(assumedOf("lenovo-2001")).toHaveLength(15);
  });

  test("F · names and one-line meanings only, as starting points", () => {
    const values = ["psbc", "jd", "huawei", "five-ones"].flatMap((key) => framework(key).values);
    expect(values).toHaveLength(17);
    expect(values.filter(({ motto, rungs }) => motto === undefined || rungs.length > 0)).toEqual(
      [],
    );
  });
});
