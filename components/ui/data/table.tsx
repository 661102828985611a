import type { Key, ReactNode } from "react";

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** Names the row; one column should. */
  rowHeader?: boolean;
  /** Long text: on a phone it takes the width of the card, below its header. */
  long?: boolean;
  /** The header is for listeners only, e.g. over a column of buttons; on a phone they stand at the end. */
  hideHeader?: boolean;
  /** On a phone the cell says by itself what it is, is left out, stands beside the name, is one of three a line, or takes what is left of its line. */
  phone?: "plain" | "none" | "beside" | "cell" | "rest";
}

interface TableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => Key;
  empty?: ReactNode;
}

/** A real table; below 768 px each row becomes a card whose cells carry their header. */
export function Table<Row>({ caption, columns, rows, rowKey, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    <table className="data-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ id, header, align = "start", hideHeader = false }) => (
            <th key={id} scope="col" data-align={align}>
              {hideHeader ? <span className="sr-only">{header}</span> : header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(
              ({ id, header, cell, align = "start", rowHeader, long, hideHeader, phone }) =>
                rowHeader ? (
                  <th key={id} scope="row" data-align={align}>
                    {cell(row)}
                  </th>
                ) : (
                  <td
                    key={id}
                    data-align={align}
                    data-long={long}
                    data-label={
                      hideHeader || phone === "plain" || phone === "beside" || phone === "rest"
                        ? undefined
                        : header
                    }
                    data-end={hideHeader}
                    data-phone={phone}
                  >
                    {cell(row)}
                  </td>
                ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
