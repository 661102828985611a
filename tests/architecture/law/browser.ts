import ts from "typescript";
import { parse, resolveImport, type Source } from "./source";

/** What weighs too much, or has no business, in a browser. */
const kept = /^(zod|pg|pino|next-auth|@prisma\/|@zxcvbn-ts\/|node:)/;

const isClient = ({ text }: Source) => /^\s*["']use client["']/.test(text);

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
function loadedBy(source: Source): string[] {
  return parse(source).statements.flatMap((statement) => {
    const specifier = loaded(statement);
    return specifier !== undefined && ts.isStringLiteral(specifier) ? [specifier.text] : [];
  });
}

/** Each package of the server that a client component reaches, by the shortest way there. */
export function heavyInBrowser(sources: readonly Source[]): string[] {
  const files = new Map(sources.map((source) => [source.path.replace(/\.tsx?$/, ""), source]));
  const found = new Map<string, string>();
  const seen = new Set<string>();
  let ways = sources.filter(isClient).map((source) => ({ source, way: [source.path] }));
  while (ways.length > 0) {
    ways = ways.flatMap(({ source, way }) =>
      loadedBy(source).flatMap((specifier) => {
        const target = resolveImport(source.path, specifier);
        if (target === undefined && kept.test(specifier) && !found.has(specifier))
          found.set(specifier, [...way, specifier].join(" → "));
        const next = files.get(target ?? "") ?? files.get(`${target ?? ""}/index`);
        if (next === undefined || seen.has(next.path)) return [];
        seen.add(next.path);
        return [{ source: next, way: [...way, next.path] }];
      }),
    );
  }
  return [...found.values()];
}
