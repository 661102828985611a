import Link from "next/link";
import type { ReactNode } from "react";

interface BackLinkProps {
  href: string;
  /** The name of the page it leads to. */
  children: ReactNode;
}

export function BackLink({ href, children }: BackLinkProps) {
  return (
    <Link href={href} className="no-print inline-flex touch items-center link">
      <span aria-hidden>←&nbsp;</span>
      {children}
    </Link>
  );
}
