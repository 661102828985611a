import ts from "typescript";
import { findings, type Source } from "../source";

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

const joins: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** What an expression may show of itself: every branch of a choice, every part of a sum. */
function shownTexts(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return shownTexts(node.expression);
  if (ts.isConditionalExpression(node))
    return [...shownTexts(node.whenTrue), ...shownTexts(node.whenFalse)];
  if (ts.isBinaryExpression(node) && joins.has(node.operatorToken.kind))
    return [...shownTexts(node.left), ...shownTexts(node.right)];
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(shownTexts);
  if (!ts.isTemplateExpression(node)) return [];
  const spans = node.templateSpans.flatMap((span) => [
    span.literal.text,
    ...shownTexts(span.expression),
  ]);
  return [node.head.text, ...spans];
}

const isWord = (text: string) => /\p{L}{2,}/u.test(text);
const spoken = new Set(["aria-label", "aria-description", "alt", "title", "placeholder", "label"]);

function isSpokenAttribute(node: ts.Node): node is ts.JsxAttribute {
  return ts.isJsxAttribute(node) && spoken.has(node.name.getText());
}

function textInBraces(node: ts.Node): boolean {
  if (!ts.isJsxExpression(node) || node.expression === undefined) return false;
  const read = !ts.isJsxAttribute(node.parent) || isSpokenAttribute(node.parent);
  return read && shownTexts(node.expression).some(isWord);
}

/** English text between tags, with or without braces, or in attributes people hear or read. */
export function textInTags(sources: readonly Source[]): string[] {
  return findings(sources, "text in a tag", (node) => {
    if (ts.isJsxText(node)) return isWord(node.text.replaceAll(/&\w+;/g, ""));
    if (textInBraces(node)) return true;
    const value = isSpokenAttribute(node) ? node.initializer : undefined;
    return value !== undefined && ts.isStringLiteral(value) && /\p{L}/u.test(value.text);
  });
}

const speakers = /^(toast|alert|confirm|prompt|announce)$/;

function speaks(callee: ts.Expression): boolean {
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  return ts.isIdentifier(name) && speakers.test(name.text);
}

function spokenTexts(argument: ts.Expression): string[] {
  if (!ts.isObjectLiteralExpression(argument)) return shownTexts(argument);
  return argument.properties.flatMap((part) => {
    if (!ts.isPropertyAssignment(part) || part.name.getText() === "tone") return [];
    return spokenTexts(part.initializer);
  });
}

/** What is said in passing is translated, too. */
export function textInToasts(sources: readonly Source[]): string[] {
  return findings(
    sources,
    "text in a toast",
    (node) =>
      ts.isCallExpression(node) &&
      speaks(node.expression) &&
      node.arguments.flatMap(spokenTexts).some(isWord),
  );
}
