import type { ReactNode } from "react";
import { LocaleSwitch } from "./choices/locale-switch";
import { Logo } from "./logo";
import { mainId, SkipLink } from "./skip-link";

interface PublicShellProps {
  title: ReactNode;
  subtitle?: ReactNode;
  /** Quiet words under the card, e.g. whom to ask. */
  footer?: ReactNode;
  children: ReactNode;
}

/** For the few pages without a session: one card in the middle of the paper. */
export function PublicShell({ title, subtitle, footer, children }: PublicShellProps) {
  return (
    <>
      <SkipLink />
      <div className="mx-auto grid min-h-dvh w-[min(100%_-_2rem,26rem)] grid-rows-[minmax(auto,22vh)_auto_1fr] gap-6 py-6">
        <header className="flex items-end justify-between">
          <Logo large />
          <LocaleSwitch />
        </header>
        <main
          id={mainId}
          tabIndex={-1}
          className="rounded-lg border border-line bg-card p-6 outline-none md:p-8"
        >
          <h1 className="text-xl">{title}</h1>
          {subtitle ? <p className="text-sm text-ink-2">{subtitle}</p> : null}
          <div className="mt-5">{children}</div>
        </main>
        <footer className="text-sm text-ink-2">{footer}</footer>
      </div>
    </>
  );
}
