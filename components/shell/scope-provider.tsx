"use client";
import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { Locale } from "@/lib/i18n/locales";
import type { Messages } from "@/lib/i18n/messages";
import { type Packed, unpacked } from "@/lib/i18n/packed";

interface ScopeProviderProps {
  messages: Packed<Messages>;
  children: ReactNode;
}

interface BaseProviderProps extends ScopeProviderProps {
  locale: Locale;
  timeZone: string;
}

/** Language, zone and what every page may use. */
export function BaseProvider({ locale, timeZone, messages, children }: BaseProviderProps) {
  return (
    <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={unpacked(messages)}>
      {children}
    </NextIntlClientProvider>
  );
}

/** Adds to the texts of the scopes around instead of replacing them, so nothing is sent twice. */
export function ScopeProvider({ messages, children }: ScopeProviderProps) {
  const locale = useLocale();
  const around = useMessages();
  const own = unpacked(messages);
  const merged = useMemo(() => ({ ...around, ...own }), [around, own]);
  return (
    <NextIntlClientProvider locale={locale} messages={merged}>
      {children}
    </NextIntlClientProvider>
  );
}
