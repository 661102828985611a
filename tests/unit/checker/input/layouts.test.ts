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

describe("one row a person, the values as columns", () => {
  test("is read as it stands", async () => {
    const rows = [
      ["工号", "姓名", ...six, "总分"],
      ["000101", "甲一", ...threes, 18],
      ["000102", "乙二", 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 21],
    ];
    const { code, printed } = await checkedTable(await workbook(rows));
    expect(scores(printed)).toEqual([
      ["000101", ...threes, 18],
      ["000102", 3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 21],
    ]);
    expect(printed.results.map(({ band }) => band)).toEqual(["fail", "pass"]);
    expect([code, printed.notes]).toEqual([0, []]);
  });

  test("two rows of header: the manager's scores are checked, the self-review is not, and it is said", async () => {
    const top = six.flatMap((name) => [name, null]);
    const rows: CellValue[][] = [
      ["工号", "姓名", ...top, "总分"],
      [null, null, ...six.flatMap(() => ["自评", "主管评"])],
      ["000101", "甲一", ...threes.flatMap((score) => [score + 0.5, score]), 18],
    ];
    const merges = [
      at(0, 0, 1, 0),
      at(0, 1, 1, 1),
      ...six.map((_, index) => at(0, 2 + index * 2, 0, 3 + index * 2)),
    ];
    for (const file of [await workbook(rows, { merges }), await workbook(rows)]) {
      const { code, printed } = await checkedTable(file, "in.xlsx", zh);
      expect(scores(printed)).toEqual([["000101", ...threes, 18]]);
      expect(noted(printed)).toEqual(["info 工作表1!C2 “自评”没有检查，只检查最后定分的那一列。"]);
      expect(code).toBe(0);
    }
  });

  test.each<[string, CellValue[][]]>([
    [
      "a title over the values",
      [
        ["工号", "价值观得分"],
        [null, ...six],
        ["E1", ...threes],
      ],
    ],
    [
      "who scored above, the values below",
      [
        ["工号", "主管评", ...Array<null>(5).fill(null)],
        [null, ...six],
        ["E1", ...threes],
      ],
    ],
    [
      "groups above the header",
      [
        ["基本信息", "主管评分"],
        ["工号", ...six],
        ["E1", ...threes],
      ],
    ],
    [
      "the maximum in the header",
      [
        ["工号", ...six.map((one) => `${one}（满分5分）`)],
        ["E1", ...threes],
      ],
    ],
    [
      "numbers and words around the value",
      [
        ["员工编号", ...six.map((one, index) => `${index + 1}.${one}得分`)],
        ["E1", ...threes],
      ],
    ],
    [
      "whose score in one header",
      [
        ["工号", ...six.map((one) => `${one}-主管评分`)],
        ["E1", ...threes],
      ],
    ],
    [
      "English",
      [
        [
          "Employee ID",
          "Customer First",
          "Teamwork",
          "Embrace Change",
          "Integrity",
          "Passion",
          "Dedication",
        ],
        ["E1", ...threes],
      ],
    ],
    [
      "what was settled beside what was proposed",
      [
        ["工号", ...six.flatMap((one) => [`${one} 主管评`, `${one} 最终得分`])],
        ["E1", ...threes.flatMap((score) => [score + 1, score])],
      ],
    ],
  ])("%s", async (_, rows) => {
    const { printed } = await checkedTable(await workbook(rows));
    expect(scores(printed)).toEqual([["E1", ...threes, 18]]);
  });

  test("the justification, verdicts and cases of a value stand below it", async () => {
    const rows = [
      ["工号", "诚信", null, null, null, null, ...six.filter((one) => one !== "诚信")],
      [null, "第1级", "第2级", "第3级", "第3级案例", "事由"],
      ["E1", "达到", "达到", "部分达到", "说了真话", "x", 2, 2, 2, 2, 2],
    ];
    const { code, printed } = await checkedTable(await workbook(rows));
    expect(printed.results[0]?.values["integrity"]).toMatchObject({ score: 2.5, problems: [] });
    expect(printed.results[0]?.values["integrity"]?.stated).toBeUndefined();
    expect([code, printed.results[0]?.total]).toEqual([0, 12.5]);
  });

  test("a value nobody has a column for is missing once, not once a person", async () => {
    const rows = [
      ["工号", ...six.slice(1)],
      ["E1", ...threes.slice(1)],
      ["E2", ...threes.slice(1)],
    ];
    const { code, printed } = await checkedTable(await workbook(rows), "in.xlsx", zh);
    expect(noted(printed)).toEqual([
      "error 工作表1!A1 表里没有这几项价值观：客户第一；没有它们就没有总分。",
    ]);
    expect(printed.results.flatMap(({ problems }) => problems)).toEqual([]);
    expect([code, printed.results[0]?.total]).toEqual([1, null]);
  });

  test("a total that is not the sum", async () => {
    const rows = [
      ["工号", ...six, "总分"],
      ["E1", ...threes, 20],
    ];
    const { printed } = await checkedTable(await workbook(rows), "in.xlsx", zh);
    expect(printed.results[0]?.problems).toEqual([
      {
        code: "total-differs",
        severity: "error",
        message: "填写的总分是 20，各项相加是 18",
        cell: "工作表1!H2",
      },
    ]);
  });

  test("a band that is not the total's, in either language; what is no band is noted", async () => {
    const rows = [
      ["工号", ...six, "等级", "等第"],
      ["E1", ...threes, "优秀", "A"],
      ["E2", ...threes, "Fail", null],
      ["E3", ...threes, "P6", null],
      ["E4", ...threes, "P7", null],
    ];
    const { code, printed } = await checkedTable(await workbook(rows), "in.xlsx", zh);
    expect(printed.results.map(({ problems }) => problems)).toEqual([
      [
        {
          code: "band-differs",
          severity: "error",
          message: "填写的等第是“优秀”，按总分应是“不合格”",
          cell: "工作表1!H2",
        },
      ],
      [],
      [],
      [],
    ]);
    expect(noted(printed)).toEqual([
      "info 工作表1!I1 没有检查的列：等第。",
      "info 工作表1!H4:H5 这些不是政策里的等第，没有核对。",
    ]);
    expect(code).toBe(1);
  });

  test("columns nobody knows are named in one note, whatever they are nearly called", async () => {
    const more = ["职务", "评语", "直接上级", "性别", "系数", "得分率", "Comments", "Date"];
    const rows = [
      ["工号", ...six, ...more],
      ["E1", ...threes, "工程师", "好", "李四", "女", 1.2, "80%", "good", "2026-10-12"],
    ];
    const { code, printed } = await checkedTable(await workbook(rows), "in.xlsx", zh);
    expect(scores(printed)).toEqual([["E1", ...threes, 18]]);
    expect(noted(printed)).toEqual([`info 工作表1!H1 没有检查的列：${more.join("、")}。`]);
    expect(code).toBe(0);
  });

  test("a score whose header does not say of which value is refused", async () => {
    const rows = [
      ["工号", ...six, "直接上级"],
      ["E1", ...threes, 3.5],
    ];
    expect(await refusedTable(await workbook(rows))).toEqual([
      "工作表1!H1：表头“直接上级”没有写明是哪一项价值观。",
    ]);
  });

  test("faults are few, at the cell, and with the value's own bounds", async () => {
    const rows = [
      ["工号", ...six],
      ["E1", 5.5, 3, 3, 3, 3, 3],
      ["E1", 3, 3, 3, 3, 3, 3],
    ];
    expect(await refusedTable(await workbook(rows))).toEqual([
      "工作表1!B2：得分 5.5 应在 0 到 5 之间。",
      "工作表1!A3：工号 E1 已经有一行，在 工作表1!A2。",
    ]);
    const misspelt = [
      ["工号", "客户第１", ...six.slice(1)],
      ["E1", ...threes],
    ];
    expect(await refusedTable(await workbook(misspelt))).toEqual([
      "工作表1!B1：无法识别表头“客户第１”。是不是“客户第一”？",
    ]);
  });

  test("values in traditional characters are known, as columns and in rows", async () => {
    const traditional = ["客戶第一", "團隊合作", "擁抱變化", "誠信", "激情", "敬業"];
    const wide = [
      ["工號", ...traditional],
      ["E1", ...threes],
    ];
    const long = [["工號", "價值觀", "得分"], ...traditional.map((name) => ["E1", name, 3])];
    for (const rows of [wide, long]) {
      const { printed } = await checkedTable(await workbook(rows), "in.xlsx");
      expect(Object.values(printed.results[0]?.values ?? {}).map(({ score }) => score)).toEqual(
        threes,
      );
    }
    const misspelt = [
      ["工號", "團隊合伙", ...six.slice(1)],
      ["E1", ...threes],
    ];
    expect(await refusedTable(await workbook(misspelt))).toEqual([
      "工作表1!B1：无法识别表头“團隊合伙”。是不是“团队合作”？",
    ]);
  });
});

describe("people named once for several rows", () => {
  const head = ["工号", "姓名", "价值观", "得分"];
  const rows = ["000101", "000102"].flatMap((employee) =>
    six.map((value, index) => [...(index === 0 ? [employee, "甲一"] : [null, null]), value, 3]),
  );

  test("merged cells hold for each row they cover", async () => {
    const merges = [1, 7].flatMap((row) => [at(row, 0, row + 5, 0), at(row, 1, row + 5, 1)]);
    const { code, printed } = await checkedTable(await workbook([head, ...rows], { merges }));
    expect(scores(printed)).toEqual([
      ["000101", ...threes, 18],
      ["000102", ...threes, 18],
    ]);
    expect([code, printed.notes]).toEqual([0, []]);
  });

  test("cells left open, as unmerged cells and CSV files are: counted for the person above, and said", async () => {
    const { printed } = await checkedTable(await workbook([head, ...rows]), "in.xlsx", zh);
    expect(scores(printed)).toHaveLength(2);
    expect(noted(printed)).toEqual([
      "info 工作表1!A3:A7 没有写工号，算作上面的 000101。",
      "info 工作表1!A9:A13 没有写工号，算作上面的 000102。",
    ]);
  });

  test("but not for a value the person above has already", async () => {
    const again = [head, ["E1", "甲", "诚信", 3], [null, null, "诚信", 2]];
    expect(await refusedTable(await workbook(again))).toEqual(["工作表1!A3：缺少工号。"]);
  });
});
