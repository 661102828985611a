import type { CheckedPerson, CheckedValue } from "../check";
import type { Results } from "../results";
import { plain, say, type TextKey } from "../words";
import { clip, cut, flow, padEnd, padStart, widthOf } from "./width";

/** How a table looks on a screen of so many columns. `person` and `head` are lines; `head` is empty without columns. */
export type Layout = {
  readonly head: readonly string[];
  readonly person: (person: CheckedPerson) => readonly string[];
  readonly legend: readonly string[];
};

type Column = {
  readonly head: string;
  /** The head where the screen is narrow. */
  readonly short: string;
  readonly width: number;
  readonly cell: (person: CheckedPerson) => string;
  /** A figure stands right and is never cut. */
  readonly isFigure: boolean;
};

type Columns = {
  readonly who: readonly Column[];
  readonly values: readonly Column[];
  /** What the values come to. */
  readonly sums: readonly Column[];
};

const LONGEST_NAME = 20;
const SHORTEST_HEAD = 4;
const INDENT = "  ";
const GAP = "  ";
const BELOW = "!";
const LIBRARY = "*";
const STATED = "~";

const figure = (score: number | null | undefined) => (score == null ? "–" : String(score));
const digits = (most: number) => String(most).length + ".5".length;

/** The shortest beginnings by which no two names are the same, four columns at least. */
export function shortNames(names: readonly string[]): string[] {
  const widest = Math.max(...names.map(widthOf));
  for (let width = SHORTEST_HEAD; width < widest; width += 1) {
    const short = names.map((name) => cut(name, width).trimEnd());
    if (new Set(short).size === names.length) return short;
  }
  return [...names];
}

function marksOf({ passed, library, stated }: CheckedValue, most: number): string {
  const marks = [
    passed === false ? BELOW : "",
    library === true ? LIBRARY : "",
    stated === true ? STATED : "",
  ];
  return marks.join("").padEnd(most);
}

function valueColumns({ ruleset, language, isAnyStated }: Results): Column[] {
  const { values } = ruleset.framework;
  const { passLine, libraryFrom } = ruleset.policy;
  const marks =
    (passLine === undefined && libraryFrom === undefined ? 0 : 1) + (isAnyStated ? 1 : 0);
  const short = shortNames(values.map(({ name }) => name[language]));
  return values.map(({ key, name, rungs }, index) => ({
    head: name[language],
    short: short[index] ?? name[language],
    width: digits(rungs.length) + marks,
    isFigure: true,
    cell: ({ values: checked }) => {
      const value = checked[key];
      return `${figure(value?.score)}${value === undefined ? "" : marksOf(value, marks)}`;
    },
  }));
}

function errorsOf({ problems, values }: CheckedPerson): number {
  const all = [...problems, ...Object.values(values).flatMap((value) => value.problems)];
  return all.filter(({ severity }) => severity === "error").length;
}

function columnsOf(results: Results): Columns {
  const { ruleset, language, widest } = results;
  const text = (key: TextKey) => say(language, key);
  const column = (key: TextKey, width: number, isFigure: boolean, cell: Column["cell"]) => {
    const head = text(key);
    return { head, short: head, width, isFigure, cell };
  };
  const most = ruleset.framework.values.reduce((sum, { rungs }) => sum + rungs.length, 0);
  const employee = column("column-employee", widest.employee, false, (one) =>
    plain(one.employee, 200),
  );
  const name = column("column-name", Math.min(widest.name, LONGEST_NAME), false, (one) =>
    plain(one.name ?? "", 200),
  );
  return {
    who: [
      { ...employee, short: text("column-employee-short") },
      ...(widest.name === 0 ? [] : [name]),
    ],
    values: valueColumns(results),
    sums: [
      column("column-total", digits(most), true, ({ total }) => figure(total)),
      column("column-band", widest.band, false, ({ bandName }) => bandName ?? "–"),
      column("column-problems", 1, true, (person) => String(errorsOf(person))),
    ],
  };
}

type HeadOf = (column: Column) => string;

function aligned({ isFigure }: Column, text: string, width: number): string {
  return isFigure ? padStart(text, width) : padEnd(clip(text, width), width);
}

const room = (pieces: readonly number[]) =>
  pieces.reduce((sum, width) => sum + width + GAP.length, -GAP.length);

function inOneLine(columns: readonly Column[], headOf: HeadOf) {
  const widths = columns.map((one) => Math.max(widthOf(headOf(one)), one.width));
  const line = (textOf: (column: Column) => string) =>
    columns
      .map((one, index) => aligned(one, textOf(one), widths[index] ?? 0))
      .join(GAP)
      .trimEnd();
  return {
    width: room(widths),
    head: [line(headOf)],
    person: (person: CheckedPerson) => [line(({ cell }) => cell(person))],
  };
}

/** The person and the sums, then every value with its name: as many beside each other as there is room. */
function inSeveralLines({ who, values, sums }: Columns, headOf: HeadOf, screen: number) {
  const pairWidth = (one: Column) => widthOf(headOf(one)) + 1 + one.width;
  const whole = room([...who.map(({ width }) => width), ...sums.map(pairWidth)]);
  const pairs = (columns: readonly Column[], person: CheckedPerson) =>
    columns.map((one) => `${headOf(one)} ${aligned(one, one.cell(person), one.width)}`);
  const first = (person: CheckedPerson) => {
    if (whole > screen) {
      const names = who.map((one) => one.cell(person)).filter((name) => name !== "");
      return [...flow(names, screen, ""), ...flow(pairs(sums, person), screen, INDENT)];
    }
    const padded = who.map((one) => aligned(one, one.cell(person), one.width));
    return [[...padded, ...pairs(sums, person)].join(GAP).trimEnd()];
  };
  return {
    head: [],
    person: (person: CheckedPerson) => [
      ...first(person),
      ...flow(pairs(values, person), screen, INDENT),
    ],
  };
}

function legendOf(
  { ruleset, language, isAnyStated }: Results,
  shortened: readonly Column[],
  screen: number,
) {
  const { passLine, libraryFrom } = ruleset.policy;
  const names = shortened
    .filter(({ head, short }) => head !== short)
    .map(({ head, short }) => `${short} = ${head}`);
  const mark = (key: TextKey, sign: string, line: number | undefined) =>
    line === undefined ? [] : [say(language, key, { mark: sign, score: line / 2 })];
  return [
    ...flow(names, screen, ""),
    ...mark("legend-pass", BELOW, passLine),
    ...mark("legend-library", LIBRARY, libraryFrom),
    ...(isAnyStated ? flow([say(language, "legend-stated", { mark: STATED })], screen, "") : []),
  ];
}

/** The roomiest table that fits `screen` columns: whole names, short ones with a legend, or several lines a person. */
export function layoutOf(results: Results, screen: number): Layout {
  const columns = columnsOf(results);
  const { who, values, sums } = columns;
  const row = [...who, ...values, ...sums];
  const full = inOneLine(row, ({ head }) => head);
  if (full.width <= screen) return { ...full, legend: legendOf(results, [], screen) };
  const short = inOneLine(row, (one) => one.short);
  if (short.width <= screen) return { ...short, legend: legendOf(results, values, screen) };
  const fits = values.every(
    ({ head, width }) => INDENT.length + widthOf(head) + 1 + width <= screen,
  );
  const headOf: HeadOf = fits ? ({ head }) => head : (one) => one.short;
  return {
    ...inSeveralLines(columns, headOf, screen),
    legend: legendOf(results, fits ? [] : values, screen),
  };
}
