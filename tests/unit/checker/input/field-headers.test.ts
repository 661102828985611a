import { describe, expect, test } from "vitest";
import type { CellValue } from "../../../support/tables/workbook";
import {
  checkedTable,
  noted,
  refusedTable,
  scores,
  six,
  threes,
  workbook,
  zh,
} from "../workbook-support";

describe("two rows of header with a part nobody knows", () => {
  const twoRows = (parts: readonly string[], said: readonly CellValue[]): CellValue[][] => [
    ["工号", "姓名", ...six.flatMap((name) => [name, ...parts.slice(1).map(() => null)])],
    [null, null, ...six.flatMap(() => parts)],
    ["000101", "甲一", ...six.flatMap(() => said)],
  ];

  test.each<[readonly string[], readonly CellValue[], string | null]>([
    [["自评", "上级评分", "评语"], [4, 3, "三次主动"], "客户第一 评语"],
    [["自评", "主管评", "备注"], [4, 3, "x"], null],
    [["自评", "协作人评", "主管评"], [4, 3.5, 3], "客户第一 协作人评"],
    [["自评分", "初评", "复评"], [4, 3.5, 3], null],
    [["得分", "案例"], [3, "事例"], "客户第一 案例"],
    [["得分", "原因与事例"], [3, "事例"], null],
    [["分数", "注明原因或案例"], [3, "事例"], null],
  ])("%j: the deciding score is read, what nobody knows is named", async (parts, said, named) => {
    const { code, printed } = await checkedTable(
      await workbook(twoRows(parts, said)),
      "in.xlsx",
      zh,
    );
    expect(scores(printed)).toEqual([["000101", ...threes, 18]]);
    expect(code).toBe(0);
    const unchecked = noted(printed).filter((note) => note.includes("没有检查的列"));
    expect(unchecked).toHaveLength(named === null ? 0 : 1);
    expect(unchecked.join("")).toContain(named ?? "");
  });
});

describe("headers of the field", () => {
  test.each(["人员编码", "員工編號", "工号/账号", "EmpNo", "Badge id"])("%s", async (head) => {
    const rows = [
      [head, ...six.map((name) => `${name}(20%)`)],
      ["000101", ...threes],
    ];
    const { printed } = await checkedTable(await workbook(rows));
    expect(scores(printed)).toEqual([["000101", ...threes, 18]]);
  });

  test("编号 may number anything: the message names it", async () => {
    const rows = [
      ["编号", ...six],
      ["000101", ...threes],
    ];
    const lines = await refusedTable(await workbook(rows));
    expect(JSON.stringify(lines)).toContain("编号");
  });
});
