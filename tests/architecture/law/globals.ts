import ts from "typescript";
import { parse, place, visit, type Source } from "./source";

function bindingsOf(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  visit(file, (node) => {
    const named =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isFunctionExpression(node) ||
      ts.isClassDeclaration(node) ||
      ts.isEnumDeclaration(node) ||
      ts.isImportClause(node) ||
      ts.isImportSpecifier(node) ||
      ts.isNamespaceImport(node);
    if (named && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}

/** Whether an identifier is a name of something's part, not a thing by itself: `a.NAME`, `{ NAME: 1 }`. */
function isPart(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent) || ts.isJsxAttribute(parent) || ts.isMetaProperty(parent))
    return true;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  if (ts.isExportSpecifier(parent) || ts.isImportSpecifier(parent)) return true;
  const opens = ts.isJsxOpeningElement(parent) || ts.isJsxSelfClosingElement(parent);
  if (opens || ts.isJsxClosingElement(parent)) return true;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return true;
  return "name" in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent);
}

export function isType(node: ts.Node): boolean {
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isTypeQueryNode(at)) return false;
    if (ts.isExpressionWithTypeArguments(at)) return ts.isInterfaceDeclaration(at.parent.parent);
    if (ts.isTypeNode(at) || ts.isTypeAliasDeclaration(at)) return true;
    if (ts.isExpression(at) && !ts.isIdentifier(at)) return false;
  }
  return false;
}

/** Identifiers used as values that the file neither declares nor imports. */
export function globalsIn(file: ts.SourceFile): ts.Identifier[] {
  const bound = bindingsOf(file);
  const found: ts.Identifier[] = [];
  visit(file, (node) => {
    if (!ts.isIdentifier(node) || bound.has(node.text)) return;
    if (!isPart(node) && !isType(node)) found.push(node);
  });
  return found;
}

const wholes = new Set(["globalThis", "window", "self", "global"]);

/** What is reached through `globalThis.NAME` or `globalThis["NAME"]` counts as NAME; a bare `globalThis` stays itself. */
export function globalName(node: ts.Identifier): string {
  const { parent } = node;
  if (!wholes.has(node.text)) return node.text;
  if (ts.isPropertyAccessExpression(parent)) return parent.name.text;
  if (ts.isElementAccessExpression(parent) && ts.isStringLiteralLike(parent.argumentExpression))
    return parent.argumentExpression.text;
  return node.text;
}

/** `const all = globalThis` hides what is read from it; asking whether there is one hides nothing. */
export function isBareGlobal(node: ts.Identifier): boolean {
  return wholes.has(globalName(node)) && !ts.isTypeOfExpression(node.parent);
}

/** What gives the same answer for the same arguments, everywhere and always. */
const pure = new Set([
  ...[
    "Array",
    "BigInt",
    "Boolean",
    "DataView",
    "Infinity",
    "Int32Array",
    "Map",
    "Math",
    "NaN",
    "Number",
  ],
  ...["Object", "RegExp", "Set", "String", "Symbol", "Uint8Array", "WeakMap", "WeakSet"],
  ...["Error", "RangeError", "TypeError", "JSON", "TextEncoder", "structuredClone", "undefined"],
]);

/** Dates and languages belong to the domains; the rules of scoring know neither. */
const domainPure = new Set([...pure, "Date", "Intl"]);

const pureRooms: Readonly<Record<string, ReadonlySet<string>>> = {
  scoring: pure,
  presets: pure,
  schema: domainPure,
  types: domainPure,
  rules: domainPure,
  permissions: domainPure,
  stages: domainPure,
  standing: domainPure,
  format: domainPure,
  text: pure,
};

function isDice({ text, parent }: ts.Identifier): boolean {
  if (text !== "Math") return false;
  return !ts.isPropertyAccessExpression(parent) || parent.name.text === "random";
}

/** Chance, time, network and timers make an answer nobody can check again. */
export function impurities(
  sources: readonly Source[],
  roomOf: (path: string) => string | undefined,
): string[] {
  return sources.flatMap((source) => {
    const allowed = pureRooms[roomOf(source.path) ?? ""];
    if (allowed === undefined) return [];
    const file = parse(source);
    return globalsIn(file)
      .filter((node) => !allowed.has(node.text) || isDice(node))
      .map((node) => `${place(source, file, node)}: ${globalName(node)} is not pure`);
  });
}
