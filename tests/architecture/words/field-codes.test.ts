import ts from "typescript";
import { expect, test } from "vitest";
import { z } from "zod";
import { everySource, parse, read, visit, type Source } from "../law/source";

// A fault whose code has no text is shown as “invalid input”, which helps nobody.

const written = (node: ts.Node | undefined): string[] =>
  node !== undefined && ts.isStringLiteral(node) && /^[a-z]+(_[a-z]+)*$/.test(node.text)
    ? [node.text]
    : [];

/** Of schemas: whatever follows the rule in its call. Elsewhere: `code` of a fault, or the last argument of `atField`. */
function codesOf(source: Source): string[] {
  const isSchema = /\/schema\.ts$|^lib\/fields\//.test(source.path);
  const codes: string[] = [];
  visit(parse(source), (node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === "code")
      codes.push(...written(node.initializer));
    if (!ts.isCallExpression(node)) return;
    if (/^(atField|known)$/.test(node.expression.getText()))
      codes.push(...written(node.arguments[1]));
    if (isSchema) codes.push(...node.arguments.slice(1).flatMap(written));
  });
  return codes;
}

const rooms = everySource.filter(
  ({ path }) =>
    /^lib\//.test(path) && !/^lib\/(scoring|tables|i18n|db)\/|\/queries\.ts$/.test(path),
);

test.each(["zh", "en"])("every code of a fault has its text in %s", (locale) => {
  const texts = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(read(`messages/${locale}/errors.json`).text));
  const codes = rooms.flatMap((source) =>
    codesOf(source).map((code) => ({ code, path: source.path })),
  );
  expect(new Set(codes.map(({ code }) => code)).size).toBeGreaterThan(40);
  expect(codes.filter(({ code }) => !(code in texts))).toEqual([]);
});

test("a code without a text is seen, in a schema and in a command", () => {
  const at = (path: string, text: string) => codesOf({ path, text });
  expect(at("lib/people/schema.ts", 'z.string().regex(/a/, "no_such_text")')).toEqual([
    "no_such_text",
  ]);
  const command = 'refuse("stale", { fields: { name: { code: "nothing_said" } } });';
  expect(at("lib/people/commands.ts", command)).toEqual(["nothing_said"]);
  expect(at("lib/people/commands.ts", 'atField("name", "not_this")')).toEqual(["not_this"]);
});
