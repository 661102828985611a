import type { Cell as TableCell, PlainCell, Row } from "@/lib/tables";
import type { Data, TextKey } from "../../words";
import { isUsable, type Asked } from "../cells";
import type { Cell } from "../place";
import type { TableRemarks } from "../remarks";

/** A row as it is read: `ask` answers what can be used of a column; a fault names the cell. */
export type Line = {
  readonly row: Row;
  readonly isEmpty: (column: number) => boolean;
  readonly ask: (column: number | undefined) => Asked | null;
  readonly cellAt: (column: number) => Cell;
  /** The same for any cell of the table: what is kept of a row must not hold the row. */
  readonly anyCellAt: (row: number, column: number) => Cell;
};

export class LineReader {
  constructor(
    private readonly remarks: TableRemarks,
    private readonly cellAt: (row: number, column: number) => Cell,
  ) {}

  read(row: Row): Line {
    const given = (column: number) => row.cells[column] ?? null;
    const ask = (column: number | undefined) => {
      const cell = column === undefined ? null : given(column);
      if (cell === null || column === undefined) return null;
      const place = this.cellAt(row.number, column);
      const usable = this.plainOf(cell, place);
      if (usable === null) return null;
      const complain = (key: TextKey, data: Data = {}) => this.remarks.fault(place, key, data);
      const asked = { cell: usable, column, complain };
      return isUsable(asked) ? asked : null;
    };
    return {
      row,
      isEmpty: (column) => given(column) === null,
      ask,
      cellAt: (column) => this.cellAt(row.number, column),
      anyCellAt: this.cellAt,
    };
  }

  /** A formula is never computed: what was stored of it is taken, and said. */
  private plainOf(cell: TableCell, place: Cell): PlainCell | null {
    if (cell.kind !== "formula") return cell;
    if (cell.stored === null) return this.remarks.fault(place, "cell-formula");
    if (cell.stored.kind !== "error") this.remarks.note(place, "note-formula");
    return cell.stored;
  }
}
