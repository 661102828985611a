import { describe, expect, test } from "vitest";
import { checked, checker, output, plainValues } from "../support";
import { checkedTable, refusedTable, workbook, zhHead } from "../workbook-support";
import { classicBefore } from "../../../support/documents";

const head = ["工号", "价值观", "得分"];
const six = ["客户第一", "团队合作", "拥抱变化", "诚信", "激情", "敬业"];

describe("cases that were never asked for are unknown, not absent", () => {
  test("scores only: a 4 stays a 4, marked, and the band is the band of what was stated", async () => {
    const rows = [head, ...six.map((value) => ["E1", value, 4])];
    const { code, printed } = await checkedTable(await workbook(rows));
    const [one] = printed.results;
    expect(one?.values["integrity"]).toMatchObject({ score: 4, stated: true });
    expect(one?.values["integrity"]?.explanation).toEqual([
      "Why 4: taken as stated; no cases given, so nothing could be verified.",
    ]);
    expect([one?.total, one?.band, one?.consequences]).toEqual([24, "good", []]);
    expect(printed.summary).toMatchObject({ stated: 6 });
    // There is no column for the justification either: worth knowing, no fault of anybody.
    expect(one?.values["integrity"]?.problems).toMatchObject([
      { code: "justification-required", severity: "info" },
    ]);
    expect(code).toBe(0);
  });

  test("verdicts without columns for cases stand as they are", async () => {
    const full = [...zhHead.slice(0, 5), "第4级", "第5级"];
    const met = ["达到", "达到", "达到", "部分达到", "未达到"];
    const rows = [full, ["E1", "诚信", ...met], ["E1", "激情", "部分达到"], ["E1", "敬业"]];
    const { printed } = await checkedTable(await workbook(rows));
    const values = printed.results[0]?.values;
    expect(values?.["integrity"]).toMatchObject({ score: 3.5, gate: 4, stated: true });
    expect(values?.["passion"]).toMatchObject({ score: 0.5, gate: 1, stated: true });
    expect(values?.["dedication"]).toMatchObject({ score: null });
    expect(values?.["dedication"]?.stated).toBeUndefined();
  });

  test("a stated score is still held against verdicts", async () => {
    const rows = [zhHead, ["E1", "诚信", "达到", "达到", "未达到", 3]];
    const { printed } = await checkedTable(await workbook(rows));
    expect(printed.results[0]?.values["integrity"]).toMatchObject({
      score: 2,
      problems: [{ code: "score-differs" }],
    });
  });

  test("with columns for cases, none is none", async () => {
    const rows = [
      [...zhHead, "第3级案例"],
      ["E1", "诚信", "达到", "达到", "达到"],
    ];
    const { printed } = await checkedTable(await workbook(rows));
    expect(printed.results[0]?.values["integrity"]).toMatchObject({
      score: 2,
      problems: [{ code: "case-required", rung: 3 }],
    });
  });

  test("a checklist nobody scored is open, not full marks", async () => {
    const files = {
      "in.xlsx": await workbook([head, ["E1", "客户第一", null], ["E2", "客户第一", 5]]),
    };
    const args = ["in.xlsx", "--framework", "customer-checklist"];
    const printed = output.parse(JSON.parse((await checker(args, { files })).stdout));
    expect(printed.results.map(({ total }) => total)).toEqual([null, 5]);
    expect(printed.results[0]?.values["customer-first"]?.problems).toMatchObject([
      { code: "score-missing", cell: "工作表1!C2" },
    ]);
  });

  test("a checklist the file says nothing of is open, not full marks", async () => {
    const { printed } = await checked({
      framework: "customer-checklist",
      policy: "classic",
      appraisals: [
        { employee: "E1", values: {} },
        { employee: "E2", values: { "customer-first": {} } },
      ],
    });
    expect(printed.results.map(({ total, band }) => [total, band])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(printed.results[1]?.values["customer-first"]?.problems).toMatchObject([
      { code: "not-judged" },
    ]);
  });

  test("rules of a checklist may be ticked and crossed, rungs of a ladder may not", async () => {
    const rules = [1, 2, 3, 4, 5, 6, 7].map((rule) => `第 ${rule} 条`);
    const files = {
      "in.xlsx": await workbook([
        ["工号", "价值观", ...rules],
        ["E1", "客户第一", "√", "✓", "×", "是", "Y", "yes", "否"],
        ["E2", "客户第一", "✔", "✗", "N", "x", "no", "达到", "部分达到"],
      ]),
    };
    const args = ["in.xlsx", "--framework", "customer-checklist"];
    const printed = output.parse(JSON.parse((await checker(args, { files })).stdout));
    expect(printed.results.map(({ total }) => total)).toEqual([5, 2.5]);
    expect(await refusedTable(await workbook([zhHead, ["E1", "诚信", "√"]]))).toEqual([
      "工作表1!C2：√、×、是、否只能用来勾选清单；逐级判断的价值观可能只达到一部分，请填：达到、部分达到、未达到，或留空表示没有判断。",
    ]);
  });

  test("the table marks them and says so once", async () => {
    const file = await workbook([head, ...six.map((value) => ["E1", value, 3])]);
    const files = { "in.xlsx": file };
    const { stdout } = await checker(["in.xlsx", "--format", "table", "--lang", "zh"], { files });
    expect(stdout).toContain("3~");
    expect(stdout.match(/没有给出案例/g)).toHaveLength(2);
  });

  test("the same in JSON: a score alone stands, verdicts are held against the cases there", async () => {
    const values = {
      ...plainValues,
      passion: { score: 4 },
      integrity: { rungs: ["met", "met", "met"] },
    };
    const { printed } = await checked({
      framework: "six-veins",
      policy: classicBefore,
      appraisals: [{ employee: "E1", values }],
    });
    expect(printed.results[0]?.values["passion"]).toMatchObject({ score: 4, stated: true });
    expect(printed.results[0]?.values["integrity"]).toMatchObject({
      problems: [{ code: "case-required" }],
    });
  });
});

test("values a person lacks are one problem, not one each", async () => {
  const { printed } = await checkedTable(await workbook([head, ["E1", "诚信", 2]]), "in.xlsx", [
    "--lang",
    "zh",
  ]);
  expect(printed.results[0]?.problems).toMatchObject([
    { code: "values-missing", message: "缺少 客户第一、团队合作、拥抱变化、激情、敬业" },
  ]);
  const values = Object.values(printed.results[0]?.values ?? {});
  expect(values.flatMap(({ problems }) => problems)).toEqual([]);
});
