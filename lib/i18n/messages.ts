import "server-only";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import compile from "icu-minify/compile";
import type { AbstractIntlMessages } from "next-intl";
import { clock } from "@/lib/clock";
import { isolated } from "./writing/isolate";
import type { Locale } from "./locales";
import { pickNamespaces } from "./namespaces";
import type { Packed } from "./packed";

/** For what is no page but speaks to a reader, e.g. a file that is sent. */
export { getTranslations } from "next-intl/server";

export type Messages = Record<string, AbstractIntlMessages>;

interface Loaded {
  readonly stamp: string;
  readonly messages: Messages;
  /** What was packed of them, by the namespaces asked for. */
  readonly packs: Map<string, string>;
}

const loaded = new Map<Locale, Loaded>();

/** Milliseconds for which nobody looks whether a file has changed. */
const LOOK_AGAIN = 1000;
const looked = new Map<Locale, number>();

/**
 * Reads the folder instead of a list of imports, so that a new pair of files is all a new
 * namespace needs and a company can correct a text without building again or a restart.
 */
function load(locale: Locale): Loaded {
  const before = loaded.get(locale);
  const now = clock.now().getTime();
  if (before && now < (looked.get(locale) ?? 0) + LOOK_AGAIN) return before;
  looked.set(locale, now);
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "messages", locale);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const stamp = files.map((name) => `${name}:${statSync(join(folder, name)).mtimeMs}`).join();
  if (before?.stamp === stamp) return before;
  const messages = Object.fromEntries(
    files.map((name) => [name.slice(0, -".json".length), readNamespace(join(folder, name))]),
  );
  const anew: Loaded = { stamp, messages, packs: new Map() };
  loaded.set(locale, anew);
  return anew;
}

export function loadMessages(locale: Locale): Messages {
  return load(locale).messages;
}

/** What client components are sent of them; packed once for all who ask for the same. */
export function packMessages(locale: Locale, namespaces: readonly string[]): Packed<Messages> {
  const { messages, packs } = load(locale);
  const name = namespaces.join();
  const json = packs.get(name) ?? JSON.stringify(pickNamespaces(messages, namespaces));
  packs.set(name, json);
  return { json };
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
    return compile(isolated(text));
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
