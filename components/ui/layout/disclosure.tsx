import type { ReactNode } from "react";

interface DisclosureProps {
  summary: ReactNode;
  open?: boolean;
  /** Opening one closes the others of the same name. */
  group?: string;
  children: ReactNode;
}

export function Disclosure({ summary, open = false, group, children }: DisclosureProps) {
  return (
    <details open={open} name={group} className="disclosure">
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
