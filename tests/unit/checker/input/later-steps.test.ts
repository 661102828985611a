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

const wide = (steps: readonly string[], given: readonly CellValue[]): CellValue[][] => [
  ["工号", ...six.flatMap((name) => [name, ...steps.slice(1).map(() => null)])],
  [null, ...six.flatMap(() => steps)],
  ["E1", ...six.flatMap(() => given)],
];

describe("the last step of the chain is what is checked", () => {
  test.each([
    ["HR核定"],
    ["HR核查"],
    ["HR评分"],
    ["HR final"],
    ["隔级复核"],
    ["部门负责人评"],
    ["总监评"],
    ["校准"],
    ["校准分"],
    ["调整后"],
    ["复核分"],
    ["确认分"],
    ["二审"],
    ["审批"],
    ["Calibrated"],
    ["Final"],
  ])("%s", async (step) => {
    for (const steps of [
      ["自评", "主管评", step],
      [step, "自评", "主管评"],
    ]) {
      const given = steps.map((one) => (one === step ? 3 : 4));
      const { printed } = await checkedTable(await workbook(wide(steps, given)));
      expect(scores(printed)).toEqual([["E1", ...threes, 18]]);
    }
    const long = [
      ["工号", "价值观", "自评", "主管评分", step],
      ...six.map((name) => ["E1", name, 4, 3.5, 3]),
    ];
    const { code, printed } = await checkedTable(await workbook(long));
    expect([code, scores(printed)[0]?.at(-1)]).toEqual([0, 18]);
  });

  test("several of them stand in the order of the chain", async () => {
    const steps = ["主管评", "隔级复核", "总监评", "HR核定", "审批", "校准分"];
    for (let last = 1; last <= steps.length; last += 1) {
      const own = steps.slice(0, last);
      const given = own.map((_, index) => (index === last - 1 ? 3 : 4));
      const { printed } = await checkedTable(await workbook(wide(own, given)));
      expect(scores(printed)).toEqual([["E1", ...threes, 18]]);
    }
  });
});

describe("a column nobody knows right of the scores", () => {
  test("that holds other scores: which one is final is asked for", async () => {
    const long = [
      ["工号", "价值观", "主管评", "评委会意见"],
      ...six.map((name) => ["E1", name, 3.5, 2.5]),
    ];
    for (const rows of [long, wide(["自评", "主管评", "评委会意见"], [4, 3.5, 2.5])]) {
      const lines = await refusedTable(await workbook(rows));
      expect(lines[0]).toMatch(/评委会意见.*主管评.*最终得分/);
    }
  });

  test("so it is for a plain score, two columns of one step, and a score where the other is left open", async () => {
    for (const [steps, given] of [
      [
        ["主管评", "得分"],
        [3, 2],
      ],
      [
        ["主管评", "校准分", "调整后"],
        [3, 2, 2],
      ],
      [
        ["主管评", "评委会"],
        [null, 2],
      ],
    ] satisfies [string[], CellValue[]][])
      expect((await refusedTable(await workbook(wide(steps, given))))[0]).toMatch(/最终得分/);
  });

  test("not where it says the same, is left of them, is text or counts something", async () => {
    for (const [steps, given] of [
      [
        ["主管评", "评委会"],
        [3, 3],
      ],
      [
        ["评委会", "主管评"],
        [2, 3],
      ],
      [
        ["主管评", "评委会"],
        [3, "同意"],
      ],
      [
        ["主管评", "案例数"],
        [3, 2],
      ],
    ] satisfies [string[], CellValue[]][]) {
      const { code, printed } = await checkedTable(await workbook(wide(steps, given)));
      expect([code, scores(printed)]).toEqual([0, [["E1", ...threes, 18]]]);
    }
  });
});

describe("rows that are no scores", () => {
  const rows = [["工号", ...six, "备注"]];

  test("who is exempt is noted and not refused", async () => {
    const file = await workbook([
      ...rows,
      ["E1", ...threes, null],
      ["E2", ...six.map(() => "免评"), null],
      ["E3", ...six.map(() => "N/A"), null],
      ["E4", ...six.map(() => null), "免考核（产假）"],
      ["E5", ...threes, "免考核"],
      ...["离职", "产假", "未参加"].map((word, at) => [`E${at + 6}`, ...six.map(() => word), null]),
    ]);
    const { printed } = await checkedTable(file, "in.xlsx", zh);
    expect(printed.results.map(({ employee }) => employee)).toEqual(["E1", "E5"]);
    expect(noted(printed)).toEqual([
      "info 工作表1!B3 E2 免评，没有检查。",
      "info 工作表1!B4 E3 免评，没有检查。",
      "info 工作表1!H5 E4 免评，没有检查。",
      "info 工作表1!B7 E6 免评，没有检查。",
      "info 工作表1!B8 E7 免评，没有检查。",
      "info 工作表1!B9 E8 免评，没有检查。",
    ]);
  });

  test("two quarters of one person: the message names the column", async () => {
    const file = await workbook([
      ["季度", "工号", ...six],
      ["2026Q2", "E1", ...threes],
      ["2026Q3", "E1", ...threes],
    ]);
    expect(await refusedTable(file)).toEqual([
      "工作表1!A3：“季度”列里，E1 既有 2026Q2 又有 2026Q3；一次只检查一个季度，请按季度分成几个文件。",
    ]);
  });

  test("a value there is not: that is said first, whatever its score", async () => {
    const long = [
      ["工号", "价值观", "得分"],
      ...[...six, "文化"].map((name) => ["E1", name, name === "文化" ? 80 : 3]),
    ];
    const { printed } = await checkedTable(await workbook(long), "in.xlsx", zh);
    expect(printed.results[0]?.values["文化"]?.problems.map(({ code }) => code)).toEqual([
      "unknown-value",
    ]);
  });

  test("a name that begins like a value's is suggested", async () => {
    const misspelt = [
      ["工号", "客户为先", ...six.slice(1)],
      ["E1", ...threes],
    ];
    expect(await refusedTable(await workbook(misspelt))).toEqual([
      "工作表1!B1：无法识别表头“客户为先”。是不是“客户第一”？",
    ]);
    const long = [
      ["工号", "价值观", "得分"],
      ...["客户为先", ...six.slice(1)].map((name) => ["E1", name, 3]),
    ];
    const { printed } = await checkedTable(await workbook(long), "in.xlsx", zh);
    expect(printed.results[0]?.values["客户为先"]?.problems[0]?.message).toMatch(
      /是不是“客户第一”？/,
    );
  });
});
