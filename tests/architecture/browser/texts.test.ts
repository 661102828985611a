import ts from "typescript";
import { expect, test } from "vitest";
import { baseNamespaces } from "@/lib/i18n/namespaces";
import { application, isClient, loadedBy, parse, resolveImport, visit } from "../law/source";
import type { Source } from "../law/source";

/** What every scope sends beside what it names. */
const everywhere = [...baseNamespaces, "errors"];

function namespaceOf(argument: ts.Expression | undefined): string {
  if (argument === undefined) return "";
  if (ts.isStringLiteralLike(argument)) return argument.text;
  // Of “a.${b}” only what is sure.
  return ts.isTemplateExpression(argument) ? argument.head.text.replace(/\.?$/, "") : "";
}

function askedIn(source: Source): string[] {
  const found: string[] = [];
  visit(parse(source), (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
    if (node.expression.text === "useTranslations") found.push(namespaceOf(node.arguments[0]));
  });
  return found;
}

function namedBy(source: Source): string[] {
  const found: string[] = [];
  visit(parse(source), (node) => {
    if (!ts.isJsxAttribute(node) || node.name.getText() !== "namespaces") return;
    visit(node, (part) => {
      if (ts.isStringLiteral(part)) found.push(part.text);
    });
  });
  return found;
}

interface Step {
  readonly source: Source;
  readonly inBrowser: boolean;
}

interface Texts {
  /** What the client components below a page ask texts of, with the file that asks. */
  readonly asked: ReadonlyMap<string, string>;
  /** What the scopes of the page and of its server components send. */
  readonly sent: readonly string[];
}

function textsOf(page: Source, sources: readonly Source[]): Texts {
  const files = new Map(sources.map((source) => [source.path.replace(/\.tsx?$/, ""), source]));
  const found = new Map<string, string>();
  const sent = [...everywhere];
  const seen = new Set<string>();
  const steps: Step[] = [{ source: page, inBrowser: false }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { source } = step;
    const inBrowser = step.inBrowser || isClient(source);
    const name = `${inBrowser ? "browser" : "server"} ${source.path}`;
    if (seen.has(name)) continue;
    seen.add(name);
    if (inBrowser) for (const namespace of askedIn(source)) found.set(namespace, source.path);
    else sent.push(...namedBy(source));
    for (const specifier of loadedBy(source)) {
      const target = resolveImport(source.path, specifier);
      const next = files.get(target ?? "") ?? files.get(`${target ?? ""}/index`);
      if (next !== undefined) steps.push({ source: next, inBrowser });
    }
  }
  return { asked: found, sent };
}

const covers = (scope: string, namespace: string) =>
  namespace === scope || namespace.startsWith(`${scope}.`);

/** Texts that would be missing in the browser: asked for there, but in no scope of the page. */
function missing(sources: readonly Source[]): string[] {
  const pages = sources.filter(({ path }) =>
    /^app\/.*(page|layout|error|not-found)\.tsx$/.test(path),
  );
  return pages.flatMap((page) => {
    const { asked, sent } = textsOf(page, sources);
    return [...asked].flatMap(([namespace, by]) =>
      sent.some((scope) => covers(scope, namespace))
        ? []
        : [`${page.path} does not send “${namespace}”, which ${by} asks for`],
    );
  });
}

test("every page sends the texts its client components ask for", () => {
  expect(missing(application)).toEqual([]);
});

const page = (scope: string) => ({
  path: "app/(app)/people/page.tsx",
  text: `import { View } from "@/components/people/view";
    export default () => <MessagesScope namespaces={["${scope}"]}><View /></MessagesScope>;`,
});
const view = {
  path: "components/people/view.tsx",
  text: 'import { Form } from "./form"; const text = useTranslations("elsewhere");',
};
const form = {
  path: "components/people/form.tsx",
  text: '"use client"; import { use } from "./use";',
};
const use = { path: "components/people/use.ts", text: 'const t = useTranslations("people.form");' };
const all = (scope: string) => missing([page(scope), view, form, use]);

test.each(["people", "people.form"])(
  "what a client component uses is found in the scope %s",
  (scope) => {
    expect(all(scope)).toEqual([]);
  },
);

test("what a server component sends of its own is found, what a client component names is not", () => {
  const scoped = (text: string) => ({
    ...view,
    text: `${text} import { Form } from "./form"; <MessagesScope namespaces={["people.form"]} />`,
  });
  expect(missing([page("elsewhere"), scoped(""), form, use])).toEqual([]);
  expect(missing([page("elsewhere"), scoped('"use client";'), form, use])).toHaveLength(1);
});

test.each(["people.list", "people.form.name", "peop"])("and missed in the scope %s", (scope) => {
  expect(all(scope)).toEqual([
    "app/(app)/people/page.tsx does not send “people.form”, which components/people/use.ts asks for",
  ]);
});
