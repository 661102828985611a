import type { ReactNode } from "react";

interface PageHeaderProps {
  title: ReactNode;
  /** Stands in lighter type beside the title, e.g. a unit or a number. */
  beside?: ReactNode;
  subtitle?: ReactNode;
  /** A way back above the title. */
  back?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, beside, subtitle, back, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
      <div className="min-w-0">
        {back ? <div className="mb-1 text-sm">{back}</div> : null}
        <h1 className="flex flex-wrap items-baseline gap-x-2 text-xl">
          <bdi>{title}</bdi>
          {beside ? <span className="text-base font-normal text-ink-2">{beside}</span> : null}
        </h1>
        {subtitle ? <div className="text-sm text-ink-2">{subtitle}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-3">{actions}</div> : null}
    </header>
  );
}
