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

/** Full-width figures and letters as half-width ones, no space at the ends. */
export function normal(text: string): string {
  return trimmed(text.normalize("NFKC"));
}
