import type { Bilingual } from "@/lib/scoring";
import type { Locale } from "./locales";

/** The text of a framework or policy document in the reader's language. */
export function pick(text: Bilingual, locale: Locale): string {
  return text[locale];
}
