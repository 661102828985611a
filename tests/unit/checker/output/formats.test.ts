import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test, vi } from "vitest";
import { openWorkbook } from "../../../support/tables/workbook";
import { checker, folder, person, refused, sixVeins } from "../support";
import { workbook, zhHead } from "../workbook-support";

const evil = '=HYPERLINK("http://x")';
const input = sixVeins(
  { ...person("000123"), name: "张三" },
  { ...person("@E2", { passion: { rungs: ["met", "met", "met"] } }), name: evil },
);
const files = { "in.json": JSON.stringify(input) };
const zh = ["in.json", "--lang", "zh"];

describe("the table", () => {
  test("is coloured on a terminal only, and never by what a file says", async () => {
    const hostile = {
      "in.json": JSON.stringify(sixVeins({ ...person("E\u001b[2J1"), name: "\u001b[31m" })),
    };
    const plain = await checker([...zh, "--format", "table"], { files: hostile });
    expect(plain.stdout).not.toContain("\u001b");
    const args = [...zh, "--format", "table"];
    const coloured = await checker(args, { files, terminal: true });
    expect(coloured.stdout).toContain("\u001b[31m");
    const environment = { LANG: "zh_CN", NO_COLOR: "1" };
    expect((await checker(args, { files, terminal: true, environment })).stdout).not.toContain(
      "\u001b",
    );
  });
});

describe("CSV", () => {
  test("opens in Excel with Chinese, and nothing in it is a formula", async () => {
    const { stdout } = await checker([...zh, "--format", "csv"], { files });
    expect(stdout.startsWith("\uFEFF工号,姓名,价值观,得分")).toBe(true);
    const rows: string[][] = parse(stdout.slice(1));
    expect(rows).toHaveLength(1 + 2 * 6);
    expect(rows[1]?.slice(0, 4)).toEqual(["000123", "张三", "客户第一", "2"]);
    expect(rows[7]?.slice(0, 2)).toEqual(["'@E2", `'${evil}`]);
    expect(rows.flat().filter((field) => /^[=+@-]/.test(field))).toEqual([]);
  });
});

describe("what machines read", () => {
  // The pages set names apart by invisible signs; in a file they would make two spellings of one name.
  const isolates = /[\u2066-\u2069]/;
  test.each(
    ["json", "csv"].flatMap((format) => ["zh", "en"].map((lang) => [format, lang] as const)),
  )("%s in %s has no invisible signs around names", async (format, lang) => {
    const named = sixVeins(
      { ...person("000123", { integrity: { rungs: ["unmet"], score: 3 } }), name: "שרה كوهين" },
      { ...person("000124", { passion: {} }), name: "张三" },
    );
    const args = ["in.json", "--lang", lang, "--format", format];
    const { stdout } = await checker(args, { files: { "in.json": JSON.stringify(named) } });
    expect(stdout).toContain("000124");
    expect(stdout).not.toMatch(isolates);
  });
});

describe("Excel", () => {
  test("has results, problems with their cells, and counts; texts stay texts", async () => {
    const rows = [
      ["姓名", ...zhHead, "第3级案例"],
      [evil, "000123", "诚信", "达到", "达到", "达到"],
      ["合计"],
    ];
    const args = ["in.xlsx", "--out", "out.xlsx", "--lang", "zh"];
    const {
      code,
      stdout,
      folder: here,
    } = await checker(args, {
      files: { "in.xlsx": await workbook(rows) },
    });
    expect([code, stdout]).toEqual([1, ""]);
    const sheets = await openWorkbook(readFileSync(path.join(here, "out.xlsx")));
    expect(sheets.map(({ name }) => name)).toEqual(["结果", "问题", "汇总"]);
    expect(sheets[0]?.rows[1]?.slice(0, 3)).toEqual(["000123", evil, "客户第一"]);
    const formulas = sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])]);
    expect(formulas.filter(({ formula }) => formula !== undefined)).toEqual([]);
    const problems = sheets[1]?.rows.map((row) => [row[2], row[3], row[6], row[7]]);
    expect(problems).toContainEqual(["诚信", 3, "工作表1!F2", "case-required"]);
    expect(problems).toContainEqual([null, null, "工作表1!A3", "note-sum"]);
    expect(sheets[2]?.rows).toContainEqual(["人数", 1, null]);
  });
});

describe("--out", () => {
  test("writes the whole file under its name, for its owner only, and nothing on stdout", async () => {
    const { code, stdout, folder: here } = await checker([...zh, "--out", "out.json"], { files });
    expect([code, stdout]).toEqual([1, ""]);
    const file = path.join(here, "out.json");
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ framework: "six-veins" });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(here).sort()).toEqual(["in.json", "out.json"]);
  });

  test("leaves nothing when the input cannot be read", async () => {
    const bad = { "in.json": "{" };
    const { code, folder: here } = await checker(["in.json", "--out", "out.json"], { files: bad });
    expect(code).toBe(2);
    expect(existsSync(path.join(here, "out.json"))).toBe(false);
    expect(await refused("{", ["--out", "no/such/folder/out.json"])).toHaveLength(1);
  });

  test("leaves no scores in the folder for temporary files", async () => {
    const here = folder();
    vi.stubEnv("TMPDIR", here);
    const read = await checker(zh, { files, inFolder: folder() });
    const piped = await checker(["-"], { stdin: files["in.json"], inFolder: folder() });
    vi.unstubAllEnvs();
    expect([read.code, piped.code]).toEqual([1, 1]);
    expect(readdirSync(here).filter((name) => name.startsWith("tongguan-score"))).toEqual([]);
  });

  test("never overwrites what is being checked, nor a template that is there", async () => {
    const same = await checker(["in.json", "--out", "./in.json"], { files });
    expect(same.lines).toEqual(["--out is the file to check: the result would overwrite it."]);
    const there = await checker(["--template", "t.xlsx"], { files: { "t.xlsx": "filled in" } });
    expect([there.code, there.lines]).toEqual([2, ["t.xlsx: the file already exists."]]);
  });

  test("a folder that is not there is named", async () => {
    const { code, lines } = await checker(["in.json", "--out", "no/out.json"], { files });
    expect(code).toBe(2);
    expect(lines[0]).toMatch(/no\/out\.json: the target folder does not exist; create it first\.$/);
  });
});

describe("the template", () => {
  test.each([
    ["zh", "six-veins", ["工号", "姓名", "主管工号", "价值观", "第 1 级"]],
    ["en", "six-veins", ["Employee No.", "Name", "Manager No.", "Value", "Level 1"]],
    ["zh", "customer-checklist", ["工号", "姓名", "主管工号", "价值观", "第 1 条"]],
  ])("in %s for %s is read back, filled in or not", async (lang, framework, heads) => {
    const made = await checker(["--template", "t.xlsx", "--lang", lang, "--framework", framework]);
    expect(made.code).toBe(0);
    const file = path.join(made.folder, "t.xlsx");
    const sheets = await openWorkbook(readFileSync(file));
    expect(sheets).toHaveLength(2);
    expect(sheets[0]?.rows[0]?.slice(0, 5)).toEqual(heads);
    expect(sheets[0]?.cells?.get("1,0")?.style?.numFmt).toBe("@");
    const lists = sheets[0]?.dataValidations?.map(({ type }) => type);
    expect(lists?.length).toBeGreaterThan(3);
    const args = ["t.xlsx", "--framework", framework, "--lang", lang];
    const read = await checker(args, { inFolder: made.folder });
    expect([read.code, read.lines]).toEqual([0, []]);
  });
});
