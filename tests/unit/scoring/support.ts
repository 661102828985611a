import { frameworkPresets, policyPresets } from "@/lib/presets";
import type {
  CaseKind,
  CaseRef,
  FrameworkDocument,
  GrantMode,
  PolicyDocument,
  RungDefinition,
  SheetInput,
  ValueDefinition,
  ValueInput,
  Verdict,
} from "@/lib/scoring";

const text = (words: string) => ({ zh: words, en: words });

export function rung(point: number, grant: GrantMode, more: Partial<RungDefinition> = {}) {
  const definition: RungDefinition = {
    point,
    grant,
    statement: text(`statement ${point}`),
    meaning: text(`meaning ${point}`),
    supports: [],
    breaks: [],
    halfPoint: "usual",
    assumed: false,
    ...more,
  };
  return definition;
}

/** A value from one letter a rung: `p` presumed, `e` evidenced. */
export function valueOf(letters: string, gated = true, key = "value"): ValueDefinition {
  const rungs = Array.from(letters).map((letter, index) =>
    rung(index + 1, letter === "p" ? "presumed" : "evidenced"),
  );
  return { key, name: text(key), gated, rungs };
}

/** The pattern of the 2006 manual: two presumed rungs, three evidenced. */
export const sixVeinsLadder = valueOf("ppeee");

export function filed(rungPoint: number, kind: CaseKind = "supports", tag = ""): CaseRef {
  const id = `${kind}-${rungPoint}${tag}`;
  return { id, rung: rungPoint, kind, title: `${kind} ${rungPoint}${tag}` };
}

const words: Readonly<Record<string, { verdict?: Verdict; support?: true }>> = {
  met: { verdict: "met" },
  partly: { verdict: "partly" },
  unmet: { verdict: "unmet" },
  "-": {},
  E: { verdict: "met", support: true },
  e: { verdict: "met" },
  P: { verdict: "partly", support: true },
  p: { verdict: "partly" },
};

/**
 * Reads the notation of the domain's examples, lowest rung first: `met,met,E,e`. E and e are met with and without a
 * case, P and p the same for partly, `-` is not judged; `!` adds a contradicting case, `+` a supporting one.
 */
export function said(notation: string): ValueInput {
  const judgements: Partial<Record<number, Verdict>> = {};
  const cases: CaseRef[] = [];
  notation.split(",").forEach((token, index) => {
    const point = index + 1;
    const word = words[token.replace(/[!+]/g, "")];
    if (!word) throw new Error(`unknown word in ${notation}`);
    if (word.verdict) judgements[point] = word.verdict;
    if (word.support || token.includes("+")) cases.push(filed(point));
    if (token.includes("!")) cases.push(filed(point, "contradicts"));
  });
  return { judgements, cases };
}

export function framework(key: string): FrameworkDocument {
  const found = frameworkPresets.find((preset) => preset.key === key);
  if (!found) throw new Error(`no framework ${key}`);
  return found;
}

export function policy(key: string): PolicyDocument {
  const found = policyPresets.find((preset) => preset.key === key);
  if (!found) throw new Error(`no policy ${key}`);
  return found;
}

/** Classic as it ships: facts asked for whatever leads to a consequence, the lowest band for any value below 1. */
export const factsAsked = policy("classic");

/** The same without both: where an example is about another rule. */
export const scoresOnly: PolicyDocument = {
  ...factsAsked,
  sanctionNeedsFacts: false,
  assumed: [],
  singleValueRules: factsAsked.singleValueRules.map(({ setsBand: _setsBand, ...rule }) => rule),
};

/** The same notation for every value of a framework, with the exceptions named. */
export function sheetOf(
  document: FrameworkDocument,
  notation: string,
  exceptions: Readonly<Record<string, string>> = {},
): SheetInput {
  return Object.fromEntries(
    document.values.map(({ key }) => [key, said(exceptions[key] ?? notation)]),
  );
}

/** A notation for the six-veins pattern that earns exactly these half-points. */
export function notationFor(score: number): string {
  const notations = [
    "unmet!,-,-,-,-",
    "partly!,-,-,-,-",
    "met,unmet!,-,-,-",
    "met,partly!,-,-,-",
    "met,met,unmet,-,-",
    "met,met,P,-,-",
    "met,met,E,unmet,-",
    "met,met,E,P,-",
    "met,met,E,E,unmet",
    "met,met,E,E,P",
    "met,met,E,E,E",
  ];
  const found = notations[score];
  if (found === undefined) throw new Error(`no notation for ${score}`);
  return found;
}

/** Spreads a total over values of at most 10 half-points each, front values first. */
export function sheetWithTotal(document: FrameworkDocument, total: number): SheetInput {
  let left = total;
  return Object.fromEntries(
    document.values.map(({ key }) => {
      const share = Math.min(10, left);
      left -= share;
      return [key, { ...said(notationFor(share)), justification: "written" }];
    }),
  );
}
