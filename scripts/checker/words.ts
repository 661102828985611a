import { renderFault, type Fault, type ProblemCode } from "@/lib/scoring";
import { faultCodes, type FaultCode } from "@/lib/scoring/documents/faults";
import type { OwnFault } from "@/lib/scoring/documents/loose";
import enTexts from "../../messages/en/checker.json";
import enScoring from "../../messages/en/scoring.json";
import zhTexts from "../../messages/zh/checker.json";
import zhScoring from "../../messages/zh/scoring.json";

const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];
export function isLanguage(text: string | undefined): text is Language {
  return languages.some((language) => language === text);
}

export type TextKey = keyof typeof zhTexts;
export type Data = Readonly<Record<string, string | number>>;

const texts: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = {
  zh: zhTexts,
  en: enTexts,
};
const problems: Readonly<Record<Language, Readonly<Record<ProblemCode, string>>>> = {
  zh: zhScoring.problem,
  en: enScoring.problem,
};

function fill(text: string, data: Data): string {
  const filled = text.replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole));
  // What was filled in may end in a bracket, beside which Chinese sets no space.
  return filled.replace(/） (?=\p{Script=Han})/gu, "）");
}

/** A text of the checker; `{name}` is filled from `data`. */
export function say(language: Language, key: TextKey, data: Data = {}): string {
  return fill(texts[language][key], data);
}

/** What a scoring problem means, in the words the application uses too. */
export function sayProblem(language: Language, code: ProblemCode, data: Data): string {
  return fill(problems[language][code], data);
}

const known: ReadonlyMap<string, FaultCode> = new Map(faultCodes.map((code) => [code, code]));

/** One line for a fault in the shape of a JSON document: where and why. */
export function sayFault(language: Language, { code, path, data }: OwnFault): string {
  const knownCode = known.get(code);
  if (knownCode === undefined) throw new Error(`a fault without a sentence: ${code}`);
  const fault: Fault = { code: knownCode, path, ...(data === undefined ? {} : { data }) };
  return renderFault(fault, language);
}

/** `zh` unless the environment clearly speaks another language (POSIX order: LC_ALL, LC_MESSAGES, LANG). */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const set = [environment["LC_ALL"], environment["LC_MESSAGES"], environment["LANG"]];
  const name = set.find((value) => value !== undefined && value !== "") ?? "";
  return /^en/i.test(name) ? "en" : "zh";
}

/** Text from a file made safe to show on a terminal: no control characters, not longer than `max`. */
export function plain(text: string, max = 60): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "·");
  return clean.length > max ? `${clean.slice(0, max)}…` : clean;
}

/** A 工号 that is named again; beside it the spelling it was named in before, where that is another. */
export function numberAgain(language: Language, now: string, before: string): string {
  return now === before
    ? plain(now, 200)
    : say(language, "number-again", { now: plain(now, 200), before: plain(before, 200) });
}

/** The candidate most like what was written, when one is like it at all. */
export function nearest(written: string, candidates: readonly string[]): string | null {
  const ranked = candidates
    .map((candidate) => ({
      candidate,
      far: distance(written.toLowerCase(), candidate.toLowerCase()),
    }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best !== undefined && best.far <= Math.max(1, Math.floor(best.candidate.length / 3))
    ? best.candidate
    : null;
}

/** The name of a value most like what was written: of a short Chinese one, two characters at its beginning are enough. */
export function nearestName(written: string, names: readonly string[]): string | null {
  const begins = (name: string) =>
    name.length === 4 && name.length === written.length && name.startsWith(written.slice(0, 2));
  return nearest(written, names) ?? names.find(begins) ?? null;
}

function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 10 || a.length > 80) return 99;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 99;
}
