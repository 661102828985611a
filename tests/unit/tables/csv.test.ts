import { describe, expect, test } from "vitest";
import { readTables } from "@/lib/tables";
import { faultOf, rowsOf, textsOf } from "./support";

const read = async (bytes: string | Uint8Array) =>
  (await readTables(Buffer.from(bytes), "csv")).tables[0];

describe("a CSV file is a table without a name", () => {
  test.each([
    ["UTF-8", Buffer.from("工号,01")],
    ["UTF-8 with a byte-order mark", Buffer.from("\uFEFF工号,01")],
    ["GBK", Buffer.from("b9a4bac52c3031", "hex")],
    ["UTF-16, little end first", Buffer.from("\uFEFF工号,01", "utf16le")],
    ["UTF-16, big end first", Buffer.from("\uFEFF工号,01", "utf16le").swap16()],
    ["semicolons", Buffer.from("工号;01")],
    ["tabs", Buffer.from("工号\t01")],
    ["quotes", Buffer.from('"工号","01"')],
  ])("in %s", async (_, bytes) => {
    const table = await read(bytes);
    expect([table?.name, table?.merges]).toEqual([null, []]);
    expect(await textsOf(table)).toEqual([["工号", "01"]]);
  });

  test("a character only GB18030 has", async () => {
    expect(await textsOf(await read(Buffer.from("8139ee39", "hex")))).toEqual([["㐀"]]);
  });

  test("rows are numbered as Excel numbers them, whatever the line ends", async () => {
    const rows = await rowsOf(await read('a\r\n\n"b\nb"\r,,\nc'));
    expect(rows.map(({ number, cells }) => [number, cells[0]?.text])).toEqual([
      [1, "a"],
      [3, "b\nb"],
      [5, "c"],
    ]);
  });
});

describe("what is no table is refused by a code", () => {
  test.each([
    ["empty", {}, ""],
    ["unknown-encoding", {}, Buffer.from([0x81, 0xff, 0x00, 0x01])],
    ["unknown-encoding", {}, "a\u0000b"],
    ["broken-row", { row: 2 }, 'a\n"b'],
    ["row-too-long", { row: 1, most: 1_000_000 }, "x".repeat(1_000_002)],
  ])("%s %j", async (code, data, bytes) => {
    expect(await faultOf(Buffer.from(bytes), "csv")).toEqual([code, data]);
  });

  test("more than the caller takes, and which bound it was", async () => {
    const bytes = Buffer.from("a,b\nb\nc");
    const fault = (caps: Parameters<typeof readTables>[2]) => faultOf(bytes, "csv", caps);
    expect(await fault({ bytes: 6 })).toEqual(["too-large", { bound: "bytes", most: 6 }]);
    expect(await fault({ rows: 2 })).toEqual(["too-large", { bound: "rows", most: 2 }]);
    expect(await fault({ cells: 3 })).toEqual(["too-large", { bound: "cells", most: 3 }]);
    expect(await fault({ characters: 3 })).toEqual(["too-large", { bound: "characters", most: 3 }]);
    expect(await fault({ cell: 0 })).toEqual(["too-large", { bound: "cell", most: 0 }]);
    const exact = { bytes: 7, rows: 3, cells: 4, cell: 1, characters: 4 };
    const { tables } = await readTables(bytes, "csv", exact);
    expect(tables).toHaveLength(1);
  });

  test.each([
    ["a line of commas", ",".repeat(5_000_000), ["too-large", { bound: "cells", most: 3_000_000 }]],
    [
      "lines of commas",
      `${",".repeat(999)}\n`.repeat(5_000),
      ["too-large", { bound: "cells", most: 3_000_000 }],
    ],
    ["lines", "a\n".repeat(1_100_000), ["too-large", { bound: "rows", most: 1_048_576 }]],
  ])("%s without end", { timeout: 60_000 }, async (_, text, fault) => {
    expect(await faultOf(Buffer.from(text), "csv")).toEqual(fault);
  });
});

describe("figures people keep from being eaten", () => {
  test.each([
    ['="010472"', "010472"],
    ['"=""010472"""', "010472"],
    [' ="01" ', "01"],
    ["=A1", "=A1"],
    ['5"', '5"'],
  ])("%s is %s", async (written, text) => {
    expect(await textsOf(await read(`${written},x`))).toEqual([[text, "x"]]);
  });
});
