import type { Metadata, Viewport } from "next";
import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BaseProvider } from "@/components/shell/scope-provider";
import { localeOf } from "@/lib/i18n/locales";
import { packMessages } from "@/lib/i18n/messages";
import { baseNamespaces } from "@/lib/i18n/namespaces";
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
  const [given, timeZone, theme] = await Promise.all([getLocale(), getTimeZone(), currentTheme()]);
  const locale = localeOf(given);
  return (
    <html lang={locale === "zh" ? "zh-CN" : locale} data-theme={theme}>
      <body>
        <BaseProvider
          locale={locale}
          timeZone={timeZone}
          messages={packMessages(locale, baseNamespaces)}
        >
          {children}
        </BaseProvider>
      </body>
    </html>
  );
}
