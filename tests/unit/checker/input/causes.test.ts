import { frameworkPresets, policyPresets } from "@/lib/presets";
import { describe, expect, test } from "vitest";
import { workbookOf, type CellValue } from "../../../support/tables/workbook";
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
import { checker } from "../support";

const ticks =
  "√、×、是、否只能用来勾选清单；逐级判断的价值观可能只达到一部分，请填：达到、部分达到、未达到，或留空表示没有判断。";

describe("one cause is said once, with all its cells", () => {
  const head = ["工号", "价值观", "第1级", "第2级", "第3级", "第4级", "第5级"];
  const ticked = (employee: string) =>
    six.map((value) => [employee, value, "√", "是", "×", "x", "☑"]);

  test("a rectangle of ticks and crosses", async () => {
    expect(await refusedTable(await workbook([head, ...ticked("E1"), ...ticked("E2")]))).toEqual([
      `工作表1!C2:G13：${ticks}`,
    ]);
  });

  test("ticks with gaps: the ranges while they are few, the range around them when they are many", async () => {
    const few = [head, ["E1", "诚信", "√", "√"], ["E1", "激情", "√", "√", null, "√"]];
    expect(await refusedTable(await workbook(few))).toEqual([`工作表1!C2:D3、F3：${ticks}`]);
    const many = six.map((value, index) => ["E1", value, "√", index % 2 ? "√" : null, "√", "√"]);
    const lines = await refusedTable(
      await workbook([head, ...many, ["E2", "诚信", null, null, null, null, "√"]]),
    );
    expect(lines).toEqual([`工作表1!C2:C7、D3、D5、D7、E2:F7、G8：${ticks}`]);
    const scattered = Array.from({ length: 12 }, (_, index) => [
      `E${index}`,
      "诚信",
      ...[0, 1, 2].map((column) => ((index + column) % 2 ? "√" : null)),
    ]);
    expect(await refusedTable(await workbook([head, ...scattered]))).toEqual([
      `工作表1!C2:E13 中的 18 个单元格：${ticks}`,
    ]);
  });

  test("in a CSV file, rows and columns by number", async () => {
    const csv = (rows: (string | null)[][]) =>
      rows.map((row) => row.map((cell) => cell ?? "").join(",")).join("\n");
    const text = csv([head, ...ticked("E1")]);
    expect(await refusedTable(text, "in.csv")).toEqual([`第 2–7 行第 3–7 列：${ticks}`]);
    const one = csv([head, ["E1", "诚信", "√", "√"]]);
    expect(await refusedTable(one, "in.csv")).toEqual([`第 2 行第 3–4 列：${ticks}`]);
    expect(await refusedTable(one, "in.csv", "en")).toEqual([
      expect.stringMatching(/^row 2, columns 3–4: ticks, crosses/),
    ]);
  });

  test("letters for scores", async () => {
    const rows = [
      ["工号", ...six],
      ["E1", "A", "B", "A", "A", "C", "A"],
      ["E2", "B", "B", "B", "B", "B", "B"],
    ];
    expect(await refusedTable(await workbook(rows))).toEqual([
      "工作表1!B2:G3：这些得分不是数字（如“A”）。",
    ]);
  });
});

describe("a number written in two ways", () => {
  test("is said in both spellings where it has two rows", async () => {
    const rows = [
      ["工号", ...six],
      ["A20001", ...threes],
      ["ａ20001", ...threes],
    ];
    expect(await refusedTable(await workbook(rows))).toEqual([
      "工作表1!A3：工号 a20001（和前面的 A20001 是同一个工号）已经有一行，在 工作表1!A2。",
    ]);
  });

  test("where a value is given twice and where names differ", async () => {
    const rows = [
      ["工号", "姓名", "价值观", "得分"],
      ["A1", "张三", "诚信", 2],
      ["a1", "李四", "诚信", 2],
    ];
    expect(await refusedTable(await workbook(rows))).toEqual([
      "工作表1!B3：工号 a1（和前面的 A1 是同一个工号）的姓名前后不一：“张三”和“李四”。",
      "工作表1!C3：工号 a1（和前面的 A1 是同一个工号）的“诚信”填了两行，前一行在 工作表1!C2。",
    ]);
  });

  test("in JSON", async () => {
    const appraisals = ["E1", "ｅ1", "E1"].map((employee) => ({ employee, values: {} }));
    const input = JSON.stringify({ framework: "six-veins", policy: "classic", appraisals });
    const { stdout } = await checker(["in.json", ...zh], { files: { "in.json": input } });
    const found = [...stdout.matchAll(/"message":"(工号[^"]*)"/g)].map(([, message]) => message);
    expect(found).toEqual(["工号 e1（和前面的 E1 是同一个工号）重复出现", "工号 E1 重复出现"]);
  });
});

describe("a workbook with one sheet a person", () => {
  const page = (number: string, name: string): CellValue[][] => [
    ["价值观考核表"],
    ["工号", number, "姓名", name],
    ["价值观", "自评", "主管评"],
    ...six.map((value) => [value, 3, 3]),
    ["总分", 18, 18],
    ["员工签字：", null, "主管签字："],
  ];
  const expected =
    "没有读。请把所有人放进同一张表：每人一行，各项价值观各占一列；或者每人每项价值观一行。用 --help 看两种排法，用 --template 可以得到模板。";

  test("is told apart from a list, and what is expected is said once", async () => {
    const names = ["甲一", "乙二", "丙三", "丁四"];
    const sheets = names.map((name, index) => ({ name, rows: page(`00010${index}`, name) }));
    expect(await refusedTable(await workbookOf(...sheets))).toEqual([
      `这是一人一张的考核表（甲一、乙二、丙三…），${expected}`,
    ]);
    const [first] = sheets;
    expect(await refusedTable(await workbookOf(first ?? { rows: [] }))).toEqual([
      `这是一人一张的考核表（甲一），${expected}`,
    ]);
  });

  test("with the number behind its label in one cell, and as CSV", async () => {
    const text = ["工号：000101,姓名：甲一", ...six.map((value) => `${value},3`)].join("\n");
    expect(await refusedTable(text, "in.csv")).toEqual([`这是一人一张的考核表，${expected}`]);
  });

  test("with a name and no number", async () => {
    const rows = [["Name", "Ann"], ["Criteria", "Score"], ...six.map((value) => [value, 3])];
    expect(await refusedTable(await workbook(rows))).toEqual([
      `这是一人一张的考核表（工作表1），${expected}`,
    ]);
  });

  test("beside a list it is passed over, and that is said", async () => {
    const list = {
      name: "全部",
      rows: [
        ["工号", ...six],
        ["E1", ...threes],
      ],
    };
    const one = { name: "甲一", rows: page("000101", "甲一") };
    const { printed } = await checkedTable(await workbookOf(list, one), "in.xlsx", zh);
    expect(printed.results.map(({ employee }) => employee)).toEqual(["E1"]);
    expect(noted(printed)).toEqual([
      "info 甲一!A1 这张工作表只有一个人，没有读；请把这个人放进列出所有人的表。",
    ]);
  });
});

describe("another JSON file than was meant", () => {
  const [framework] = frameworkPresets;
  const [policy] = policyPresets;
  const lines = async (content: unknown, args: readonly string[] = []) => {
    const files = {
      "in.json": JSON.stringify(content),
      "list.csv": "工号,价值观,得分\nE1,诚信,2\n",
    };
    return (await checker([...(args.length > 0 ? args : ["in.json"]), ...zh], { files })).lines;
  };

  test.each<[string, unknown, RegExp]>([
    ["a policy", policy, /^这是考核政策，不是考核数据。.*--policy/],
    ["a framework", framework, /^这是价值观框架，不是考核数据。.*--framework/],
    ["one appraisal", { employee: "E1", values: {} }, /^这是一个人的考核；/],
    ["results", { results: [], summary: {} }, /^这是检查结果/],
    ["anything", { a: 1, b: 2 }, /^这里没有考核数据/],
  ])("%s where appraisals belong is one sentence", async (_, content, line) => {
    expect(await lines(content)).toEqual([expect.stringMatching(line)]);
  });

  test("a misspelt part is still asked about", async () => {
    expect((await lines({ apraisals: [] })).at(-1)).toContain("是不是“appraisals”？");
  });

  test("a framework for a policy, and the other way round", async () => {
    expect(await lines(framework, ["list.csv", "--policy", "in.json"])).toEqual([
      "--policy：文件：这是价值观框架，不是考核政策。",
    ]);
    expect(await lines(policy, ["list.csv", "--framework", "in.json"])).toEqual([
      "--framework：文件：这是考核政策，不是价值观框架。",
    ]);
    expect(await lines({ framework: policy, policy: framework, appraisals: [] })).toEqual([
      "framework：这是考核政策，不是价值观框架。",
      "policy：这是价值观框架，不是考核政策。",
    ]);
  });
});

test("of who is not judged no level is the gate", async () => {
  const { printed } = await checkedTable("工号,价值观,得分\nE1,诚信,2\n", "in.csv", zh);
  const values = printed.results[0]?.values;
  expect([values?.["integrity"]?.gate, values?.["passion"]?.gate]).toEqual([3, null]);
});

test("linked sheets: staff, weights, scores and a summary", async () => {
  const file = await workbookOf(
    {
      name: "Employees",
      rows: [
        ["Employee ID", "Name", "Role"],
        ["E1", "Ann", "Agent"],
      ],
    },
    { name: "Weights", rows: [["Criterion", "Weight"], ...six.map((value) => [value, "16.7%"])] },
    {
      name: "Scores",
      rows: [
        ["Employee ID", "Name", ...six],
        ["Weight", null, ...six.map(() => "16.7%")],
        ["E1", "Ann", ...threes],
      ],
    },
  );
  const { code, printed } = await checkedTable(file, "in.xlsx", zh);
  expect(scores(printed)).toEqual([["E1", ...threes, 18]]);
  expect(noted(printed)).toEqual([
    "info Employees!A1 这张工作表有工号而没有价值观，没有读。",
    "info Weights!A1 这张工作表没有“工号”表头，没有读。",
    "info Scores!A2 “Weight”是权重或满分，没有当作员工，也没有按它加权。",
  ]);
  expect(code).toBe(0);
});
