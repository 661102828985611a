import type { FrameworkDocument } from "@/lib/scoring";
import { normal, type Row } from "@/lib/tables";
import type { Faults } from "../faults";
import { nearest, plain, say } from "../words";
import type { PlaceOfCell } from "./place";

const plainFields = [
  "employee",
  "name",
  "manager",
  "value",
  "score",
  "justification",
  "inDoubt",
] as const;
type PlainField = (typeof plainFields)[number];
export type RungField = "rung" | "supports" | "contradicts";

/** Where each field stands; rung fields by rung. */
export type Columns = {
  readonly plain: ReadonlyMap<PlainField, number>;
  readonly rungs: Readonly<Record<RungField, ReadonlyMap<number, number>>>;
};

const names: Readonly<Record<PlainField, readonly string[]>> = {
  employee: ["工号", "员工工号", "员工编号", "Employee No.", "Employee", "Employee ID"],
  name: ["姓名", "员工姓名", "Name", "Employee name"],
  manager: ["主管工号", "直接主管工号", "上级工号", "Manager No.", "Manager", "Manager ID"],
  value: ["价值观", "Value"],
  score: ["得分", "分数", "评分", "Score", "Points"],
  justification: ["事由", "书面说明", "Justification"],
  inDoubt: ["存疑", "In doubt"],
};

/** Spelling, spaces, width and punctuation of a header do not matter. */
const simple = (text: string) =>
  normal(text)
    .toLowerCase()
    .replace(/[\s.:：_*#/()-]/g, "");

const plainByName: ReadonlyMap<string, PlainField> = new Map(
  plainFields.flatMap((field) => names[field].map((name) => [simple(name), field] as const)),
);

const numerals = "一二三四五六七八九十";
const chinese =
  /^第?(\d+|[一二三四五六七八九十])(?:级|条)(支持的?案例|支持案例|案例|相反的?案例|反例)?$/;
const english = /^(?:rung|rule|level)(\d+)(case|supportingcase|contradictingcase|countercase)?$/;

function rungField(suffix: string | undefined): RungField {
  if (suffix === undefined) return "rung";
  return /反|contra|counter/.test(suffix) ? "contradicts" : "supports";
}

function rungOf(header: string): { field: RungField; rung: number } | null {
  const match = chinese.exec(header) ?? english.exec(header);
  const figure = match?.[1];
  if (figure === undefined) return null;
  const rung = /\d/.test(figure) ? Number(figure) : numerals.indexOf(figure) + 1;
  return { field: rungField(match?.[2]), rung };
}

/** What lists of people carry beside: passed over, where another header would be a mistake. */
const passedOver = new Set(
  [
    [
      "序号",
      "公司",
      "事业部",
      "部门",
      "小组",
      "团队",
      "岗位",
      "职位",
      "职级",
      "邮箱",
      "入职日期",
      "主管",
      "主管姓名",
      "备注",
    ],
    [
      "#",
      "Company",
      "Division",
      "Department",
      "Team",
      "Position",
      "Title",
      "Grade",
      "E-mail",
      "Remarks",
      "Note",
    ],
  ].flatMap((list) => list.map(simple)),
);

/** Whether a row looks like a header of ours at all. */
export function isHeader({ cells }: Row): boolean {
  return cells.some((cell) => cell !== null && plainByName.get(simple(cell.text)) === "employee");
}

type Found = {
  readonly plain: Map<PlainField, number>;
  readonly rungs: Record<RungField, Map<number, number>>;
};

type Header = { readonly text: string; readonly column: number; readonly place: string };

function take(found: Found, header: Header, mostRungs: number, faults: Faults) {
  const { text, column, place } = header;
  const key = simple(text);
  const { language } = faults;
  const data = { header: plain(text) };
  const field = plainByName.get(key);
  const rung = field === undefined ? rungOf(key) : null;
  if (field === undefined && rung === null && passedOver.has(key)) return;
  if (field === undefined && rung === null) {
    const guess = nearest(text, [...Object.values(names).flat()]);
    const hint = guess === null ? "" : say(language, "did-you-mean", { guess });
    faults.at(place, say(language, "header-unknown", data) + hint);
    return;
  }
  if (rung !== null && (rung.rung < 1 || rung.rung > mostRungs)) {
    faults.at(place, say(language, "header-beyond", { ...data, most: mostRungs }));
    return;
  }
  const repeated =
    rung === null
      ? field !== undefined && found.plain.has(field)
      : found.rungs[rung.field].has(rung.rung);
  if (repeated) faults.at(place, say(language, "header-twice", data));
  else if (rung !== null) found.rungs[rung.field].set(rung.rung, column);
  else if (field !== undefined) found.plain.set(field, column);
}

/** Reads the header row; every header that is unknown, repeated or missing is a fault. */
export function readHeaders(
  { number, cells }: Row,
  placeOf: PlaceOfCell,
  framework: FrameworkDocument,
  faults: Faults,
): Columns {
  const found: Found = {
    plain: new Map(),
    rungs: { rung: new Map(), supports: new Map(), contradicts: new Map() },
  };
  const most = Math.max(...framework.values.map(({ rungs }) => rungs.length));
  for (const [column, cell] of cells.entries())
    if (cell !== null)
      take(found, { text: cell.text, column, place: placeOf(number, column) }, most, faults);
  const place = placeOf(number, 0);
  for (const field of ["employee", "value"] as const) {
    if (found.plain.has(field)) continue;
    const header = names[field].filter((_, index) => index === 0).concat(names[field].at(-1) ?? "");
    faults.at(place, say(faults.language, "header-missing", { header: header.join(" / ") }));
  }
  if (found.rungs.rung.size === 0 && !found.plain.has("score"))
    faults.at(place, say(faults.language, "header-no-verdict"));
  return found;
}
