import ts from "typescript";
import { parse, visit, type Source } from "./source";

type Finder = (node: ts.Node) => boolean;

function findings(sources: readonly Source[], what: string, finder: Finder): string[] {
  return sources.flatMap((source) => {
    const file = parse(source);
    const found: string[] = [];
    visit(file, (node) => {
      if (!finder(node)) return;
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${source.path}:${line + 1}: ${what}`);
    });
    return found;
  });
}

const except = (sources: readonly Source[], file: string) =>
  sources.filter((source) => source.path !== file);

/** Configuration is read and checked in one place. */
export function environmentReads(sources: readonly Source[]): string[] {
  return findings(
    except(sources, "lib/env.ts"),
    "reads process.env",
    (node) =>
      (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) &&
      /^(globalThis\.)?process(\.|\?\.|\[)/.test(node.getText()) &&
      /^(globalThis\.)?process(\??\.env|\["env"\])$/.test(node.getText()),
  );
}

/** Time is a parameter: only the clock asks what time it is. */
export function clockReads(sources: readonly Source[]): string[] {
  return findings(except(sources, "lib/clock.ts"), "reads the wall clock", (node) => {
    if (ts.isNewExpression(node)) {
      return node.expression.getText() === "Date" && (node.arguments?.length ?? 0) === 0;
    }
    if (!ts.isCallExpression(node)) return false;
    const callee = node.expression.getText();
    return callee === "Date" || callee === "Date.now" || callee === "Temporal.Now.instant";
  });
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

// Han, kana, full-width forms and Chinese punctuation.
const chinese = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

function isText(node: ts.Node): boolean {
  return (
    ts.isStringLiteral(node) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node) ||
    ts.isJsxText(node)
  );
}

/** What people read lives in messages/, where a translator finds it. */
export function textInCode(sources: readonly Source[]): string[] {
  return findings(sources, "text in code", (node) => isText(node) && chinese.test(node.getText()));
}

/** English text between tags or in attributes people hear or read. */
export function textInTags(sources: readonly Source[]): string[] {
  const spoken = new Set(["aria-label", "alt", "title", "placeholder", "label"]);
  return findings(sources, "text in a tag", (node) => {
    if (ts.isJsxText(node)) return /\p{L}{2,}/u.test(node.text.replaceAll(/&\w+;/g, ""));
    if (!ts.isJsxAttribute(node) || !spoken.has(node.name.getText())) return false;
    const value = node.initializer;
    return value !== undefined && ts.isStringLiteral(value) && /\p{L}/u.test(value.text);
  });
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
