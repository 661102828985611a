import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export interface Source {
  /** From the top of the repository, with forward slashes. */
  path: string;
  text: string;
}

const root = path.resolve(import.meta.dirname, "../../..");
const skipped = new Set(["node_modules", ".git", ".next", ".data", "generated", "test-results"]);

function walk(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name) || entry.name.startsWith(".next")) return [];
    const here = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? walk(here) : [here];
  });
}

export const everyFile = walk("").filter((file) => !/\.(tsbuildinfo|log)$/.test(file));

export function read(file: string): Source {
  return { path: file, text: readFileSync(path.join(root, file), "utf8") };
}

const isCode = (file: string) => /\.(ts|tsx|mts|mjs|js)$/.test(file) && !file.endsWith(".d.ts");

export const everySource = everyFile.filter(isCode).map(read);

export const application = everySource.filter(({ path: file }) =>
  /^(app|lib|components)\//.test(file),
);

/** What Next runs around the application: before every request, at the start, for the build. */
export const gate = ["proxy.ts", "instrumentation.ts", "next.config.js"];

export const served = [
  ...application,
  ...everySource.filter(({ path: file }) => gate.includes(file)),
];

const parsed = new WeakMap<Source, ts.SourceFile>();

export function parse(source: Source): ts.SourceFile {
  const known = parsed.get(source);
  if (known) return known;
  const file = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true);
  parsed.set(source, file);
  return file;
}

export function visit(node: ts.Node, see: (node: ts.Node) => void) {
  see(node);
  ts.forEachChild(node, (child) => {
    visit(child, see);
  });
}

export function place(source: Source, file: ts.SourceFile, node: ts.Node): string {
  return `${source.path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

export type Finder = (node: ts.Node) => boolean;

export function findings(sources: readonly Source[], what: string, finder: Finder): string[] {
  return sources.flatMap((source) => {
    const file = parse(source);
    const found: string[] = [];
    visit(file, (node) => {
      if (finder(node)) found.push(`${place(source, file, node)}: ${what}`);
    });
    return found;
  });
}

/** A module named by an expression: nobody can say which. */
const computed = "(computed)";

const loaders = new Set(["require", "createRequire", "getBuiltinModule"]);

function isLoader(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  if (ts.isIdentifier(callee)) return loaders.has(callee.text);
  return ts.isPropertyAccessExpression(callee) && loaders.has(callee.name.text);
}

function nameOf(node: ts.Node | undefined): string {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : computed;
}

function importOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node)) return nameOf(node.moduleSpecifier);
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier && nameOf(node.moduleSpecifier);
  if (ts.isExternalModuleReference(node)) return nameOf(node.expression);
  if (ts.isCallExpression(node) && isLoader(node.expression)) return nameOf(node.arguments[0]);
  if (ts.isImportTypeNode(node))
    return nameOf(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined);
  return undefined;
}

/** Every module a file names: static, re-exported and dynamic imports and `require`, types included. */
export function importsOf(source: Source): string[] {
  const found: string[] = [];
  visit(parse(source), (node) => {
    const specifier = importOf(node);
    if (specifier !== undefined) found.push(specifier);
  });
  return found;
}

export const isClient = ({ text }: Source) => /^\s*["']use client["']/.test(text);

function isErased(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  if (clause.name !== undefined || names === undefined || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every(({ isTypeOnly }) => isTypeOnly);
}

function loaded(statement: ts.Statement): ts.Expression | undefined {
  if (ts.isImportDeclaration(statement))
    return isErased(statement.importClause) ? undefined : statement.moduleSpecifier;
  if (!ts.isExportDeclaration(statement) || statement.isTypeOnly) return undefined;
  return statement.moduleSpecifier;
}

/** Modules that are still asked for once the types are gone. */
export function loadedBy(source: Source): string[] {
  return parse(source).statements.flatMap((statement) => {
    const specifier = loaded(statement);
    return specifier !== undefined && ts.isStringLiteral(specifier) ? [specifier.text] : [];
  });
}

/** The folder of lib/ a file stands in, or the file itself at its top; undefined elsewhere. */
export function domainOf(file: string): string | undefined {
  const [top, second] = file.replace(/\.(tsx?|json)$/, "").split("/");
  return top === "lib" ? second : undefined;
}

/** The repository path an import means, without extension; undefined for a package. */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (!specifier.startsWith(".")) return undefined;
  return path.posix.join(path.posix.dirname(from), specifier);
}
