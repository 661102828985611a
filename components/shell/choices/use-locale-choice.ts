"use client";
import { useLocale } from "next-intl";
import { useRouter } from "next/navigation";
import { type Locale, localeCookie } from "@/lib/i18n/locales";
import { writeChoice } from "./browser-cookie";

export const localeNames = [
  { value: "zh", short: "中", label: "中文" },
  { value: "en", short: "EN", label: "English" },
] as const satisfies readonly { value: Locale; short: string; label: string }[];

/** Refreshes instead of loading the page anew, so that what was typed stays. */
export function useLocaleChoice() {
  const router = useRouter();
  const locale: Locale = useLocale() === "en" ? "en" : "zh";
  const choose = (value: Locale) => {
    if (value === locale) return;
    writeChoice(localeCookie, value);
    router.refresh();
  };
  return { locale, choose };
}
