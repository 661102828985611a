import { describe, expect, test } from "vitest";
import { checkedTable, refusedTable } from "../workbook-support";

const lines = ["工号,价值观,第1级,第2级,第3级", "000123,诚信,达到,达到,未达到"];
const text = lines.join("\r\n");

/** The same two lines in GBK, as Excel saves them in China. */
const gbk = Buffer.from(
  "b9a4bac52cbcdbd6b5b9db2cb5da31bcb62cb5da32bcb62cb5da33bcb60d0a3030303132332cb3cfd0c52cb4efb5bd2cb4efb5bd2cceb4b4efb5bd",
  "hex",
);

describe("a CSV file is the same sheet", () => {
  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a byte-order mark", Buffer.from(`\uFEFF${text}`)],
    ["GBK", gbk],
    ["UTF-16", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["semicolons", Buffer.from(text.replaceAll(",", ";"))],
    ["full-width commas", Buffer.from(text.replaceAll(",", "，"))],
    ["tabs", Buffer.from(text.replaceAll(",", "\t"))],
    ["quotes", Buffer.from(text.replaceAll("诚信", '"诚信"'))],
    ["empty lines", Buffer.from(`${text}\r\n\r\n,,,,\r\n`)],
  ])("in %s", async (_, file) => {
    const { printed } = await checkedTable(file, "in.csv");
    expect(printed.results).toHaveLength(1);
    expect(printed.results[0]).toMatchObject({ employee: "000123" });
    expect(printed.results[0]?.values["integrity"]).toMatchObject({ score: 2, problems: [] });
  });

  test("a score left blank is no 0: it is said to be missing", async () => {
    const file = "工号,价值观,得分\n000123,诚信,\n000123,激情,0\n";
    const { printed } = await checkedTable(file, "in.csv");
    const { integrity, passion } = printed.results[0]?.values ?? {};
    expect(passion).toMatchObject({ score: 0 });
    expect(integrity?.score).toBeNull();
    expect(integrity?.problems.map(({ code }) => code)).toEqual(["score-missing"]);
  });

  test("a line break inside quotes does not move the rows", async () => {
    const file = `工号,价值观,得分,事由\n"E1",诚信,2,"两\n行"\nE1,激情,2.3,x\n`;
    expect(await refusedTable(file, "in.csv")).toEqual([
      "第 3 行第 3 列：得分 2.3 须以 0.5 为一档。",
    ]);
  });

  test("faults by row and column, in English too", async () => {
    const file = `${lines[0]}\nE1,诚信,maybe\n`;
    expect(await refusedTable(file, "in.csv", "en")).toEqual([
      "row 2, column 3: “maybe” is not a verdict; it can be: met, partly, unmet, or empty for not judged.",
    ]);
  });

  test("leading zeros that Excel has eaten", async () => {
    const file = `${text}\n77,诚信,达到\n`;
    expect(await refusedTable(file, "in.csv")).toEqual([
      "第 3 行第 1 列：工号 77 不足 6 位，前面的 0 可能已经丢失。",
    ]);
  });

  test("a quote that is not closed", async () => {
    const [line] = await refusedTable(`${lines[0]}\nE1,"诚信,达到\n`, "in.csv");
    expect(line).toMatch(/^第 \d+ 行：引号未配对。$/);
  });

  test("bytes that are no text", async () => {
    const file = Buffer.from([0x81, 0xff, 0x00, 0x01]);
    expect(await refusedTable(file, "in.csv")).toEqual([
      "文字编码无法识别，请用 UTF-8 或 GBK 另存后再检查。",
    ]);
  });

  test("an empty file", async () => {
    expect(await refusedTable("", "in.csv")).toEqual(["文件是空的。"]);
  });
});
