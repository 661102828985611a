// Controls that no text has a use for; tab, line breaks and the breaks of a pasted document stay.
const control = /(?![\t-\r\u0085])\p{Cc}|\p{Noncharacter_Code_Point}/u;

/**
 * Whether a text may be kept or looked for. PostgreSQL holds neither the character 0 nor half a surrogate pair; other
 * control characters and code points that stand for none come from broken copies or from somebody who tries what happens.
 */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !control.test(text);
}

/** Whether it stands in one line: what a text of several may hold, a subject line or a calendar's entry cannot. */
export const isOneLine = (text: string): boolean => !/[\t-\r\u0085\u2028\u2029]/u.test(text);

/**
 * What nobody sees: white space, zero-width and other ignorable characters. `identity_key` in the database has
 * the same list; `tests/integration/people/identity.test.ts` compares the two.
 */
export const unseen =
  /[\t-\r \u0085\u00a0\u00ad\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180f|[\ufe00-\ufe0f]/gu;

/** Whether there is anything to read. */
export function hasWords(text: string): boolean {
  return text.replace(unseen, "") !== "";
}

// They turn what stands around them: with them in a name a whole line says something else.
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export function turnsAround(text: string): boolean {
  return text.search(turning) !== -1;
}

export function withoutTurning(text: string): string {
  return text.replace(turning, "");
}

/** What looks like another 工号 and is not: digits of other scripts, marks set upon a character. Full width is another spelling. */
export function isPlainNumber(text: string): boolean {
  return !/(?!\d)\p{Nd}|\p{M}/u.test(text.normalize("NFKC"));
}
