import ts from "typescript";
import { importsOf, parse, resolveImport, visit, type Source } from "../source";

/** How deep the words of what a file imports are looked through: types there name the keys a view asks for. */
const DEPTH = 2;

/** What a file says in texts of its own. */
interface Said {
  /** Under which names it asks for texts, with the dot behind. */
  readonly under: readonly RegExp[];
  /** Literals and names of fields: what a key may be made from. */
  readonly words: ReadonlySet<string>;
  /** Keys with something to be filled in. */
  readonly shapes: readonly RegExp[];
  readonly imports: readonly string[];
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function shapeOf(node: ts.TemplateExpression): string {
  const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  return parts.map(escaped).join(".+");
}

const askers = new Set(["useTranslations", "getTranslations"]);

function underOf(node: ts.CallExpression): RegExp | undefined {
  if (!ts.isIdentifier(node.expression) || !askers.has(node.expression.text)) return undefined;
  const [given] = node.arguments;
  if (given === undefined) return /^/;
  if (ts.isStringLiteralLike(given)) return new RegExp(`^${escaped(given.text)}\\.`);
  return ts.isTemplateExpression(given) ? new RegExp(`^${shapeOf(given)}\\.`) : /^/;
}

function fieldOf(node: ts.Node): string | undefined {
  const named =
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isPropertySignature(node) ||
    ts.isBindingElement(node);
  return named && ts.isIdentifier(node.name) ? node.name.text : undefined;
}

function saidBy(source: Source): Said {
  const under: RegExp[] = [];
  const words = new Set<string>();
  const shapes: RegExp[] = [];
  visit(parse(source), (node) => {
    const word = ts.isStringLiteralLike(node) ? node.text : fieldOf(node);
    if (word !== undefined) words.add(word);
    if (ts.isTemplateExpression(node)) shapes.push(new RegExp(`^${shapeOf(node)}$`));
    const name = ts.isCallExpression(node) ? underOf(node) : undefined;
    if (name !== undefined) under.push(name);
  });
  const imports = importsOf(source).flatMap((name) => resolveImport(source.path, name) ?? []);
  return { under, words, shapes, imports };
}

const bare = (file: string) => file.replace(/\.tsx?$/, "").replace(/\/index$/, "");

/** The scoring library is one module with one door; its types come through it from anywhere inside. */
const library = "lib/scoring";

function wordsNear(file: string, all: ReadonlyMap<string, Said>): ReadonlySet<string> {
  const words = new Set<string>();
  const seen = new Set<string>();
  const look = (name: string, depth: number) => {
    if (seen.has(name)) return;
    seen.add(name);
    const inside = name === library ? [...all].filter(([at]) => at.startsWith(`${library}/`)) : [];
    const said = [all.get(name), ...inside.map(([, one]) => one)].filter(
      (one) => one !== undefined,
    );
    for (const one of said) for (const word of one.words) words.add(word);
    if (depth > 0) for (const next of all.get(name)?.imports ?? []) look(bare(next), depth - 1);
  };
  look(file, DEPTH);
  return words;
}

/**
 * Keys nobody asks for. A key counts as asked for where a file asks for texts under its beginning and the rest of it
 * stands there or in what that file imports, whole or with something filled in: a dead key with a common name may be
 * missed, a living one is not accused.
 */
export function unusedKeys(keys: readonly string[], sources: readonly Source[]): string[] {
  const all = new Map(sources.map((source) => [bare(source.path), saidBy(source)]));
  const asking = [...all].filter(([, { under }]) => under.length > 0);
  const near = new Map(asking.map(([file]) => [file, wordsNear(file, all)]));
  const asksFor = (key: string, file: string, { under, shapes }: Said) =>
    under.some((name) => {
      if (!name.test(key)) return false;
      const rest = key.replace(name, "");
      return near.get(file)?.has(rest) === true || shapes.some((shape) => shape.test(rest));
    });
  return keys.filter((key) => !asking.some(([file, said]) => asksFor(key, file, said)));
}

/** Of texts that are asked for by codes from afar: keys that stand nowhere in the sources. */
export function unspokenKeys(keys: readonly string[], sources: readonly Source[]): string[] {
  const all = sources.map(saidBy);
  const words = new Set(all.flatMap((said) => [...said.words]));
  // A shape without a word of its own would fit anything.
  const shapes = all.flatMap((said) => said.shapes).filter(({ source }) => /[a-z]{3}/.test(source));
  return keys.filter((key) => {
    const rest = key.replace(/^[^.]+\./, "");
    return !words.has(rest) && !shapes.some((shape) => shape.test(rest));
  });
}
