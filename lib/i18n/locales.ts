export const locales = ["zh", "en"] as const;
export type Locale = (typeof locales)[number];

const defaultLocale: Locale = "zh";
export const localeCookie = "locale";
export const defaultTimeZone = "Asia/Shanghai";

function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** Of what a library knows as any text. */
export function localeOf(value: unknown): Locale {
  return isLocale(value) ? value : defaultLocale;
}

/** The choice kept in the cookie wins; then the browser's own order; then Chinese. */
export function chooseLocale(
  cookie: string | undefined,
  acceptLanguage: string | null | undefined,
): Locale {
  if (isLocale(cookie)) return cookie;
  return fromAcceptLanguage(acceptLanguage ?? "") ?? defaultLocale;
}

function fromAcceptLanguage(header: string): Locale | undefined {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { language: tag.split("-")[0], weight: weightOf(quality) };
    })
    .sort((a, b) => b.weight - a.weight)
    .filter(({ weight }) => weight > 0)
    .map(({ language }) => language)
    .find(isLocale);
}

function weightOf(quality: string | undefined): number {
  const weight = Number(quality?.split("=")[1] ?? 1);
  return Number.isFinite(weight) ? weight : 0;
}
