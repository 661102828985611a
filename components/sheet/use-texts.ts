"use client";

import { useLocale } from "next-intl";
import type { Bilingual } from "@/lib/scoring";
import { isLocale, defaultLocale, type Locale } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/pick";

export function useReaderLocale(): Locale {
  const locale = useLocale();
  return isLocale(locale) ? locale : defaultLocale;
}

/** The framework's texts in the reader's language. */
export function usePick(): (text: Bilingual) => string {
  const locale = useReaderLocale();
  return (text) => pick(text, locale);
}
