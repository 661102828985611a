import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "use-intl/core";
import { z } from "zod";
import { isolated } from "@/lib/i18n/writing/isolate";
import { spaced } from "@/lib/i18n/writing/spacing";
import type { Locale } from "@/lib/i18n/locales";
import type { FrameworkDocument } from "@/lib/scoring";
import { frameworkSchema } from "@/lib/scoring/documents/framework";

/** The interface's own words, so that no test keeps a copy of them. */

type Tree = { [key: string]: string | Tree };
const tree: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), tree])));

function messagesOf(locale: Locale): Tree {
  const folder = path.resolve("messages", locale);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    names.map((name) => [
      path.basename(name, ".json"),
      tree.parse(JSON.parse(readFileSync(path.join(folder, name), "utf8"))),
    ]),
  );
}

export type Texts = (key: string, values?: Readonly<Record<string, string | number>>) => string;

function leafAt(messages: Tree, key: string): string {
  let node: Tree | string | undefined = messages;
  for (const part of key.split(".")) node = typeof node === "object" ? node[part] : undefined;
  if (typeof node !== "string") throw new Error(`no text ${key}`);
  return node;
}

const made = new Map<Locale, Texts>();

/** `t("self-review.submit.button")` in a language; a key that is not there fails the test. */
export function textsIn(locale: Locale): Texts {
  const known = made.get(locale);
  if (known !== undefined) return known;
  const messages = messagesOf(locale);
  const texts: Texts = (key, values) => {
    const text = isolated(leafAt(messages, key));
    const timeZone = "Asia/Shanghai";
    const onError = (error: Error) => {
      throw error;
    };
    const translator = createTranslator({ locale, timeZone, onError, messages: { text } });
    return spaced(translator("text", values));
  };
  made.set(locale, texts);
  return texts;
}

const presets = path.resolve("lib/presets/frameworks");

/** The framework the demo company's open quarter is judged by. */
export const framework: FrameworkDocument = frameworkSchema.parse(
  JSON.parse(readFileSync(path.join(presets, "six-veins.json"), "utf8")),
);

export function valueName(key: string, locale: Locale = "zh"): string {
  const value = framework.values.find((candidate) => candidate.key === key);
  if (value === undefined) throw new Error(`no value ${key}`);
  return value.name[locale];
}

/** The beginning of an accessible name that other words follow. */
export function startingWith(text: string): RegExp {
  return new RegExp(`^\\s*${text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`);
}
