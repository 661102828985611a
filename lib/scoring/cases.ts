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

/** A case is small: about this many words (`countWords`), or two minutes of speaking. Advice, never a limit. */
export const CASE_ADVICE_WORDS = 200;

/** 字数 as word processors count them: a Chinese character is one, and so is what stands between spaces in Latin script. */
export function countWords(text: string): number {
  return text.match(/[^\s\u2E80-\u{10FFFF}]+|(?!\s)[\u2E80-\u{10FFFF}]/gu)?.length ?? 0;
}

/** Characters as a Chinese writer counts them: every code point is one, white space is none. */
export function countCharacters(text: string): number {
  return Array.from(text.replace(/\s/gu, "")).length;
}

/** Why HR returns a case (2006 manual): it does not support the score, fits another rung or value, is too thin. */
export const caseReturnReasons = ["unsupported", "mismatched", "insufficient"] as const;
export type CaseReturnReason = (typeof caseReturnReasons)[number];
