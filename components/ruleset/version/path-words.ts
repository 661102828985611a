import { useTranslations } from "next-intl";
import { useReader } from "@/components/reader/use-reader";
import type { Locale } from "@/lib/i18n/locales";

type Segment = string | number;

interface Words {
  readonly field: (name: string) => string;
  readonly entry: (number: number) => string;
  readonly rung: (point: number) => string;
  readonly locale: Locale;
}

/** The words of a place in a document: “客户第一 · 第 3 级 · 陈述”. A place by name or by index; what is not there stays as it is. */
export function pathWords(document: unknown, path: readonly Segment[], words: Words): string[] {
  let at: unknown = document;
  return path.map((segment) => {
    if (!Array.isArray(at)) {
      at = fieldOf(at, String(segment));
      return words.field(String(segment));
    }
    const list: readonly unknown[] = at;
    const named = list.find((entry) => isNamed(entry, segment));
    at = named ?? list[Number(segment)];
    return (
      nameOf(at, words) ?? (isIndex(segment) ? words.entry(Number(segment) + 1) : `${segment}`)
    );
  });
}

/** The segments of a JSON pointer. */
export function segmentsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** In a server or client component: places in the reader's language. */
export function usePathWords(): (
  documents: readonly unknown[],
  path: readonly Segment[],
) => string {
  const fields = useTranslations("ruleset.fields");
  const text = useTranslations("ruleset.change");
  const { locale } = useReader();
  const words: Words = {
    locale,
    field: (name) => (fields.has(name) ? fields(name) : name),
    entry: (number) => text("entry", { number }),
    rung: (point) => text("rung", { point }),
  };
  return (documents, path) => {
    if (path.length === 0) return text("whole");
    // A part that is gone has its name in the older document only.
    const document = documents.find((candidate) => holds(candidate, path)) ?? documents[0];
    return pathWords(document, path, words).join(" · ");
  };
}

/** What the entry `key` of a list of the document is called; null where it is not there. */
export function nameIn(document: unknown, list: string, key: string, locale: Locale) {
  const listed = fieldOf(document, list);
  const entries: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const found = entries.find((entry) => isNamed(entry, key));
  for (const field of ["name", "text"]) {
    const own = fieldOf(fieldOf(found, field), locale);
    if (typeof own === "string") return own;
  }
  return null;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;
}

function isNamed(entry: unknown, name: Segment): boolean {
  return ["key", "code", "point", "path"].some((field) => fieldOf(entry, field) === name);
}

function isIndex(segment: Segment): boolean {
  return /^\d+$/.test(String(segment));
}

function nameOf(entry: unknown, words: Words): string | null {
  const point = fieldOf(entry, "point");
  if (typeof point === "number") return words.rung(point);
  for (const field of ["name", "text"]) {
    const own = fieldOf(fieldOf(entry, field), words.locale);
    if (typeof own === "string") return own;
  }
  return null;
}

function holds(document: unknown, path: readonly Segment[]): boolean {
  let at = document;
  for (const segment of path) {
    if (Array.isArray(at)) {
      const list: readonly unknown[] = at;
      at = list.find((entry) => isNamed(entry, segment)) ?? list[Number(segment)];
    } else at = fieldOf(at, String(segment));
    if (at === undefined) return false;
  }
  return true;
}
