import { useLocale, useTimeZone } from "next-intl";
import { formatMoment } from "@/lib/i18n/dates";
import { defaultLocale, defaultTimeZone, isLocale, type Locale } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/pick";
import type { Bilingual } from "@/lib/scoring";

export interface Reader {
  readonly locale: Locale;
  /** Of a text that stands in both languages. */
  readonly text: (words: Bilingual) => string;
  readonly moment: (at: Date) => string;
}

/** Documents and instants in the reader's language. */
export function useReader(): Reader {
  const given = useLocale();
  const timeZone = useTimeZone() ?? defaultTimeZone;
  const locale = isLocale(given) ? given : defaultLocale;
  return {
    locale,
    text: (words) => pick(words, locale),
    moment: (at) => formatMoment(at, locale, timeZone),
  };
}
