/** One statement of a script, without its semicolon; `line` counts from 1 and names its first word. */
export interface Statement {
  text: string;
  line: number;
}

const comment = String.raw`--[^\n]*|/\*[\s\S]*?\*/`;
// In these a semicolon ends nothing and a word commands nothing. Bodies of functions stand in dollar
// quotes: one written as BEGIN ATOMIC … END would be cut, which the server refuses.
const quoted = [
  String.raw`\b[eE]'(?:[^'\\]|\\[\s\S]|'')*'`,
  String.raw`'(?:[^']|'')*'`,
  String.raw`"(?:[^"]|"")*"`,
  String.raw`\$(?<tag>(?:[A-Za-z_]\w*)?)\$[\s\S]*?\$\k<tag>\$`,
].join("|");

const leadingBlank = new RegExp(String.raw`^(?:\s|${comment})*`);
const opaque = new RegExp(`${comment}|${quoted}`, "g");
const opaqueOrEnd = new RegExp(`${comment}|${quoted}|;`, "g");

const newlines = (text: string) => text.split("\n").length - 1;

function statementAt(sql: string, start: number, end: number): Statement {
  const whole = sql.slice(start, end);
  const blank = leadingBlank.exec(whole)?.[0].length ?? 0;
  const line = 1 + newlines(sql.slice(0, start + blank));
  return { text: whole.slice(blank).trimEnd(), line };
}

/** The statements of an SQL script in their order; what holds only comments is none. */
export function splitStatements(sql: string): Statement[] {
  const pieces = [...sql.matchAll(opaqueOrEnd)];
  const ends = pieces.filter(([piece]) => piece === ";").map(({ index }) => index);
  return [...ends, sql.length]
    .map((end, at) => statementAt(sql, at === 0 ? 0 : (ends[at - 1] ?? 0) + 1, end))
    .filter(({ text }) => text !== "");
}

const ownTransaction =
  /^(?:begin|start|commit|end|rollback|abort|savepoint|release|prepare\s+transaction)\b/i;
const outsideTransactions =
  /^(?:vacuum|alter\s+system|(?:create|drop)\s+(?:database|tablespace))\b|\bconcurrently\b/i;

/** Whether a statement may stand inside a transaction that others began and will end. */
export function fitsTransaction(text: string): boolean {
  const bare = text.replaceAll(opaque, " ").trim();
  return !ownTransaction.test(bare) && !outsideTransactions.test(bare);
}

/** The line of a script the server means by `position`, a count of characters from 1 within the statement. */
export function lineAt({ text, line }: Statement, position: number): number {
  return line + newlines([...text].slice(0, Math.max(0, position - 1)).join(""));
}
