import type { Bilingual } from "@/lib/scoring";
import type { Locale } from "./locales";

/**
 * Something that is the same for everybody, on its way to a client component as one string: React writes and reads what
 * it is given node by node, on the server as in the browser, but a string as it stands. Nothing of a person is packed,
 * because what was unpacked is kept.
 */
export interface Packed<T> {
  readonly json: string;
  /** Never there; it remembers the type. */
  readonly holds?: T;
}

/** No document has a field without a name. */
const words = "";

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

const isBilingual = (value: unknown): value is Bilingual =>
  isObject(value) && "zh" in value && "en" in value && Object.keys(value).length === 2;

function inBoth(_key: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  const text: unknown = Reflect.get(value, words);
  return text === undefined ? value : { zh: text, en: text };
}

const packs = new WeakMap<object, Map<Locale, string>>();

/** A document in one language: unpacked, its texts say the same in both places. */
export function packedIn<T extends object>(document: T, locale: Locale): Packed<T> {
  const known = packs.get(document) ?? new Map<Locale, string>();
  packs.set(document, known);
  const json =
    known.get(locale) ??
    JSON.stringify(document, (_key, value: unknown) =>
      isBilingual(value) ? { [words]: value[locale] } : value,
    );
  known.set(locale, json);
  return { json };
}

const unpackedBefore = new Map<string, unknown>();
/** More than the languages and versions in use at one time. */
const MOST = 64;

/** The same object every time it is asked for the same text. Nothing is looked at: what it holds, whoever packed it says. */
export function unpacked<T>(packed: Packed<T>): T;
export function unpacked({ json }: Packed<unknown>): unknown {
  const value: unknown = unpackedBefore.get(json) ?? JSON.parse(json, inBoth);
  if (unpackedBefore.size >= MOST) unpackedBefore.clear();
  unpackedBefore.set(json, value);
  return value;
}
