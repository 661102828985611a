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

/** Who may ask the database before or without a person, and why. */
const houseReasons: Readonly<Record<string, string>> = {
  "lib/authz/current-actor.ts": "session",
  "lib/auth/sign-in.ts": "sign_in",
  "lib/auth/attempts/throttle.ts": "sign_in_limit",
  "lib/auth/attempts/failures.ts": "sign_in",
  "lib/auth/attempts/device.ts": "sign_in",
  "lib/access/commands.ts": "invitation",
  "lib/access/queries.ts": "invitation",
  "lib/beneficiary/queries.ts": "beneficiary_link",
  "lib/company/commands.ts": "first_run",
  "lib/company/queries.ts": "first_run time_zone",
};

/** `asHouse` where nobody listed it, for another reason than the one listed, or under another name. */
export function houseReads(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => path !== "lib/db/read.ts")
    .flatMap((source) => {
      const reasons = new Set((houseReasons[source.path] ?? "").split(" "));
      return findings([source], "asks as the house", (node) => {
        if (!ts.isIdentifier(node) || node.text !== "asHouse") return false;
        const { parent } = node;
        if (ts.isImportSpecifier(parent))
          return houseReasons[source.path] === undefined || parent.propertyName !== undefined;
        if (!ts.isCallExpression(parent) || parent.expression !== node) return true;
        const [reason] = parent.arguments;
        return !(reason && ts.isStringLiteralLike(reason) && reasons.has(reason.text));
      });
    });
}

const writingSql =
  /\b(INSERT\s+INTO|UPDATE\s+\w+(\s+\w+)?\s+SET|DELETE\s+FROM|FOR\s+(UPDATE|SHARE|NO\s+KEY))\b/i;

const isNamed = (parameter: ts.ParameterDeclaration | undefined, name: string) =>
  parameter?.name.getText() === name;

/** Whether a name is what `read` gives, or what a function takes as such. */
function isReading(name: string, from: ts.Node): boolean {
  for (let at = from; !ts.isSourceFile(at); at = at.parent) {
    if (!ts.isFunctionLike(at)) continue;
    const taken = at.parameters.find((parameter) => isNamed(parameter, name));
    if (taken === undefined) continue;
    if (taken.type !== undefined) return taken.type.getText() === "Reading";
    return ts.isCallExpression(at.parent) && at.parent.expression.getText() === "read";
  }
  return false;
}

/** SQL that writes or locks, where no more than `Reading` is at hand; its other ways to write are kept out by the type. */
export function writesInReads(sources: readonly Source[]): string[] {
  return findings(sources, "writes in a read", (node) => {
    if (!ts.isTaggedTemplateExpression(node) || !ts.isPropertyAccessExpression(node.tag))
      return false;
    return (
      writingSql.test(node.template.getText()) && isReading(node.tag.expression.getText(), node)
    );
  });
}

/** Text that becomes part of a statement as it is; everything else is a parameter. */
const rawTexts: Readonly<Record<string, ReadonlySet<string>>> = {
  // Words of the chain, which is code.
  "lib/appraisal/where.ts": new Set(["raw"]),
  // Names of columns, written in that file.
  "lib/appraisal/store.ts": new Set(["raw"]),
  // The limiter's library writes its own statements and gives its parameters beside them.
  "lib/auth/attempts/throttle.ts": new Set(["$queryRawUnsafe"]),
};
const rawNames = new Set(["raw", "$queryRawUnsafe", "$executeRawUnsafe"]);

export function rawSql(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    findings([source], "SQL from a text", (node) => {
      const isName = ts.isIdentifier(node) || ts.isStringLiteralLike(node);
      if (!isName || !rawNames.has(node.text) || rawTexts[source.path]?.has(node.text))
        return false;
      const { parent } = node;
      if (ts.isPropertyAccessExpression(parent))
        return node.text !== "raw" || parent.expression.getText().endsWith("Prisma");
      if (ts.isElementAccessExpression(parent))
        return node.text !== "raw" || parent.expression.getText().endsWith("Prisma");
      return ts.isBindingElement(parent) || ts.isImportSpecifier(parent);
    }),
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
