import type { FrameworkDocument } from "@/lib/scoring";
import type { Faults } from "../faults";
import type { AppraisalValue, Part, Sourced } from "../read/appraisal";
import { plain, say } from "../words";
import * as cells from "./cells";
import { isEmptyRow, type Grid } from "./grid";
import type { Columns, RungField } from "./headers";

type Ask = (column: number | undefined) => cells.Asked | null;

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

  readGrid(grid: Grid, headerRow: number, columns: Columns) {
    for (let row = headerRow + 1; row < grid.rowCount; row += 1)
      if (!isEmptyRow(grid, row)) this.readRow(grid, row, columns);
  }

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
  tellLostZeros() {
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

  private readRow(grid: Grid, row: number, columns: Columns) {
    const ask: Ask = (column) => {
      const cell = column === undefined ? null : grid.cell(row, column);
      if (cell === null || column === undefined) return null;
      const asked = { cell, place: grid.address(row, column), faults: this.faults };
      return cells.isUsable(asked) ? asked : null;
    };
    const at = (column: number | undefined) => grid.address(row, column ?? 0);
    const person = this.personOf(grid, row, columns, ask);
    const valueColumn = columns.plain.get("value");
    const named = ask(valueColumn);
    const value = this.valueOf(columns, ask);
    if (named === null) {
      this.tellMissing(grid, row, valueColumn, "value-missing");
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
    person.places.set(key, (part) => at(columnOf(columns, part)));
  }

  /** Nothing more to say where the cell is there but cannot be used. */
  private tellMissing(
    grid: Grid,
    row: number,
    column: number | undefined,
    key: "value-missing" | "employee-missing",
  ) {
    if (column !== undefined && grid.cell(row, column) === null)
      this.faults.at(grid.address(row, column), say(this.faults.language, key));
  }

  private personOf(grid: Grid, row: number, columns: Columns, ask: Ask): Person | null {
    const column = columns.plain.get("employee");
    const asked = ask(column);
    if (asked === null) this.tellMissing(grid, row, column, "employee-missing");
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
    this.tellOther(known.name, name, nameCell, "name-differs");
    this.tellOther(known.manager, manager, managerCell, "manager-differs");
    known.name ??= name;
    known.manager ??= manager;
    return known;
  }

  private tellOther(
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

function columnOf(columns: Columns, part: Part): number | undefined {
  const field = (name: RungField, rung: number) => columns.rungs[name].get(rung);
  const value = columns.plain.get("value");
  if (part.kind === "rung") return field("rung", part.rung) ?? columns.plain.get("score") ?? value;
  return columns.plain.get(part.kind) ?? value;
}
