import { describe, expect, test } from "vitest";
import type { CellValue } from "../../../support/tables/workbook";
import {
  at,
  checkedTable,
  noted,
  refusedTable,
  scores,
  six,
  threes,
  workbook,
  zh,
} from "../workbook-support";

describe("rows that are about nobody", () => {
  const head = ["工号", "姓名", "价值观", "得分"];
  const people = six.map((value) => ["000101", "甲一", value, 3]);

  test("a title above; sums, signatures, notes and a repeated header below are left out, and said", async () => {
    const rows: CellValue[][] = [
      ["2026年第三季度价值观考核表"],
      head,
      ...people,
      ["小 计", null, null, 18],
      head,
      ...six.map((value) => ["000102", "合计", value, 3]),
      [null, "客服部合计", null, 36],
      ["平均分", null, null, 3],
      ["人力资源部        部门负责人        制表人"],
      ["备注：本表一式两份"],
    ];
    const merges = [at(0, 0, 0, 3), at(18, 0, 18, 3)];
    const { code, printed } = await checkedTable(await workbook(rows, { merges }), "in.xlsx", zh);
    expect(scores(printed)).toEqual([
      ["000101", ...threes, 18],
      ["000102", ...threes, 18],
    ]);
    expect(noted(printed)).toEqual([
      "info 工作表1!A1 “2026年第三季度价值观考核表”在表头上面，没有当作数据。",
      "info 工作表1!A9 “小 计”是合计行，没有当作员工。",
      "info 工作表1!A10 表头又出现了一次，没有当作员工。",
      "info 工作表1!B17 “客服部合计”是合计行，没有当作员工。",
      "info 工作表1!A18 “平均分”是合计行，没有当作员工。",
      "info 工作表1!A19 “人力资源部        部门负责人        制表人”是签字或说明，没有当作员工。",
      "info 工作表1!A20 “备注：本表一式两份”是签字或说明，没有当作员工。",
    ]);
    expect(code).toBe(0);
  });

  test.each([
    ["人数：2人", "是合计行"],
    ["参评人数 2", "是合计行"],
    ["共 2 人", "是合计行"],
    ["Headcount: 2", "是合计行"],
    ["制表", "是签字或说明"],
    ["审核：叶青", "是签字或说明"],
    ["日期 2026-10-12", "是签字或说明"],
    ["Checked by: HR", "是签字或说明"],
  ])("%s at the foot is nobody", async (text, what) => {
    const { code, printed } = await checkedTable(await workbook([head, ...people, [text]]));
    expect(printed.results.map(({ employee }) => employee)).toEqual(["000101"]);
    expect(printed.notes.map(({ cell }) => cell)).toEqual(["工作表1!A8"]);
    expect(code).toBe(0);
    const chinese = await checkedTable(await workbook([head, ...people, [text]]), "in.xlsx", zh);
    expect(chinese.printed.notes[0]?.message).toBe(`“${text}”${what}，没有当作员工。`);
  });

  test("a header with nobody below it is said to have nobody", async () => {
    const { code, printed } = await checkedTable("工号,姓名,价值观,得分\n", "in.csv", zh);
    expect(noted(printed)).toEqual([
      "info 第 1 行第 1 列 表头下面没有任何人，没有可以检查的内容。",
    ]);
    expect([code, printed.results]).toEqual([0, []]);
  });

  test("in a CSV file; the notes of a CSV result go to stderr", async () => {
    const text = `工号,姓名,价值观,得分\n000101,甲一,客户第一,2\n合计,,,2\n制表人：人力资源部,,,\n`;
    const { printed } = await checkedTable(text, "in.csv", zh);
    expect(noted(printed)).toEqual([
      "info 第 3 行第 1 列 “合计”是合计行，没有当作员工。",
      "info 第 4 行第 1 列 “制表人：人力资源部”是签字或说明，没有当作员工。",
    ]);
    expect(printed.results.map(({ employee }) => employee)).toEqual(["000101"]);
  });

  test("a person without anything else is a fault, never left out", async () => {
    expect(await refusedTable(await workbook([head, ["000101"], ["张三"]]))).toEqual([
      "工作表1!C2:C3：缺少价值观。",
    ]);
  });

  test("hidden sheets are not read and hidden rows are, and both are said", async () => {
    const { workbookOf } = await import("../../../support/tables/workbook");
    const list = (employee: string) => [head, ...six.map((value) => [employee, null, value, 3])];
    const file = await workbookOf(
      { name: "一组", rows: list("E1") },
      { name: "旧", rows: list("E2"), hidden: true },
      { name: "草稿", rows: [["别看"]] },
    );
    const { printed } = await checkedTable(file, "in.xlsx", zh);
    expect(printed.results).toHaveLength(1);
    expect(noted(printed)).toEqual([
      "info 草稿!A1 这张工作表没有“工号”表头，没有读。",
      "info 旧!A1 隐藏的工作表，没有读。",
    ]);
  });
});

test("pages pasted under each other: their ends, titles and labels are nobody", async () => {
  const page = (number: string): CellValue[][] => [
    ["2026年第三季度价值观考核表"],
    ["部门：客服部", null, "考核人：林岚", null, "日期：2026-09-30"],
    ["工号", "姓名", ...six],
    [number, "甲一", ...threes],
    ["本页小计", null, 3],
    ["第 1 页，共 2 页"],
  ];
  const rows = [...page("000101"), ...page("000102")];
  const { code, printed } = await checkedTable(await workbook(rows), "in.xlsx", zh);
  expect(scores(printed).map(([number]) => number)).toEqual(["000101", "000102"]);
  expect(code).toBe(0);
});
