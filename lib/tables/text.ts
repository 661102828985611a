/** Invisible characters that copies from web pages and chat leave at the ends of texts. */
const edge = /[\s\u00a0\u200b-\u200d\u2060\ufeff\u3000]/;

/** From both ends, sign by sign: an expression for the end would look at every blank in the text again and again. */
export function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && edge.test(text.charAt(from))) from += 1;
  while (to > from && edge.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** The text of ="010472", how people keep Excel from eating zeros; undefined for what says anything else. */
export function guardedText(written: string): string | undefined {
  return /^="([^"]*)"$/.exec(trimmed(written))?.[1];
}

// They turn what stands around them, not only the text they stand in.
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** Without the marks by which a text in a file would reorder its neighbours. */
export function straight(text: string): string {
  return text.replace(turning, "");
}

/** Full-width figures and letters as half-width ones, no space at the ends. */
export function normal(text: string): string {
  return trimmed(text.normalize("NFKC"));
}
