import { Faults } from "../faults";
import { say, type Data, type Language, type TextKey } from "../words";
import { placesOf, type Cell } from "./place";

/** What a table says about itself, with the cells it is about. An error counts as a problem found. */
export type Note = {
  readonly code: string;
  readonly severity: "error" | "info";
  readonly cell: string;
  readonly message: string;
};

type Remark = {
  first: Cell;
  readonly rows: Map<number, number[]>;
  count: number;
  readonly code: TextKey;
  readonly data: Data;
};

/** Sentences with another one for several cells of a table: what is wrong with them has one cause. */
const several: Readonly<Partial<Record<TextKey, TextKey>>> = {
  "employee-is-number": "employee-is-number-several",
  "employee-lost-zeros": "employee-lost-zeros-several",
  "cell-date": "cell-date-several",
  "score-no-number": "score-no-number-several",
  "verdict-tick": "verdict-tick",
  "note-band-unknown": "note-band-unknown-several",
};

const MOST_KEPT = 2_000;
const MOST_ROWS = 10_000;

const isBefore = (a: Cell, b: Cell) => a.row < b.row || (a.row === b.row && a.column < b.column);

/** Remarks on cells. The same sentence about cells of one table has one cause and is said once. */
class Remarks {
  private readonly kept = new Map<string, Remark>();
  private left = 0;

  add(cell: Cell, code: TextKey, data: Data) {
    const about = several[code] === undefined ? JSON.stringify(data) : "";
    const id = `${cell.table} ${code} ${about}`;
    const known = this.kept.get(id);
    if (known !== undefined) this.addTo(known, cell);
    else if (this.kept.size < MOST_KEPT) {
      const rows = new Map([[cell.column, [cell.row]]]);
      this.kept.set(id, { first: cell, rows, count: 1, code, data });
    } else this.left += 1;
  }

  private addTo(remark: Remark, cell: Cell) {
    const { rows } = remark;
    const own = rows.get(cell.column);
    if (own?.at(-1) === cell.row) return;
    remark.count += 1;
    if (isBefore(cell, remark.first)) remark.first = cell;
    if (own === undefined) rows.set(cell.column, [cell.row]);
    else if (own.length < MOST_ROWS) own.push(cell.row);
  }

  get count() {
    return this.kept.size + this.left;
  }

  /** In the order of the sheet. */
  *all(language: Language) {
    const order = [...this.kept.values()].sort(
      ({ first: a }, { first: b }) => a.table - b.table || a.row - b.row || a.column - b.column,
    );
    for (const { code, data, ...cells } of order) {
      const key = cells.count > 1 ? (several[code] ?? code) : code;
      yield { code, cell: placesOf(cells, language), message: say(language, key, data) };
    }
  }
}

/** What is wrong with a table and what is worth knowing of it. */
export class TableRemarks {
  private readonly wrong = new Remarks();
  private readonly lacking = new Remarks();
  private readonly noted = new Remarks();
  readonly language: Language;

  constructor(language: Language) {
    this.language = language;
  }

  /** What keeps the file from being read. */
  fault(cell: Cell, code: TextKey, data: Data = {}): null {
    this.wrong.add(cell, code, data);
    return null;
  }

  /** What is missing for everybody, though what is there can be read. */
  lack(cell: Cell, code: TextKey, data: Data = {}) {
    this.lacking.add(cell, code, data);
  }

  note(cell: Cell, code: TextKey, data: Data = {}) {
    this.noted.add(cell, code, data);
  }

  /** Throws Unreadable with every fault. */
  stopIfWrong() {
    if (this.wrong.count === 0) return;
    const faults = new Faults(this.language);
    for (const { cell, message } of this.wrong.all(this.language)) faults.at(cell, message);
    while (faults.count < this.wrong.count) faults.add("");
    faults.stop();
  }

  notes(): Note[] {
    const withSeverity = (remarks: Remarks, severity: Note["severity"]) =>
      [...remarks.all(this.language)].map((remark) => ({ ...remark, severity }));
    return [...withSeverity(this.lacking, "error"), ...withSeverity(this.noted, "info")];
  }
}
