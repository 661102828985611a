import path from "node:path";
import type { Source } from "./source";

interface Link {
  readonly from: string;
  /** From the top of the repository, without what follows #. */
  readonly target: string;
  readonly anchor: string | undefined;
}

const withoutCode = (text: string) => text.replaceAll(/```[\s\S]*?```/g, "");

/** Links inside the repository; those to the web are nobody's to check here. */
function linksIn({ path: from, text }: Source): Link[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, href = ""]) => {
    if (/^[a-z]+:/.test(href)) return [];
    const [file = "", anchor] = href.split("#");
    const target = file === "" ? from : path.posix.join(path.posix.dirname(from), file);
    return [{ from, target, anchor }];
  });
}

/** The anchor a forge gives a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");

const anchorsOf = (text: string) =>
  [...withoutCode(text).matchAll(/^#+\s+(.*)$/gm)].map(([, heading = ""]) => anchorOf(heading));

export function brokenLinks(documents: readonly Source[], files: readonly string[]): string[] {
  return documents.flatMap(linksIn).flatMap(({ from, target, anchor }) => {
    const folder = files.some((file) => file.startsWith(`${target.replace(/\/$/, "")}/`));
    if (!files.includes(target) && !folder) return [`${from}: no ${target}`];
    const page = documents.find((document) => document.path === target);
    const known =
      anchor === undefined || page === undefined || anchorsOf(page.text).includes(anchor);
    return known ? [] : [`${from}: no #${anchor} in ${target}`];
  });
}

export function unlisted(index: Source, files: readonly string[]): string[] {
  const listed = new Set(linksIn(index).map(({ target }) => target));
  return files.filter((file) => file !== index.path && !listed.has(file));
}

/** Components of components/ui that its own README does not name. */
export function unnamedComponents(index: Source, files: readonly string[]): string[] {
  return files.filter((file) => {
    const name = /^components\/ui\/(.+)\.tsx$/.exec(file)?.[1];
    return name !== undefined && !index.text.includes(`\`${name}\``);
  });
}

const place = /^(app|components|docs|lib|messages|prisma|scripts|tests)\/[\w@.\-/[\]()]+$/;

/** Paths in code marks that lead nowhere; a name may leave its ending out. */
export function lostPlaces(documents: readonly Source[], files: readonly string[]): string[] {
  const there = (name: string) =>
    files.some(
      (file) => file === name || file.startsWith(`${name}/`) || file.startsWith(`${name}.`),
    );
  return documents.flatMap(({ path: from, text }) =>
    [...withoutCode(text).matchAll(/`([^`\n]+)`/g)].flatMap(([, span = ""]) => {
      const name = span.replace(/\/$/, "");
      return place.test(name) && !there(name) ? [`${from}: no ${span}`] : [];
    }),
  );
}

/** `npm run x` that no script answers. */
export function lostScripts(documents: readonly Source[], scripts: readonly string[]): string[] {
  return documents.flatMap(({ path: from, text }) =>
    [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].flatMap(([, name = ""]) =>
      scripts.includes(name) ? [] : [`${from}: no npm run ${name}`],
    ),
  );
}
