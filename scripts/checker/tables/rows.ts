import type { FrameworkDocument } from "@/lib/scoring";
import type { Cell, Row } from "@/lib/tables";
import type { Faults } from "../faults";
import type { AppraisalValue, Part, Sourced } from "../read/appraisal";
import { plain, say } from "../words";
import * as cells from "./cells";
import type { Columns, RungField } from "./headers";
import type { PlaceOfCell } from "./place";

type Ask = (column: number | undefined) => cells.Asked | null;

/** A row as it is read: `cellAt` answers what stands in a column, `ask` only what can be used; a fault names the cell. */
type Line = {
  readonly cellAt: (column: number) => Cell | null;
  readonly placeAt: (column: number) => string;
  readonly ask: Ask;
};

type Person = {
  readonly employee: string;
  readonly firstPlace: string;
  name: string | undefined;
  manager: string | undefined;
  readonly values: Map<string, AppraisalValue>;
  readonly places: Map<string, (part: Part) => string>;
};

const LONGEST = { name: 120, title: 2_000, justification: 20_000 };

export class RowReader {
  private readonly people = new Map<string, Person>();

  constructor(
    private readonly framework: FrameworkDocument,
    private readonly faults: Faults,
  ) {}

  /** People in the order they first appear. */
  *all(): Generator<Sourced> {
    for (const { employee, name, manager, values, places } of this.people.values()) {
      yield {
        appraisal: {
          employee,
          ...(name !== undefined && { name }),
          ...(manager !== undefined && { manager }),
          values: Object.fromEntries(values),
        },
        placeOf: (value, part) => places.get(value)?.(part),
      };
    }
  }

  /** Numbers that are shorter than their fellows where some begin with 0: Excel has eaten their zeros. */
  reportLostZeros() {
    const figures = [...this.people.values()].filter(({ employee }) => /^\d+$/.test(employee));
    if (!figures.some(({ employee }) => employee.startsWith("0"))) return;
    const longest = Math.max(...figures.map(({ employee }) => employee.length));
    for (const { employee, firstPlace } of figures)
      if (employee.length < longest)
        this.faults.at(
          firstPlace,
          say(this.faults.language, "employee-lost-zeros", { employee, longest }),
        );
  }

  read(row: Row, placeOf: PlaceOfCell, columns: Columns) {
    const line = lineOf(row, placeOf, this.faults);
    const { ask } = line;
    const person = this.personOf(line, columns);
    const valueColumn = columns.plain.get("value");
    const named = ask(valueColumn);
    const value = this.valueOf(columns, ask);
    if (named === null) {
      this.reportMissing(line, valueColumn, "value-missing");
      return;
    }
    if (person === null) return;
    const key = cells.valueKeyOf(named, this.framework);
    const before = person.places.get(key);
    if (before !== undefined) {
      const data = { value: plain(named.cell.text), place: before({ kind: "value" }) };
      this.faults.at(named.place, say(this.faults.language, "row-twice", data));
      return;
    }
    person.values.set(key, value);
    person.places.set(key, placesOfParts(row.number, placeOf, columns));
  }

  /** Nothing more to say where the cell is there but cannot be used. */
  private reportMissing(
    { cellAt, placeAt }: Line,
    column: number | undefined,
    key: "value-missing" | "employee-missing",
  ) {
    if (column !== undefined && cellAt(column) === null)
      this.faults.at(placeAt(column), say(this.faults.language, key));
  }

  private personOf(line: Line, columns: Columns): Person | null {
    const { ask } = line;
    const column = columns.plain.get("employee");
    const asked = ask(column);
    if (asked === null) this.reportMissing(line, column, "employee-missing");
    const employee = asked === null ? null : cells.employeeOf(asked);
    const nameCell = ask(columns.plain.get("name"));
    const name = nameCell === null ? undefined : cells.textOf(nameCell, LONGEST.name);
    const managerCell = ask(columns.plain.get("manager"));
    const manager = (managerCell && cells.employeeOf(managerCell)) ?? undefined;
    if (employee === null || asked === null) return null;
    const known = this.people.get(employee);
    if (known === undefined) {
      const person: Person = {
        employee,
        firstPlace: asked.place,
        name,
        manager,
        values: new Map(),
        places: new Map(),
      };
      this.people.set(employee, person);
      return person;
    }
    this.reportOther(known.name, name, nameCell, "name-differs");
    this.reportOther(known.manager, manager, managerCell, "manager-differs");
    known.name ??= name;
    known.manager ??= manager;
    return known;
  }

  private reportOther(
    before: string | undefined,
    now: string | undefined,
    asked: cells.Asked | null,
    key: "name-differs" | "manager-differs",
  ) {
    if (before === undefined || now === undefined || before === now || asked === null) return;
    const data = { before: plain(before), now: plain(now) };
    this.faults.at(asked.place, say(this.faults.language, key, data));
  }

  private valueOf({ plain: fields, rungs }: Columns, ask: Ask): AppraisalValue {
    const value: AppraisalValue = { rungs: [], cases: [] };
    for (const [rung, column] of rungs.rung) {
      const asked = ask(column);
      const verdict = asked === null ? null : cells.verdictOf(asked);
      while (verdict !== null && (value.rungs?.length ?? 0) < rung) value.rungs?.push(null);
      if (verdict !== null) value.rungs?.splice(rung - 1, 1, verdict);
    }
    for (const kind of ["supports", "contradicts"] as const)
      for (const [rung, column] of rungs[kind]) {
        const asked = ask(column);
        if (asked !== null)
          value.cases?.push({ rung, kind, title: cells.textOf(asked, LONGEST.title) });
      }
    const score = ask(fields.get("score"));
    if (score !== null) value.score = cells.scoreOf(score);
    const justification = ask(fields.get("justification"));
    if (justification !== null)
      value.justification = cells.textOf(justification, LONGEST.justification);
    const doubt = ask(fields.get("inDoubt"));
    if (doubt !== null) value.inDoubt = cells.doubtOf(doubt);
    return value;
  }
}

function lineOf({ number, cells: given }: Row, placeOf: PlaceOfCell, faults: Faults): Line {
  const cellAt = (column: number) => given[column] ?? null;
  const placeAt = (column: number) => placeOf(number, column);
  const ask: Ask = (column) => {
    const cell = column === undefined ? null : cellAt(column);
    if (cell === null || column === undefined) return null;
    const asked = { cell, place: placeAt(column), faults };
    return cells.isUsable(asked) ? asked : null;
  };
  return { cellAt, placeAt, ask };
}

/** Kept for every row of the file: it must hold nothing of the row but its number. */
function placesOfParts(row: number, placeOf: PlaceOfCell, columns: Columns) {
  return (part: Part) => placeOf(row, columnOf(columns, part) ?? 0);
}

function columnOf(columns: Columns, part: Part): number | undefined {
  const field = (name: RungField, rung: number) => columns.rungs[name].get(rung);
  const value = columns.plain.get("value");
  if (part.kind === "rung") return field("rung", part.rung) ?? columns.plain.get("score") ?? value;
  return columns.plain.get(part.kind) ?? value;
}
