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
  const names = [...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((match) => match[1] ?? "");
  const tags = [...text.matchAll(/<(\w+)>/g)].map((match) => `<${match[1] ?? ""}>`);
  // A text inside a plural's branch looks like an argument only when it is a single word.
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

/** Straight quotes and half-width punctuation beside Han characters. */
export function roughChinese(texts: Texts): string[] {
  const han = String.raw`\p{Script=Han}`;
  const rough = [
    new RegExp(`${han}[,;:?!]|[,;:?!]${han}`, "u"),
    new RegExp(`${han}[A-Za-z0-9]|[A-Za-z0-9]${han}`, "u"),
    new RegExp(`${han}"|"${han}`, "u"),
  ];
  return [...texts].flatMap(([key, text]) => {
    // Inside braces is syntax, not punctuation.
    const plain = text.replaceAll(/\{[^{}]*\}/g, "").replaceAll(/<\/?\w+>/g, "");
    return /[{}]/.test(plain) || !rough.some((pattern) => pattern.test(plain)) ? [] : [key];
  });
}
