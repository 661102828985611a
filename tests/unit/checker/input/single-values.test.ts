import { expect, test } from "vitest";
import { policyPresets } from "@/lib/presets";
import { checked, checker, person, sixVeins } from "../support";

// Labels and consequences of single values, as a person hands them in.

const [classic] = policyPresets;
const strong = (rung: number) => ({ rung, kind: "supports", title: "事例" });
const full = {
  rungs: ["met", "met", "met", "met", "met"],
  cases: [3, 4, 5].map(strong),
  justification: "按事实写明",
};
const one = { customer: "customer-first", low: "integrity" };
const low = (rungs: string[], rung: number) => ({
  rungs,
  cases: [{ rung, kind: "contradicts", title: "隐瞒差错" }],
  justification: "九月两次隐瞒差错",
});

function sheets(policy: unknown) {
  const values = Object.fromEntries(Object.keys(person("").values).map((key) => [key, full]));
  const half = { ...values, [one.low]: low(["partly"], 1) };
  const short = { ...values, [one.low]: low(["met", "partly", "unmet"], 2) };
  const appraisals = [half, short].map((own, index) => ({ employee: `B${index}`, values: own }));
  return { ...sixVeins(...appraisals), policy };
}

test("under classic a value of 0.5 brings the lowest band, so that label and consequence agree", async () => {
  const { code, printed, stdout } = await checked(sheets("classic"), ["--lang", "zh"]);
  const [half, short] = printed.results;
  expect(code).toBe(0);
  expect([half?.band, half?.total, short?.band, short?.total]).toEqual([
    "fail",
    25.5,
    "good",
    26.5,
  ]);
  expect(half?.audit.sanction).toEqual([one.low]);
  expect(stdout).toContain("但诚信得 0.5，低于 1，按单项规则等第为“不合格”。");
  expect(half?.consequences.map(({ because }) => because)).toEqual([
    "诚信得 0.5，低于 1。",
    "诚信得 0.5，低于 1。",
  ]);
  expect(short?.consequences).toEqual([]);
});

test("a band may ask for a least score of every value; who misses it is told which value", async () => {
  const bands = classic?.bands.map((band) =>
    band.key === "good" ? { ...band, eachAtLeast: 4 } : band,
  );
  const { printed, stdout } = await checked(sheets({ ...classic, key: "stepped", bands }), [
    "--lang",
    "zh",
  ]);
  const [, short] = printed.results;
  expect([short?.band, short?.bandName]).toEqual(["pass", "合格"]);
  expect(stdout).toContain("但诚信得 1.5，低于 2，按单项规则等第为“合格”。");
});

test("six plain 2s under classic: every value is asked for its facts", async () => {
  const { code, printed } = await checked({ ...sixVeins(person("E1")), policy: "classic" });
  const [only] = printed.results;
  expect(code).toBe(1);
  expect(only?.band).toBe("fail");
  const codes = Object.values(only?.values ?? {}).flatMap(({ problems }) =>
    problems.map((problem) => problem.code),
  );
  expect(codes).toEqual(Array(6).fill("sanction-facts-required"));
  expect(only?.audit.sanction).toHaveLength(6);
});

test.each([
  ["zh", "但诚信得 0.5，低于 1，按单项规则等第为“不合格”。", "。依据：诚信得 0.5，低于 1。"],
  [
    "en",
    "so by the rule on single values the band is “Fail”.",
    ". Reason: Integrity scores 0.5, below 1.",
  ],
])(
  "the table says in %s what follows and why the band fell, once each",
  async (lang, why, reason) => {
    const files = { "in.json": JSON.stringify(sheets("classic")) };
    const args = ["in.json", "--format", "table", "--lang", lang];
    const lines = (await checker(args, { files })).stdout.split("\n");
    const told = lines.filter((line) => /^B\d+(：|: )/.test(line));
    expect(told.filter((line) => line.endsWith(why))).toHaveLength(1);
    expect(told.filter((line) => line.endsWith(reason))).toHaveLength(2);
    expect(told.every((line) => line.startsWith("B0"))).toBe(true);
    expect(new Set(told).size).toBe(told.length);
  },
);
