/** Invisible characters that copies from web pages and chat leave at the ends of texts. */
const edges =
  /^[\s\u00a0\u200b-\u200d\u2060\ufeff\u3000]+|[\s\u00a0\u200b-\u200d\u2060\ufeff\u3000]+$/g;

export function trimmed(text: string): string {
  return text.replace(edges, "");
}

/** Full-width figures and letters as half-width ones, no space at the ends. */
export function normal(text: string): string {
  return trimmed(text.normalize("NFKC"));
}
