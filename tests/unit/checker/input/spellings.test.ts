import { describe, expect, test } from "vitest";
import type { CellValue } from "../../../support/tables/workbook";
import { checkedTable, refusedTable, workbook } from "../workbook-support";

const head = ["工号", "价值观", "得分"];
const zh = ["--lang", "zh"];

describe("one employee number, however it was kept from Excel", () => {
  test.each([
    ["an apostrophe", "'010472"],
    ["a full-width apostrophe", "＇010472"],
    ["the apostrophe Word makes", "’010472"],
    ["a formula of a text", '="010472"'],
    ["the same in quotes", '"=""010472"""'],
    ["full-width figures", "０１０４７２"],
    ["a zero-width space", "010\u200b472"],
  ])("%s in a CSV file", async (_, written) => {
    const text = `工号,价值观,得分\n${written},客户第一,2\n010472,团队合作,2\n`;
    const { printed } = await checkedTable(text, "in.csv");
    expect(printed.results.map(({ employee }) => employee)).toEqual(["010472"]);
    expect(Object.keys(printed.results[0]?.values ?? {})).toEqual(
      expect.arrayContaining(["customer-first", "teamwork"]),
    );
    expect(printed.results[0]?.values["teamwork"]?.score).toBe(2);
  });

  test("two spellings in one sheet are one person, and it is said", async () => {
    const rows = [head, ["A20001", "诚信", 2], ["a20001", "激情", 2]];
    const { printed } = await checkedTable(await workbook(rows), "in.xlsx", zh);
    expect(printed.results).toHaveLength(1);
    expect(printed.notes).toMatchObject([
      {
        cell: "工作表1!A3",
        message: "a20001 和 A20001 是同一个工号的两种写法，算作一个人。",
      },
    ]);
  });

  test("a formula of a text in a workbook, stored or not", async () => {
    const cells = new Map([
      ["1,0", { formula: '"010472"', formulaResult: "010472" }],
      ["2,0", { formula: '"010472"' }],
    ]);
    const rows = [head, [null, "诚信", 2], [null, "激情", 2]];
    const { printed } = await checkedTable(await workbook(rows, { cells }));
    expect(printed.results.map(({ employee }) => employee)).toEqual(["010472"]);
    expect(printed.notes).toEqual([]);
  });
});

test("of a formula the stored result is taken, and the cell is named", async () => {
  const cells = new Map([
    ["1,2", { formula: "1+2", formulaResult: 3 }],
    ["2,2", { formula: "1+1", formulaResult: 2 }],
  ]);
  const rows = [head, ["E1", "诚信"], ["E1", "激情"]];
  const { printed } = await checkedTable(await workbook(rows, { cells }), "in.xlsx", zh);
  expect(printed.results[0]?.values["integrity"]?.score).toBe(3);
  expect(printed.notes).toMatchObject([
    { severity: "info", cell: "工作表1!C2:C3", message: "公式单元格，取用了文件里保存的结果。" },
  ]);
});

describe("a score", () => {
  test.each<[string, CellValue, number | null]>([
    ["full-width figures", "３．５", 3.5],
    ["with its unit", "3.5 分", 3.5],
    ["with an apostrophe", "'3.5", 3.5],
    ["with zeros behind", "3.50", 3.5],
    ["a stroke for none", "/", null],
    ["a dash for none", "—", null],
  ])("%s", async (_, written, score) => {
    const { printed } = await checkedTable(await workbook([head, ["E1", "诚信", written]]));
    expect(printed.results[0]?.values["integrity"]?.score).toBe(score);
  });

  test.each<[string, CellValue, string]>([
    ["a percentage", "70%", "得分“70%”是百分比，请改成 0 到 5 之间的分数。"],
    [
      "a day as Excel counts days",
      46_145,
      "得分“46145”像是 Excel 里的日期 2026-05-03，请设为文本格式后重新填写。",
    ],
    ["what is no number", "1e0", "得分“1e0”不是数字。"],
    ["less than nothing", -1, "得分 -1 应在 0 到 5 之间。"],
    ["more than there is", 6, "得分 6 应在 0 到 5 之间。"],
    ["no half", 3.25, "得分 3.25 须以 0.5 为一档。"],
  ])("that cannot be one: %s", async (_, written, line) => {
    expect(await refusedTable(await workbook([head, ["E1", "诚信", written]]))).toEqual([
      `工作表1!C2：${line}`,
    ]);
  });

  test("a number shown as a percentage", async () => {
    const cells = new Map([["1,2", { value: 1, style: { numFmt: "0%" } }]]);
    expect(await refusedTable(await workbook([head, ["E1", "诚信", 1]], { cells }))).toEqual([
      "工作表1!C2：得分“1”是百分比，请改成 0 到 5 之间的分数。",
    ]);
  });

  test("of a checklist has the checklist's bounds", async () => {
    const { checker } = await import("../support");
    const file = await workbook([head, ["E1", "客户第一", 7.5]]);
    const args = ["in.xlsx", "--framework", "customer-checklist", "--lang", "zh"];
    const { lines } = await checker(args, { files: { "in.xlsx": file } });
    expect(lines).toEqual(["工作表1!C2：得分 7.5 应在 0 到 7 之间。"]);
  });
});
