import { useTranslations } from "next-intl";

/** For loading.tsx: the shape of what comes, said once to those who listen. */
export function Skeleton({ rows = 4 }: { rows?: number }) {
  const text = useTranslations("common");
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">{text("loading")}</span>
      <span aria-hidden className="h-7 w-48 animate-pulse rounded-sm bg-track" />
      {Array.from({ length: rows }, (_, row) => (
        <span
          key={row}
          aria-hidden
          className="h-14 animate-pulse rounded-lg border border-line bg-card"
        />
      ))}
    </div>
  );
}
