import Link from "next/link";
import { useTranslations } from "next-intl";
import type { EarlierResult } from "@/lib/result/types";

/** The way from one quarter's sheet to the results before it that are open to the reader. */
export function EarlierResults({ results }: { results: readonly EarlierResult[] }) {
  const text = useTranslations("result.earlier");
  if (results.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-sm">
      <span className="text-ink-2">{text("title")}</span>
      {results.map(({ appraisalId, year, quarter }) => (
        <Link
          key={appraisalId}
          href={`/results/${appraisalId}`}
          className="inline-flex touch items-center link"
        >
          {text("quarter", { year: String(year), quarter: String(quarter) })}
        </Link>
      ))}
    </p>
  );
}
