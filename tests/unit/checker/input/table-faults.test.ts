import { describe, expect, test } from "vitest";
import { workbookOf, type CellValue } from "../../../support/tables/workbook";
import { checkedTable, enHead, refusedTable, workbook, zhHead } from "../workbook-support";

const row = (...cells: CellValue[]) => [zhHead, cells];

describe("a cell that cannot be read is named", () => {
  test.each([
    [
      row(123, "客户第一", "达到"),
      "工作表1!A2：工号 123 是数字，前面的 0 可能已经丢失；请把这一列设为文本格式后重新填写。",
    ],
    [row(null, "客户第一", "达到"), "工作表1!A2：缺少工号。"],
    [row("E1", null, "达到"), "工作表1!B2：缺少价值观。"],
    [
      row("E1", "客户第一", "达倒"),
      "工作表1!C2：“达倒”不是判断，只能填：达到、部分达到、未达到，或留空表示没有判断。",
    ],
    [
      row("E1", "客户第一", 1),
      "工作表1!C2：“1”不是判断，只能填：达到、部分达到、未达到，或留空表示没有判断。",
    ],
    [row("E1", "客户第一", null, null, null, 3.7), "工作表1!F2：得分 3.7 须以 0.5 为一档。"],
    [row("E1", "客户第一", null, null, null, -1), "工作表1!F2：得分 -1 应在 0 到 5 之间。"],
    [
      row("E1", "客户第一", null, null, null, 1e9),
      "工作表1!F2：得分 1000000000 应在 0 到 5 之间。",
    ],
    [row("E1", "客户第一", null, null, null, "三分"), "工作表1!F2：得分“三分”不是数字。"],
    [
      row("E1", "客户第一", null, null, null, new Date("2026-05-03")),
      "工作表1!F2：单元格被 Excel 变成了日期 2026-05-03，请设为文本格式后重新填写。",
    ],
    [
      row("1.23457E+11", "客户第一", "达到"),
      "工作表1!A2：工号 1.23457E+11 是数字，前面的 0 可能已经丢失；请把这一列设为文本格式后重新填写。",
    ],
    [
      row("E".repeat(65), "客户第一", "达到"),
      "工作表1!A2：工号超过了 64 个字符，或含有无法显示的字符。",
    ],
  ])("%j", async (rows, line) => {
    expect(await refusedTable(await workbook(rows))).toEqual([line]);
  });

  test("a formula without a stored result, and one whose result is an error", async () => {
    const rows = [...row("E1", "客户第一", "达到"), ["E2", "诚信"]];
    const cells = new Map([
      ["1,5", { formula: "1+2" }],
      ["2,5", { formula: "1/0", formulaResult: "#DIV/0!" }],
    ]);
    expect(await refusedTable(await workbook(rows, { cells }))).toEqual([
      "工作表1!F2：公式单元格没有保存计算结果；请用 Excel 打开并保存一次，或复制后粘贴为数值。",
      "工作表1!F3：单元格里是错误值 #DIV/0!。",
    ]);
  });

  test("scores merged over several rows: nobody can say whose they are", async () => {
    const rows = [zhHead, ["E1", "客户第一", null, null, null, 3], ["E1", "诚信"]];
    const merge = { startRow: 1, startCol: 5, endRow: 2, endCol: 5 };
    expect(await refusedTable(await workbook(rows, { merges: [merge] }))).toEqual([
      "工作表1!F2：得分、判断或案例的单元格合并了，看不出属于谁；请取消合并，分别填写。",
    ]);
  });

  test("one person and value in two rows, with the other row", async () => {
    const rows = [
      zhHead,
      ["E1", "诚信", "达到"],
      ["E2", "诚信", "达到"],
      ["E1 ", "Integrity", "达到"],
    ];
    expect(await refusedTable(await workbook(rows))).toEqual([
      "工作表1!B4：工号 E1 的“Integrity”填了两行，前一行在 工作表1!B2。",
    ]);
  });

  test("one number with two names or two managers", async () => {
    const head = ["工号", "姓名", "主管工号", "价值观", "得分"];
    const rows = [head, ["E1", "张三", "M1", "诚信", 2], ["E1", "李四", "M2", "激情", 2]];
    expect(await refusedTable(await workbook(rows))).toEqual([
      "工作表1!B3：工号 E1 的姓名前后不一：“张三”和“李四”。",
      "工作表1!C3：工号 E1 的主管工号前后不一：M1 和 M2。",
    ]);
  });

  test("numbers that are shorter than their fellows with leading zeros", async () => {
    const rows = [zhHead, ["000123", "诚信", "达到"], ["77", "诚信", "达到"]];
    expect(await refusedTable(await workbook(rows))).toEqual([
      "工作表1!A3：工号 77 不足 6 位，前面的 0 可能已经丢失。",
    ]);
  });
});

describe("headers", () => {
  test.each([
    [["工号", "价值观", "第1级", "第 1 级"], "工作表1!D1：表头“第 1 级”重复了。"],
    [["工号", "价值观", "第六级", "得分"], "工作表1!C1：表头“第六级”超出了框架的等级，最多 5 级。"],
    [["工号", "第1级"], "工作表1!A1：缺少表头“价值观 / Value”，也没有以价值观命名的列。"],
    [
      ["工号", "价值观", "事由"],
      "工作表1!A1：既没有“第 1 级”这样的判断列，也没有“得分”列，无从检查。",
    ],
    [
      ["姓名", "价值观", "得分"],
      "没有找到表头：要有一行写着“工号”，以及“价值观”和“得分”，或者各项价值观各占一列。用 --help 看两种排法，用 --template 可以得到模板。",
    ],
  ])("%j", async (head, line) => {
    expect(await refusedTable(await workbook([head]))).toEqual([line]);
  });

  test("a header that is nearly a known one, over scores", async () => {
    const rows = [
      ["工号", "价值观", "第1级", "得份"],
      ["E1", "诚信", "达到", 3],
    ];
    expect(await refusedTable(await workbook(rows))).toEqual([
      "工作表1!D1：无法识别表头“得份”。是不是“得分”？",
    ]);
  });

  test("an empty workbook has none", async () => {
    expect(await refusedTable(await workbook([]))).toEqual([
      "没有找到表头：要有一行写着“工号”，以及“价值观”和“得分”，或者各项价值观各占一列。用 --help 看两种排法，用 --template 可以得到模板。",
    ]);
  });

  test("all faults of a table are reported, at most fifty", async () => {
    const rows = Array.from({ length: 70 }, (_, index) => [`E${index}`, "诚信", `yes? ${index}`]);
    const lines = await refusedTable(await workbook([enHead, ...rows]));
    expect(lines).toHaveLength(51);
    expect(lines[50]).toBe("另有 20 处问题未列出。");
  });

  test("one cause is said once, and faults stand in the order of the sheet", async () => {
    const people = Array.from({ length: 30 }, (_, index) => [10_472 + index, "诚信", "达到"]);
    const rows = [enHead, ...people, ["E1", "诚信", "yes?", "no?"], ["E2", "诚信", "yes?", null]];
    expect(await refusedTable(await workbook(rows))).toEqual([
      "工作表1!A2:A31：这些工号是数字，前面的 0 可能已经丢失；请设为文本格式后重新填写。",
      "工作表1!C32:C33：“yes?”不是判断，只能填：达到、部分达到、未达到，或留空表示没有判断。",
      "工作表1!D32：“no?”不是判断，只能填：达到、部分达到、未达到，或留空表示没有判断。",
    ]);
  });
});

describe("files that are no workbook", () => {
  const ole = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
  ]);
  test.each([
    ["empty", Buffer.alloc(0), "文件是空的。"],
    ["text", Buffer.from("工号,价值观"), "不是有效的 .xlsx 文件，或文件已损坏。"],
    ["cut off", Buffer.from("PK\u0003\u0004abc"), "不是有效的 .xlsx 文件，或文件已损坏。"],
    ["locked", ole, "工作簿有密码保护，或为旧版 Excel 格式；请去掉密码，另存为 .xlsx 再检查。"],
  ])("%s", async (_, file, line) => {
    expect(await refusedTable(file)).toEqual([line]);
  });
});

describe("what people write is taken as they mean it", () => {
  test("spaces, invisible signs, full-width figures, either language, any order of rows", async () => {
    const rows = [
      ["Score", "价值观 ", "ＥＭＰＬＯＹＥＥ ＮＯ．", "部门", "Level 1", "第二级"],
      [null, "诚信\u00a0", "０００１２３", "客服", "Met", "partly met "],
      ["２.５", "Passion", "E2", "客服", null, null],
      [null, "teamwork", "\u200b000123", null, "达到", "部分"],
    ];
    const { printed } = await checkedTable(await workbook(rows));
    expect(printed.results.map(({ employee }) => employee)).toEqual(["000123", "E2"]);
    expect(printed.results[0]?.values["teamwork"]?.score).toBe(1.5);
    expect(printed.results[0]?.values["integrity"]?.score).toBe(1.5);
    expect(printed.results[1]?.values["passion"]).toMatchObject({ score: 2.5, problems: [] });
  });

  test("a number shown with leading zeros is the number shown", async () => {
    const cells = new Map([["1,0", { value: 7, style: { numFmt: "000000" } }]]);
    const { printed } = await checkedTable(
      await workbook(row(7, "诚信", "达到", "达到", "未达到"), { cells }),
    );
    expect(printed.results[0]?.employee).toBe("000007");
  });

  test("hidden sheets and sheets that explain are passed over, several lists are joined", async () => {
    const list = (name: string, employee: string, hidden = false) => ({
      name,
      hidden,
      rows: [zhHead, [employee, "诚信", "达到", "达到", "未达到"]],
    });
    const sheets = [
      { name: "说明", rows: [["怎样填写"]] },
      list("一组", "E1"),
      list("二组", "E2"),
      list("旧", "E3", true),
    ];
    const { printed } = await checkedTable(await workbookOf(...sheets));
    expect(printed.results.map(({ employee }) => employee)).toEqual(["E1", "E2"]);
  });

  test("problems that can be read carry their cell", async () => {
    const rows = [
      [...zhHead, "事由", "第3级案例"],
      ["E1", "没有这个", "达到"],
      ["E1", "诚信", "达到", "达到", "达到"],
      ["E1", "激情", "达到", "达到", "未达到", 3],
      ["E1", "敬业", "未达到", null, null, 0],
    ];
    const { code, printed } = await checkedTable(await workbook(rows), "in.xlsx", ["--lang", "zh"]);
    expect(code).toBe(1);
    const values = printed.results[0]?.values;
    const reported = (key: string) =>
      values?.[key]?.problems.map(({ code: one, cell }) => [one, cell]);
    expect(reported("没有这个")).toEqual([["unknown-value", "工作表1!B2"]]);
    expect(reported("integrity")).toEqual([["case-required", "工作表1!E3"]]);
    expect(reported("passion")).toEqual([["score-differs", "工作表1!F4"]]);
    expect(reported("dedication")).toEqual([
      ["contradicting-case-required", "工作表1!C5"],
      ["justification-required", "工作表1!G5"],
    ]);
  });
});
