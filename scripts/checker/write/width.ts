const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const none = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** How many columns a terminal gives the text: Chinese characters and full-width signs take two. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const sign of text) width += none.test(sign) ? 0 : wide.test(sign) ? 2 : 1;
  return width;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** As much of the text as `width` columns hold. */
export function cut(text: string, width: number): string {
  let kept = "";
  let used = 0;
  for (const sign of text) {
    used += widthOf(sign);
    if (used > width) break;
    kept += sign;
  }
  return kept;
}

/** The text cut to `width` columns, with an ellipsis where something is missing. */
export function clip(text: string, width: number): string {
  return widthOf(text) <= width ? text : `${cut(text, width - 1)}…`;
}

/** Pieces side by side in lines of at most `width` columns; no piece is broken, whatever its length. */
export function flow(pieces: readonly string[], width: number, indent: string): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    const longer = `${line ?? ""}  ${piece}`;
    if (line !== undefined && widthOf(longer.trimEnd()) <= width) lines.splice(-1, 1, longer);
    else lines.push(`${indent}${piece}`);
  }
  return lines.map((line) => line.trimEnd());
}
