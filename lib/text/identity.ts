/**
 * What nobody sees in a 工号: white space, zero-width and other ignorable characters. `identity_key` in the database has
 * the same list; `tests/integration/people/identity.test.ts` compares the two.
 */
const unseen =
  /[\t-\r \u0085\u00a0\u00ad\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180f|[\ufe00-\ufe0f]/gu;
/** Letters whose case a server of any version and locale folds alike: Latin, Greek, Cyrillic. */
const capital = /[A-ZÀ-ÖØ-ÞΑ-ΡΣ-ΩЀ-Я]/g;

/** The one form in which two spellings of a 工号 or an address are compared; what people wrote is what is shown. */
export function identityKey(written: string): string {
  return written
    .normalize("NFKC")
    .replace(unseen, "")
    .normalize("NFKC")
    .replace(capital, (letter) => letter.toLowerCase());
}

/** An e-mail address in the form it is kept in. */
export function emailKey(written: string): string {
  return identityKey(written).toLowerCase();
}

/** Two numbers that differ only in zeros in front are often one person, typed by hand and by Excel. */
export function withoutZeros(key: string): string {
  return key.replace(/^0+/, "");
}

/** A 工号 as it is shown: what somebody typed or pasted, without what nobody sees. A space one sees stays, to be refused. */
export function numberAsWritten(text: string): string {
  const seen = /[ \u00a0\u3000]/;
  return text.replace(unseen, (character) => (seen.test(character) ? character : "")).trim();
}
