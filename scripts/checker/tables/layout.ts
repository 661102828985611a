import type { FrameworkDocument } from "@/lib/scoring";
import type { Row } from "@/lib/tables";
import { simplified } from "@/lib/i18n/writing/han";
import { nearest, nearestName, plain, say, type Data, type TextKey } from "../words";
import { Headers, type Meaning, type PartOfValue } from "./meaning";
import type { Cell } from "./place";
import type { TableRemarks } from "./remarks";
import {
  everyName,
  isCount,
  mayRepeat,
  personFieldOf,
  roles,
  simple,
  type PartField,
  type PersonField,
  type Role,
  type RungField,
} from "./vocabulary";

/** Where what is said of a value stands. */
export type ValueColumns = {
  readonly parts: ReadonlyMap<PartField, number>;
  readonly rungs: Readonly<Record<RungField, ReadonlyMap<number, number>>>;
};

/** A column nobody knows. `fault`: what is wrong with its header where scores stand below it. */
export type Stranger = {
  readonly cell: Cell;
  readonly header: string;
  readonly fault: { readonly code: TextKey; readonly data: Data } | null;
};

/** Scores that stand right of those that are checked, of the same value: the last word may be theirs. */
export type Rival = {
  readonly cell: Cell;
  readonly header: string;
  readonly chosen: { readonly column: number; readonly header: string };
};

/**
 * How a table is laid out: a row for each person and value, which is named in a column, or a row a person with the
 * values as columns. `last`: the last row of the header.
 */
export type Layout = {
  readonly last: number;
  readonly person: ReadonlyMap<PersonField, number>;
  readonly strangers: readonly Stranger[];
  readonly rivals: readonly Rival[];
  readonly values:
    | { readonly kind: "rows"; readonly columns: ValueColumns }
    | { readonly kind: "columns"; readonly columns: ReadonlyMap<string, ValueColumns> };
};

/** The rows of a header, upper first, and the cell that names each. */
export type HeaderRows = {
  readonly rows: readonly Row[];
  /** What stands over a column, merged cells and cells left open included. */
  readonly textsAt: (column: number) => readonly string[];
  readonly width: number;
};

type Taken = {
  readonly person: Map<PersonField, number>;
  readonly parts: { meaning: Extract<Meaning, { kind: "part" }>; cell: Cell; text: string }[];
};

function isWideHeader({ textsAt, width }: HeaderRows): boolean {
  for (let column = 0; column < width; column += 1)
    if (personFieldOf(simple(textsAt(column).at(-1) ?? "")) === "value") return false;
  return true;
}

/** The role whose scores are checked: the one that decides last. */
function decidingRole(taken: Taken): Role | null {
  const found = taken.parts.flatMap(({ meaning }) =>
    meaning.part.field === "score" && meaning.role !== null ? meaning.role : [],
  );
  const last = [...roles].reverse().find((role) => found.includes(role)) ?? null;
  const isPlain = taken.parts.some(
    ({ meaning: { part, role } }) => part.field === "score" && role === null,
  );
  return last === "self" && isPlain ? null : last;
}

class ColumnsTaker {
  private readonly found = new Map<
    string,
    { parts: Map<PartField, number>; rungs: Record<RungField, Map<number, number>> }
  >();

  constructor(
    private readonly framework: FrameworkDocument,
    private readonly remarks: TableRemarks,
  ) {}

  columnsOf(value: string) {
    const known = this.found.get(value) ?? {
      parts: new Map<PartField, number>(),
      rungs: { rung: new Map(), supports: new Map(), contradicts: new Map() },
    };
    this.found.set(value, known);
    return known;
  }

  get all(): ReadonlyMap<string, ValueColumns> {
    return this.found;
  }

  /** Where the score that is checked of a value stands. */
  scoreOf(value: string | null): number | undefined {
    return this.found.get(value ?? "")?.parts.get("score");
  }

  take(value: string | null, part: PartOfValue, cell: Cell, text: string) {
    const most = Math.max(
      ...this.framework.values
        .filter(({ key }) => value === null || key === value)
        .map(({ rungs }) => rungs.length),
    );
    const columns = this.columnsOf(value ?? "");
    if ("rung" in part) {
      const { field, rung } = part;
      if (rung < 1 || rung > most)
        this.remarks.fault(cell, "header-beyond", { header: plain(text), most });
      else if (columns.rungs[field].has(rung)) this.twice(cell, text);
      else columns.rungs[field].set(rung, cell.column);
    } else if (columns.parts.has(part.field)) this.twice(cell, text);
    else columns.parts.set(part.field, cell.column);
  }

  twice(cell: Cell, text: string) {
    this.remarks.fault(cell, "header-twice", { header: plain(text) });
  }
}

export class LayoutReader {
  private readonly headers: Headers;
  private readonly others = new Set<string>();
  private readonly strangers: Stranger[] = [];
  /** Columns that may hold a later word on a value. */
  private readonly doubtful: { value: string | null; cell: Cell; header: string }[] = [];

  constructor(
    private readonly framework: FrameworkDocument,
    private readonly remarks: TableRemarks,
    private readonly cellAt: (row: number, column: number) => Cell,
  ) {
    this.headers = new Headers(framework);
  }

  /** Whether a header says something of a value: its name, whose score, a rung. */
  saysOfValue(text: string): boolean {
    return this.headers.meaningOf([text], true).kind === "part";
  }

  /** Reads the header; what is repeated or missing in it is a fault, what is unknown a stranger. */
  read(header: HeaderRows): Layout {
    const wide = isWideHeader(header);
    const taken = this.taken(header, wide);
    if (wide) this.takeOutValueless(taken);
    const deciding = decidingRole(taken);
    const columns = new ColumnsTaker(this.framework, this.remarks);
    if (!wide) columns.columnsOf("");
    for (const { meaning, cell, text } of taken.parts) {
      const { value, part, role } = meaning;
      const isOther = role !== null && role !== deciding;
      const isStandIn = role === null && part.field === "score" && deciding !== null;
      const isScore = part.field === "score";
      const isLater = isOther && deciding !== "final" && role !== "self" && role !== "manager";
      if (isStandIn || (isLater && isScore))
        this.doubtful.push({ value, cell, header: plain(text) });
      if (isOther || isStandIn) this.noteOther(cell, text);
      else if (isScore && role !== null && columns.scoreOf(value) !== undefined)
        this.remarks.fault(cell, "header-role-twice", { header: plain(text) });
      else columns.take(value, part, cell, text);
    }
    this.reportMissing(header, wide, columns);
    if (wide) this.suspectNames(columns);
    const last = header.rows.at(-1)?.number ?? 0;
    const values = wide
      ? { kind: "columns" as const, columns: columns.all }
      : { kind: "rows" as const, columns: columns.columnsOf("") };
    const strangers = [...this.strangers].sort((a, b) => a.cell.column - b.cell.column);
    const rivals = this.rivals(header, columns, wide);
    return { last, person: taken.person, strangers, rivals, values };
  }

  /** Columns right of the score that is checked, of the same value, which may be later words on it. */
  private rivals(header: HeaderRows, columns: ColumnsTaker, wide: boolean): readonly Rival[] {
    const unknown = this.strangers.flatMap(({ cell, header: text }) => {
      const value = wide ? this.headers.valueNamed(header.textsAt(cell.column)) : null;
      return (wide && value === null) || isCount(simple(text))
        ? []
        : [{ value, cell, header: text }];
    });
    return [...this.doubtful, ...unknown].flatMap(({ value, cell, header: text }) => {
      const column = columns.scoreOf(value);
      if (column === undefined || column > cell.column) return [];
      const chosen = plain(header.textsAt(column).join(" "));
      return [{ cell, header: text, chosen: { column, header: chosen } }];
    });
  }

  private taken(header: HeaderRows, wide: boolean): Taken {
    const taken: Taken = { person: new Map(), parts: [] };
    for (let column = 0; column < header.width; column += 1) {
      const texts = header.textsAt(column);
      if (texts.length === 0) continue;
      const text = texts.join(" ");
      const cell = this.cellAt(this.rowOf(header, column), column);
      const meaning = this.headers.meaningOf(texts, wide);
      if (meaning.kind === "unknown") this.takeUnknown(cell, text);
      else if (meaning.kind === "part") taken.parts.push({ meaning, cell, text });
      else if (meaning.kind === "person") {
        if (meaning.field === "band" && taken.person.has("band")) this.takeUnknown(cell, text);
        else if (mayRepeat(meaning.field) && taken.person.has(meaning.field)) continue;
        else if (taken.person.has(meaning.field))
          this.remarks.fault(cell, "header-twice", { header: plain(text) });
        else taken.person.set(meaning.field, column);
      }
    }
    return taken;
  }

  /** Where values are columns, a score of no value is the total; what else has no value is a fault. */
  private takeOutValueless({ parts, person }: Taken) {
    const valueless = parts.filter(({ meaning }) => meaning.value === null);
    if (valueless.length === parts.length) return parts.splice(0);
    for (const one of valueless) {
      parts.splice(parts.indexOf(one), 1);
      const { meaning, cell, text } = one;
      if (meaning.part.field === "score" && meaning.role === null && !person.has("total"))
        person.set("total", cell.column);
      else this.takeOfNoValue(cell, text);
    }
    return parts;
  }

  /** Said once for all columns of a role. */
  private noteOther(cell: Cell, text: string) {
    const header = text.split(" ").at(-1) ?? text;
    if (this.others.has(header)) return;
    this.others.add(header);
    this.remarks.note(cell, "note-other-role", { header: plain(header) });
  }

  private rowOf({ rows }: HeaderRows, column: number): number {
    const own = [...rows].reverse().find(({ cells }) => (cells[column] ?? null) !== null);
    return (own ?? rows[0])?.number ?? 0;
  }

  /** 直接上级 without a score below it is the column of a person. */
  private takeOfNoValue(cell: Cell, text: string) {
    const header = plain(text);
    this.strangers.push({ cell, header, fault: { code: "header-of-no-value", data: { header } } });
  }

  private takeUnknown(cell: Cell, text: string) {
    const names = this.framework.values.flatMap(({ name }) => [name.zh, name.en]);
    const guess = nearest(simplified(text), [...everyName, ...names]);
    const header = plain(text);
    const hint = guess === null ? "" : say(this.remarks.language, "did-you-mean", { guess });
    const fault = { code: "header-unknown", data: { header, hint } } as const;
    this.strangers.push({ cell, header, fault: guess === null ? null : fault });
  }

  /** Where a value is missing, an unknown header that begins like its name may have meant it. */
  private suspectNames({ all }: ColumnsTaker) {
    const missing = this.framework.values.filter(({ key }) => !all.has(key));
    const names = missing.flatMap(({ name }) => [name.zh, name.en]);
    for (const [index, { cell, header, fault }] of this.strangers.entries()) {
      const guess = fault === null ? nearestName(simplified(header), names) : null;
      if (guess === null) continue;
      const hint = say(this.remarks.language, "did-you-mean", { guess });
      const suspected = { code: "header-unknown", data: { header, hint } } as const;
      this.strangers.splice(index, 1, { cell, header, fault: suspected });
    }
  }

  private reportMissing(header: HeaderRows, wide: boolean, columns: ColumnsTaker) {
    const cell = this.cellAt(header.rows[0]?.number ?? 0, 0);
    if (!wide) {
      const { parts, rungs } = columns.columnsOf("");
      if (rungs.rung.size === 0 && !parts.has("score"))
        this.remarks.fault(cell, "header-no-verdict");
      return;
    }
    if (columns.all.size === 0) return;
    const { language } = this.remarks;
    const missing = this.framework.values.filter(({ key }) => !columns.all.has(key));
    if (missing.length === 0) return;
    const names = missing.map(({ name }) => name[language]);
    this.remarks.lack(cell, "header-values-missing", {
      values: names.join(language === "zh" ? "、" : ", "),
    });
  }
}
