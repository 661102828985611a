"use client";
import {
  type AbstractIntlMessages,
  NextIntlClientProvider,
  useLocale,
  useMessages,
} from "next-intl";
import { type ReactNode, useMemo } from "react";

interface ScopeProviderProps {
  messages: AbstractIntlMessages;
  children: ReactNode;
}

/** Adds to the texts of the scopes around instead of replacing them, so nothing is sent twice. */
export function ScopeProvider({ messages, children }: ScopeProviderProps) {
  const locale = useLocale();
  const around = useMessages();
  const merged = useMemo(() => ({ ...around, ...messages }), [around, messages]);
  return (
    <NextIntlClientProvider locale={locale} messages={merged}>
      {children}
    </NextIntlClientProvider>
  );
}
