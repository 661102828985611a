import {
  normal,
  type Cell as TableCell,
  type PlainCell,
  type Range,
  type Row,
  type Table,
} from "@/lib/tables";
import { plain, type TextKey } from "../words";
import { looksLikeScore } from "./cells";
import type { Layout, Rival, Stranger, ValueColumns } from "./layout";
import type { Cell } from "./place";
import type { TableRemarks } from "./remarks";
import {
  isLabelled,
  isPage,
  isScale,
  isSignature,
  isSum,
  personFieldOf,
  simple,
} from "./vocabulary";

const columnsOfValues = ({ parts, rungs }: ValueColumns) => [
  ...parts.values(),
  ...Object.values(rungs).flatMap((columns) => [...columns.values()]),
];

/** Columns in which people are named: what is merged there over several rows holds for each of them. */
function columnsOfPeople({ person }: Layout): ReadonlySet<number> {
  return new Set([...person].flatMap(([field, column]) => (field === "value" ? [] : column)));
}

function columnsOfAll({ values, person }: Layout): ReadonlySet<number> {
  const columns = values.kind === "rows" ? [values.columns] : [...values.columns.values()];
  const value = person.get("value");
  return new Set([
    ...columns.flatMap((one) => columnsOfValues(one)),
    ...(value === undefined ? [] : [value]),
  ]);
}

const figureOf = ({ text }: PlainCell) => Number.parseFloat(normal(text));

/** What a reader sees in a cell: of a formula its stored result. */
const shownIn = (cell: TableCell) => (cell.kind === "formula" ? cell.stored : cell);

/** The rows below a header that are about people, with what is merged over them written into each. */
export class Body {
  private readonly people: ReadonlySet<number>;
  private readonly values: ReadonlySet<number>;
  private readonly carried = new Map<
    number,
    { readonly cell: TableCell; readonly until: number }
  >();
  private readonly merges = new Map<number, Range[]>();
  private readonly hasScores = new Map<number, boolean>();
  private readonly differing = new Set<Rival>();

  constructor(
    private readonly table: Table,
    private readonly layout: Layout,
    private readonly remarks: TableRemarks,
    private readonly cellAt: (row: number, column: number) => Cell,
  ) {
    this.people = columnsOfPeople(layout);
    this.values = columnsOfAll(layout);
    for (const merge of table.merges) {
      const { row } = merge.first;
      if (row <= layout.last) continue;
      const known = this.merges.get(row);
      if (known === undefined) this.merges.set(row, [merge]);
      else known.push(merge);
    }
  }

  async *rows(): AsyncGenerator<Row> {
    const hidden = new Set(this.table.hiddenRows);
    for await (const row of this.table.rows()) {
      if (row.number <= this.layout.last || this.isAside(row)) continue;
      this.reportMerged(row);
      if (hidden.has(row.number)) this.remarks.note(this.cellAt(row.number, 0), "note-hidden-row");
      this.lookAtStrangers(row);
      yield this.filled(row);
    }
    this.reportStrangers();
    this.reportRivals();
  }

  private lookAtStrangers({ cells }: Row) {
    for (const rival of this.layout.rivals) {
      const [later, taken] = [rival.cell.column, rival.chosen.column].map((column) => {
        const given = cells[column] ?? null;
        return given && shownIn(given);
      });
      if (later == null || !looksLikeScore(later)) continue;
      if (taken == null || figureOf(later) !== figureOf(taken)) this.differing.add(rival);
    }
    for (const { cell } of this.layout.strangers) {
      const given = cells[cell.column] ?? null;
      if (given === null) continue;
      const shown = shownIn(given);
      const isScore = shown !== null && looksLikeScore(shown);
      this.hasScores.set(cell.column, isScore && this.hasScores.get(cell.column) !== false);
    }
  }

  /** A header that is nearly a known one over nothing but scores is a mistake; other columns are only not checked. */
  private reportStrangers() {
    const others: Stranger[] = [];
    for (const stranger of this.layout.strangers) {
      const { cell, fault } = stranger;
      if (fault !== null && this.hasScores.get(cell.column) === true)
        this.remarks.fault(cell, fault.code, fault.data);
      else others.push(stranger);
    }
    const [first] = others;
    if (first === undefined) return;
    const comma = this.remarks.language === "zh" ? "、" : ", ";
    const headers = others.map(({ header }) => header).join(comma);
    this.remarks.note(first.cell, "note-columns-unchecked", { headers });
  }

  /** Which of two scores is the last word is asked for, not guessed. */
  private reportRivals() {
    for (const { cell, header, chosen } of this.differing)
      this.remarks.fault(cell, "header-which-final", { header, chosen: chosen.header });
  }

  private filled(row: Row): Row {
    const cells = [...row.cells];
    for (const column of this.people) {
      const own = cells[column] ?? null;
      const carried = this.carried.get(column);
      if (own === null && carried !== undefined && row.number <= carried.until)
        cells[column] = carried.cell;
    }
    for (const { first, last } of this.merges.get(row.number) ?? [])
      for (const column of this.people) {
        const cell = cells[first.column] ?? null;
        const isOver = column >= first.column && column <= last.column && last.row > first.row;
        if (isOver && cell !== null) this.carried.set(column, { cell, until: last.row });
      }
    return { ...row, cells };
  }

  /** A score that belongs to several values or rows belongs to none of them for sure. */
  private reportMerged(row: Row) {
    for (const { first, last } of this.merges.get(row.number) ?? [])
      for (const column of this.values)
        if (column >= first.column && column <= last.column) {
          this.remarks.fault(this.cellAt(first.row, first.column), "cells-merged");
          break;
        }
  }

  private isAside(row: Row): boolean {
    const aside = this.asideOf(row);
    if (aside === null) return false;
    const column = row.cells.findIndex((cell) => cell !== null);
    this.remarks.note(this.cellAt(row.number, column), aside.code, { text: plain(aside.text, 30) });
    return true;
  }

  /** Sums, places to sign, notes and headers that were printed again are no people. */
  private asideOf(row: Row): { readonly code: TextKey; readonly text: string } | null {
    const filled = row.cells.flatMap((cell) => (cell === null ? [] : [cell]));
    const first = filled.find((cell) => shownIn(cell)?.kind === "text");
    const text = first && shownIn(first)?.text;
    if (text === undefined) return null;
    const employee = this.layout.person.get("employee") ?? 0;
    const number = row.cells[employee] ?? null;
    if (number !== null && personFieldOf(simple(number.text)) === "employee")
      return { code: "note-header-again", text: number.text };
    // Beside a number of its own even 合计 would be somebody's name.
    if (number !== null && number !== first) return null;
    if (isScale(text)) return { code: "note-scale", text };
    if (isSum(text)) return { code: "note-sum", text };
    if (isBetweenPages(filled)) return { code: "note-signature", text };
    const isAcross = (this.merges.get(row.number) ?? []).some(
      ({ first: from, last: to }) => to.column - from.column > 1 && filled.length === 1,
    );
    const hasFigures = row.cells.some(
      (cell, column) => cell?.kind === "number" && this.values.has(column),
    );
    return !hasFigures && (isSignature(text) || isAcross) ? { code: "note-signature", text } : null;
  }
}

/** Characters of a Chinese name: what is longer and alone in its row is a title. */
const LONGEST_NAME = 5;

/** A page's end, or a title and its labels that stand again over the next one. */
function isBetweenPages(filled: readonly TableCell[]): boolean {
  const texts = filled.map((cell) => (shownIn(cell)?.kind === "text" ? cell.text : ""));
  if (texts.every((text) => isPage(text) || isLabelled(text))) return true;
  const [only = ""] = texts.length === 1 ? texts : [];
  return only.length > LONGEST_NAME && /\p{Script=Han}/u.test(only);
}

/** Rows in which a person is not named again: the number and the name are left open below the first. */
export function isContinued(layout: Layout, row: Row): boolean {
  if (layout.values.kind === "columns") return false;
  const at = (field: "employee" | "name") => {
    const column = layout.person.get(field);
    return column === undefined ? null : (row.cells[column] ?? null);
  };
  return at("employee") === null && at("name") === null;
}
