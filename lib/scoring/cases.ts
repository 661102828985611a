/**
 * The usual confusions in cases, as the case-writing practice of these companies names them. They are questions for
 * the writer and the judge: nothing here passes a verdict, because only a reader can.
 */
export const caseChecks = [
  "one-person-one-event",
  "method-not-hardship",
  "not-a-team-feat",
  "not-a-leaders-plain-duty",
  "not-charity",
  "beneficiary-named",
] as const;

/** A case is small: about this many characters, or two minutes of speaking. Advice, never a limit. */
export const CASE_ADVICE_CHARACTERS = 200;

/** Characters as a Chinese writer counts them: every code point is one, white space is none. */
export function countCharacters(text: string): number {
  return Array.from(text.replace(/\s/gu, "")).length;
}
