import { useLocale, useTimeZone } from "next-intl";
import { formatMoment } from "@/lib/i18n/dates";
import { defaultTimeZone, isLocale, type Locale } from "@/lib/i18n/locales";

export interface Reader {
  readonly locale: Locale;
  readonly moment: (at: Date) => string;
}

/** The reader's language, and instants in it. */
export function useReader(): Reader {
  const given = useLocale();
  const timeZone = useTimeZone() ?? defaultTimeZone;
  const locale = isLocale(given) ? given : "zh";
  return { locale, moment: (at) => formatMoment(at, locale, timeZone) };
}
