import { unseen } from "./characters";

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
