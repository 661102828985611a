import "server-only";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import type { AbstractIntlMessages } from "next-intl";
import type { Locale } from "./locales";

export type Messages = Record<string, AbstractIntlMessages>;

interface Loaded {
  stamp: string;
  messages: Messages;
}

const loaded = new Map<Locale, Loaded>();

/**
 * Reads the folder instead of a list of imports, so that a new pair of files is all a new
 * namespace needs and a company can correct a text without building again. The stamp costs some
 * microseconds a file and saves every server a restart after such a correction.
 */
export function loadMessages(locale: Locale): Messages {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "messages", locale);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const stamp = files.map((name) => `${name}:${statSync(join(folder, name)).mtimeMs}`).join();
  const known = loaded.get(locale);
  if (known?.stamp === stamp) return known.messages;
  const messages = Object.fromEntries(
    files.map((name) => [name.slice(0, -".json".length), readNamespace(join(folder, name))]),
  );
  loaded.set(locale, { stamp, messages });
  return messages;
}

function readNamespace(path: string): AbstractIntlMessages {
  const parsed: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!isTexts(parsed)) throw new Error(`${path} does not hold an object of texts`);
  // The compiler's objects have no prototype, and React sends such objects to no browser.
  const compiled: unknown = JSON.parse(JSON.stringify(compiledTexts(parsed)));
  if (!isCompiled(compiled)) throw new Error(`${path} is empty`);
  return compiled;
}

interface Texts {
  readonly [key: string]: string | Texts;
}

/** A text whose syntax is faulty is shown as it stands rather than taking every page with it. */
function compiledText(text: string): unknown {
  try {
    return compile(text);
  } catch {
    return text;
  }
}

function compiledTexts(texts: Texts): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, entry]) => [
      key,
      typeof entry === "string" ? compiledText(entry) : compiledTexts(entry),
    ]),
  );
}

/** next-intl has no type of its own for texts compiled beforehand. */
function isCompiled(value: unknown): value is AbstractIntlMessages {
  return typeof value === "object" && value !== null;
}

function isTexts(value: unknown): value is Texts {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((entry) => typeof entry === "string" || isTexts(entry))
  );
}
