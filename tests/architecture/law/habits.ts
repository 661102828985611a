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

const writing = new Set([
  ...["create", "createMany", "createManyAndReturn", "update", "updateMany"],
  ...["updateManyAndReturn", "upsert", "delete", "deleteMany", "$executeRaw"],
]);

function rootOf(node: ts.Expression): ts.Expression {
  return ts.isPropertyAccessExpression(node) ? rootOf(node.expression) : node;
}

/** Writes in what is given to `read` itself; what that calls in a store is not followed. */
export function writesInReads(sources: readonly Source[]): string[] {
  return findings(sources, "writes in a read", (node) => {
    if (!ts.isPropertyAccessExpression(node) || !writing.has(node.name.text)) return false;
    const root = rootOf(node).getText();
    for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
      const { parent } = at;
      if (!ts.isArrowFunction(at) || at.parameters[0]?.name.getText() !== root) continue;
      return ts.isCallExpression(parent) && parent.expression.getText() === "read";
    }
    return false;
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
