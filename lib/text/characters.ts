// Controls that no text has a use for; tab, line breaks and the breaks of a pasted document stay.
const control = /(?![\t-\r\u0085])\p{Cc}/u;

/**
 * Whether a text may be kept or looked for. PostgreSQL holds neither the character 0 nor half a surrogate pair; other
 * control characters come from broken copies or from somebody who tries what happens.
 */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !control.test(text);
}
