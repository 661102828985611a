import { useLocale, useTimeZone } from "next-intl";
import { formatMoment } from "@/lib/i18n/dates";
import { defaultTimeZone, type Locale, localeOf } from "@/lib/i18n/locales";
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
  const locale = localeOf(useLocale());
  const timeZone = useTimeZone() ?? defaultTimeZone;
  return {
    locale,
    text: (words) => pick(words, locale),
    moment: (at) => formatMoment(at, locale, timeZone),
  };
}
