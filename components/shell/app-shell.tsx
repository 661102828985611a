import { getTranslations } from "next-intl/server";
import Link from "next/link";
import type { ReactNode } from "react";
import { UndoKey } from "@/components/dossier/decision/undo-key";
import { ToastProvider } from "@/components/ui/feedback/toast";
import { FocusKeeper } from "@/components/ui/focus/focus-keeper";
import { KeptOwner } from "@/components/ui/kept/kept";
import { AccountMenu, type Person } from "./account/account-menu";
import { LocaleSwitch } from "./choices/locale-switch";
import { Logo } from "./logo";
import { BottomNav } from "./nav/bottom-nav";
import { HeaderNav } from "./nav/header-nav";
import type { NavItem } from "./nav/nav-item";
import { mainId, SkipLink } from "./skip-link";
import type { Theme } from "./choices/theme";
import { ThemeSwitch } from "./choices/theme-switch";

interface AppShellProps {
  nav: readonly NavItem[];
  person: Person;
  /** The current quarter in words; the short form is for a phone. */
  quarter?: { label: string; shortLabel?: string } | undefined;
  theme: Theme;
  version: string;
  children: ReactNode;
}

export async function AppShell({ nav, person, quarter, theme, version, children }: AppShellProps) {
  const text = await getTranslations("shell");
  return (
    <KeptOwner owner={person.employeeNumber}>
      <ToastProvider>
        <SkipLink />
        <FocusKeeper />
        <UndoKey />
        <div className="flex min-h-dvh flex-col">
          <header className="no-print border-b border-line bg-card">
            <div className="mx-auto flex min-h-14 w-[min(100%_-_2*clamp(1rem,2.2vw,1.75rem),75rem)] items-center gap-x-6 max-md:flex-wrap">
              <Link href="/" className="flex touch items-center rounded-sm">
                <Logo />
              </Link>
              <HeaderNav items={nav} />
              <div className="ms-auto flex min-w-0 items-center gap-2 md:gap-3">
                {quarter ? (
                  <span className="rounded-full bg-sand px-2.5 py-0.5 text-sm text-ink-2 tabular md:whitespace-nowrap">
                    <span className="max-md:hidden">{quarter.label}</span>
                    <span className="md:hidden">{quarter.shortLabel ?? quarter.label}</span>
                  </span>
                ) : null}
                <div className="flex items-center gap-1 max-md:hidden">
                  <LocaleSwitch />
                  <ThemeSwitch initial={theme} />
                </div>
                <AccountMenu person={person} theme={theme} />
              </div>
            </div>
          </header>
          <main id={mainId} tabIndex={-1} className="page w-full flex-1 outline-none">
            {children}
          </main>
          <footer className="no-print mx-auto w-[min(100%_-_2rem,75rem)] pb-4 text-xs text-ink-2 tabular max-md:hidden">
            {text("brand")} · {text("version", { version })}
          </footer>
        </div>
        <BottomNav items={nav} />
      </ToastProvider>
    </KeptOwner>
  );
}
