import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

export interface TabLink {
  href: string;
  label: ReactNode;
  count?: number | undefined;
  current?: boolean;
}

/** Views of one list that have addresses of their own: filters, queues. */
export function TabLinks({ label, links }: { label: string; links: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-2">
      {links.map(({ href, label: words, count, current = false }) => (
        <Link
          key={href}
          href={href}
          aria-current={current ? "page" : undefined}
          className={clsx(
            "inline-flex touch items-center gap-1.5 rounded-sm px-2.5 py-0.5 text-sm tabular",
            current ? "bg-jade-soft font-semibold text-jade" : "bg-sand text-ink-2 hover:text-ink",
          )}
        >
          {words}
          {count === undefined ? null : <span>{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
