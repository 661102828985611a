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

export function parse({ path: file, text }: Source): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

export function visit(node: ts.Node, see: (node: ts.Node) => void) {
  see(node);
  ts.forEachChild(node, (child) => {
    visit(child, see);
  });
}

/** Every module a file names: static, re-exported and dynamic imports, types included. */
export function importsOf(source: Source): string[] {
  const found: string[] = [];
  visit(parse(source), (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
        found.push(node.moduleSpecifier.text);
      }
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) found.push(argument.text);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) found.push(node.argument.literal.text);
    }
  });
  return found;
}

/** The repository path an import means, without extension; undefined for a package. */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (!specifier.startsWith(".")) return undefined;
  return path.posix.join(path.posix.dirname(from), specifier);
}
