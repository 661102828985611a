import type { ReactNode } from "react";

export interface Definition {
  term: string;
  description: ReactNode;
}

export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 max-md:grid-cols-1 max-md:gap-y-0">
      {items.map(({ term, description }) => (
        <div key={term} className="contents">
          <dt className="text-sm leading-[1.9] text-ink-2">{term}</dt>
          <dd className="min-w-0 max-md:mb-3">{description}</dd>
        </div>
      ))}
    </dl>
  );
}
