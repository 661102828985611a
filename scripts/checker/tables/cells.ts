import { parsePoints, type FrameworkDocument, type Verdict } from "@/lib/scoring";
import { normal, trimmed, type PlainCell } from "@/lib/tables";
import { simplified } from "@/lib/i18n/writing/han";
import { identityKey, numberAsWritten } from "@/lib/text/identity";
import { LONGEST_NUMBER } from "../read/appraisal";
import { plain, type Data, type TextKey } from "../words";

/** What stands in a cell, and where to complain. */
export type Asked = {
  readonly cell: PlainCell;
  readonly column: number;
  readonly complain: (key: TextKey, data?: Data) => null;
};

function complain({ cell, complain: say }: Asked, key: TextKey, data: Data = {}): null {
  return say(key, { text: plain(cell.text), ...data });
}

/** Errors and dates are refused wherever they stand: what Excel shows is not what was meant. */
export function isUsable(asked: Asked): boolean {
  const { kind } = asked.cell;
  if (kind === "error") complain(asked, "cell-error");
  else if (kind === "date") complain(asked, "cell-date");
  else return true;
  return false;
}

/** What was written, without the apostrophe that marks a text for Excel. */
function unmarked(text: string): string {
  return normal(normal(text).replace(/^['’‘]+/, ""));
}

/** A number cell cannot hold leading zeros; only a format of zeros shows how many there were. */
export function employeeOf(asked: Asked): string | null {
  const { cell } = asked;
  const { text } = cell;
  if (cell.kind === "number") {
    const zeros = /^0+$/.exec(cell.format ?? "")?.[0];
    return zeros !== undefined && zeros.length > 1 && /^\d+$/.test(text)
      ? text.padStart(zeros.length, "0")
      : complain(asked, "employee-is-number");
  }
  const employee = numberAsWritten(normal(text));
  if (/^\d+(\.\d+)?e[+]?\d+$/i.test(employee)) return complain(asked, "employee-is-number");
  if (
    employee.length > LONGEST_NUMBER ||
    /[\p{Cc}]/u.test(employee) ||
    identityKey(employee) === ""
  )
    return complain(asked, "employee-malformed", { most: LONGEST_NUMBER });
  return employee;
}

/** The key of the value named by key or by its name in either language; what nobody knows stays as it is written. */
export function valueKeyOf(asked: Asked, framework: FrameworkDocument): string {
  const written = unmarked(asked.cell.text);
  const alike = (text: string) => simplified(normal(text)).toLowerCase();
  const wanted = alike(written);
  const value = framework.values.find(({ key, name }) =>
    [key, name.zh, name.en].some((one) => alike(one) === wanted),
  );
  return value?.key ?? written.slice(0, 60);
}

const verdictWords: Readonly<Record<Verdict, readonly string[]>> = {
  met: ["达到", "met"],
  partly: ["部分达到", "部分", "partly", "partly met"],
  unmet: ["未达到", "unmet", "not met"],
};

const byWord: ReadonlyMap<string, Verdict> = new Map([
  ...verdictWords.met.map((word) => [word, "met"] as const),
  ...verdictWords.partly.map((word) => [word, "partly"] as const),
  ...verdictWords.unmet.map((word) => [word, "unmet"] as const),
]);

const ticks = new Set(["√", "✓", "✔", "☑", "是", "y", "yes", "true"]);
const crosses = new Set(["×", "✗", "✘", "✕", "x", "否", "n", "no", "false"]);

/** A rule of a checklist is ticked or crossed; a rung of a gated ladder may be half met and is judged in words. */
function tickOf(word: string): Verdict | undefined {
  if (ticks.has(word)) return "met";
  return crosses.has(word) ? "unmet" : undefined;
}

export function verdictOf(asked: Asked, isChecklist: boolean): Verdict | null {
  const word = unmarked(asked.cell.text)
    .replace(/\ufe0f$/, "")
    .toLowerCase();
  const verdict = byWord.get(word);
  if (verdict !== undefined) return verdict;
  const tick = tickOf(word);
  if (tick === undefined) return complain(asked, "verdict-unknown");
  return isChecklist ? tick : complain(asked, "verdict-tick");
}

/** Dashes and strokes are how people leave a cell open on purpose. */
export function isLeftOpen({ cell }: Asked): boolean {
  return /^[-–—/\\]+$/.test(normal(cell.text));
}

const exempt =
  /^(?:免评|免考核?|免考评|豁免|不参评|[不未]参加(?:考核|考评)?|已?离职|产假|病假|休假|停薪留职|n\/?a|n\.a\.|exempt(?:ed)?)(?:$|[\s,，;；:：。(（])/i;

/** 免评 in place of a score, or in what is remarked of a person. */
export function isExempt({ cell }: Asked): boolean {
  return exempt.test(normal(cell.text));
}

const isPercent = ({ kind, text, format }: PlainCell) =>
  kind === "number" ? (format ?? "").includes("%") : /%$/.test(normal(text));

/** A number no score is, but a day of this century is one to Excel: what is left of a 3-5 that became a date. */
function dayOf(figure: number): string | null {
  if (!Number.isInteger(figure) || figure < 36_526 || figure > 73_050) return null;
  return new Date((figure - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

/** A stated score in points, by halves, from 0 to `most`; a number written as text is accepted, `3 分` too. */
export function scoreOf(asked: Asked, most: number): number | null {
  if (isPercent(asked.cell)) return complain(asked, "score-percent", { most });
  const text = unmarked(asked.cell.text).replace(/\s*(?:分|points?|pts?)$/i, "");
  if (!/^[-+−]?\d+(\.\d+)?$/.test(text)) return complain(asked, "score-no-number");
  const figure = Number(text.replace("−", "-"));
  const day = dayOf(figure);
  if (day !== null) return complain(asked, "score-is-day", { day });
  if (figure < 0 || figure > most) return complain(asked, "score-beyond", { most });
  const halves = parsePoints(text.replace("+", ""));
  return halves === null ? complain(asked, "score-no-half") : halves / 2;
}

/** A figure a score could be, whatever column it stands in. */
export function looksLikeScore(cell: PlainCell): boolean {
  const text = normal(cell.text).replace(/\s*分$/, "");
  return !isPercent(cell) && /^\d{1,2}(?:\.[05]0*)?$/.test(text) && Number(text) <= 20;
}

/** A total that is stated beside the scores; null where it is no number of points. */
export function totalOf({ cell }: Asked): number | null {
  const figure = Number(unmarked(cell.text).replace(/\s*分$/, ""));
  return Number.isFinite(figure) ? figure : null;
}

const yesWords = new Set(["是", "存疑", "yes", "y", "true", "1", "√", "✓"]);
const noWords = new Set(["否", "no", "n", "false", "0"]);

export function doubtOf(asked: Asked): boolean {
  const word = unmarked(asked.cell.text).toLowerCase();
  if (yesWords.has(word)) return true;
  if (!noWords.has(word)) complain(asked, "doubt-unknown");
  return false;
}

/** Running text, kept as written but for its ends. */
export function textOf(asked: Asked, most: number): string {
  const text = trimmed(asked.cell.text);
  if (text.length > most) complain(asked, "text-too-long", { most });
  return text;
}
