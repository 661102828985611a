import Link from "next/link";
import type { ReactNode } from "react";

/** A figure that opens what it counts. */
export function ChipLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="group inline-flex touch items-center justify-center">
      <span className="rounded-sm bg-jade-soft px-2 py-0.5 text-xs text-jade tabular underline underline-offset-2 group-hover:bg-jade-wash">
        {children}
      </span>
    </Link>
  );
}
