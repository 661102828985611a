import { formatScore, maxOfValue, type FrameworkDocument } from "@/lib/scoring";
import { writeWorkbook, type Value, type WrittenColumn, type WrittenTable } from "@/lib/tables";
import { say, type Language } from "../words";

type Column = {
  readonly head: string;
  readonly width: number;
  readonly choices?: readonly string[];
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

function columnOf({ head, width, choices, asText }: Column, language: Language): WrittenColumn {
  const message = say(language, "template-choose");
  return {
    width,
    ...(asText === true && { asText }),
    ...(choices !== undefined && { choices: { values: choices, title: head, message } }),
  };
}

function entryTable(columns: readonly Column[], language: Language): WrittenTable {
  return {
    name: say(language, "table-entry"),
    columns: columns.map((column) => columnOf(column, language)),
    head: columns.map(({ head }) => head),
    rows: [],
    frozenColumns: 2,
  };
}

function helpTable(framework: FrameworkDocument, language: Language): WrittenTable {
  const lines = say(language, "template-help").split("\n");
  const rows: Value[][] = [
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
    name: say(language, "table-help"),
    columns: [{ width: 24 }, { width: 8 }, { width: 70 }, { width: 40 }],
    head: null,
    rows,
  };
}

/** A workbook to fill: one row a person and value, lists to choose from, text format, and a worksheet that explains. */
export async function templateWorkbook(
  framework: FrameworkDocument,
  language: Language,
): Promise<Uint8Array> {
  const entry = entryTable(columnsOf(framework, language), language);
  return writeWorkbook([entry, helpTable(framework, language)]);
}
