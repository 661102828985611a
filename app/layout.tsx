import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { baseNamespaces, pickNamespaces } from "@/lib/i18n/namespaces";
import { currentTheme } from "./current-theme";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("shell");
  const brand = text("brand");
  return { title: { default: brand, template: `%s · ${brand}` }, description: text("tagline") };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#1c2024" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, theme] = await Promise.all([getLocale(), getMessages(), currentTheme()]);
  return (
    <html lang={locale === "zh" ? "zh-CN" : locale} data-theme={theme}>
      <body>
        <NextIntlClientProvider messages={pickNamespaces(messages, baseNamespaces)}>
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
