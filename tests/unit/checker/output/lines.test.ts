import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { checked, checker } from "../support";

const cases = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    rung: from + index,
    kind: "supports",
    title: "A case",
  }));

const rungs = (met: number) =>
  ["met", "met", "met", "met", "met"].map((one, index) => (index < met ? one : "unmet"));
const at = (met: number) => ({ rungs: rungs(met), cases: cases(3, met), justification: "Facts" });
const half = { rungs: ["met", "met", "met", "partly", "unmet"], cases: cases(3, 4) };

const keys = ["exceed-expectations", "better-self", "mutual-success"] as const;
const goGetter = (policy: string, ...values: readonly object[]) => ({
  framework: "go-getter",
  policy,
  appraisals: [
    {
      employee: "E1",
      values: Object.fromEntries(values.map((value, index) => [keys[index] ?? "", value])),
    },
  ],
});

async function answers(policy: string, ...values: readonly object[]) {
  const { printed } = await checked(goGetter(policy, ...values));
  return keys.map((key) => {
    const { score, passed, library } = printed.results[0]?.values[key] ?? {};
    return [score, passed, library];
  });
}

describe("what 51CTO's policy says of a value's score", () => {
  test("3 passes; 4 and 5 are candidates for the library", async () => {
    expect(await answers("51cto", at(2), at(3), half)).toEqual([
      [2, false, undefined],
      [3, true, undefined],
      [3.5, true, undefined],
    ]);
    expect(await answers("51cto", at(4), at(5), at(0))).toEqual([
      [4, true, true],
      [5, true, true],
      [0, false, undefined],
    ]);
  });

  test("a value that is undecided neither passes nor fails", async () => {
    expect(await answers("51cto", {}, { rungs: ["met"] }, at(3))).toEqual([
      [null, null, undefined],
      [null, null, undefined],
      [3, true, undefined],
    ]);
  });

  test("is not said of a policy without such lines", async () => {
    const { stdout } = await checked(goGetter("classic", at(5), at(2), at(3)));
    expect(stdout).not.toMatch(/"passed"|"library"/);
  });
});

describe("in a sheet", () => {
  const columns = async (policy: string, lang: string) => {
    const files = { "in.json": JSON.stringify(goGetter(policy, at(2), at(4), {})) };
    const args = ["in.json", "--format", "csv", "--lang", lang];
    const { stdout } = await checker(args, { files });
    return z
      .array(z.record(z.string(), z.string()))
      .parse(parse(stdout, { bom: true, columns: true }));
  };

  test("two columns say who passed and what may go to the library", async () => {
    const rows = await columns("51cto", "zh");
    expect(rows.map((row) => [row["得分"], row["达标"], row["案例库候选"], row["问题"]])).toEqual([
      ["2", "否", "", "0"],
      ["4", "是", "是", "0"],
      ["", "", "", "1"],
    ]);
    const [first] = await columns("51cto", "en");
    expect([first?.["Passed"], first?.["Library candidate"]]).toEqual(["no", ""]);
  });

  test("a policy without lines has no such columns", async () => {
    const [first] = await columns("classic", "en");
    expect(Object.keys(first ?? {})).toHaveLength(13);
    expect(first).not.toHaveProperty("Passed");
  });
});

describe("in the table", () => {
  const table = async (policy: string, lang: string, environment = {}) => {
    const files = { "in.json": JSON.stringify(goGetter(policy, at(2), at(4), at(3))) };
    return (await checker(["in.json", "--format", "table", "--lang", lang], { files, environment }))
      .stdout;
  };

  test.each(["40", "80", "140"])("marks beside the figures, %s columns wide", async (columns) => {
    const text = await table("51cto", "en", { COLUMNS: columns });
    expect(text).toMatch(/ 2!/);
    expect(text).toMatch(/ 4\*/);
    expect(text).toMatch(/ 3(?![!*])/);
    expect(text).toContain("! below the pass line of 3");
    expect(text).toContain("* 4 and above: candidate for the case library");
  });

  test("in Chinese", async () => {
    const text = await table("51cto", "zh");
    expect(text).toContain("! 未达及格线 3 分");
    expect(text).toContain("* 4 分及以上，可选入案例库");
  });

  test("no marks without lines", async () => {
    expect(await table("classic", "en")).not.toMatch(/\d[!*]|^[!*]/m);
  });
});
