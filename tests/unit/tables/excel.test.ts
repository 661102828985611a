import { describe, expect, test } from "vitest";
import { rangeName, readTables } from "@/lib/tables";
import { workbookOf, type CellValue } from "../../support/tables/workbook";
import { faultOf, rowsOf } from "./support";

const cellsOf = async (rows: CellValue[][], cells = new Map<string, object>()) => {
  const {
    tables: [table],
  } = await readTables(await workbookOf({ rows, cells }), "xlsx");
  return (await rowsOf(table)).map((row) => row.cells);
};

describe("a cell of a workbook", () => {
  test("is text as it stands, a number, a boolean or a day", async () => {
    const day = new Date("2026-05-03");
    expect(await cellsOf([["000123", " a ", 3.5, true, day, null, "\u3000"]])).toEqual([
      [
        { kind: "text", text: "000123" },
        { kind: "text", text: " a " },
        { kind: "number", text: "3.5" },
        { kind: "boolean", text: "true" },
        expect.objectContaining({ kind: "date", text: "2026-05-03" }),
        null,
        null,
      ],
    ]);
  });

  test("a number keeps its format", async () => {
    const cells = new Map([["0,0", { value: 7, style: { numFmt: "000000" } }]]);
    expect(await cellsOf([[7]], cells)).toEqual([
      [{ kind: "number", text: "7", format: "000000" }],
    ]);
  });

  test("a day no calendar has is an error, not a crash", async () => {
    const cells = new Map([["0,0", { value: 1e9, style: { numFmt: "yyyy-mm-dd" } }]]);
    expect(await cellsOf([[1e9]], cells)).toEqual([[{ kind: "error", text: "####" }]]);
  });

  test.each([
    ["a number", { formula: "1+2", formulaResult: 3 }, { kind: "number", text: "3" }],
    ["a text", { formula: '"0"&"1"', formulaResult: "01" }, { kind: "text", text: "01" }],
    ["an error", { formula: "1/0", formulaResult: "#DIV/0!" }, { kind: "error", text: "#DIV/0!" }],
    ["nothing", { formula: "B1" }, null],
  ])("a formula is one, with what was stored of it: %s", async (_, cell, stored) => {
    expect(await cellsOf([["x"]], new Map([["0,1", cell]]))).toEqual([
      [
        { kind: "text", text: "x" },
        { kind: "formula", text: cell.formula, stored },
      ],
    ]);
  });
});

test.each([
  ['"010472"', "010472"],
  ['="010472"', "010472"],
  ['""', null],
])("a formula that is nothing but a text is that text: %s", async (formula, text) => {
  const cells = new Map([["0,1", { formula }]]);
  const given = text === null ? null : { kind: "text", text };
  expect(await cellsOf([["x"]], cells)).toEqual([[{ kind: "text", text: "x" }, given]]);
});

describe("a workbook", () => {
  test("hands out its worksheets but the hidden ones, with their merged cells", async () => {
    const merge = { startRow: 1, startCol: 0, endRow: 2, endCol: 27 };
    const bytes = await workbookOf(
      { name: "一组", rows: [["a"], ["b"]], merges: [merge] },
      { name: "旧", rows: [["c"]], hidden: true },
      { name: "二组", rows: [] },
    );
    const { tables, hidden } = await readTables(bytes, "xlsx");
    expect(hidden).toEqual(["旧"]);
    expect(tables.map(({ name }) => name)).toEqual(["一组", "二组"]);
    expect(tables[0]?.merges.map(rangeName)).toEqual(["A2:AB3"]);
    expect(await rowsOf(tables[1])).toEqual([]);
  });

  test("numbers its rows as people do and leaves empty ones out, from the start each time", async () => {
    const rows = [[], ["a"], [null, " "], ["b"]];
    const {
      tables: [table],
    } = await readTables(await workbookOf({ rows }), "xlsx");
    const numbers = async () => (await rowsOf(table)).map(({ number }) => number);
    expect([await numbers(), await numbers()]).toEqual([
      [2, 4],
      [2, 4],
    ]);
  });
});

describe("what is no workbook is refused by a code", () => {
  const container = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const locked = Buffer.concat([Buffer.from(container), Buffer.alloc(600)]);
  test.each([
    ["empty", Buffer.alloc(0)],
    ["not-a-workbook", Buffer.from("工号,价值观")],
    ["not-a-workbook", Buffer.from("PK\u0003\u0004abc")],
    ["locked", locked],
  ])("%s", async (code, bytes) => {
    expect(await faultOf(bytes, "xlsx")).toEqual([code, {}]);
  });

  test("more than the caller takes, and which bound it was", async () => {
    const merge = { startRow: 0, startCol: 0, endRow: 1, endCol: 0 };
    const bytes = await workbookOf({ rows: [["a"], ["b"], ["c"]], merges: [merge] });
    for (const [bound, most] of [
      ["bytes", 100],
      ["entries", 3],
      ["unpacked", 500],
      ["cells", 2],
      ["rows", 2],
      ["merges", 0],
      ["seconds", 0.001],
    ] as const)
      expect(await faultOf(bytes, "xlsx", { [bound]: most })).toEqual([
        "too-large",
        { bound, most },
      ]);
    expect((await readTables(bytes, "xlsx", { rows: 3, merges: 1 })).tables).toHaveLength(1);
  });
});
