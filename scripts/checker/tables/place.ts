import { cellName, type Table } from "@/lib/tables";
import { say, type Language } from "../words";

/** How people name a cell: `工作表1!C7`, in a CSV file `第 7 行第 3 列`. */
export type PlaceOfCell = (row: number, column: number) => string;

export function placesIn({ name }: Table, language: Language): PlaceOfCell {
  return (row, column) =>
    name === null
      ? say(language, "csv-cell", { row, column: column + 1 })
      : `${name}!${cellName(row, column)}`;
}
