import { say, type Language, type TextKey } from "../words";
import type { Awaited } from "./json-reader";

/** What stands where JSON ends: the text from there, the last sign before it and what was to come. */
export type Scene = {
  readonly after: string;
  /** Empty at the start of the file; white space is passed over. */
  readonly before: string;
  /** Nothing, not even white space, stands between the two. */
  readonly joined: boolean;
  readonly awaited: Awaited;
};

/** Chinese signs and typographic quotes by what JSON has instead. */
const halfWidth: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "＂": '"',
  "「": '"',
  "：": ":",
  "，": ",",
  "、": ",",
  "｛": "{",
  "｝": "}",
  "［": "[",
  "］": "]",
  "【": "[",
  "】": "]",
};

const words = /^(NaN|-?Infinity|undefined|None|True|False)/;
const invisible = /^[\p{Cc}\p{Cf}\p{Z}]/u;

export function signOf(after: string): string {
  return [...after][0] ?? "";
}

/** The sign as a message can show it: one nobody could see by its code point. */
export function shownSign(sign: string): string {
  if (!invisible.test(sign) || sign === " ") return sign;
  const code = sign.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

function ofComma({ after, before, awaited }: Scene): TextKey | null {
  const sign = signOf(after);
  const isEnd = sign === "}" || sign === "]";
  if (before === "," && isEnd) return "json-comma-before-end";
  if (before === "," && sign === ",") return "json-comma-twice";
  if (before === ":" && (isEnd || sign === ",")) return "json-value-missing";
  if (awaited === "comma-or-end" && /^["{[\d-]/.test(sign)) return "json-comma-missing";
  return null;
}

function ofText({ after, before, awaited }: Scene): TextKey | null {
  const sign = signOf(after);
  if (/^['‘’`]/.test(sign)) return "json-double-quotes";
  if (/^(\/[/*]|#)/.test(after)) return "json-no-comments";
  // White space may stand anywhere but in a text.
  if (/^[\n\r\t]/.test(sign)) return "json-text-open";
  if (invisible.test(sign)) return "json-invisible";
  // A file that is no JSON at all begins with a letter, too.
  if (before === "" || !/^[\p{L}_$]/u.test(sign)) return null;
  if (awaited === "key" || awaited === "key-or-end") return "json-name-bare";
  return before === ":" || before === "," || before === "[" ? "json-text-bare" : null;
}

function ofNumber({ after, before, joined }: Scene): TextKey | null {
  if (after.startsWith(".") && !/\d/.test(before)) return "json-number-point";
  return joined && before === "0" && /^\d/.test(after) ? "json-number-zero" : null;
}

/** What people do who write JSON by hand and what to do instead; empty when nothing is known. */
export function hintOf(scene: Scene, language: Language): string {
  const { after, awaited } = scene;
  const sign = signOf(after);
  const word = words.exec(after)?.[0];
  if (word !== undefined) return say(language, "json-no-such-word", { word });
  const right = halfWidth[sign];
  if (right !== undefined) return say(language, "json-half-width", { right });
  if (awaited === "nothing") return say(language, "json-only-one");
  const key = ofNumber(scene) ?? ofComma(scene) ?? ofText(scene);
  return key === null ? "" : say(language, key, { sign });
}
