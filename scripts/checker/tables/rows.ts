import type { FrameworkDocument, Rules } from "@/lib/scoring";
import type { Row } from "@/lib/tables";
import { normal } from "@/lib/tables";
import { identityKey } from "@/lib/text/identity";
import type { GivenValue, Part, Sourced } from "../read/appraisal";
import { numberAgain, plain, type Data } from "../words";
import { isSilent } from "../given";
import { isContinued } from "./body";
import * as cells from "./cells";
import type { Layout, ValueColumns } from "./layout";
import { LineReader, type Line } from "./line/line";
import { placeOf, type Cell } from "./place";
import type { TableRemarks } from "./remarks";
import { placesOfParts, ValueReader } from "./line/values";

type Person = {
  readonly employee: string;
  readonly first: Cell;
  /** Values the table has no place for. */
  readonly lacking: readonly string[];
  /** How the number is written in the row that is read. */
  now: string;
  name: string | undefined;
  manager: string | undefined;
  total: { readonly points: number; readonly cell: string } | undefined;
  band: Sourced["band"];
  /** Where it is said that the person is not appraised, and nothing else was said of them yet. */
  exempt: Cell | undefined;
  quarter: string | undefined;
  readonly values: Map<string, GivenValue>;
  readonly places: Map<string, (part: Part) => Cell>;
};

const LONGEST_NAME = 120;

/** Reads the rows of one table after another; the same person may stand in several. */
export class PeopleReader {
  private readonly people = new Map<string, Person>();
  private readonly reader: ValueReader;
  private latest: Person | null = null;
  private lacking: readonly string[] = [];

  constructor(
    private readonly framework: FrameworkDocument,
    private readonly bands: Rules["policy"]["bands"],
    private readonly remarks: TableRemarks,
  ) {
    this.reader = new ValueReader(framework);
  }

  /** People in the order they first appear. */
  *all(): Generator<Sourced> {
    const { language } = this.remarks;
    for (const person of this.people.values()) {
      const { employee, name, manager, total, band, values, places, lacking } = person;
      yield {
        appraisal: {
          employee,
          ...(name !== undefined && { name }),
          ...(manager !== undefined && { manager }),
          values: Object.fromEntries(values),
        },
        ...(total !== undefined && { total }),
        ...(band !== undefined && { band }),
        lacking,
        placeOf: (value, part) => {
          const cell = places.get(value)?.(part);
          return cell && placeOf(cell, language);
        },
      };
    }
  }

  /** Numbers that are shorter than their fellows where some begin with 0: Excel has eaten their zeros. */
  reportLostZeros() {
    const figures = [...this.people.values()].filter(({ employee }) => /^\d+$/.test(employee));
    if (!figures.some(({ employee }) => employee.startsWith("0"))) return;
    const longest = Math.max(...figures.map(({ employee }) => employee.length));
    for (const { employee, first } of figures)
      if (employee.length < longest)
        this.remarks.fault(first, "employee-lost-zeros", { employee, longest });
  }

  /** Who is not appraised is noted and left out; a remark beside scores exempts nobody. */
  reportExempt() {
    for (const [key, { employee, exempt, values }] of this.people) {
      if (exempt === undefined || ![...values.values()].every((one) => isSilent(one))) continue;
      this.remarks.note(exempt, "note-exempt", { employee: plain(employee, 200) });
      this.people.delete(key);
    }
  }

  private takeExempt(person: Person, line: Line, { person: columns, values }: Layout) {
    const lists = values.kind === "rows" ? [values.columns] : [...values.columns.values()];
    const scores = lists.map(({ parts }) => parts.get("score"));
    for (const column of [...scores, columns.get("remark")]) {
      const given = line.ask(column);
      if (given !== null && cells.isExempt(given)) person.exempt ??= line.cellAt(given.column);
    }
  }

  /** Whether a person stands here again because the table holds several quarters. */
  private reportQuarters(line: Line, layout: Layout, person: Person): boolean {
    const column = layout.person.get("quarter");
    const now = quarterIn(line, layout);
    const before = person.quarter;
    if (column === undefined || now === undefined || before === undefined || now === before)
      return false;
    const employee = this.numberOf(person);
    const data = { employee, before: plain(before), now: plain(now) };
    this.remarks.fault(line.cellAt(column), "person-quarters", data);
    return true;
  }

  /** The reader of one table's rows. */
  table(layout: Layout, cellAt: (row: number, column: number) => Cell): (row: Row) => void {
    const lines = new LineReader(this.remarks, cellAt);
    this.latest = null;
    const { values } = layout;
    const missing = values.kind === "rows" ? [] : this.framework.values.map(({ key }) => key);
    this.lacking = missing.filter((key) => values.kind === "columns" && !values.columns.has(key));
    return (row) => {
      const line = lines.read(row);
      if (values.kind === "columns") this.readWide(line, layout, values.columns);
      else this.readLong(line, layout, values.columns);
    };
  }

  private readWide(line: Line, layout: Layout, values: ReadonlyMap<string, ValueColumns>) {
    const person = this.personOf(line, layout);
    const isAgain = person !== null && person.values.size > 0;
    if (isAgain) {
      const column = layout.person.get("employee") ?? 0;
      const place = placeOf(person.first, this.remarks.language);
      const employee = this.numberOf(person);
      if (!this.reportQuarters(line, layout, person))
        this.remarks.fault(line.cellAt(column), "person-twice", { employee, place });
    }
    for (const [key, columns] of values) {
      const value = this.reader.valueOf(line, columns, key);
      if (person === null || isAgain) continue;
      person.values.set(key, value);
      person.places.set(key, placesOfParts(line, columns, undefined));
    }
  }

  private readLong(line: Line, layout: Layout, columns: ValueColumns) {
    const valueColumn = layout.person.get("value");
    const named = line.ask(valueColumn);
    const key = named === null ? null : cells.valueKeyOf(named, this.framework);
    const continued = isContinued(layout, line.row) ? this.continued(key) : null;
    const employee = layout.person.get("employee");
    if (continued !== null && employee !== undefined)
      this.remarks.note(line.cellAt(employee), "note-continued", { employee: continued.employee });
    const person = continued ?? this.personOf(line, layout);
    const value = this.reader.valueOf(line, columns, key);
    if (key === null && valueColumn !== undefined && line.isEmpty(valueColumn))
      this.remarks.fault(line.cellAt(valueColumn), "value-missing");
    if (key === null || named === null || person === null) return;
    const before = person.places.get(key);
    if (before !== undefined) {
      const place = placeOf(before({ kind: "value" }), this.remarks.language);
      const employee = this.numberOf(person);
      if (this.reportQuarters(line, layout, person)) return;
      named.complain("row-twice", { employee, value: plain(named.cell.text), place });
      return;
    }
    person.values.set(key, value);
    person.places.set(key, placesOfParts(line, columns, valueColumn));
  }

  /** The person of the row above, when this row adds a value they do not have yet. */
  private continued(key: string | null): Person | null {
    const { latest } = this;
    return latest !== null && key !== null && !latest.values.has(key) ? latest : null;
  }

  private personOf(line: Line, layout: Layout): Person | null {
    const { person: columns } = layout;
    const column = columns.get("employee");
    const asked = line.ask(column);
    if (asked === null && column !== undefined && line.isEmpty(column))
      this.remarks.fault(line.cellAt(column), "employee-missing");
    const employee = asked === null ? null : cells.employeeOf(asked);
    const nameCell = line.ask(columns.get("name"));
    const name = nameCell === null ? undefined : cells.textOf(nameCell, LONGEST_NAME);
    const managerCell = line.ask(columns.get("manager"));
    const manager = (managerCell && cells.employeeOf(managerCell)) ?? undefined;
    const total = this.totalOf(line, columns.get("total"));
    const band = this.bandOf(line, columns.get("band"));
    this.latest = null;
    if (employee === null || asked === null) return null;
    const place = line.cellAt(asked.column);
    const known = this.known(employee, place);
    this.reportOther(known, "name", name, nameCell);
    this.reportOther(known, "manager", manager, managerCell);
    known.name ??= name;
    known.manager ??= manager;
    known.total ??= total;
    known.band ??= band;
    known.quarter ??= quarterIn(line, layout);
    this.takeExempt(known, line, layout);
    this.latest = known;
    return known;
  }

  private known(employee: string, place: Cell): Person {
    const key = identityKey(employee);
    const known = this.people.get(key);
    if (known !== undefined) {
      const data: Data = { before: plain(known.employee), now: plain(employee) };
      if (known.employee !== employee) this.remarks.note(place, "note-other-spelling", data);
      known.now = employee;
      return known;
    }
    const person: Person = {
      employee,
      now: employee,
      first: place,
      lacking: this.lacking,
      name: undefined,
      manager: undefined,
      total: undefined,
      band: undefined,
      exempt: undefined,
      quarter: undefined,
      values: new Map(),
      places: new Map(),
    };
    this.people.set(key, person);
    return person;
  }

  private totalOf(line: Line, column: number | undefined): Person["total"] {
    const asked = line.ask(column);
    const points = asked === null ? null : cells.totalOf(asked);
    if (asked === null || points === null) return undefined;
    return { points, cell: placeOf(line.cellAt(asked.column), this.remarks.language) };
  }

  /** 等级 may be a job's, too: a word the policy has no band for is only worth knowing. */
  private bandOf(line: Line, column: number | undefined): Person["band"] {
    const given = column === undefined ? null : (line.row.cells[column] ?? null);
    const text = given?.kind === "formula" ? given.stored?.text : given?.text;
    if (column === undefined || text === undefined || /^[-–—/\\]+$/.test(normal(text)))
      return undefined;
    const wanted = normal(text).toLowerCase();
    const band = this.bands.find(({ key, name }) =>
      [key, name.zh, name.en].some((one) => normal(one).toLowerCase() === wanted),
    );
    const cell = line.cellAt(column);
    if (band !== undefined) return { key: band.key, cell: placeOf(cell, this.remarks.language) };
    this.remarks.note(cell, "note-band-unknown", { text: plain(text, 30) });
    return undefined;
  }

  /** The number as it is written in this row, with the spelling before where that is another. */
  private numberOf({ employee, now }: Person): string {
    return numberAgain(this.remarks.language, now, employee);
  }

  private reportOther(
    person: Person,
    field: "name" | "manager",
    now: string | undefined,
    asked: cells.Asked | null,
  ) {
    const before = person[field];
    if (before === undefined || now === undefined || before === now) return;
    const employee = this.numberOf(person);
    const fault = field === "name" ? "name-differs" : "manager-differs";
    asked?.complain(fault, { employee, before: plain(before), now: plain(now) });
  }
}

function quarterIn({ row }: Line, { person }: Layout): string | undefined {
  const column = person.get("quarter");
  const given = column === undefined ? null : (row.cells[column] ?? null);
  return given === null ? undefined : normal(given.text);
}
