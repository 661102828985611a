import type { OwnFault, Path } from "./loose";

/** No document that can be valid is longer, in UTF-16 units. */
const LONGEST_TEXT = 10_000_000;
const DEEPEST = 64;
const MOST_PARTS = 200_000;

const space = /[ \t\n\r]*/y;
/** A run of signs that stand for themselves, and one escape: U+0000 to U+001F must be escaped. */
const run = /[^"\\\p{Cc}]+/uy;
const upperControls = /[\x7f-\x9f]+/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const plain = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

class Stop extends Error {
  constructor(
    readonly at: number,
    readonly code: "not-json" | "too-deep" | "too-large",
  ) {
    super(code);
  }
}

type Scan = {
  readonly text: string;
  at: number;
  parts: number;
  /** The line reached, and where it begins. */
  line: number;
  begin: number;
  readonly faults: OwnFault[];
};

/** Counts on from the last place asked for, never from the start: a hostile text has tens of thousands. */
function place(scan: Scan, at: number) {
  for (;;) {
    const end = scan.text.indexOf("\n", scan.begin);
    if (end < 0 || end >= at) break;
    scan.line += 1;
    scan.begin = end + 1;
  }
  return { line: scan.line, column: at - scan.begin + 1 };
}

function take(scan: Scan, pattern: RegExp): string | null {
  pattern.lastIndex = scan.at;
  const found = pattern.exec(scan.text)?.[0] ?? null;
  if (found !== null) scan.at += found.length;
  return found;
}

/** A string with its quotes, or null with the place of what is wrong. Piece by piece: no text is too long for it. */
function takeString(scan: Scan): string | null {
  const from = scan.at;
  if (scan.text.charAt(from) !== '"') return null;
  scan.at += 1;
  while (take(scan, run) ?? take(scan, escape) ?? take(scan, upperControls));
  if (scan.text.charAt(scan.at) !== '"') return null;
  scan.at += 1;
  return scan.text.slice(from, scan.at);
}

/** The next sign that is no white space, without taking it. */
function peek(scan: Scan): string {
  take(scan, space);
  return scan.text.charAt(scan.at);
}

function expect(scan: Scan, sign: string) {
  if (peek(scan) !== sign) throw new Stop(scan.at, "not-json");
  scan.at += 1;
}

function scanKey(scan: Scan, path: Path, seen: Set<string>): string {
  peek(scan);
  const at = scan.at;
  const raw = takeString(scan);
  if (raw === null) throw new Stop(scan.at, "not-json");
  const key = String(JSON.parse(raw));
  if (seen.has(key))
    scan.faults.push({ code: "key-repeated", path: [...path, key], data: place(scan, at) });
  seen.add(key);
  expect(scan, ":");
  return key;
}

/** Reads what stands between the brackets; `item` reads one part. */
function scanItems(scan: Scan, close: "]" | "}", item: (index: number) => void) {
  scan.at += 1;
  if (peek(scan) === close) {
    scan.at += 1;
    return;
  }
  for (let index = 0; ; index += 1) {
    item(index);
    if (peek(scan) === close) break;
    expect(scan, ",");
  }
  scan.at += 1;
}

function scanValue(scan: Scan, path: Path): void {
  const sign = peek(scan);
  scan.parts += 1;
  if (scan.parts > MOST_PARTS) throw new Stop(scan.at, "too-large");
  if (path.length > DEEPEST) throw new Stop(scan.at, "too-deep");
  if (sign === "{") {
    const seen = new Set<string>();
    scanItems(scan, "}", () => {
      scanValue(scan, [...path, scanKey(scan, path, seen)]);
    });
  } else if (sign === "[") {
    scanItems(scan, "]", (index) => {
      scanValue(scan, [...path, index]);
    });
  } else if ((sign === '"' ? takeString(scan) : take(scan, plain)) === null) {
    throw new Stop(scan.at, "not-json");
  }
}

type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly faults: readonly OwnFault[] };

/**
 * JSON text (RFC 8259; a byte-order mark is allowed). Beyond `JSON.parse`: an error has its line and column
 * (`not-json`), a name given twice in one object is refused where it stands (`key-repeated`) and not silently
 * overwritten, and depth and length are bounded (`too-deep`, `too-large`).
 */
export function parseJson(given: string): Parsed {
  if (given.length > LONGEST_TEXT)
    return { ok: false, faults: [{ code: "too-large", path: [], data: { max: LONGEST_TEXT } }] };
  const text = given.startsWith("\uFEFF") ? given.slice(1) : given;
  const scan: Scan = { text, at: 0, parts: 0, line: 1, begin: 0, faults: [] };
  try {
    scanValue(scan, []);
    if (peek(scan) !== "") throw new Stop(scan.at, "not-json");
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const data = error.code === "too-large" ? { max: MOST_PARTS } : place(scan, error.at);
    return { ok: false, faults: [{ code: error.code, path: [], data }] };
  }
  if (scan.faults.length > 0) return { ok: false, faults: scan.faults };
  const value: unknown = JSON.parse(text);
  return { ok: true, value };
}
