/** What is too much to read. A hostile file of a few hundred kilobytes unpacks to gigabytes. */
export type Caps = {
  /** Of the file as it is. */
  readonly bytes: number;
  /** Files inside a workbook, which is an archive. */
  readonly entries: number;
  /** Bytes of all of them when unpacked, counted while they are unpacked: what an archive says of itself may be a lie. */
  readonly unpacked: number;
  /** Of all tables together. */
  readonly cells: number;
  /** Characters of one cell. */
  readonly cell: number;
  /** Characters of all cells together: many may point at one text, and each is handed over as a copy. */
  readonly characters: number;
  /** Of one table, empty ones included. */
  readonly rows: number;
  /** Merged ranges of one table. */
  readonly merges: number;
  /** From the first byte to the last row. */
  readonly seconds: number;
  /** Megabytes of memory for reading. */
  readonly heap: number;
};

/** The only place where they are written; a door for uploads may ask for less. Rows and characters of a cell are Excel's own. */
export const widestCaps: Caps = {
  bytes: 128_000_000,
  entries: 2_000,
  unpacked: 256_000_000,
  cells: 3_000_000,
  cell: 32_767,
  characters: 64_000_000,
  rows: 1_048_576,
  merges: 200_000,
  seconds: 60,
  heap: 1_536,
};
