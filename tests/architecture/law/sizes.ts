import path from "node:path";
import ts from "typescript";
import { parse, visit, type Source } from "./source";

const longestFile = 300;
const longestPage = 40;
const longestFunction = 60;
const longestComponent = 120;
const fullestFolder = 12;

// Text and history, which grow by nature, and what a tool wrote.
const countless =
  /^(messages|docs\/decisions|prisma\/migrations|node_modules)(\/|$)|\/golden(\/|$)/;
const generated = /^(package-lock\.json|LICENSE)$/;
const handWritten = /\.(ts|tsx|mts|mjs|js|css|prisma|sql)$/;

function lineCount(text: string): number {
  return text.replace(/\n$/, "").split("\n").length;
}

export const countsAsWritten = (file: string) =>
  handWritten.test(file) && !generated.test(file) && !countless.test(file);

export function longFiles(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path: file, text }) => {
    const limit = /^app\/(.*\/)?page\.tsx$/.test(file) ? longestPage : longestFile;
    const lines = lineCount(text);
    return lines > limit ? [`${file}: ${lines} lines, at most ${limit}`] : [];
  });
}

function isCounted(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node)
  );
}

/** Tests are left out: a describe block is one function. */
export function longFunctions(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    if (source.path.startsWith("tests/")) return [];
    const file = parse(source);
    const view = source.path.startsWith("components/") || /^app\/.*\.tsx$/.test(source.path);
    const limit = view ? longestComponent : longestFunction;
    const found: string[] = [];
    visit(file, (node) => {
      if (!isCounted(node)) return;
      const first = file.getLineAndCharacterOfPosition(node.getStart()).line;
      const lines = file.getLineAndCharacterOfPosition(node.getEnd()).line - first + 1;
      if (lines > limit) {
        found.push(`${source.path}:${first + 1}: ${lines} lines in a function, at most ${limit}`);
      }
    });
    return found;
  });
}

export function fullFolders(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const file of files) {
    const folder = path.posix.dirname(file);
    // The top of a repository belongs to the tools that look for their files there.
    if (folder === "." || countless.test(folder)) continue;
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].flatMap(([folder, count]) =>
    count > fullestFolder ? [`${folder}: ${count} files, at most ${fullestFolder}`] : [],
  );
}
