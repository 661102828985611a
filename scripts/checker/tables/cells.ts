import { parsePoints, type FrameworkDocument, type Verdict } from "@/lib/scoring";
import { normal, trimmed, type Cell } from "@/lib/tables";
import type { Faults } from "../faults";
import { LONGEST_NUMBER } from "../read/appraisal";
import { plain, say, type Data, type TextKey } from "../words";

/** A cell with its name and where to complain. */
export type Asked = {
  readonly cell: Cell;
  readonly place: string;
  readonly faults: Faults;
};

function complain({ cell, place, faults }: Asked, key: TextKey, data: Data = {}): null {
  faults.at(place, say(faults.language, key, { text: plain(cell.text), ...data }));
  return null;
}

/** Formulas, errors and dates are refused wherever they stand: what Excel would show is not what the file says. */
export function isUsable(asked: Asked): boolean {
  const { kind } = asked.cell;
  if (kind === "formula") complain(asked, "cell-formula");
  else if (kind === "error") complain(asked, "cell-error");
  else if (kind === "date") complain(asked, "cell-date");
  else return true;
  return false;
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
  const employee = normal(text);
  if (/^\d+(\.\d+)?e[+]?\d+$/i.test(employee)) return complain(asked, "employee-is-number");
  if (employee.length > LONGEST_NUMBER || /[\p{Cc}]/u.test(employee))
    return complain(asked, "employee-malformed", { most: LONGEST_NUMBER });
  return employee;
}

/** The key of the value named by key or by its name in either language; what nobody knows stays as it is written. */
export function valueKeyOf(asked: Asked, framework: FrameworkDocument): string {
  const written = normal(asked.cell.text);
  const wanted = written.toLowerCase();
  const value = framework.values.find(({ key, name }) =>
    [key, name.zh, name.en].some((one) => normal(one).toLowerCase() === wanted),
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

export function verdictOf(asked: Asked): Verdict | null {
  const verdict = byWord.get(normal(asked.cell.text).toLowerCase());
  return verdict ?? complain(asked, "verdict-unknown");
}

const HIGHEST = 20;

/** A stated score in points, by halves; a number written as text is accepted. */
export function scoreOf(asked: Asked): number | null {
  const text = normal(asked.cell.text);
  const halves = parsePoints(text);
  if (halves !== null && halves <= HIGHEST * 2) return halves / 2;
  if (!/^[-+]?\d+(\.\d+)?$/.test(text)) return complain(asked, "score-no-number");
  if (halves !== null || text.startsWith("-") || Number(text) > HIGHEST)
    return complain(asked, "score-beyond", { most: HIGHEST });
  return complain(asked, "score-no-half");
}

const yesWords = new Set(["是", "存疑", "yes", "y", "true", "1", "√", "✓"]);
const noWords = new Set(["否", "no", "n", "false", "0"]);

export function doubtOf(asked: Asked): boolean {
  const word = normal(asked.cell.text).toLowerCase();
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
