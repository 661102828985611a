import { maxOfValue, type FrameworkDocument, type Rules } from "@/lib/scoring";
import type { Row } from "@/lib/tables";
import { normal } from "@/lib/tables";
import { identityKey } from "@/lib/text/identity";
import { type GivenValue, type NotAsked, type Part, type Sourced } from "../read/appraisal";
import { plain, type Data } from "../words";
import { isContinued } from "./body";
import * as cells from "./cells";
import type { Layout, ValueColumns } from "./layout";
import { LineReader, type Line } from "./line";
import { placeOf, type Cell } from "./place";
import type { TableRemarks } from "./remarks";

type Person = {
  readonly employee: string;
  readonly first: Cell;
  /** Values the table has no place for. */
  readonly lacking: readonly string[];
  name: string | undefined;
  manager: string | undefined;
  total: { readonly points: number; readonly cell: string } | undefined;
  band: Sourced["band"];
  readonly values: Map<string, GivenValue>;
  readonly places: Map<string, (part: Part) => Cell>;
};

const LONGEST = { name: 120, title: 2_000, justification: 20_000 };

/** Points of a value nobody knows. */
const MOST_ANYWHERE = 20;

/** Reads the rows of one table after another; the same person may stand in several. */
export class PeopleReader {
  private readonly people = new Map<string, Person>();
  private readonly most: ReadonlyMap<string, number>;
  private readonly checklists: ReadonlySet<string>;
  private latest: Person | null = null;
  private lacking: readonly string[] = [];

  constructor(
    private readonly framework: FrameworkDocument,
    private readonly bands: Rules["policy"]["bands"],
    private readonly remarks: TableRemarks,
  ) {
    this.most = new Map(framework.values.map((value) => [value.key, maxOfValue(value) / 2]));
    const checklists = framework.values.filter(({ gated }) => !gated);
    this.checklists = new Set(checklists.map(({ key }) => key));
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

  /** The reader of one table's rows. */
  table(layout: Layout, cellAt: (row: number, column: number) => Cell): (row: Row) => void {
    const lines = new LineReader(this.remarks, cellAt);
    this.latest = null;
    const { values } = layout;
    const missing = values.kind === "rows" ? [] : [...this.most.keys()];
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
      const { employee } = person;
      this.remarks.fault(line.cellAt(column), "person-twice", { employee: plain(employee), place });
    }
    for (const [key, columns] of values) {
      const value = this.valueOf(line, columns, key);
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
    const value = this.valueOf(line, columns, key);
    if (key === null && valueColumn !== undefined && line.isEmpty(valueColumn))
      this.remarks.fault(line.cellAt(valueColumn), "value-missing");
    if (key === null || named === null || person === null) return;
    const before = person.places.get(key);
    if (before !== undefined) {
      const place = placeOf(before({ kind: "value" }), this.remarks.language);
      named.complain("row-twice", { value: plain(named.cell.text), place });
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

  private personOf(line: Line, { person: columns }: Layout): Person | null {
    const column = columns.get("employee");
    const asked = line.ask(column);
    if (asked === null && column !== undefined && line.isEmpty(column))
      this.remarks.fault(line.cellAt(column), "employee-missing");
    const employee = asked === null ? null : cells.employeeOf(asked);
    const nameCell = line.ask(columns.get("name"));
    const name = nameCell === null ? undefined : cells.textOf(nameCell, LONGEST.name);
    const managerCell = line.ask(columns.get("manager"));
    const manager = (managerCell && cells.employeeOf(managerCell)) ?? undefined;
    const total = this.totalOf(line, columns.get("total"));
    const band = this.bandOf(line, columns.get("band"));
    this.latest = null;
    if (employee === null || asked === null) return null;
    const place = line.cellAt(asked.column);
    const known = this.known(employee, place);
    this.reportOther(known.name, name, nameCell, "name-differs");
    this.reportOther(known.manager, manager, managerCell, "manager-differs");
    known.name ??= name;
    known.manager ??= manager;
    known.total ??= total;
    known.band ??= band;
    this.latest = known;
    return known;
  }

  private known(employee: string, place: Cell): Person {
    const key = identityKey(employee);
    const known = this.people.get(key);
    if (known !== undefined) {
      const data: Data = { before: plain(known.employee), now: plain(employee) };
      if (known.employee !== employee) this.remarks.note(place, "note-other-spelling", data);
      return known;
    }
    const person: Person = {
      employee,
      first: place,
      lacking: this.lacking,
      name: undefined,
      manager: undefined,
      total: undefined,
      band: undefined,
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

  private reportOther(
    before: string | undefined,
    now: string | undefined,
    asked: cells.Asked | null,
    key: "name-differs" | "manager-differs",
  ) {
    if (before === undefined || now === undefined || before === now || asked === null) return;
    asked.complain(key, { before: plain(before), now: plain(now) });
  }

  private valueOf(line: Line, columns: ValueColumns, key: string | null): GivenValue {
    const { parts, rungs } = columns;
    const value: GivenValue = { rungs: [], cases: [], notAsked: notAskedIn(columns) };
    const isChecklist = key !== null && this.checklists.has(key);
    for (const [rung, column] of rungs.rung) {
      const asked = line.ask(column);
      const verdict = asked === null ? null : cells.verdictOf(asked, isChecklist);
      while (verdict !== null && (value.rungs?.length ?? 0) < rung) value.rungs?.push(null);
      if (verdict !== null) value.rungs?.splice(rung - 1, 1, verdict);
    }
    for (const kind of ["supports", "contradicts"] as const)
      for (const [rung, column] of rungs[kind]) {
        const asked = line.ask(column);
        if (asked !== null)
          value.cases?.push({ rung, kind, title: cells.textOf(asked, LONGEST.title) });
      }
    const score = line.ask(parts.get("score"));
    if (score !== null && !cells.isLeftOpen(score))
      value.score = cells.scoreOf(score, this.most.get(key ?? "") ?? MOST_ANYWHERE);
    const justification = line.ask(parts.get("justification"));
    if (justification !== null)
      value.justification = cells.textOf(justification, LONGEST.justification);
    const doubt = line.ask(parts.get("inDoubt"));
    if (doubt !== null) value.inDoubt = cells.doubtOf(doubt);
    return value;
  }
}

function notAskedIn({ parts, rungs }: ValueColumns): NotAsked {
  return {
    cases: rungs.supports.size === 0 && rungs.contradicts.size === 0,
    justification: !parts.has("justification"),
    verdicts: rungs.rung.size === 0,
  };
}

/** Kept for every row of the file: it must hold nothing of the row but its number. */
function placesOfParts(
  { anyCellAt, row: { number } }: Line,
  { parts, rungs }: ValueColumns,
  value: number | undefined,
) {
  const score = parts.get("score");
  return (part: Part): Cell => {
    const own = part.kind === "rung" ? rungs.rung.get(part.rung) : undefined;
    const field = part.kind === "justification" ? parts.get("justification") : undefined;
    const isFigure = part.kind === "rung" || part.kind === "score";
    const column = isFigure ? (own ?? score ?? value) : (field ?? value ?? score);
    return anyCellAt(number, column ?? rungs.rung.get(1) ?? 0);
  };
}
