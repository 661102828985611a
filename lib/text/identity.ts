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

/** ="010472" and '010472: how people keep Excel from eating zeros. */
const guarded = /^="([^"]*)"$/;
const apostrophes = /^['’‘]+/;

/**
 * A 工号 or a department's code as it is kept and shown: what somebody typed or pasted, its case as typed, in half-width
 * signs, without what nobody sees and what only Excel was to see. A space one sees stays, to be refused.
 */
export function numberAsWritten(text: string): string {
  const written = text
    .normalize("NFKC")
    .replace(unseen, (character) => (character === " " ? character : ""))
    .normalize("NFKC")
    .trim();
  return (guarded.exec(written)?.[1] ?? written).replace(apostrophes, "").trim();
}
