/** What a cell says: a number as JSON writes it, a date as `2026-05-03`, text with its blanks and leading zeros. */
export type PlainCell = {
  readonly kind: "text" | "number" | "boolean" | "date" | "error";
  readonly text: string;
  /** The number format of a number in a workbook, such as `000000`. */
  readonly format?: string;
};

/** Formulas are never computed; one that is nothing but a text, ="010472", is that text. `stored`: what the program that saved the file had computed; null where it kept nothing. */
type FormulaCell = {
  readonly kind: "formula";
  readonly text: string;
  readonly stored: PlainCell | null;
};

export type Cell = PlainCell | FormulaCell;

/** `number` counts from 1, as people name rows; `cells` from column A at 0. Null where nothing but blanks stands. */
export type Row = {
  readonly number: number;
  readonly cells: readonly (Cell | null)[];
};

/** Rows from 1, columns from 0; both ends belong to it. */
export type Range = {
  readonly first: { readonly row: number; readonly column: number };
  readonly last: { readonly row: number; readonly column: number };
};

/** A worksheet of a workbook, or a CSV file. */
export type Table = {
  /** Null for a CSV file, which has none. */
  readonly name: string | null;
  readonly merges: readonly Range[];
  /** Rows that are not shown; they are read all the same. */
  readonly hiddenRows: readonly number[];
  /**
   * Rows that are not empty, in their order; each call begins at the first. Always read with `for await`: a reader may
   * fetch them as they are asked for, and may throw a `TableFault` on the way.
   */
  readonly rows: () => Iterable<Row> | AsyncIterable<Row>;
};

export type TableFile = {
  readonly tables: readonly Table[];
  /** Names of worksheets that are hidden; they are not read. */
  readonly hidden: readonly string[];
};

export type Value = string | number | null;

export type WrittenColumn = {
  /** In characters. */
  readonly width: number;
  /** Text format keeps the leading zeros of 工号 and keeps 3.5 from becoming the 3rd of May. */
  readonly asText?: true;
  /** A list to choose from; `title` and `message` are shown when something else is entered. */
  readonly choices?: {
    readonly values: readonly string[];
    readonly title: string;
    readonly message: string;
  };
};

/** A worksheet to write. Texts are written as texts: nothing in them can become a formula. */
export type WrittenTable = {
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  /** Emphasised and always in sight; null for running text. */
  readonly head: readonly Value[] | null;
  readonly rows: readonly (readonly Value[])[];
  /** Columns from the left that stay in sight. */
  readonly frozenColumns?: number;
};
