import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BYTE_ORDER_MARK,
  cellName,
  csvLine,
  readTables,
  trimmed,
  writeWorkbook,
  type Value,
} from "@/lib/tables";
import { openWorkbook } from "../../support/tables/workbook";
import { textsOf } from "./support";

/** What people write: anything that is not blank and that a file of XML can hold. */
const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
  .filter(
    (text) =>
      trimmed(text) !== "" && !/[\p{Cc}\p{Cs}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/u.test(text),
  );
const grid = fc.array(fc.array(words, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  // Each file is read in a thread of its own, so few files hold much.
  maxLength: 60,
});

const columns = [{ width: 10 }, { width: 10 }];

describe("what is written is read back", () => {
  test("as a workbook, texts that look like formulas too", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const bytes = await writeWorkbook([{ name: "a", columns, head: ["h"], rows }]);
        const {
          tables: [table],
        } = await readTables(bytes, "xlsx");
        const texts = (await textsOf(table)).map((row) => row.filter((text) => text !== null));
        expect(texts).toEqual([["h"], ...rows]);
      }),
      { numRuns: 12, examples: [[[["=1+1", "000123", "+a", "1e5"]]]] },
    );
  });

  test(
    "as CSV, with an apostrophe before what Excel would take for a formula",
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(grid, async (rows) => {
          const text = BYTE_ORDER_MARK + [["h", "h"], ...rows].map(csvLine).join("");
          const {
            tables: [table],
          } = await readTables(Buffer.from(text), "csv");
          const safe = (one: string) => (/^[=+\-@＝＋－＠]/.test(one) ? `'${one}` : one);
          expect(await textsOf(table)).toEqual([["h", "h"], ...rows.map((row) => row.map(safe))]);
        }),
        { numRuns: 12, examples: [[[["=1+1", 'a"b', "c;d", "－5"]]]] },
      );
    },
  );

  test("without the marks that would reorder what stands beside a text", async () => {
    const row = ["客户\u202e投诉", "\u2066甲\u2069"];
    expect(csvLine(row)).toBe("客户投诉,甲\r\n");
    const bytes = await writeWorkbook([{ name: "a", columns, head: ["h"], rows: [row] }]);
    const {
      tables: [table],
    } = await readTables(bytes, "xlsx");
    const plain = ["客户投诉", "甲"];
    expect((await textsOf(table)).at(-1)).toEqual(plain);
  });

  test("numbers and empty cells", async () => {
    const row: Value[] = [3.5, null, "x"];
    expect(csvLine(row)).toBe("3.5,,x\r\n");
    const bytes = await writeWorkbook([{ name: "a", columns, head: null, rows: [row] }]);
    const {
      tables: [table],
    } = await readTables(bytes, "xlsx");
    expect(await textsOf(table)).toEqual([["3.5", null, "x"]]);
  });
});

describe("a worksheet to fill in", () => {
  const choices = { values: ["达到", "未达到"], title: "t", message: "m" };
  const open = async (values: readonly string[]) => {
    const filled = [
      { width: 9, asText: true as const },
      { width: 9, choices: { ...choices, values } },
    ];
    const head = ["工号", "第 1 级"];
    return (
      await openWorkbook(await writeWorkbook([{ name: "a", columns: filled, head, rows: [] }]))
    )[0];
  };

  test("has its head in sight, text format and lists", async () => {
    const sheet = await open(choices.values);
    expect(sheet?.freezePane).toMatchObject({ rows: 1 });
    expect(sheet?.cells?.get("0,0")?.style?.font?.bold).toBe(true);
    expect(sheet?.cells?.get("1,0")?.style?.numFmt).toBe("@");
    expect(sheet?.cells?.get("1,1")?.style?.numFmt).toBeUndefined();
    expect(sheet?.dataValidations).toMatchObject([
      { type: "list", values: choices.values, range: "B2:B20000" },
    ]);
  });

  test("a list longer than Excel takes is left out", async () => {
    expect((await open(["x".repeat(256)]))?.dataValidations ?? []).toEqual([]);
    expect((await open(["x".repeat(255)]))?.dataValidations).toHaveLength(1);
  });
});

test.each([
  [7, 2, "C7"],
  [1, 25, "Z1"],
  [1, 26, "AA1"],
  [1_048_576, 16_383, "XFD1048576"],
])("row %i, column %i is %s", (row, column, name) => {
  expect(cellName(row, column)).toBe(name);
});
