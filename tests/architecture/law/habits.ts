import ts from "typescript";
import { findings, type Source } from "./source";

/** The constant that Next writes into what it builds says which server this is; it is no configuration. */
const builtIn = /^process\.env\["NEXT_RUNTIME"\]/;
const harmless = new Set(["cwd", "version", "versions", "platform"]);

function readsEnvironment(node: ts.Node): boolean {
  if (ts.isMetaProperty(node)) return /^import\.meta\.env\b/.test(node.parent.getText());
  if (ts.isStringLiteralLike(node))
    return /^(node:)?process$/.test(node.text) && !ts.isJsxAttribute(node.parent);
  if (!ts.isIdentifier(node) || node.text !== "process") return false;
  const { parent } = node;
  if (!ts.isPropertyAccessExpression(parent) || parent.name === node) return true;
  return !harmless.has(parent.name.text) && !builtIn.test(parent.parent.getText());
}

/** Configuration is read and checked in one place. */
export function environmentReads(sources: readonly Source[]): string[] {
  const others = sources.filter(({ path }) => path !== "lib/env.ts");
  return findings(others, "reads process.env", readsEnvironment);
}

/** Each export of such a file is a public endpoint; ours are commands behind one door. */
export function serverActions(sources: readonly Source[]): string[] {
  return findings(
    sources,
    `"use server"`,
    (node) =>
      ts.isExpressionStatement(node) &&
      ts.isStringLiteral(node.expression) &&
      node.expression.text === "use server",
  );
}

/** React escapes what people wrote; markup made of strings would run it. */
export function rawMarkup(sources: readonly Source[]): string[] {
  const names = new Set([
    "dangerouslySetInnerHTML",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
  ]);
  return findings(
    sources,
    "raw markup",
    (node) => (ts.isIdentifier(node) || ts.isStringLiteral(node)) && names.has(node.text),
  );
}

// Notes about how the work was organised mean nothing to a stranger reading the repository.
const workplace = [
  /\/work\/(main|shared)/,
  /shared\/[a-z]+\.md/,
  /\bissue #?\d+\b/i,
  /\bhelper session\b/i,
];

export function workplaceTexts(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path: file, text }) =>
    text
      .split("\n")
      .flatMap((line, index) =>
        workplace.some((pattern) => pattern.test(line))
          ? [`${file}:${index + 1}: ${line.trim()}`]
          : [],
      ),
  );
}
