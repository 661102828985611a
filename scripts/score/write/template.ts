import {
  writeXlsx,
  type Cell,
  type CellValue,
  type DataValidation,
  type WriteSheet,
} from "hucre/xlsx";
import { formatScore, maxOfValue, type FrameworkDocument } from "@/lib/scoring";
import { columnName } from "../sheet/grid";
import { say, type Language } from "../words";
import { headStyle } from "./xlsx";

/** Drop-downs reach so far down; more rows can be filled without them. */
const LAST_ROW = 20_000;
/** The format has to stand in every cell: a row each, so it ends sooner. */
const LAST_TEXT_ROW = 5_000;
/** What Excel allows for a list written into the rule itself. */
const LONGEST_LIST = 255;

type Column = {
  readonly head: string;
  readonly width: number;
  readonly choices?: readonly string[];
  /** Text format keeps the leading zeros of 工号 and keeps 3.5 from becoming the 3rd of May. */
  readonly asText?: true;
};

function rungColumns(framework: FrameworkDocument, language: Language): Column[] {
  const most = Math.max(...framework.values.map(({ rungs }) => rungs.length));
  const points = Array.from({ length: most }, (_, index) => index + 1);
  const granted = (point: number, grant: "presumed" | "evidenced") =>
    framework.values.some(({ rungs }) => rungs[point - 1]?.grant === grant);
  const gated = framework.values.some((value) => value.gated);
  const head = (
    key: "head-rung" | "head-rule" | "head-supports" | "head-contradicts",
    rung: number,
  ) => say(language, key, { rung });
  const choices = [say(language, "met"), say(language, "partly"), say(language, "unmet")];
  const [evidenced, presumed] = (["evidenced", "presumed"] as const).map((grant) =>
    points.filter((point) => granted(point, grant)),
  );
  return [
    ...points.map((point) => ({
      head: head(gated ? "head-rung" : "head-rule", point),
      width: 10,
      choices,
    })),
    ...(presumed ?? []).map((point) => ({ head: head("head-contradicts", point), width: 22 })),
    ...(evidenced ?? []).map((point) => ({ head: head("head-supports", point), width: 22 })),
  ];
}

function columnsOf(framework: FrameworkDocument, language: Language): Column[] {
  const values = framework.values.map(({ name }) => name[language]);
  const text = (key: Parameters<typeof say>[1]) => say(language, key);
  return [
    { head: text("head-employee"), width: 14, asText: true },
    { head: text("head-name"), width: 12 },
    { head: text("head-manager"), width: 14, asText: true },
    { head: text("head-value"), width: 16, choices: values },
    ...rungColumns(framework, language),
    { head: text("head-score"), width: 8, asText: true },
    { head: text("head-justification"), width: 30 },
    { head: text("head-doubt"), width: 8, choices: [text("yes"), text("no")] },
  ];
}

function dropDown({ head, choices }: Column, index: number, language: Language): DataValidation[] {
  if (choices === undefined || choices.join(",").length > LONGEST_LIST) return [];
  const name = columnName(index);
  return [
    {
      type: "list",
      values: [...choices],
      range: `${name}2:${name}${LAST_ROW}`,
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: head,
      errorMessage: say(language, "template-choose"),
    },
  ];
}

function cellsOf(columns: readonly Column[]): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  columns.forEach(({ head, asText }, column) => {
    cells.set(`0,${column}`, { value: head, style: headStyle });
    for (let row = 1; asText === true && row < LAST_TEXT_ROW; row += 1)
      cells.set(`${row},${column}`, { value: null, style: { numFmt: "@" } });
  });
  return cells;
}

function entrySheet(columns: readonly Column[], language: Language): WriteSheet {
  return {
    name: say(language, "sheet-entry"),
    columns: columns.map(({ width }) => ({ width })),
    rows: [columns.map(({ head }) => head)],
    cells: cellsOf(columns),
    freezePane: { rows: 1, columns: 2 },
    dataValidations: columns.flatMap((column, index) => dropDown(column, index, language)),
  };
}

function helpSheet(framework: FrameworkDocument, language: Language): WriteSheet {
  const lines = say(language, "template-help").split("\n");
  const rows: CellValue[][] = [
    ...lines.map((line) => [line]),
    [],
    [
      say(language, "head-value"),
      say(language, "column-rung"),
      say(language, "statement"),
      say(language, "grant"),
    ],
    ...framework.values.flatMap((value) =>
      value.rungs.map(({ point, statement, grant }, index) => [
        index === 0 ? `${value.name[language]} (${formatScore(maxOfValue(value))})` : null,
        point,
        statement[language],
        say(language, grant),
      ]),
    ),
  ];
  return {
    name: say(language, "sheet-help"),
    columns: [{ width: 24 }, { width: 8 }, { width: 70 }, { width: 40 }],
    rows,
  };
}

/** A workbook to fill: one row a person and value, drop-downs, text format, and a sheet that explains. */
export async function writeTemplate(
  framework: FrameworkDocument,
  language: Language,
): Promise<Uint8Array> {
  const columns = columnsOf(framework, language);
  return writeXlsx({ sheets: [entrySheet(columns, language), helpSheet(framework, language)] });
}
