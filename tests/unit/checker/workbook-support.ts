import { workbookOf, type CellValue, type Worksheet } from "../../support/tables/workbook";
import { checker, output } from "./support";

export const zhHead = ["工号", "价值观", "第1级", "第2级", "第3级", "得分"];
export const enHead = ["Employee No.", "Value", "Level 1", "Level 2", "Level 3", "Score"];

/** A workbook of one worksheet. */
export async function workbook(rows: CellValue[][], more: Omit<Worksheet, "rows"> = {}) {
  return workbookOf({ rows, ...more });
}

export async function refusedTable(file: Uint8Array | string, name = "in.xlsx", language = "zh") {
  const { code, stdout, lines } = await checker([name, "--lang", language], {
    files: { [name]: file },
  });
  if (code !== 2 || stdout !== "") throw new Error(`exit ${code}: ${stdout.slice(0, 300)}`);
  return lines;
}

export async function checkedTable(
  file: Uint8Array | string,
  name = "in.xlsx",
  args: readonly string[] = [],
) {
  const run = await checker([name, ...args], { files: { [name]: file } });
  if (run.code === 2) throw new Error(run.stderr);
  return { code: run.code, printed: output.parse(JSON.parse(run.stdout)), lines: run.lines };
}

export const six = ["客户第一", "团队合作", "拥抱变化", "诚信", "激情", "敬业"];
const keys = [
  "customer-first",
  "teamwork",
  "embrace-change",
  "integrity",
  "passion",
  "dedication",
] as const;

export const threes = [3, 3, 3, 3, 3, 3];
export const at = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
  startRow,
  startCol,
  endRow,
  endCol,
});

export const zh = ["--lang", "zh"];

type Printed = Awaited<ReturnType<typeof checkedTable>>["printed"];
export const scores = ({ results }: Printed) =>
  results.map(({ employee, values, total }) => [
    employee,
    ...keys.map((key) => values[key]?.score ?? null),
    total,
  ]);
export const noted = ({ notes }: Printed) =>
  notes.map(({ severity, cell, message }) => `${severity} ${cell} ${message}`);
