import type { FrameworkDocument, Rules } from "@/lib/scoring";
import type { Row, Table, TableFile } from "@/lib/tables";
import { refuse } from "../faults";
import { plain, say, type Language } from "../words";
import { Body } from "./body";
import { findHeader } from "./find-header";
import { LayoutReader } from "./layout";
import type { Cell } from "./place";
import { TableRemarks } from "./remarks";
import { PeopleReader } from "./rows";

/** Passed over without a word: our own template explains itself there. */
function isExplanation({ name }: Table): boolean {
  return name === say("zh", "table-help") || name === say("en", "table-help");
}

async function firstRow(table: Table): Promise<Row | null> {
  for await (const row of table.rows()) return row;
  return null;
}

class TablesReader {
  readonly remarks: TableRemarks;
  readonly people: PeopleReader;
  private readonly framework: FrameworkDocument;

  constructor({ framework, policy }: Rules, language: Language) {
    this.framework = framework;
    this.remarks = new TableRemarks(language);
    this.people = new PeopleReader(framework, policy.bands, this.remarks);
  }

  /** Whether the table has a header of ours; its rows are read then. */
  async read(table: Table, index: number): Promise<boolean> {
    const { name } = table;
    const cellAt = (row: number, column: number): Cell => ({ table: index, name, row, column });
    const layouts = new LayoutReader(this.framework, this.remarks, cellAt);
    const found = await findHeader(table, (text) => layouts.saysOfValue(text));
    if (found === null) {
      await this.passOver(table, cellAt(1, 0));
      return false;
    }
    for (const { number, cells } of found.title) {
      const column = cells.findIndex((cell) => cell !== null);
      const text = plain(cells[column]?.text ?? "", 30);
      this.remarks.note(cellAt(number, column), "note-title", { text });
    }
    const layout = layouts.read(found.header);
    const take = this.people.table(layout, cellAt);
    let isNobody = true;
    for await (const row of new Body(table, layout, this.remarks, cellAt).rows()) {
      take(row);
      isNobody = false;
    }
    if (isNobody) this.remarks.note(cellAt(layout.last, 0), "note-nobody");
    return true;
  }

  private async passOver(table: Table, cell: Cell) {
    if (!isExplanation(table) && (await firstRow(table)) !== null)
      this.remarks.note(cell, "note-table-without-header");
  }
}

/** Everybody in the tables of a file, and what is worth knowing of it. Throws Unreadable with every fault by cell. */
export async function peopleOf({ tables, hidden }: TableFile, rules: Rules, language: Language) {
  const reader = new TablesReader(rules, language);
  let isAny = false;
  for (const [index, table] of tables.entries()) isAny = (await reader.read(table, index)) || isAny;
  if (!isAny) refuse(say(language, "table-without-header"));
  for (const [index, name] of hidden.entries())
    reader.remarks.note(
      { table: tables.length + index, name, row: 1, column: 0 },
      "note-hidden-table",
    );
  reader.people.reportLostZeros();
  reader.remarks.stopIfWrong();
  return { people: reader.people.all(), notes: reader.remarks.notes() };
}
