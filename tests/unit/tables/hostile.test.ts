import { describe, expect, test } from "vitest";
import { readTables } from "@/lib/tables";
import {
  archiveOf,
  aroundSheet,
  entryOf,
  repeated,
  SHARED_STRINGS,
  SHEET,
  sheetBegin,
  sheetEnd,
  stringsBegin,
} from "../../support/tables/archive";
import { faultOf, textsOf } from "./support";

const sheet = entryOf(
  SHEET,
  `${sheetBegin}<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>${sheetEnd}`,
);
const strings = entryOf(SHARED_STRINGS, `${stringsBegin}</sst>`);

const sheetOf = (inside: string) => entryOf(SHEET, `${sheetBegin}${inside}${sheetEnd}`);
const bomb = repeated(SHEET, sheetBegin, "<row/>          ", 131_000_000, sheetEnd);

const cells = { bound: "cells", most: 3_000_000 };
const unpacked = { bound: "unpacked", most: 256_000_000 };

test("an archive made by hand is a workbook", async () => {
  const { tables } = await readTables(archiveOf([...aroundSheet, sheet, strings]), "xlsx");
  expect(await textsOf(tables[0])).toEqual([["a"]]);
});

describe("a workbook made to do harm is refused, and the bound is named", () => {
  test.each([
    ["2.1 GB unpacked", [bomb], "too-large", unpacked],
    ["2.1 GB that say they are 1 kB", [{ ...bomb, stated: 1_000 }], "too-large", unpacked],
    ["2.1 GB that say they are nothing", [{ ...bomb, stated: 0 }], "too-large", unpacked],
    [
      "250 MB of empty cells",
      [repeated(SHEET, `${sheetBegin}<row>`, "<c/>", 60_000_000, `</row>${sheetEnd}`)],
      "too-large",
      cells,
    ],
    [
      "a list of 18 million texts",
      [sheet, repeated(SHARED_STRINGS, stringsBegin, "<si><t/></si>", 18_000_000, "</sst>")],
      "too-large",
      cells,
    ],
    [
      "tags inside tags",
      [sheet, repeated(SHARED_STRINGS, stringsBegin, "<si>", 31_000_000, "")],
      "too-large",
      cells,
    ],
    [
      "a million ranges merged over everything",
      [
        repeated(
          SHEET,
          `${sheetBegin}<row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>`,
          '<mergeCell ref="A1:XFD1048576"/>',
          1_000_000,
          "</mergeCells></worksheet>",
        ),
      ],
      "too-large",
      { bound: "merges", most: 200_000 },
    ],
    [
      "one cell in the last corner",
      [sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')],
      "too-large",
      cells,
    ],
    [
      "a row Excel does not have",
      [sheetOf('<row r="1048577"><c r="A1048577"><v>1</v></c></row>')],
      "too-large",
      { bound: "rows", most: 1_048_576 },
    ],
    [
      "60,000 entries",
      [sheet, ...Array.from({ length: 60_000 }, (_, index) => entryOf(`x${index}`, "x"))],
      "too-large",
      { bound: "entries", most: 2_000 },
    ],
    ["entries over one another", [sheet, { ...sheet, name: "b", over: 0 }], "not-a-workbook", {}],
    ["an entry outside the file", [{ ...sheet, over: 4e9 }], "not-a-workbook", {}],
    ["an entry that says too little", [{ ...sheet, stated: 10 }], "not-a-workbook", {}],
    ["an entry that says too much", [{ ...sheet, stated: 1_000 }], "not-a-workbook", {}],
    ["data that are not packed", [{ ...sheet, packed: Buffer.from("abc") }], "not-a-workbook", {}],
  ])("%s", { timeout: 60_000 }, async (_, entries, code, data) => {
    const bytes = archiveOf([...aroundSheet, strings, ...entries]);
    expect(bytes.length).toBeLessThan(10_000_000);
    expect(await faultOf(bytes, "xlsx")).toEqual([code, data]);
  });

  test("more entries in the list than are there", async () => {
    const bytes = archiveOf([...aroundSheet, sheet], 1_000);
    expect(await faultOf(bytes, "xlsx")).toEqual(["not-a-workbook", {}]);
  });
});

describe("cells that point at one text", () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const row = index + 1;
      return `<row r="${row}"><c r="A${row}" t="s"><v>0</v></c></row>`;
    }).join("");
  const text = (length: number) =>
    entryOf(SHARED_STRINGS, `${stringsBegin}<si><t>${"Q".repeat(length)}</t></si></sst>`);
  const bookOf = (count: number, length: number) =>
    archiveOf([...aroundSheet, sheetOf(rows(count)), text(length)]);

  test("200,000 of 30 kB are refused before they are copied", { timeout: 60_000 }, async () => {
    const before = process.memoryUsage().rss;
    expect(await faultOf(bookOf(200_000, 30_000), "xlsx")).toEqual([
      "too-large",
      { bound: "characters", most: 64_000_000 },
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(1_000_000_000);
  });

  test("a cell takes as much as Excel's own and no more", async () => {
    const { tables } = await readTables(bookOf(1, 32_767), "xlsx");
    expect((await textsOf(tables[0]))[0]?.[0]).toHaveLength(32_767);
    expect(await faultOf(bookOf(1, 32_768), "xlsx")).toEqual([
      "too-large",
      { bound: "cell", most: 32_767 },
    ]);
  });
});

describe("what cannot be foreseen is stopped", () => {
  const texts = repeated(SHARED_STRINGS, stringsBegin, "<si><t/></si>", 3_000_000, "</sst>");
  const bytes = archiveOf([...aroundSheet, sheet, texts]);

  test("at the bound of memory, without harm to who asked", { timeout: 60_000 }, async () => {
    const before = process.memoryUsage().rss;
    expect(await faultOf(bytes, "xlsx", { heap: 128 })).toEqual([
      "too-large",
      { bound: "heap", most: 128 },
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(500_000_000);
  });

  test("at the bound of time", { timeout: 60_000 }, async () => {
    expect(await faultOf(bytes, "xlsx", { seconds: 1 })).toEqual([
      "too-large",
      { bound: "seconds", most: 1 },
    ]);
  });

  test("and the one who asked goes on working meanwhile", { timeout: 60_000 }, async () => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 20);
    await faultOf(bytes, "xlsx", { seconds: 1 });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(10);
  });
});
