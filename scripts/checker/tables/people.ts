import type { FrameworkDocument, Rules } from "@/lib/scoring";
import type { Table, TableFile } from "@/lib/tables";
import { refuse } from "../faults";
import { plain, say, type Language } from "../words";
import { Body } from "./body";
import { beginning, findHeader, isPageOfOne } from "./find-header";
import { LayoutReader } from "./layout";
import type { Cell } from "./place";
import { TableRemarks } from "./remarks";
import { PeopleReader } from "./rows";
import { isNearlyEmployee, shownName } from "./vocabulary";

/** Passed over without a word: our own template explains itself there. */
function isExplanation({ name }: Table): boolean {
  return name === say("zh", "table-help") || name === say("en", "table-help");
}

class TablesReader {
  readonly remarks: TableRemarks;
  readonly people: PeopleReader;
  /** Names of worksheets that are about one person each. */
  readonly pages: string[] = [];
  /** Headers of people without any value: a list of staff beside the scores, or a header that was forgotten. */
  readonly withoutValues: Cell[] = [];
  /** A header that may have meant the employee number where no header was found. */
  nearMiss: string | null = null;
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
    const rows = await beginning(table);
    const found = isPageOfOne(rows, this.framework)
      ? "page-of-one"
      : findHeader(rows, table, (text) => layouts.saysOfValue(text));
    if (found === "page-of-one") {
      this.pages.push(name ?? "");
      this.remarks.note(cellAt(1, 0), "note-page-of-one");
      return false;
    }
    if (found === null) {
      const texts = rows.flatMap(({ cells }) => cells.map((cell) => cell?.text ?? ""));
      this.nearMiss ??= texts.find(isNearlyEmployee) ?? null;
      if (!isExplanation(table) && rows.length > 0)
        this.remarks.note(cellAt(1, 0), "note-table-without-header");
      return false;
    }
    for (const { number, cells } of found.title) {
      const column = cells.findIndex((cell) => cell !== null);
      const text = plain(cells[column]?.text ?? "", 30);
      this.remarks.note(cellAt(number, column), "note-title", { text });
    }
    const layout = layouts.read(found.header);
    if (layout.values.kind === "columns" && layout.values.columns.size === 0) {
      this.withoutValues.push(cellAt(layout.last, 0));
      return false;
    }
    const take = this.people.table(layout, cellAt);
    let isNobody = true;
    for await (const row of new Body(table, layout, this.remarks, cellAt).rows()) {
      take(row);
      isNobody = false;
    }
    if (isNobody) this.remarks.note(cellAt(layout.last, 0), "note-nobody");
    return true;
  }
}

const MOST_PAGES_NAMED = 3;

/** What there is instead of a list of people. */
function whyNobody({ pages, nearMiss }: TablesReader, language: Language): string {
  if (pages.length === 0 && nearMiss !== null)
    return say(language, "header-nearly-employee", { header: plain(nearMiss) });
  if (pages.length === 0) return say(language, "table-without-header");
  const names = pages.filter((name) => name !== "").map((name) => plain(name, 30));
  const shown = names.slice(0, MOST_PAGES_NAMED).join(language === "zh" ? "、" : ", ");
  const more = names.length > MOST_PAGES_NAMED ? "…" : "";
  const sheets = names.length === 0 ? "" : say(language, "in-brackets", { text: shown + more });
  return say(language, "table-of-pages", { sheets });
}

/** Everybody in the tables of a file, and what is worth knowing of it. Throws Unreadable with every fault by cell. */
export async function peopleOf({ tables, hidden }: TableFile, rules: Rules, language: Language) {
  const reader = new TablesReader(rules, language);
  let isAny = false;
  for (const [index, table] of tables.entries()) isAny = (await reader.read(table, index)) || isAny;
  for (const cell of reader.withoutValues)
    if (isAny) reader.remarks.note(cell, "note-table-without-values");
    else reader.remarks.fault(cell, "header-missing", { header: shownName("value") });
  if (!isAny) {
    reader.remarks.stopIfWrong();
    refuse(whyNobody(reader, language));
  }
  for (const [index, name] of hidden.entries())
    reader.remarks.note(
      { table: tables.length + index, name, row: 1, column: 0 },
      "note-hidden-table",
    );
  reader.people.reportLostZeros();
  reader.people.reportExempt();
  reader.remarks.stopIfWrong();
  return { people: reader.people.all(), notes: reader.remarks.notes() };
}
