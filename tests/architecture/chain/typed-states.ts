import ts from "typescript";
import { chain } from "@/lib/appraisal/stages";
import { findings, visit, type Source } from "../law/source";

const words = new Set<string>([...chain.states, ...chain.stages]);
const columns = new Set(["state", "stage", "toState", "fromState", "returnedFrom"]);

const quoted = `'(?:${[...words].join("|")})'`;
const compared = new RegExp(
  `(?:=|<>|\\bIN\\s*\\(|\\bANY\\s*\\(|\\bARRAY\\s*\\[|\\bFROM\\b|,)\\s*${quoted}|\\bCASE\\b[^;]*\\bWHEN\\s+${quoted}`,
  "i",
);

function isStatement(node: ts.Node): boolean {
  if (!ts.isTaggedTemplateExpression(node)) return false;
  return /\bsql$|\$(?:query|execute)Raw$/.test(node.tag.getText()) && compared.test(node.getText());
}

const wordIn = (node: ts.Node): boolean => {
  let found = false;
  visit(node, (inner) => {
    const called = ts.isCallExpression(inner.parent);
    if (ts.isStringLiteralLike(inner) && words.has(inner.text) && !called) found = true;
  });
  return found;
};

function isFilter(node: ts.Node): boolean {
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== "where") return false;
  let found = false;
  visit(node.initializer, (inner) => {
    if (ts.isPropertyAssignment(inner) && columns.has(inner.name.getText()))
      found ||= wordIn(inner.initializer);
  });
  return found;
}

/** A state given to somebody as a value, e.g. `state: "self_review"`. */
function isGiven(node: ts.Node): boolean {
  if (!ts.isPropertyAssignment(node) || !columns.has(node.name.getText())) return false;
  return ts.isStringLiteralLike(node.initializer) && words.has(node.initializer.text);
}

const gives = (path: string) =>
  /^(?:app|components)\//.test(path) ||
  path.endsWith("/commands.ts") ||
  path.includes("/commands/");

/** A list or condition that types a state or a stage forgets the next one; `lib/appraisal` makes both from the chain. */
export function typedStates(sources: readonly Source[]): string[] {
  const others = sources.filter(
    ({ path }) => path.startsWith("lib/") && !path.startsWith("lib/appraisal/"),
  );
  return [
    ...findings(
      others,
      "types a state: use lib/appraisal/where or stageOf",
      (node) => isStatement(node) || isFilter(node),
    ),
    ...findings(
      sources.filter(({ path }) => gives(path)),
      "gives a state it types itself: take it from the chain, or from writtenIn",
      isGiven,
    ),
  ];
}
