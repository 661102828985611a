import { z } from "zod";

export type Texts = ReadonlyMap<string, string>;

interface Tree {
  [key: string]: string | Tree;
}

const tree: z.ZodType<Tree> = z.lazy(() =>
  z.record(z.string().max(80), z.union([z.string().max(5_000), tree])),
);

function flatten(node: Tree, prefix: string): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) => {
    const name = `${prefix}.${key}`;
    return typeof value === "string" ? [[name, value]] : flatten(value, name);
  });
}

/** All texts of one namespace file by their full key. */
export function textsOf(namespace: string, json: string): Texts {
  return new Map(flatten(tree.parse(JSON.parse(json)), namespace));
}

/** The names of ICU arguments, e.g. {count, plural, …} → count. */
function argumentsOf(text: string): string {
  let depth = 0;
  const names = [...text.matchAll(/\{\s*(\w*)|\}/g)].flatMap(([brace, name = ""]) => {
    if (brace === "}") depth--;
    // A brace inside an argument opens a branch of its choice, one inside a branch the next argument.
    else if (depth++ % 2 === 0) return [name];
    return [];
  });
  const tags = [...text.matchAll(/<(\w+)>/g)].map((match) => `<${match[1] ?? ""}>`);
  return [...new Set([...names, ...tags])].sort().join(" ");
}

export function emptyTexts(texts: Texts): string[] {
  return [...texts].flatMap(([key, text]) => (text.trim() === "" ? [key] : []));
}

export function missingKeys(texts: Texts, reference: Texts): string[] {
  return [...reference.keys()].filter((key) => !texts.has(key));
}

export function differentArguments(one: Texts, other: Texts): string[] {
  return [...one].flatMap(([key, text]) => {
    const counterpart = other.get(key);
    if (counterpart === undefined) return [];
    const [left, right] = [argumentsOf(text), argumentsOf(counterpart)];
    return left === right ? [] : [`${key}: {${left}} and {${right}}`];
  });
}

/** Arguments that are written in figures; {quarter} is “2026 年第四季度”: figures in front, Han behind. */
const figures =
  "year|count|days|score|total|max|min|point|gate|number|when|moment|day|time|done|people|percent|share|used|limit|least|size|version|round|minutes|times|current|left|delta|row|column|line|bound|average";

/** A text as it is read: each branch of a choice on its own, every figure a 1. */
function spoken(text: string): readonly string[] {
  let plain = text
    .replaceAll("{quarter}", "1季度")
    .replaceAll(new RegExp(`\\{(?:${figures})\\}`, "g"), "1")
    .replaceAll(/\{\w+\}/g, "\u0001")
    .replaceAll(/<\/?\w+>/g, "");
  // Innermost branches first: a choice may stand in a choice.
  for (let before = ""; before !== plain;) {
    before = plain;
    plain = plain.replaceAll(
      /(?:=\d+|\b\w+) ?\{([^{}]*)\}/g,
      (_, branch: string) => `\n${branch.replaceAll("#", "1")}\n`,
    );
    plain = plain.replaceAll(/\{\w+, ?(?:plural|select|selectordinal),([^{}]*)\}/g, "$1");
  }
  return plain.split("\n").filter((part) => part.trim() !== "");
}

function where(texts: Texts, patterns: readonly RegExp[]): string[] {
  return [...texts].flatMap(([key, text]) =>
    spoken(text).some((part) => patterns.some((pattern) => pattern.test(part))) ? [key] : [],
  );
}

/** Straight quotes and half-width punctuation beside Han characters; Han that touches a figure or a Latin letter. */
export function roughChinese(texts: Texts): string[] {
  const han = String.raw`\p{Script=Han}`;
  return where(texts, [
    new RegExp(`${han}[,;:?!]|[,;:?!]${han}`, "u"),
    new RegExp(`${han}[A-Za-z0-9]|[A-Za-z0-9](?!季度)${han}`, "u"),
    new RegExp(`${han}"|"${han}`, "u"),
  ]);
}

/** What a company's HR does not write, and the second word for what has one already. */
export function oddChinese(texts: Texts): string[] {
  return where(texts, [
    /你/,
    /HRBP|合计(?!行)|打分|看看|站不住|收回|手记|全部经过|拿不准|没判完|没填完|卡住|后面的(?!阶段)/,
    /不对[。！]?$|^没有这个/,
  ]);
}

/** Words of no HR department, and the second word for what has one already. */
export function oddEnglish(texts: Texts): string[] {
  return where(texts, [
    /\b(?:mend(?:ed|s|ing)?|fives|heads only|further|particulars|objected to|worked out)\b/i,
    /\bhand(?:s|ed|ing)? in\b|\brungs?\b|\btold\b|\bwritten facts\b/i,
    /\bdeadlines?\b/i,
  ]);
}

/** English says Q4 2026. */
export function turnedQuarters(texts: Texts): string[] {
  return [...texts].flatMap(([key, text]) =>
    /\{year\} ?Q\{|\b20\d\d Q[1-4]/.test(text) ? [key] : [],
  );
}

/** A title or a button with a capital in the middle: headings are written as sentences are. */
export function titleCase(texts: Texts): string[] {
  const name = /^(?:HR|JSON|Schema|Excel|Tongguan|UTF|GBK|CSV|KB|Q\d*|People|My|No|English)$/;
  return [...texts].flatMap(([key, text]) =>
    spoken(text).some((part) => {
      const words = part.match(/(?<=[a-z,] )[A-Z][a-z]+/g) ?? [];
      return words.some((word) => !name.test(word));
    })
      ? [key]
      : [],
  );
}
