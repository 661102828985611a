import ts from "typescript";
import { globalName, globalsIn, isBareGlobal, isType } from "./globals";
import { findings, parse, place, type Source } from "./source";

const calculations = new Set(["UTC", "parse"]);
const clocks = new Set(["performance", "Temporal"]);
const sqlClock =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday) ?\(\)|\b(current_timestamp|current_date|current_time|localtime|localtimestamp)\b/i;

const isNothing = (node: ts.Expression) =>
  ts.isSpreadElement(node) || ts.isVoidExpression(node) || node.getText() === "undefined";

/** `new Date(given)`, `Date.UTC(…)`, `Date.parse(…)` and `x instanceof Date` calculate with what they get. */
function calculates(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isNewExpression(parent)) {
    const [first] = parent.arguments ?? [];
    return parent.expression === node && first !== undefined && !isNothing(first);
  }
  if (ts.isPropertyAccessExpression(parent))
    return parent.expression === node && calculations.has(parent.name.text);
  return (
    ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword
  );
}

/** Formatting nothing formats the present. */
function formatsNow(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || node.arguments.length > 0) return false;
  const callee = node.expression;
  return ts.isPropertyAccessExpression(callee) && /^format(ToParts)?$/.test(callee.name.text);
}

function readsClock(node: ts.Node): boolean {
  if (formatsNow(node)) return true;
  if (ts.isElementAccessExpression(node))
    return /^["'`](Date|Temporal|performance)["'`]$/.test(node.argumentExpression.getText());
  if (ts.isIdentifier(node) && node.text === "useNow") return true;
  return ts.isIdentifier(node) && node.text === "Date" && !isType(node) && !calculates(node);
}

function asksSql(node: ts.Node): boolean {
  const isText =
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node);
  return isText && sqlClock.test(node.text);
}

/** Time is a parameter: only the clock asks what time it is, and never the database's. */
export function clockReads(sources: readonly Source[]): string[] {
  const others = sources.filter(({ path }) => path !== "lib/clock.ts");
  return [
    ...findings(others, "reads the wall clock", readsClock),
    ...findings(others, "asks the database's clock", asksSql),
    ...others.flatMap((source) => {
      const file = parse(source);
      return globalsIn(file)
        .filter((node) => clocks.has(globalName(node)) || isBareGlobal(node))
        .map((node) => `${place(source, file, node)}: ${globalName(node)} may be a clock`);
    }),
  ];
}
