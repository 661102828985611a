export { cellName, rangeName } from "./address";
export { widestCaps } from "./caps";
export { BYTE_ORDER_MARK, csvLine } from "./csv-writer";
export { MOST_ROWS_BELOW_HEAD, writeWorkbook } from "./excel-writer";
export { TableFault, type TableFaultCode } from "./fault";
export { readTables, type TableFormat } from "./read";
export { normal, trimmed } from "./text";
export type {
  Cell,
  PlainCell,
  Range,
  Row,
  Table,
  TableFile,
  Value,
  WrittenColumn,
  WrittenTable,
} from "./types";
