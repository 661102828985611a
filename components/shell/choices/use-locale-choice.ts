"use client";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type Locale, localeCookie, locales } from "@/lib/i18n/locales";
import { writeChoice } from "./browser-cookie";

/** Refreshes instead of loading the page anew, so that what was typed stays. */
export function useLocaleChoice() {
  const router = useRouter();
  const text = useTranslations("shell.languages");
  const locale: Locale = useLocale() === "en" ? "en" : "zh";
  const choose = (value: Locale) => {
    if (value === locale) return;
    writeChoice(localeCookie, value);
    router.refresh();
  };
  const options = locales.map((value) => ({
    value,
    short: text(`${value}.short`),
    label: text(`${value}.label`),
  }));
  return { locale, choose, options };
}
